/** Orders from taking to delivery: what is held, what is paid, what is invoiced, and what the books say of it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codeOf, gbp, makeTill } from '../../tests/till.ts'
import { type Loose, makeWorld, type World } from '../../tests/world.ts'
import { amountOf, card, mustAddUp, ordersOf, runSalesJob, statesOf } from './order/order.fixture.ts'

let world: World
let now = Date.parse('2026-11-21T12:00:00Z')
before(async () => {
  world = await makeWorld({ clock: () => now })
})
after(() => world.close())

/** A shop with five mugs at 12.00 and ten cups at 3.33. */
async function shop() {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  await till.goods('CUP', 333, '10')
  return { till, ...ordersOf(world, till) }
}
const mugs = (quantity: string) => [{ sku: 'MUG', quantity }]
const lineOf = (order: Loose, index = 0) => String(order.lines?.[index]?.id)

test('an order is priced, numbered, and holds its goods without taking them', async () => {
  const { till, made, available } = await shop()
  const order = await made(mugs('2'), { reference: 'PO 7' })
  assert.equal(order.number, 'S1/2026/O000001')
  assert.deepEqual([order.net, order.tax, order.total], [gbp(2000), gbp(400), gbp(2400)])
  assert.equal(statesOf(order), 'pending unpaid unfulfilled')
  assert.deepEqual([order.lines?.[0]?.open, order.lines?.[0]?.reserved], ['2', '2'])
  assert.deepEqual([await till.onHand('MUG'), await available('MUG')], ['5', '3'])
  await mustAddUp(world)
})

test('an order goes through its whole life, and each step is one event with who took it and why', async () => {
  const { till, made, move, act, read } = await shop()
  const order = await made(mugs('2'), card(1000))
  assert.equal(statesOf(order), 'pending part_paid unfulfilled')
  assert.equal((await move(order, 'confirmed', { reason: 'Called back' })).status, 200)
  assert.equal((await move(order, 'processing')).status, 200)
  assert.equal((await act(order, 'payments', card(1400))).status, 201)
  const shipped = await move(order, 'shipped', { carrier: 'Royal Mail', trackingNumber: 'RM1' })
  assert.equal(shipped.status, 200, JSON.stringify(shipped.body))
  assert.equal(statesOf(shipped.body.data), 'shipped paid shipped')
  assert.equal(await till.onHand('MUG'), '3')
  assert.equal((await move(order, 'delivered')).status, 200)
  const done = await move(order, 'completed')
  assert.equal(statesOf(done.body.data), 'completed paid delivered')
  const { steps, version } = await read(order)
  assert.deepEqual(
    [...(steps ?? [])].map(({ event }) => String(event)),
    [
      ...['order.created', 'order.payment_updated', 'order.confirmed', 'order.processing', 'order.payment_updated'],
      ...['order.shipped', 'order.fulfilled', 'order.delivered', 'order.fulfilment_updated', 'order.completed'],
    ],
  )
  assert.deepEqual([steps?.[2]?.reason, steps?.[2]?.actorName, version], ['Called back', till.manager.name, 10])
  const events = await world.app.db.relay`
    select type, version from event_log.event where subject_id = ${String(order.id)} order by version`
  assert.deepEqual(
    events.map(({ type, version: at }) => [type, at]),
    [...(steps ?? [])].map(({ event }, index) => [event, index + 1]),
  )
  await mustAddUp(world)
})

test('what ships is invoiced out of what was received, with the cost of goods', async () => {
  const { till, made, move, read } = await shop()
  const order = await made(mugs('2'), { ...card(2400), confirm: true })
  await move(order, 'shipped')
  const { invoiced, applied, shipments } = await read(order)
  assert.deepEqual([invoiced, applied], [gbp(2400), gbp(2400)])
  assert.equal(shipments?.[0]?.invoiceNumber, 'S1/2026/I000001')
  const sale = await world.call(till.manager, 'GET', `/erp/sales/${shipments?.[0]?.saleId}`)
  assert.deepEqual(
    [sale.body.data.total, sale.body.data.tenders?.[0]?.method, sale.body.data.registerId],
    [gbp(2400), 'deposit', null],
  )
  await mustAddUp(world)
  const balance = await world.call(till.owner, 'GET', '/finance/reports/trial-balance?date=2026-11-21')
  const closing = new Map([...(balance.body.data.rows ?? [])].map((row) => [String(row.code), amountOf(row.closing)]))
  const of = (code: string) => closing.get(code) ?? 0
  assert.deepEqual([of('1010'), of('2200'), of('4000'), of('2100'), of('5000')], [2400, 0, -2000, -400, 200])
})

