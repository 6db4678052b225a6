/** Who of an order's lines gets what is there. Pure. */
import type { Component } from '#engines/sale'
import { compareDecimal, type Decimal, divideDecimal, multiplyDecimal, subtractDecimal } from '#kernel'
import { takenOf } from '../sale/stock-lines.ts'

type WantedLine = {
  id: string
  productId: string
  stocked: boolean
  components?: readonly Component[] | null
  quantity: Decimal
  factor: Decimal
  decimals: number
}

/**
 * Gives each line, in turn, what is left of its goods, in whole steps of its unit; of a bundle as many as the scarcest
 * component allows. `stock`: what is available of each product, in stock units. Lines that get nothing are left out.
 */
export function shareOut<L extends WantedLine>(lines: readonly L[], stock: ReadonlyMap<string, Decimal>): L[] {
  const left = new Map(stock)
  return lines.flatMap((line) => {
    const parts = takenOf({ ...line, quantity: '1' })
    const fits = parts.map((part) => wholeSteps(left.get(part.productId) ?? '0', part.quantity, line.decimals))
    const quantity = [line.quantity, ...fits].reduce((least, each) => (compareDecimal(each, least) < 0 ? each : least))
    if (parts.length === 0 || compareDecimal(quantity, '0') <= 0) return []
    for (const part of parts) {
      const taken = multiplyDecimal(part.quantity, quantity)
      left.set(part.productId, subtractDecimal(left.get(part.productId) ?? '0', taken))
    }
    return [{ ...line, quantity }]
  })
}

/** How often `each` goes into `rest`, rounded down to so many decimals. */
function wholeSteps(rest: Decimal, each: Decimal, decimals: number): Decimal {
  if (compareDecimal(rest, '0') <= 0) return '0'
  const near = divideDecimal(rest, each, decimals)
  const isTooMuch = compareDecimal(multiplyDecimal(near, each), rest) > 0
  return isTooMuch ? subtractDecimal(near, decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`) : near
}
