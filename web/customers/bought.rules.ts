/** What was bought in some sales, by goods. */
import type { Money } from '#sdk/values'
import { addPlain } from '#web/console/inputs/numbers.rules.ts'

export type SoldLine = { productId?: string | null; sku: string; name: string; quantity: string; unitPrice: Money }
export type Bought = SoldLine & { soldAt: string }

/** Each of the goods once: the whole quantity, and the price of the latest sale. `sales` come the latest first. */
export function boughtOf(sales: readonly { soldAt: string; lines: readonly SoldLine[] }[]): Bought[] {
  const byGoods = new Map<string, Bought>()
  for (const { soldAt, lines } of sales) {
    for (const line of lines) {
      const key = line.productId ?? line.sku
      const known = byGoods.get(key)
      byGoods.set(key, known ? { ...known, quantity: addPlain(known.quantity, line.quantity) } : { ...line, soldAt })
    }
  }
  return [...byGoods.values()]
}
