import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { created } from '../../tests/company.ts'
import { cash, codeOf, gbp, makeTill, mustBalance } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'
import { type Fields, makeCoupon, mugs, promote, withCoupon } from './promotions.fixture.ts'

let now = Date.parse('2026-12-01T17:30:00Z')
let world: World
before(async () => {
  world = await makeWorld({ clock: () => now })
})
after(() => world.close())

const detailOf = (reply: { body: { details?: readonly { field?: unknown; message?: unknown }[] } }) =>
  reply.body.details?.[0]

test('a sale keeps what promotions took off, line by line, and is taxed on the rest', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  await till.goods('JUG', 600, '5')
  const id = await promote(world, till, { name: 'Ten percent', kind: 'percent', percent: '10' })
  const { status, body } = await till.sell([...mugs('2'), { sku: 'JUG', quantity: '1' }], cash(3000))
  assert.equal(status, 201, JSON.stringify(body))
  const { net, tax, total, discount, promotions } = body.data
  assert.deepEqual(
    { net, tax, total, discount },
    { net: gbp(2250), tax: gbp(450), total: gbp(2700), discount: gbp(300) },
  )
  assert.deepEqual(promotions, [{ promotionId: id, name: 'Ten percent', coupon: null, amount: 300 }])
  const read = await world.call(till.staff, 'GET', `/erp/sales/${body.data.id}`)
  assert.deepEqual(
    [...(read.body.data.lines ?? [])].map(({ discount, gross }) => [discount, gross]),
    [
      [gbp(240), gbp(2160)],
      [gbp(60), gbp(540)],
    ],
  )
  assert.deepEqual(read.body.data.promotions, promotions)
  await mustBalance(world)
})

test('a return gives back the frozen share, also after the promotion has gone', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  await till.goods('JUG', 600, '5')
  const id = await promote(world, till, { name: 'Five off', kind: 'fixed', amountOff: gbp(500), minSpend: gbp(3000) })
  const sold = await till.sell([...mugs('2'), { sku: 'JUG', quantity: '1' }], cash(2500))
  assert.equal(sold.status, 201, JSON.stringify(sold.body))
  await world.call(till.owner, 'POST', `/erp/promotions/${id}/archive`, {})
  const [mugLine, jugLine] = sold.body.data.lines ?? []
  const giveBack = async (saleLineId: unknown, quantity: string) => {
    const lines = [{ saleLineId: String(saleLineId), quantity }]
    const path = `/erp/sales/${sold.body.data.id}/returns`
    const { status, body } = await world.call(till.manager, 'POST', path, { registerId: till.registerId, lines })
    assert.equal(status, 201, JSON.stringify(body))
    return [body.data.total, body.data.discount]
  }
  assert.deepEqual(await giveBack(mugLine?.id, '1'), [gbp(1000), gbp(200)])
  assert.deepEqual(await giveBack(jugLine?.id, '1'), [gbp(500), gbp(100)])
  assert.deepEqual(await giveBack(mugLine?.id, '1'), [gbp(1000), gbp(200)])
  await mustBalance(world)
})

test('happy hour ends with the hour of the shop', async () => {
  const till = await makeTill(world)
  await till.goods('TEA', 500, '9')
  const hours = { timeFrom: '17:00', timeTo: '18:00', days: ['tuesday'] }
  await promote(world, till, { name: 'Happy hour', kind: 'percent', percent: '20', ...hours })
  const total = async () => (await till.sell([{ sku: 'TEA', quantity: '1' }], cash(500))).body.data.total
  assert.deepEqual(await total(), gbp(400))
  now += 1_800_000
  assert.deepEqual(await total(), gbp(500))
  now -= 1_800_000
})

test('a single-use coupon is used once: of 50 at the same time one sale has it, the others leave nothing', async () => {
  const till = await withCoupon(world, { usesMax: 1 })
  const tries = await Promise.all(
    Array.from({ length: 50 }, () => till.sell(mugs(), { ...cash(700), coupons: ['gift'] })),
  )
  const codes = Map.groupBy(tries, codeOf)
  assert.deepEqual([codes.get('201')?.length, codes.get('COUPON_EXHAUSTED')?.length], [1, 49])
  assert.equal(await till.onHand('MUG'), '99')
  const { body } = await till.sell(mugs(), cash(1200))
  assert.equal(body.data.number, 'R1/2026/000002')
  const coupon = await world.call(till.owner, 'GET', `/erp/coupons/${till.couponId}`)
  assert.deepEqual([coupon.body.data.uses, coupon.body.data.spent], [1, gbp(500)])
  await mustBalance(world)
})

