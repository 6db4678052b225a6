import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cash, codeOf, gbp, mustBalance } from '../../../tests/till.ts'
import { makeWorld, type World } from '../../../tests/world.ts'
import { makeOfflineTill, openOffline, resultsOf, type Ticket } from './offline.fixture.ts'

const start = Date.parse('2026-11-24T12:00:00Z')
let now = start
let world: World
before(async () => {
  world = await makeWorld({ clock: () => now })
})
after(() => world.close())

const statuses = (reply: Parameters<typeof resultsOf>[0]) => resultsOf(reply).map(({ status }) => status)
const flagsOf = (reply: Parameters<typeof resultsOf>[0]) => resultsOf(reply).map(({ flags }) => flags.join())

test('F51: 500 sales over a line that drops and repeats calls are booked once each, under their numbers', async () => {
  const till = await makeOfflineTill(world)
  await till.goods('MUG', 250, '1000')
  await till.learn()
  const waiting = Array.from({ length: 500 }, () => till.ticket([{ sku: 'MUG', quantity: '1' }]))
  let calls = 0
  const queue = [...waiting]
  while (queue.length > 0 && calls < 100) {
    calls += 1
    const batch = queue.slice(0, 50)
    // Every third call is lost on its way back, every fourth arrives twice.
    const replies = await Promise.all(calls % 4 === 0 ? [till.sync(batch), till.sync(batch)] : [till.sync(batch)])
    if (calls % 3 !== 0 && replies.every(({ status }) => status === 200)) queue.splice(0, batch.length)
  }
  const sold = await world.app.db.relay`
    select number from sales.sale where company_id = ${till.companyId} order by number`
  assert.deepEqual(
    sold.map(({ number }) => number),
    waiting.map(({ number }) => number),
  )
  assert.equal(waiting[499]?.number, 'R1-F1-000500')
  assert.equal(await till.onHand('MUG'), '500')
  const { body } = await world.call(till.staff, 'GET', `/offline/status?registerId=${till.registerId}`)
  const { epoch, lastSequence, accepted, refused, flagged, nextSequence } = body.data
  assert.deepEqual([epoch, lastSequence, accepted, refused, flagged, nextSequence], [1, 500, 500, 0, 0, 501])
  await mustBalance(world)
})

test('F52: one batch sent five times at once, then half of it again, is booked once', async () => {
  const till = await makeOfflineTill(world)
  await till.goods('MUG', 250, '1000')
  await till.learn()
  const batch = Array.from({ length: 10 }, () => till.ticket([{ sku: 'MUG', quantity: '2' }]))
  const replies = await Promise.all(Array.from({ length: 5 }, () => till.sync(batch)))
  const all = replies.flatMap(statuses)
  assert.deepEqual([all.filter((each) => each === 'accepted').length, all.length], [10, 50])
  const more = [...batch.slice(5), till.ticket([{ sku: 'MUG', quantity: '1' }])]
  assert.deepEqual(statuses(await till.sync(more)), [...Array(5).fill('duplicate'), 'accepted'])
  assert.equal(await till.onHand('MUG'), '979')
  await mustBalance(world)
})

test('F53: two tills that sold the last unit offline have both sold it; stock and a flag say so', async () => {
  const first = await makeOfflineTill(world)
  await first.goods('LAST', 1000, '1')
  const second = await openOffline(world, first, await first.register('R2'))
  await Promise.all([first.learn(), second.learn()])
  const sell = (till: typeof first) => till.sync([till.ticket([{ sku: 'LAST', quantity: '1' }])])
  const replies = await Promise.all([sell(first), sell(second)])
  assert.deepEqual(replies.flatMap(statuses), ['accepted', 'accepted'])
  assert.deepEqual(replies.flatMap(flagsOf).toSorted(), ['', 'oversold'])
  assert.equal(await first.onHand('LAST'), '-1')
  const { body } = await world.call(first.manager, 'GET', '/pos/sale-exceptions?filter[status]=open')
  assert.equal(body.data.length, 1)
  assert.equal(codeOf(await first.sell([{ sku: 'LAST', quantity: '1' }], cash(1000))), 'OUT_OF_STOCK')
  const resolve = `/pos/sale-exceptions/${body.data[0]?.id}/resolve`
  assert.equal(codeOf(await world.call(first.staff, 'POST', resolve, {})), 'FORBIDDEN')
  assert.equal((await world.call(first.manager, 'POST', resolve, {})).body.data.status, 'resolved')
  await mustBalance(world)
})