test('nothing ships before it is paid; a part ships when its part is', async () => {
  const { made, act, move, read } = await shop()
  const order = await made([...mugs('2'), { sku: 'CUP', quantity: '3' }], { confirm: true })
  const refused = await move(order, 'shipped')
  assert.deepEqual([codeOf(refused), refused.body.details?.[0]?.field], ['ORDER_PAYMENT_DUE', 'lines'])
  await act(order, 'payments', card(1300))
  const part = { lines: [{ orderLineId: lineOf(order), quantity: '1' }] }
  const first = await act(order, 'shipments', part)
  assert.equal(first.status, 201, JSON.stringify(first.body))
  assert.equal(statesOf(first.body.data), 'processing part_paid part_shipped')
  assert.equal(codeOf(await act(order, 'shipments', part)), 'ORDER_PAYMENT_DUE')
  await act(order, 'payments', card(2099))
  const rest = await move(order, 'shipped')
  assert.equal(statesOf(rest.body.data), 'shipped paid shipped')
  const { shipments, invoiced, total } = await read(order)
  assert.deepEqual([shipments?.length, invoiced], [2, total])
  await mustAddUp(world)
})

test('a cancelled order leaves no promise, and its money goes back', async () => {
  const { made, act, available } = await shop()
  const order = await made(mugs('2'), { ...card(1000), confirm: true })
  const { body } = await act(order, 'cancel', { reason: 'Changed their mind' })
  assert.equal(statesOf(body.data), 'cancelled refunded unfulfilled')
  assert.deepEqual([body.data.refunded, body.data.due], [gbp(1000), gbp(0)])
  assert.equal(await available('MUG'), '5')
  assert.equal(codeOf(await act(order, 'cancel', { reason: 'Again' })), 'INVALID_TRANSITION')
  await mustAddUp(world)
})

test('what is cancelled without paying back is owed, and is paid back later, never twice', async () => {
  const { made, act } = await shop()
  const order = await made(mugs('2'), card(2400))
  const part = { lines: [{ orderLineId: lineOf(order), quantity: '1' }], reason: 'One is enough', refund: false }
  const { body } = await act(order, 'cancel', part)
  assert.equal(statesOf(body.data), 'pending owed unfulfilled')
  await mustAddUp(world)
  const back = await act(order, 'refunds', { reason: 'Owed' })
  assert.deepEqual([statesOf(back.body.data), back.body.data.refunded], ['pending paid unfulfilled', gbp(1200)])
  assert.equal(codeOf(await act(order, 'refunds', { reason: 'Owed' })), 'ORDER_NOTHING_OWED')
  assert.equal(codeOf(await act(order, 'payments', card(1))), 'ORDER_NOTHING_DUE')
  await mustAddUp(world)
})

test('the rest of a part shipped order is cancelled, and the order has shipped', async () => {
  const { made, act, move } = await shop()
  const order = await made(mugs('3'), { ...card(3600), confirm: true })
  await act(order, 'shipments', { lines: [{ orderLineId: lineOf(order), quantity: '1' }] })
  const { body } = await move(order, 'cancelled', { reason: 'Sold out' })
  assert.equal(statesOf(body.data), 'shipped paid shipped')
  assert.deepEqual([body.data.cancelled, body.data.refunded], [gbp(2400), gbp(2400)])
  await mustAddUp(world)
})

test('an order whose goods are not there does not come to be', async () => {
  const { till, create } = await shop()
  const { body } = await create([{ sku: 'CUP', quantity: '1' }, ...mugs('6')], card(100))
  assert.deepEqual([body.code, body.details?.[0]?.field], ['OUT_OF_STOCK', 'lines.1.quantity'])
  const left = await world.app.db.relay`
    select (select count(*)::int from sales.sales_order where company_id = ${till.companyId}) as orders,
      (select count(*)::int from inventory.reservation where company_id = ${till.companyId}) as held,
      (select count(*)::int from payments.payment where company_id = ${till.companyId}) as paid`
  assert.deepEqual({ ...left[0] }, { orders: 0, held: 0, paid: 0 })
})

test('of thirty orders at once for the last unit, one is taken', async () => {
  const { till, create, available } = await shop()
  await till.goods('LAST', 1000, '1')
  const codes = await Promise.all(
    Array.from({ length: 30 }, async () => codeOf(await create([{ sku: 'LAST', quantity: '1' }]))),
  )
  assert.deepEqual(codes.toSorted(), ['201', ...Array.from({ length: 29 }, () => 'OUT_OF_STOCK')])
  assert.equal(await available('LAST'), '0')
  await mustAddUp(world)
})

