import { pieceCode } from './unit.guard.ts'

/** Units that a new company starts with, each with how finely quantities are given in it. */
export const standardUnits = [
  { code: pieceCode, name: 'Piece', decimals: 0 },
  { code: 'box', name: 'Box', decimals: 0 },
  { code: 'pack', name: 'Pack', decimals: 0 },
  { code: 'pair', name: 'Pair', decimals: 0 },
  { code: 'dozen', name: 'Dozen', decimals: 0 },
  { code: 'kg', name: 'Kilogram', decimals: 3 },
  { code: 'g', name: 'Gram', decimals: 0 },
  { code: 'l', name: 'Litre', decimals: 3 },
  { code: 'ml', name: 'Millilitre', decimals: 0 },
  { code: 'm', name: 'Metre', decimals: 2 },
  { code: 'h', name: 'Hour', decimals: 2 },
] as const

/** How many of the second the first holds, exactly. */
export const standardConversions = [
  { unit: 'dozen', base: pieceCode, factor: '12' },
  { unit: 'pair', base: pieceCode, factor: '2' },
  { unit: 'g', base: 'kg', factor: '0.001' },
  { unit: 'kg', base: 'g', factor: '1000' },
  { unit: 'ml', base: 'l', factor: '0.001' },
  { unit: 'l', base: 'ml', factor: '1000' },
] as const
