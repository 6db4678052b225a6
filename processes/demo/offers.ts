/** What Gift Wholesale offers from today on: its past, and what it sold this morning, were priced without. */
import type { Desk } from './desk.ts'

const gbp = (amount: number) => ({ amount, currency: 'GBP' })

/** A set of bags, large baskets, and ten per cent for whoever has the coupon WELCOME10. */
export async function offer(desk: Desk, companyId: string): Promise<void> {
  const [bag] = await desk.app.db.read(
    companyId,
    (sql) => sql`select id from catalog.product where company_id = ${companyId} and sku = '85099B'`,
  )
  const bags = { kind: 'buy_x_get_y', buyQuantity: 2, getQuantity: 1, goods: bag ? [{ productId: bag.id }] : [] }
  if (bag) await promote(desk, companyId, { name: 'Jumbo bags: three for two', ...bags, priority: 10 })
  const large = { kind: 'percent', percent: '5', minSpend: gbp(50_000), maxDiscount: gbp(10_000) }
  await promote(desk, companyId, { name: 'Large basket', ...large, priority: 50 })
  const welcome = { kind: 'percent', percent: '10', needsCoupon: true, maxDiscount: gbp(5000), priority: 90 }
  const promotionId = await promote(desk, companyId, { name: 'Welcome', ...welcome })
  const coupon = { code: 'WELCOME10', promotionId, usesMax: 1000, budget: gbp(500_000) }
  await desk.run(companyId, 'promotions.coupon.create', coupon, 'gift/coupon')
}

async function promote(
  desk: Desk,
  companyId: string,
  fields: { name: string; priority: number; [field: string]: unknown },
): Promise<string> {
  const key = `gift/promotion/${fields.name}`
  const { id } = await desk.run(companyId, 'promotions.promotion.create', fields, key)
  await desk.run(companyId, 'promotions.promotion.activate', { id }, `${key}/activate`)
  return String(id)
}
