/** The figures of a period, summed as far as no table of a return tells them apart. */
import type { Decimal } from '../../kernel/decimal.ts'
import type { BuyerKind, Scheme, ShippingBill, SupplyKind, Table } from '../gst/shapes.ts'

/** Amounts in paise. `sgst` is SGST and UTGST, which returns tell as one. */
export type Figures = { taxable: number; igst: number; cgst: number; sgst: number; cess: number }

/** A document as the tables that tell of each name it; `value` is its total in paise, tax included. */
export type ReportedDocument = {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly value: number
  readonly shippingBill: ShippingBill | null
}

/**
 * One sum. `document` is null in tables 7 and 8, which tell of none. What came back is below zero, quantities too.
 * `rate` is of the table of rates; what was charged is in the figures.
 */
export type CubeRow = Figures & {
  readonly kind: 'sale' | 'note'
  readonly table: Table
  readonly document: ReportedDocument | null
  readonly place: string
  readonly state: string
  readonly scheme: Scheme
  readonly buyerGstin: string | null
  readonly buyerKind: BuyerKind
  readonly deemedExport: boolean
  readonly supply: SupplyKind
  readonly isReversed: boolean
  readonly rate: Decimal
  readonly hsn: string | null
  readonly unit: string
  readonly goodsKind: 'goods' | 'service' | 'charge'
  readonly quantity: Decimal
}

/** A run of numbers that documents of the period have. `count` of them are there. */
export type NumberRun = { readonly kind: 'sale' | 'note'; readonly from: string; readonly to: string } & {
  readonly span: number
  readonly count: number
}

const names = ['taxable', 'igst', 'cgst', 'sgst', 'cess'] as const

export function sumFigures(rows: Iterable<Figures>): Figures {
  const sum: Figures = { taxable: 0, igst: 0, cgst: 0, sgst: 0, cess: 0 }
  for (const row of rows) for (const name of names) sum[name] += row[name]
  return sum
}

/** The percent that was charged: nothing under a letter of undertaking, and of what is not taxable. */
export const chargedRate = ({ scheme, supply, rate }: Pick<CubeRow, 'scheme' | 'supply' | 'rate'>): Decimal =>
  scheme === 'lut' || supply !== 'taxable' ? '0' : rate

/** Rows by a name made of some of what they say, in the order of the names. */
export const groupRows = <R>(rows: readonly R[], nameOf: (row: R) => string): [string, R[]][] =>
  [...Map.groupBy(rows, nameOf)].sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
