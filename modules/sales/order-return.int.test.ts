/** What comes back of orders, what waits for goods, and the papers of both. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codeOf, gbp, makeTill } from '../../tests/till.ts'
import { type Loose, makeWorld, type World } from '../../tests/world.ts'
import { card, mustAddUp, ordersOf, runSalesJob, statesOf } from './order/order.fixture.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

async function shop() {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  const orders = ordersOf(world, till)
  const back = (of: Loose, step: string, body: object = {}) =>
    world.call(till.manager, 'POST', `/order-returns/${of.id}/${step}`, body)
  /** Four mugs, paid by card and shipped in two parts. */
  const shipped = async (): Promise<Loose> => {
    const order = await orders.made([{ sku: 'MUG', quantity: '4' }], { ...card(4800), confirm: true })
    await orders.act(order, 'shipments', { lines: [{ orderLineId: lineOf(order), quantity: '1' }] })
    await orders.act(order, 'shipments')
    return orders.read(order)
  }
  return { till, ...orders, back, shipped }
}
const lineOf = (order: Loose) => String(order.lines?.[0]?.id)

test('goods are sent back, received, inspected, credited and paid back, from both invoices', async () => {
  const { till, act, back, shipped, read } = await shop()
  const order = await shipped()
  const lines = [{ orderLineId: lineOf(order), quantity: '3', reason: 'Too small' }]
  const authorised = await act(order, 'return', { reason: 'Does not fit', lines })
  assert.equal(authorised.status, 201, JSON.stringify(authorised.body))
  assert.equal((await read(order)).lines?.[0]?.comingBack, '3')
  await mustAddUp(world)
  const of = authorised.body.data
  assert.equal(codeOf(await back(of, 'inspect')), 'INVALID_TRANSITION')
  assert.equal((await back(of, 'receive')).body.data.status, 'received')
  assert.equal(await till.onHand('MUG'), '1')
  const found = { lines: [{ orderLineId: lineOf(order), restocked: '2', scrapped: '1' }] }
  const closed = await back(of, 'inspect', found)
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  assert.equal(await till.onHand('MUG'), '3')
  const after = await read(order)
  assert.equal(statesOf(after), 'shipped paid part_returned')
  assert.deepEqual([after.credited, after.refunded, after.paid], [gbp(3600), gbp(3600), gbp(1200)])
  const notes = await world.call(till.manager, 'GET', '/erp/credit-notes')
  assert.equal(notes.body.data.length, 2)
  await mustAddUp(world)
})

test('when everything came back the order is returned, and its money is refunded or owed', async () => {
  const { act, back, shipped, read } = await shop()
  const order = await shipped()
  const { data: of } = (await act(order, 'return', { reason: 'Late' })).body
  await back(of, 'receive')
  assert.equal((await back(of, 'inspect', { refund: false })).status, 200)
  assert.equal(statesOf(await read(order)), 'returned owed returned')
  await mustAddUp(world)
  const { body } = await act(order, 'refunds', { reason: 'Returned' })
  assert.equal(statesOf(body.data), 'returned refunded returned')
  await mustAddUp(world)
})

test('no more comes back than shipped, whatever is on its way already', async () => {
  const { act, back, shipped, read } = await shop()
  const order = await shipped()
  const some = (quantity: string) =>
    act(order, 'return', { reason: 'x', lines: [{ orderLineId: lineOf(order), quantity }] })
  const first = await some('3')
  assert.equal(codeOf(await some('2')), 'RETURN_EXCEEDS_SALE')
  const rejected = await back(first.body.data, 'reject', { reason: 'Worn' })
  assert.equal(rejected.body.data.status, 'rejected')
  assert.equal((await read(order)).lines?.[0]?.comingBack, '0')
  assert.equal((await some('4')).status, 201)
  assert.equal(codeOf(await some('1')), 'RETURN_EXCEEDS_SALE')
  await mustAddUp(world)
})

test('of ten inspections at once one credits', async () => {
  const { act, back, shipped, read } = await shop()
  const order = await shipped()
  const { data: of } = (await act(order, 'return', { reason: 'Late' })).body
  await back(of, 'receive')
  const codes = await Promise.all(Array.from({ length: 10 }, async () => codeOf(await back(of, 'inspect'))))
  assert.deepEqual(codes.toSorted(), ['200', ...Array.from({ length: 9 }, () => 'INVALID_TRANSITION')])
  assert.equal(statesOf(await read(order)), 'returned refunded returned')
  await mustAddUp(world)
})

