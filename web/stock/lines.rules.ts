/** Lines of goods as they are filled in, and what is wrong with them before anything is sent. */
import { addDecimal } from '#engines/ground'
import { isEmpty, isUnreadable } from '#web/console/inputs/input.ts'
import { comparePlain } from '#web/console/inputs/numbers.rules.ts'

export type GoodsLine = {
  /** Tells lines apart while they come and go. */
  key: number
  productId: string | null
  title?: string
  /** A plain decimal, null, or what was typed and is none. */
  quantity: unknown
  reason?: string
  unitCost?: unknown
}
/** `any` may be below zero but not zero, `some` is above zero, `counted` may be zero. */
export type Demand = 'any' | 'some' | 'counted'
export type LineFault = 'product' | 'twice' | 'number' | 'zero' | 'negative' | 'quantity' | 'reason' | 'cost'
/** By the path that the API would name, such as `lines.0.quantity`. */
export type LineFaults = Record<string, LineFault>

export const isBlank = ({ productId, quantity }: GoodsLine): boolean => productId === null && isEmpty(quantity)

/** Without the lines in which nothing stands, so that their places are those that the API speaks of. */
export const filledLines = (lines: readonly GoodsLine[]): GoodsLine[] => lines.filter((line) => !isBlank(line))

export function faultsOf(lines: readonly GoodsLine[], demand: Demand, { needsReason = false } = {}): LineFaults {
  const faults: LineFaults = {}
  const seen = new Set<string>()
  for (const [index, { productId, quantity, reason, unitCost }] of lines.entries()) {
    if (productId === null) faults[`lines.${index}.productId`] = 'product'
    else if (demand !== 'any' && seen.has(productId)) faults[`lines.${index}.productId`] = 'twice'
    if (productId) seen.add(productId)
    const wrong = quantityFault(quantity, demand)
    if (wrong) faults[`lines.${index}.quantity`] = wrong
    if (needsReason && !reason) faults[`lines.${index}.reason`] = 'reason'
    if (isUnreadable(unitCost)) faults[`lines.${index}.unitCost`] = 'cost'
  }
  return faults
}

function quantityFault(quantity: unknown, demand: Demand): LineFault | undefined {
  if (isEmpty(quantity)) return 'quantity'
  if (typeof quantity !== 'string') return 'number'
  const sign = comparePlain(quantity, '0')
  if (demand === 'any') return sign === 0 ? 'zero' : undefined
  if (sign < 0) return 'negative'
  return demand === 'some' && sign === 0 ? 'zero' : undefined
}

export type Good = { id: string; title: string }

/**
 * The lines with one more of a product that was scanned. `step` is what a scan adds; without one it opens a line and
 * leaves its quantity to be typed.
 */
export function withScanned(lines: readonly GoodsLine[], { id, title }: Good, step: string | null): GoodsLine[] {
  const at = lines.findIndex(({ productId }) => productId === id)
  const found = lines[at]
  if (found) {
    if (step === null || isUnreadable(found.quantity)) return [...lines]
    const quantity = addDecimal(typeof found.quantity === 'string' ? found.quantity : '0', step)
    return lines.map((line, index) => (index === at ? { ...line, quantity } : line))
  }
  const blank = lines.findIndex(isBlank)
  const line: GoodsLine = { key: nextKey(lines), productId: id, title, quantity: step }
  if (blank < 0) return [...lines, line]
  return lines.map((each, index) => (index === blank ? { ...each, productId: id, title, quantity: step } : each))
}

export const nextKey = (lines: readonly GoodsLine[]): number => Math.max(0, ...lines.map(({ key }) => key)) + 1
export const newLine = (lines: readonly GoodsLine[]): GoodsLine => ({
  ...{ key: nextKey(lines), productId: null, quantity: null },
})
