import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cash, codeOf, gbp, makeTill, mustBalance, type Till } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

test('a sale is priced, taxed, numbered, taken from stock and paid', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  const { status, body } = await till.sell([{ sku: 'MUG', quantity: '2' }], cash(3000))
  assert.equal(status, 201, JSON.stringify(body))
  const { number, net, tax, total, change, businessDate } = body.data
  assert.deepEqual({ number, businessDate }, { number: 'R1/2026/000001', businessDate: '2026-11-21' })
  assert.deepEqual({ net, tax, total, change }, { net: gbp(2000), tax: gbp(400), total: gbp(2400), change: gbp(600) })
  assert.equal(await till.onHand('MUG'), '3')
  await mustBalance(world)
})

test('a sale is read with its lines and tenders, in its own shop only', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  const path = `/erp/sales/${(await till.sell([{ sku: 'MUG', quantity: '2' }], cash(3000))).body.data.id}`
  const read = await world.call(till.staff, 'GET', path)
  assert.equal(read.status, 200, JSON.stringify(read.body))
  assert.deepEqual(read.body.data.lines?.[0]?.gross, gbp(2400))
  assert.deepEqual(read.body.data.tenders?.[0]?.change, gbp(600))
  const { cashierName, registerName, customerName } = read.body.data
  assert.deepEqual([cashierName, registerName, customerName], [till.staff.name, 'Till R1', null])
  const elsewhere = world.person(till.companyId, 'shop_staff', { shopIds: [till.companyId] })
  assert.equal((await world.call(elsewhere, 'GET', path)).status, 404)
  assert.equal((await world.call(elsewhere, 'GET', '/erp/sales')).body.data.length, 0)
  assert.equal((await world.call(till.staff, 'GET', '/erp/sales')).body.data.length, 1)
  const payments = await world.call(till.manager, 'GET', '/payments/history')
  assert.equal((await world.call(till.manager, 'GET', `/payments/${payments.body.data[0]?.id}`)).status, 200)
  const stranger = await makeTill(world)
  assert.equal((await world.call(stranger.owner, 'GET', path)).status, 404)
})

test('what is out of stock is not sold, and nothing of the sale stays', async () => {
  const till = await makeTill(world)
  await till.goods('LAST', 1000, '1')
  assert.equal(codeOf(await till.sell([{ sku: 'LAST', quantity: '2' }], cash(2000))), 'OUT_OF_STOCK')
  const twice = [
    { sku: 'LAST', quantity: '1' },
    { sku: 'LAST', quantity: '1' },
  ]
  assert.equal(codeOf(await till.sell(twice, cash(2000))), 'OUT_OF_STOCK')
  const { body } = await till.sell([{ sku: 'LAST', quantity: '1' }], cash(1000))
  assert.equal(body.data.number, 'R1/2026/000001')
  await mustBalance(world)
})

test('A25: prices, totals, discounts and taxes of the client are refused, not ignored', async () => {
  const till = await makeTill(world)
  for (const field of ['price', 'total', 'discount', 'tax']) {
    const onLine = await till.sell([{ sku: 'MUG', quantity: '1', [field]: gbp(1) }], cash(100))
    assert.equal(codeOf(onLine), 'VALIDATION_FAILED', field)
    const onSale = await till.sell([{ sku: 'MUG', quantity: '1' }], { ...cash(100), [field]: gbp(1) })
    assert.equal(onSale.body.details?.[0]?.field, field)
  }
})

test('A26: quantities that are none, or finer than the unit, are refused', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  for (const quantity of ['-1', '0', '0.0', '1.5', 1, 1.5, 2 ** 53, '1e3', '1000000000000000000', '', null]) {
    assert.equal((await till.sell([{ sku: 'MUG', quantity }], cash(1200))).status, 400, String(quantity))
  }
})