test('F54: a price that changed meanwhile stays as it was sold, and the difference is told', async () => {
  const till = await makeOfflineTill(world)
  const productId = await till.goods('MUG', 250, '10')
  await till.learn()
  const ticket = till.ticket([{ sku: 'MUG', quantity: '2' }])
  assert.equal((await world.call(till.owner, 'PATCH', `/erp/products/${productId}`, { price: gbp(300) })).status, 200)
  const reply = await till.sync([ticket])
  assert.deepEqual(flagsOf(reply), ['price_changed'])
  const sale = await world.call(till.staff, 'GET', `/erp/sales/${ticket.id}`)
  assert.deepEqual(sale.body.data.total, gbp(500))
  const { body } = await world.call(till.manager, 'GET', '/pos/sale-exceptions')
  assert.deepEqual([body.data[0]?.variance, body.data[0]?.details?.bookVersion], [gbp(100), ticket.bookVersion])
  const [event] = await eventsOf(till.companyId, 'sale.flagged')
  assert.deepEqual([event?.subject_id, event?.data.variance], [ticket.id, 100])
})

test('F55: a copy of a till is found out by its numbers, and a new lease begins a new series', async () => {
  const till = await makeOfflineTill(world)
  await till.goods('MUG', 250, '10')
  await till.learn()
  const ticket = till.ticket([{ sku: 'MUG', quantity: '1' }])
  const copy = { ...ticket, id: world.app.newId(), lines: withoutIds(ticket) }
  assert.deepEqual(statuses(await till.sync([ticket])), ['accepted'])
  const [result] = resultsOf(await till.sync([copy]))
  assert.deepEqual([result?.status, result?.code], ['refused', 'SEQUENCE_REUSED'])
  const [cloned] = await eventsOf(till.companyId, 'register.cloned')
  assert.deepEqual(cloned?.data.ticketIds, [ticket.id, copy.id])
  // What was refused is kept, so the till may let it go; sent again it is still refused.
  const { body } = await world.call(till.manager, 'GET', '/pos/sale-exceptions')
  assert.deepEqual([body.data[0]?.code, body.data[0]?.ticket?.id], ['SEQUENCE_REUSED', copy.id])
  assert.deepEqual(statuses(await till.sync([copy])), ['refused'])
  const late = till.ticket([{ sku: 'MUG', quantity: '1' }])
  const anew = await till.lease()
  await anew.learn()
  const first = anew.ticket([{ sku: 'MUG', quantity: '1' }])
  assert.deepEqual([anew.epoch, first.number], [2, 'R1-F2-000001'])
  assert.deepEqual(flagsOf(await anew.sync([first])), [''])
  assert.deepEqual(flagsOf(await till.sync([late])), ['epoch_ended'])
  assert.equal(await till.onHand('MUG'), '7')
  await mustBalance(world)
})

const withoutIds = (ticket: Ticket) => (ticket.lines as Record<string, unknown>[]).map(({ id: _, ...line }) => line)

test('F57: cards beyond the limits are booked and flagged: by ticket, in total, by age', async () => {
  const till = await makeOfflineTill(world)
  await till.goods('MUG', 6000, '100')
  const policy = { shopId: till.shopId, offlineCardTicketMax: gbp(10_000), offlineCardTotalMax: gbp(15_000) }
  assert.equal((await world.call(till.owner, 'POST', '/pos/policies', policy)).status, 201)
  await till.learn()
  const byCard = (quantity: string, amount: number) =>
    till.ticket([{ sku: 'MUG', quantity }], { tenders: [{ method: 'card', amount: gbp(amount) }] })
  const batch = [
    byCard('1', 6000),
    byCard('2', 12_000),
    till.ticket([{ sku: 'MUG', quantity: '1' }]),
    byCard('1', 6000),
  ]
  assert.deepEqual(flagsOf(await till.sync(batch)), ['', 'card_limit', '', 'card_limit'])
  now += 3_600_000
  const later = byCard('1', 6000)
  assert.deepEqual(flagsOf(await till.sync([later])), [''])
  const old = byCard('1', 6000)
  now += 25 * 3_600_000
  assert.deepEqual(flagsOf(await till.sync([old])), ['too_old'])
  now = start
  await mustBalance(world)
})

test('a sale that had reached the server is not booked again under its offline number', async () => {
  const till = await makeOfflineTill(world)
  await till.goods('MUG', 250, '10')
  await till.learn()
  const ticket = till.ticket([{ sku: 'MUG', quantity: '1' }])
  assert.equal((await till.sell([{ sku: 'MUG', quantity: '1' }], { ...cash(250), id: ticket.id })).status, 201)
  const [result] = resultsOf(await till.sync([ticket]))
  assert.deepEqual([result?.status, result?.number], ['duplicate', 'R1/2026/000001'])
  assert.deepEqual(statuses(await till.sync([till.ticket([{ sku: 'MUG', quantity: '1' }])])), ['accepted'])
  assert.equal(await till.onHand('MUG'), '8')
  await mustBalance(world)
})

