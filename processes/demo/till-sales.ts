/** What Gift Wholesale has sold at its till today, so that there is a number series, a drawer and a figure of today. */
import type { Desk } from './desk.ts'
import { demoIds } from './gift-wholesale.ts'

const baskets = [
  [
    ['85123A', '4'],
    ['22423', '1'],
  ],
  [
    ['71053', '2'],
    ['84406B', '1'],
    ['22752', '1'],
  ],
  [['21730', '6']],
  [
    ['22633', '2'],
    ['22632', '2'],
    ['85099B', '3'],
  ],
  [
    ['22086', '3'],
    ['84029E', '1'],
  ],
  [
    ['47566', '2'],
    ['85099B', '5'],
  ],
] as const

/** Sells them one after the other, some for cash and some by card. */
export async function sellToday(desk: Desk, companyId: string): Promise<void> {
  for (const [index, basket] of baskets.entries()) {
    const byCard = index % 3 === 2
    const lines = basket.map(([sku, quantity]) => ({ sku, quantity }))
    const total = await priceOf(desk, companyId, lines)
    await desk.run(
      companyId,
      'sales.sale.sell',
      {
        ...{ shopId: demoIds.shop, registerId: demoIds.register, lines },
        tenders: [
          byCard
            ? { method: 'card', amount: total, reference: `DEMO-${index}` }
            : { method: 'cash', amount: { ...total, amount: Math.ceil(total.amount / 1000) * 1000 } },
        ],
      },
      `gift/till/${index}`,
    )
  }
}

/** What the basket comes to; prices of the demo are those of its list, tax included. */
async function priceOf({ app }: Desk, companyId: string, lines: readonly { sku: string; quantity: string }[]) {
  const skus = lines.map(({ sku }) => sku)
  const rows = await app.db.read(
    companyId,
    (sql) => sql`select sku, price_amount::int as amount from catalog.product
      where company_id = ${companyId} and sku = any(${skus})`,
  )
  const prices = new Map(rows.map(({ sku, amount }) => [sku as string, Number(amount)]))
  const amount = lines.reduce((sum, { sku, quantity }) => sum + (prices.get(sku) ?? 0) * Number(quantity), 0)
  return { amount, currency: 'GBP' }
}