test('A29: a line names goods exactly once, and a cart is bounded', async () => {
  const till = await makeTill(world)
  const productId = await till.goods('MUG', 1200, '5')
  assert.equal((await till.sell([{ quantity: '1' }], cash(1200))).status, 400)
  assert.equal((await till.sell([{ sku: 'MUG', productId, quantity: '1' }], cash(1200))).status, 400)
  assert.equal((await till.sell([], cash(1200))).status, 400)
  const many = Array.from({ length: 10_000 }, () => ({ sku: 'MUG', quantity: '1' }))
  assert.equal((await till.sell(many, cash(1200))).status, 400)
  assert.equal(codeOf(await till.sell([{ sku: 'NONE', quantity: '1' }], cash(1200))), 'REFERENCE_NOT_FOUND')
})

test('A25: a price by hand needs the right and a reason', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  const line = { sku: 'MUG', quantity: '1', unitPrice: gbp(600), priceReason: 'Chipped' }
  assert.equal(codeOf(await till.sell([line], cash(600))), 'PRICE_OVERRIDE_FORBIDDEN')
  const { priceReason: _, ...bare } = line
  assert.equal(codeOf(await till.sell([bare], cash(600), till.manager)), 'PRICE_OVERRIDE_FORBIDDEN')
  const sold = await till.sell([line], cash(600), till.manager)
  assert.deepEqual(sold.body.data.lines?.[0]?.gross, gbp(600), JSON.stringify(sold.body))
})

test('A27: tenders cover what is due, in its currency', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  const pay = async (...tenders: object[]) => codeOf(await till.sell([{ sku: 'MUG', quantity: '1' }], { tenders }))
  assert.equal(await pay(), 'TENDER_INSUFFICIENT')
  assert.equal(await pay({ method: 'cash', amount: gbp(1199) }), 'TENDER_INSUFFICIENT')
  assert.equal(await pay({ method: 'card', amount: gbp(1201) }), 'TENDER_EXCEEDS_DUE')
  assert.equal(await pay({ method: 'cash', amount: { amount: 1200, currency: 'EUR' } }), 'CURRENCY_MISMATCH')
  assert.equal(await pay({ method: 'cash', amount: gbp(0.001) }), 'VALIDATION_FAILED')
  assert.equal(await pay({ method: 'cash', amount: gbp(-1) }), 'VALIDATION_FAILED')
})

test('what is out of stock is named by its line as it was sent, behind a charge too', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '1')
  const charge = { sku: 'POST', name: 'Postage', kind: 'charge', price: gbp(500) }
  assert.equal((await world.call(till.owner, 'POST', '/erp/products', charge)).status, 201)
  const lines = [
    { sku: 'POST', quantity: '1' },
    { sku: 'MUG', quantity: '2' },
  ]
  const { body } = await till.sell(lines, cash(2900))
  assert.deepEqual([body.code, body.details?.[0]?.field], ['OUT_OF_STOCK', 'lines.1.quantity'])
})

test('registers, shops and customers of others do not exist', async () => {
  const [till, other] = [await makeTill(world), await makeTill(world)]
  await till.goods('MUG', 1200, '5')
  const lines = [{ sku: 'MUG', quantity: '1' }]
  const foreign = async (more: object, who = till.owner) =>
    codeOf(await till.sell(lines, { ...cash(1200), ...more }, who))
  assert.equal(await foreign({ registerId: other.registerId }), 'REFERENCE_NOT_FOUND')
  assert.equal(await foreign({ shopId: other.shopId, registerId: other.registerId }), 'REFERENCE_NOT_FOUND')
  assert.equal(await foreign({ customerId: other.shopId }), 'REFERENCE_NOT_FOUND')
  assert.equal(
    await foreign({}, world.person(till.companyId, 'shop_staff', { shopIds: [other.shopId] })),
    'REFERENCE_NOT_FOUND',
  )
  assert.equal(await foreign({}, world.person(till.companyId, 'customer')), 'FORBIDDEN')
})

