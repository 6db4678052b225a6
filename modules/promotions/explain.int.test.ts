import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { created } from '../../tests/company.ts'
import { cash, codeOf, gbp, makeTill } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'
import { type Fields, makeCoupon, mugs, promote, withCoupon } from './promotions.fixture.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-12-01T17:30:00Z') })
})
after(() => world.close())

test('a price is explained with every promotion, what it takes off or why not', async () => {
  const till = await makeTill(world)
  const id = await till.goods('MUG', 1200, '0')
  await promote(world, till, { name: 'Tenth', kind: 'percent', percent: '10' })
  await promote(world, till, {
    name: 'Three for two',
    kind: 'buy_x_get_y',
    buyQuantity: 2,
    getQuantity: 1,
    priority: 10,
  })
  await promote(world, till, { name: 'Mornings', kind: 'percent', percent: '5', timeTo: '12:00' })
  const promotionId = await promote(world, till, {
    name: 'Gift',
    kind: 'fixed',
    amountOff: gbp(500),
    needsCoupon: true,
  })
  await makeCoupon(world, till, { code: 'GIFT', promotionId })
  const price = async (query: string) => {
    const { status, body } = await world.call(till.owner, 'GET', `/erp/products/${id}/price?${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    const { amount, discount, due, promotions } = body.data
    const steps = [...(promotions ?? [])].map(({ name, amount, why }) => [
      name,
      (amount as never as { amount: number }).amount,
      why,
    ])
    return { amount, discount, due, steps }
  }
  const one = await price('quantity=3')
  assert.deepEqual([one.amount, one.discount, one.due], [gbp(3600), gbp(1440), gbp(2160)])
  assert.deepEqual(one.steps, [
    ['Three for two', 1200, 'Applied.'],
    ['Tenth', 240, 'Applied.'],
    ['Mornings', 0, 'It is for other hours of the day.'],
    ['Gift', 0, 'It needs a coupon.'],
  ])
  assert.deepEqual((await price('quantity=1&time=09:00&coupon=gift')).discount, gbp(120 + 54 + 500))
  const wrong = await world.call(till.owner, 'GET', `/erp/products/${id}/price?coupon=NOSUCH`)
  assert.equal(codeOf(wrong), 'COUPON_INVALID')
  const customerId = created(await world.call(till.owner, 'POST', '/erp/customers', { code: 'C', name: 'Customer' }))
  const customer = world.person(till.companyId, 'customer', { customerId })
  const theirs = await world.call(customer, 'GET', `/erp/products/${id}/price?quantity=1`)
  assert.deepEqual(
    [...(theirs.body.data.promotions ?? [])].map(({ name }) => name),
    ['Tenth'],
  )
})

test('a cart is explained to the figure that its sale comes to, and nothing of it is used up', async () => {
  const till = await withCoupon(world, { usesMax: 1 })
  await till.goods('JUG', 600, '5')
  await promote(world, till, { name: 'Tenth', kind: 'percent', percent: '10', goods: [], priority: 10 })
  const lines = [...mugs('2'), { sku: 'JUG', quantity: '1' }]
  const ask = (body: Fields, who = till.staff) =>
    world.call(who, 'POST', '/erp/sales/price', { shopId: till.shopId, lines, ...body } as never)
  const { status, body } = await ask({ coupons: ['gift'] })
  assert.equal(status, 200, JSON.stringify(body))
  const { total, discount, considered, coupons } = body.data
  assert.deepEqual([total, discount], [gbp(2200), gbp(800)])
  const shares = [...(considered ?? [])].map(({ name, shares }) => [name, (shares as never as unknown[]).length])
  assert.deepEqual(shares, [
    ['Tenth', 2],
    ['Five off', 2],
  ])
  assert.deepEqual(
    [...(coupons ?? [])].map(({ code, amount }) => [code, amount]),
    [['GIFT', gbp(500)]],
  )
  assert.equal(await till.onHand('MUG'), '100')
  const sold = await till.sell(lines, { ...cash(2200), coupons: ['GIFT'] })
  assert.deepEqual([sold.status, sold.body.data.total], [201, gbp(2200)])
  assert.equal(codeOf(await ask({ coupons: ['GIFT'] })), 'COUPON_EXHAUSTED')
  assert.equal(codeOf(await ask({ lines: [{ sku: 'NOSUCH', quantity: '1' }] })), 'REFERENCE_NOT_FOUND')
  assert.equal((await ask({}, world.person(till.companyId, 'customer'))).status, 403)
  const elsewhere = world.person(till.companyId, 'shop_staff', { shopIds: [till.companyId] })
  assert.equal((await ask({}, elsewhere)).status, 404)
  const foreign = (await makeTill(world)).shopId
  assert.equal(codeOf(await ask({ shopId: foreign }, till.owner)), 'REFERENCE_NOT_FOUND')
})
