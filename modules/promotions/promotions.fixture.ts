/** A till whose company has promotions and coupons, and the calls that make them. */
import assert from 'node:assert/strict'
import { created } from '../../tests/company.ts'
import { gbp, makeTill, type Till } from '../../tests/till.ts'
import type { World } from '../../tests/world.ts'

export type Fields = Record<string, unknown>

/** An active promotion. */
export async function promote(world: World, till: Till, fields: Fields): Promise<string> {
  const id = created(await world.call(till.owner, 'POST', '/erp/promotions', fields as never))
  const active = await world.call(till.owner, 'POST', `/erp/promotions/${id}/activate`, {})
  assert.equal(active.status, 200, JSON.stringify(active.body))
  return id
}

export const makeCoupon = async (world: World, till: Till, fields: Fields): Promise<string> =>
  created(await world.call(till.owner, 'POST', '/erp/coupons', fields as never))

/** A till with mugs at 12.00, and a coupon GIFT for 5.00 off. */
export async function withCoupon(world: World, fields: Fields = {}): Promise<Till & { couponId: string }> {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '100')
  const fiveOff = { name: 'Five off', kind: 'fixed', amountOff: gbp(500), needsCoupon: true }
  const promotionId = await promote(world, till, fiveOff)
  return { ...till, couponId: await makeCoupon(world, till, { code: 'GIFT', promotionId, ...fields }) }
}

export const mugs = (quantity = '1') => [{ sku: 'MUG', quantity }]