test('A29: of fifty tills that want the last unit, one sells it', async () => {
  const till = await makeTill(world)
  await till.goods('LAST', 1000, '1')
  const registers = await Promise.all(Array.from({ length: 8 }, (_, index) => till.register(`T${index}`)))
  const codes = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const registerId = registers[index % registers.length]
      return codeOf(await till.sell([{ sku: 'LAST', quantity: '1' }], { ...cash(1000), registerId }))
    }),
  )
  assert.deepEqual([...new Set(codes)].toSorted(), ['201', 'OUT_OF_STOCK'])
  assert.equal(codes.filter((code) => code === '201').length, 1)
  assert.equal(await till.onHand('LAST'), '0')
  await mustBalance(world)
})

test('A33: forty sales with one Idempotency-Key are one sale', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '50')
  const body = {
    shopId: till.shopId,
    registerId: till.registerId,
    lines: [{ sku: 'MUG', quantity: '1' }],
    ...cash(1200),
  }
  const headers = { 'idempotency-key': 'ticket-1' }
  const calls = Array.from({ length: 40 }, () => world.call(till.staff, 'POST', '/erp/sales', body, headers))
  const replies = await Promise.all(calls)
  assert.ok(replies.every((reply) => ['201', 'IDEMPOTENCY_IN_PROGRESS'].includes(codeOf(reply))))
  const again = await world.call(till.staff, 'POST', '/erp/sales', body, headers)
  const ids = new Set(
    [...replies, again].filter(({ status }) => status === 201).map(({ body: answer }) => answer.data.id),
  )
  assert.equal(ids.size, 1)
  assert.equal(await till.onHand('MUG'), '49')
})

test('a ticket with an id of its own is sold once', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  const ticket = { ...cash(1200), id: world.app.newId() }
  assert.equal((await till.sell([{ sku: 'MUG', quantity: '1' }], ticket)).body.data.id, ticket.id)
  assert.equal(codeOf(await till.sell([{ sku: 'MUG', quantity: '1' }], ticket)), 'ALREADY_EXISTS')
})

test('numbers run without gaps at each register, also through refusals', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 100, '1000')
  const second = await till.register('R2')
  const sellAt = (registerId: string, amount: number) =>
    till.sell([{ sku: 'MUG', quantity: '1' }], { ...cash(amount), registerId })
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, index) => sellAt(index % 2 ? second : till.registerId, index % 3 ? 100 : 99)),
  )
  const numbers = replies.filter(({ status }) => status === 201).map(({ body }) => String(body.data.number))
  const expected = ['R1', 'R2'].flatMap((code) => Array.from({ length: 10 }, (_, index) => numberAt(code, index + 1)))
  assert.deepEqual(numbers.toSorted(), expected.toSorted())
  await mustBalance(world)
})

const numberAt = (code: string, number: number): string => `${code}/2026/${String(number).padStart(6, '0')}`

test('a register does not wait for another one', async () => {
  const till = await makeTill(world)
  await till.goods('CUP', 100, '10')
  await till.goods('MUG', 100, '10')
  assert.equal((await till.sell([{ sku: 'MUG', quantity: '1' }], cash(100))).status, 201)
  const second = await till.register('R2')
  const sold = await whileSeriesIsHeld(till, () =>
    till.sell([{ sku: 'CUP', quantity: '1' }], { ...cash(100), registerId: second }),
  )
  assert.equal(sold.status, 201)
})

/** Works while a transaction that has taken a number of the first register stays open. */
const whileSeriesIsHeld = <R>(till: Till, work: () => Promise<R>): Promise<R> =>
  world.app.db.transaction(till.companyId, async (sql) => {
    const held = await sql`
      update sales.number_series set next = next where company_id = ${till.companyId} and scope = ${till.registerId}
      returning id`
    assert.equal(held.length, 1)
    return { result: await work() }
  })