test('more is not found than came back, and what is in neither goes back to the customer', async () => {
  const { act, back, shipped, read } = await shop()
  const order = await shipped()
  const { data: of } = (await act(order, 'return', { reason: 'Late' })).body
  await back(of, 'receive')
  const find = (restocked: string) => back(of, 'inspect', { lines: [{ orderLineId: lineOf(order), restocked }] })
  assert.equal(codeOf(await find('5')), 'EXCEEDS_OPEN')
  assert.equal(codeOf(await find('-1')), 'VALIDATION_FAILED')
  assert.equal((await find('1')).status, 200)
  const { lines, credited } = await read(order)
  assert.deepEqual([lines?.[0]?.returned, lines?.[0]?.comingBack, credited], ['1', '0', gbp(1200)])
  await mustAddUp(world)
})

test("an order's invoice does not come back at a till", async () => {
  const { till, shipped } = await shop()
  const { shipments } = await shipped()
  const sale = (await world.call(till.manager, 'GET', `/erp/sales/${shipments?.[0]?.saleId}`)).body.data
  const lines = [{ saleLineId: sale.lines?.[0]?.id, quantity: '1' }]
  const body = { registerId: till.registerId, lines }
  assert.equal(codeOf(await world.call(till.manager, 'POST', `/erp/sales/${sale.id}/returns`, body)), 'SALE_OF_ORDER')
})

test('what is not there waits, and is held when it comes, the oldest order first', async () => {
  const { till, made, act, move, read, create } = await shop()
  const more = { ...card(100), confirm: true, allowsBackOrder: true }
  const first = await made([{ sku: 'MUG', quantity: '7' }], more)
  const second = await made([{ sku: 'MUG', quantity: '2' }], more)
  assert.deepEqual([first.lines?.[0]?.reserved, second.lines?.[0]?.reserved], ['5', '0'])
  assert.equal(codeOf(await create([{ sku: 'MUG', quantity: '1' }])), 'OUT_OF_STOCK')
  const { body } = await world.call(till.owner, 'GET', '/erp/products?filter[sku]=MUG')
  const lines = [{ productId: body.data[0]?.id, quantity: '3', reason: 'opening', unitCost: gbp(100) }]
  await world.call(till.owner, 'POST', '/inventory/adjust', { warehouseId: till.warehouseId, lines })
  await runSalesJob(world, 'allocate-back-orders', till.companyId)
  const held = async (order: Loose) => (await read(order)).lines?.[0]?.reserved
  assert.deepEqual([await held(first), await held(second)], ['7', '1'])
  await mustAddUp(world)
  await act(second, 'payments', card(2300))
  const part = await move(second, 'shipped')
  assert.equal(statesOf(part.body.data), 'processing paid part_shipped')
  assert.equal((await act(second, 'allocate')).body.data.lines?.[0]?.reserved, '0')
  await mustAddUp(world)
})

test('papers of the warehouse say what to pick and what is packed; invoices are read with the order', async () => {
  const { till, made, act, read } = await shop()
  const deliverTo = { name: 'Ann', lines: '1 High Street', city: 'Leeds', country: 'GB' }
  const order = await made([{ sku: 'MUG', quantity: '3' }], { ...card(3600), confirm: true, deliverTo })
  await act(order, 'shipments', {
    lines: [{ orderLineId: lineOf(order), quantity: '1' }],
    carrier: 'Post',
    trackingNumber: 'T1',
  })
  const get = async (path: string) => (await world.call(till.staff, 'GET', path)).body.data
  const pick = await get(`/orders/${order.id}/pick-list`)
  assert.deepEqual([pick.lines?.[0]?.quantity, pick.deliverTo], ['2', deliverTo])
  const { shipments } = await read(order)
  const packed = await get(`/shipments/${shipments?.[0]?.id}/packing-list`)
  assert.deepEqual([packed.lines?.[0]?.quantity, packed.orderNumber, packed.carrier], ['1', order.number, 'Post'])
  const { invoices } = await get(`/orders/${order.id}/invoice`)
  assert.deepEqual([invoices?.length, invoices?.[0]?.number, invoices?.[0]?.total], [1, 'S1/2026/I000001', gbp(1200)])
  const tracking = await get(`/orders/${order.id}/tracking`)
  assert.deepEqual([tracking.shipments?.[0]?.trackingNumber, tracking.fulfilmentStatus], ['T1', 'part_shipped'])
})
