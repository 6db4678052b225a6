/** What the lines of documents move in stock: goods themselves, or the components of a bundle. */
import type { Component } from '#engines/sale'
import { convertQuantity, type Decimal, multiplyDecimal } from '#kernel'
import type { TakeLine } from '#modules/inventory'

type SoldLine = {
  id: string
  productId: string
  stocked: boolean
  components?: readonly Component[] | null
  quantity: Decimal
  /** Stock units in one unit of the line. */
  factor: Decimal
}

/** Nothing for a line that moves no stock, one for goods, one for each component of a bundle. All name the line. */
export function takenOf({ id: lineId, productId, stocked, components, quantity, factor }: SoldLine): TakeLine[] {
  if (!stocked) return []
  const inStockUnit = convertQuantity(quantity, factor, '1')
  if (!components) return [{ lineId, productId, quantity: inStockUnit }]
  return components.map((each) => ({
    lineId,
    productId: each.productId,
    quantity: multiplyDecimal(each.quantity, inStockUnit),
  }))
}

/** Costs of what was booked, in minor units, by line: those of a bundle's components together. */
export function sumByLine<T extends { lineId: string }>(booked: readonly T[], of: (one: T) => number) {
  const sums = new Map<string, number>()
  for (const one of booked) sums.set(one.lineId, (sums.get(one.lineId) ?? 0) + of(one))
  return sums
}