test('a budget is never exceeded, whoever comes at the same time', async () => {
  const till = await withCoupon(world, { budget: gbp(1700) })
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => till.sell(mugs(), { ...cash(700), coupons: ['GIFT'] })),
  )
  assert.equal(tries.filter(({ status }) => status === 201).length, 3)
  const refused = tries.find(({ status }) => status !== 201)
  assert.equal(detailOf(refused as never)?.field, 'coupons.0')
  const coupon = await world.call(till.owner, 'GET', `/erp/coupons/${till.couponId}`)
  assert.deepEqual(coupon.body.data.spent, gbp(1500))
  await mustBalance(world)
})

test('a limit for each customer counts each of them, and needs to know who buys', async () => {
  const till = await withCoupon(world, { usesPerCustomerMax: 2 })
  const customer = async (code: string) =>
    created(await world.call(till.owner, 'POST', '/erp/customers', { code, name: `Customer ${code}` }))
  const [ann, bob] = [await customer('ANN'), await customer('BOB')]
  const use = (customerId?: string) => till.sell(mugs(), { ...cash(700), coupons: ['GIFT'], customerId })
  assert.equal(codeOf(await use()), 'COUPON_INVALID')
  const tries = await Promise.all(Array.from({ length: 8 }, () => use(ann)))
  assert.equal(tries.filter(({ status }) => status === 201).length, 2)
  assert.equal((await use(bob)).status, 201)
  await mustBalance(world)
})

test('A28: a coupon that is unknown, out of date, paused, of another customer or named twice is refused', async () => {
  const till = await withCoupon(world)
  const other = created(await world.call(till.owner, 'POST', '/erp/customers', { code: 'O', name: 'Other' }))
  const promotionId = await promote(world, till, { name: 'Own', kind: 'percent', percent: '5', needsCoupon: true })
  await makeCoupon(world, till, { code: 'OLD', promotionId, validTo: '2026-11-30' })
  await makeCoupon(world, till, { code: 'SOON', promotionId, validFrom: '2026-12-02' })
  await makeCoupon(world, till, { code: 'THEIRS', promotionId, customerId: other })
  const paused = await makeCoupon(world, till, { code: 'PAUSED', promotionId })
  assert.equal((await world.call(till.owner, 'POST', `/erp/coupons/${paused}/pause`, {})).status, 200)
  for (const code of ['NOSUCH', 'OLD', 'SOON', 'THEIRS', 'PAUSED']) {
    const reply = await till.sell(mugs(), { ...cash(1200), coupons: [code] })
    assert.deepEqual([codeOf(reply), detailOf(reply)?.field], ['COUPON_INVALID', 'coupons.0'], code)
  }
  const twice = await till.sell(mugs(), { ...cash(1200), coupons: ['GIFT', 'gift'] })
  assert.deepEqual([codeOf(twice), detailOf(twice)?.field], ['COUPON_INVALID', 'coupons.1'])
  const stranger = await withCoupon(world)
  await makeCoupon(world, stranger, {
    code: 'FOREIGN',
    promotionId: await promote(world, stranger, { name: 'X', kind: 'percent', percent: '5', needsCoupon: true }),
  })
  assert.equal(codeOf(await till.sell(mugs(), { ...cash(1200), coupons: ['FOREIGN'] })), 'COUPON_INVALID')
})

test('a coupon that takes nothing off is refused with the reason and not used up', async () => {
  const till = await withCoupon(world, { usesMax: 1 })
  await till.goods('JUG', 600, '5')
  const list = await world.call(till.owner, 'GET', '/erp/promotions')
  const patch = { minSpend: gbp(5000) }
  assert.equal((await world.call(till.owner, 'PATCH', `/erp/promotions/${list.body.data[0]?.id}`, patch)).status, 200)
  const reply = await till.sell(mugs(), { ...cash(1200), coupons: ['GIFT'] })
  assert.equal(codeOf(reply), 'COUPON_INVALID')
  assert.match(String(detailOf(reply)?.message), /less than its minimum/)
  const { body } = await world.call(till.owner, 'GET', `/erp/coupons/${till.couponId}`)
  assert.equal(body.data.uses, 0)
})