test('one bad ticket holds up none of the others, and its number is accounted for', async () => {
  const till = await makeOfflineTill(world)
  await till.goods('MUG', 250, '10')
  await till.learn()
  const good = () => till.ticket([{ sku: 'MUG', quantity: '1' }])
  const bad: [string, Ticket][] = [
    ['TICKET_INVALID', { ...good(), total: gbp(1) }],
    ['TENDER_INSUFFICIENT', { ...good(), tenders: [{ method: 'cash', amount: gbp(1) }] }],
    ['NUMBER_MISMATCH', { ...good(), number: 'R1-F9-000003' }],
    ['TICKET_INVALID', withLine(good(), { productId: world.app.newId() })],
    ['TICKET_INVALID', withLine(good(), { unitPrice: gbp(1) })],
    ['TICKET_INVALID', withLine(good(), { gross: { amount: 250, currency: 'EUR' } })],
  ]
  const batch = bad.flatMap(([, ticket]) => [ticket, good()])
  const results = resultsOf(await till.sync(batch))
  assert.deepEqual(
    results.map(({ status, code }) => code ?? status),
    bad.flatMap(([code]) => [code, 'accepted']),
  )
  assert.equal(await till.onHand('MUG'), '4')
  await mustBalance(world)
})

const withLine = (ticket: Ticket, changes: object): Ticket => ({
  ...ticket,
  lines: (ticket.lines as object[]).map((line) => ({ ...line, ...changes })),
})

test('missing numbers and impossible clocks are flagged, and what is missing may still come', async () => {
  const till = await makeOfflineTill(world)
  await till.goods('MUG', 250, '10')
  await till.learn()
  const [first, second, third] = [1, 2, 3].map(() => till.ticket([{ sku: 'MUG', quantity: '1' }]))
  assert.ok(first && second && third)
  assert.deepEqual(flagsOf(await till.sync([first, third])), ['', 'sequence_gap'])
  await mustBalance(world)
  assert.deepEqual(flagsOf(await till.sync([second])), [''])
  await mustBalance(world)
  const ahead = till.ticket([{ sku: 'MUG', quantity: '1' }], { soldAt: '2026-12-24T12:00:00Z' })
  assert.deepEqual(flagsOf(await till.sync([ahead])), ['clock_wrong'])
  const { body } = await world.call(till.staff, 'GET', `/erp/sales/${ahead.id}`)
  assert.deepEqual([body.data.soldAt, body.data.businessDate], ['2026-12-24T12:00:00Z', '2026-11-24'])
})

test('goods that were archived meanwhile have been sold all the same', async () => {
  const till = await makeOfflineTill(world)
  const productId = await till.goods('MUG', 250, '10')
  await till.learn()
  const ticket = till.ticket([{ sku: 'MUG', quantity: '1' }])
  assert.equal((await world.call(till.owner, 'POST', `/erp/products/${productId}/archive`, {})).status, 200)
  assert.deepEqual(flagsOf(await till.sync([ticket])), ['not_sellable'])
})

test('a till syncs its own shop only, with a lease, and a hundred sales at most', async () => {
  const till = await makeOfflineTill(world)
  await till.goods('MUG', 250, '10')
  await till.learn()
  const ticket = till.ticket([{ sku: 'MUG', quantity: '1' }])
  const elsewhere = world.person(till.companyId, 'shop_staff', { shopIds: [till.companyId] })
  assert.equal(codeOf(await till.sync([ticket], elsewhere)), 'REFERENCE_NOT_FOUND')
  assert.equal(codeOf(await till.sync([ticket], world.person(till.companyId, 'customer'))), 'FORBIDDEN')
  assert.equal(codeOf(await till.sync(Array(101).fill(ticket))), 'VALIDATION_FAILED')
  const registerId = await till.register('R2')
  const body = { registerId, epoch: 1, sales: [ticket] }
  assert.equal(codeOf(await world.call(till.staff, 'POST', '/offline/sync', body)), 'OFFLINE_LEASE_MISSING')
  const lease = (who: typeof till.staff, id: string) => world.call(who, 'POST', `/offline/registers/${id}/lease`, {})
  assert.equal((await lease(elsewhere, till.registerId)).status, 404)
})

const eventsOf = (companyId: string, type: string) => world.app.db.relay`
  select subject_id, data from event_log.event where company_id = ${companyId} and type = ${type} order by seq`