test('a checkout with an id of its own is one order, sent twenty times at once', async () => {
  const { till, create, available } = await shop()
  const more = { id: world.app.newId(), ...card(2400) }
  const replies = await Promise.all(Array.from({ length: 20 }, () => create(mugs('2'), more)))
  assert.deepEqual([...new Set(replies.map(codeOf))], ['201'])
  assert.deepEqual([...new Set(replies.map(({ body }) => body.data.number))], ['S1/2026/O000001'])
  assert.equal(await available('MUG'), '3')
  assert.equal(codeOf(await create(mugs('1'), more)), 'ALREADY_EXISTS')
  const [row] = await world.app.db.relay`
    select count(*)::int as count from payments.payment where company_id = ${till.companyId}`
  assert.equal(row?.count, 1)
})

test('a quote holds nothing, and becomes an order when its goods are there', async () => {
  const { till, made, move, act, available } = await shop()
  const quote = await made(mugs('4'), { quote: true })
  assert.deepEqual([statesOf(quote), await available('MUG')], ['quote unpaid unfulfilled', '5'])
  assert.equal(codeOf(await act(quote, 'payments', card(100))), 'INVALID_TRANSITION')
  await till.sell(mugs('3'), { tenders: [{ method: 'cash', amount: gbp(3600) }] })
  assert.equal(codeOf(await move(quote, 'pending')), 'OUT_OF_STOCK')
  const smaller = await made(mugs('2'), { quote: true })
  assert.equal(statesOf((await move(smaller, 'pending')).body.data), 'pending unpaid unfulfilled')
  assert.equal(await available('MUG'), '0')
  await mustAddUp(world)
})

test('only listed steps are taken', async () => {
  const { made, move } = await shop()
  const order = await made(mugs('1'))
  for (const to of ['processing', 'shipped', 'delivered', 'completed', 'pending']) {
    assert.equal(codeOf(await move(order, to)), 'INVALID_TRANSITION', to)
  }
  await move(order, 'confirmed')
  assert.equal(codeOf(await move(order, 'confirmed')), 'INVALID_TRANSITION')
  assert.equal(codeOf(await move(order, 'cancelled')), 'VALIDATION_FAILED')
})

test('an order that is not confirmed in time is cancelled, and its goods are free again', async () => {
  const { till, made, read, available } = await shop()
  const held = await made(mugs('3'), { heldUntil: '2026-11-21T13:00:00Z' })
  const paid = await made(mugs('1'), { heldUntil: '2026-11-21T13:00:00Z', ...card(100) })
  now += 3_601_000
  await runSalesJob(world, 'expire-orders', till.companyId)
  assert.equal(statesOf(await read(held)), 'cancelled unpaid unfulfilled')
  assert.equal(statesOf(await read(paid)), 'pending part_paid unfulfilled')
  assert.equal(await available('MUG'), '4')
  await mustAddUp(world)
})

test('goods that an order holds are released by the order alone; a price by hand needs the right', async () => {
  const { till, made, create } = await shop()
  const order = await made(mugs('1'))
  const { body } = await world.call(till.owner, 'GET', '/inventory/reservations?filter[state]=live')
  const release = await world.call(till.owner, 'POST', `/inventory/reservations/${body.data[0]?.id}/release`)
  assert.equal(codeOf(release), 'INVALID_TRANSITION')
  const byHand = [{ sku: 'MUG', quantity: '1', unitPrice: gbp(600), priceReason: 'Chipped' }]
  assert.equal(codeOf(await create(byHand, {}, till.staff)), 'PRICE_OVERRIDE_FORBIDDEN')
  assert.equal(amountOf((await create(byHand)).body.data.total), 600)
  assert.equal(codeOf(await create(mugs('1'), { id: order.id }, till.staff)), 'ALREADY_EXISTS')
})

test('orders of others do not exist, and customers see their own', async () => {
  const [mine, other] = [await shop(), await shop()]
  const customer = await world.call(mine.till.owner, 'POST', '/erp/customers', { name: 'Ann' })
  const order = await mine.made(mugs('1'), { customerId: customer.body.data.id })
  const path = `/orders/${order.id}`
  for (const [method, to] of [
    ['GET', path],
    ['GET', `${path}/tracking`],
    ['POST', `${path}/shipments`],
    ['POST', `${path}/refunds`],
    ['POST', `${path}/cancel`],
  ] as const) {
    const body = method === 'GET' ? undefined : to.endsWith('shipments') ? {} : { reason: 'x' }
    assert.equal(codeOf(await world.call(other.till.owner, method, to, body)), 'NOT_FOUND', to)
  }
  const ann = world.person(mine.till.companyId, 'customer', { customerId: String(customer.body.data.id) })
  const bob = world.person(mine.till.companyId, 'customer', { customerId: mine.till.shopId })
  assert.equal((await world.call(ann, 'GET', path)).status, 200)
  assert.equal((await world.call(bob, 'GET', path)).status, 404)
  assert.equal((await world.call(bob, 'GET', '/orders')).body.data.length, 0)
  assert.equal(codeOf(await world.call(ann, 'POST', `${path}/cancel`, { reason: 'x' })), 'FORBIDDEN')
})