test('a coupon comes back with the last of its goods, if it says so, and once', async () => {
  const till = await withCoupon(world, { usesMax: 1, comesBack: true })
  const sold = await till.sell(mugs('2'), { ...cash(1900), coupons: ['GIFT'] })
  assert.equal(sold.status, 201, JSON.stringify(sold.body))
  const uses = async () => (await world.call(till.owner, 'GET', `/erp/coupons/${till.couponId}`)).body.data.uses
  const giveBack = (quantity: string) =>
    world.call(till.manager, 'POST', `/erp/sales/${sold.body.data.id}/returns`, {
      registerId: till.registerId,
      lines: [{ saleLineId: String(sold.body.data.lines?.[0]?.id), quantity }],
    })
  const [one, two] = await Promise.all([giveBack('1'), giveBack('1')])
  assert.deepEqual([one.status, two.status], [201, 201])
  assert.equal(await uses(), 0)
  assert.equal((await till.sell(mugs(), { ...cash(700), coupons: ['GIFT'] })).status, 201)
  assert.equal(await uses(), 1)
  await mustBalance(world)
})

test('a coupon of which nothing says that it comes back does not', async () => {
  const till = await withCoupon(world, { usesMax: 1 })
  const sold = await till.sell(mugs(), { ...cash(700), coupons: ['GIFT'] })
  const lines = [{ saleLineId: String(sold.body.data.lines?.[0]?.id), quantity: '1' }]
  const path = `/erp/sales/${sold.body.data.id}/returns`
  const back = await world.call(till.manager, 'POST', path, { registerId: till.registerId, lines })
  assert.deepEqual([back.status, back.body.data.total], [201, gbp(700)])
  assert.equal(codeOf(await till.sell(mugs(), { ...cash(700), coupons: ['GIFT'] })), 'COUPON_EXHAUSTED')
  await mustBalance(world)
})

test('a promotion says what its kind needs, and nothing that its kind does not know', async () => {
  const till = await makeTill(world)
  const refuse = async (fields: Fields) => {
    const { body } = await world.call(till.owner, 'POST', '/erp/promotions', { name: 'P', ...fields } as never)
    return [body.code, ...(body.details ?? []).map(({ field }) => field)]
  }
  const isWrong = (...fields: string[]) => ['VALIDATION_FAILED', ...fields]
  assert.deepEqual(await refuse({ kind: 'percent' }), isWrong('percent'))
  assert.deepEqual(await refuse({ kind: 'fixed', amountOff: { amount: 1, currency: 'USD' } }), isWrong('amountOff'))
  assert.deepEqual(await refuse({ kind: 'bundle', setPrice: gbp(1) }), isWrong('parts'))
  assert.deepEqual(await refuse({ kind: 'buy_x_get_y', buyQuantity: 1 }), isWrong('getQuantity'))
  assert.deepEqual(await refuse({ kind: 'percent', percent: '5', amountOff: gbp(1) }), isWrong('amountOff'))
  const backwards = { validFrom: '2026-12-02', validTo: '2026-12-01' }
  assert.deepEqual(await refuse({ kind: 'percent', percent: '5', ...backwards }), isWrong('validTo'))
  const stranger = await makeTill(world)
  const productId = await stranger.goods('MUG', 100, '0')
  const foreign = await refuse({ kind: 'percent', percent: '5', goods: [{ productId }] })
  assert.deepEqual(foreign, ['REFERENCE_NOT_FOUND', 'goods.0.productId'])
})

test('a coupon is for a promotion that needs one, and never allows less than it has given', async () => {
  const till = await withCoupon(world, { usesMax: 5, budget: gbp(5000) })
  const open = await promote(world, till, { name: 'For all', kind: 'percent', percent: '5' })
  const reply = await world.call(till.owner, 'POST', '/erp/coupons', { code: 'NONE', promotionId: open })
  assert.deepEqual([codeOf(reply), detailOf(reply)?.field], ['VALIDATION_FAILED', 'promotionId'])
  for (let use = 0; use < 2; use += 1) await till.sell(mugs(), { ...cash(665), coupons: ['GIFT'] })
  const path = `/erp/coupons/${till.couponId}`
  for (const patch of [{ usesMax: 1 }, { budget: gbp(900) }]) {
    const { body } = await world.call(till.owner, 'PATCH', path, patch)
    assert.equal(body.code, 'VALIDATION_FAILED', JSON.stringify(patch))
  }
})
