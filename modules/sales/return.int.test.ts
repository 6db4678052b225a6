import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel'
import { cash, codeOf, gbp, makeTill, mustBalance, type Till } from '../../tests/till.ts'
import { type Loose, makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

type Sold = { till: Till; sale: Loose; lineId: string }

/** Three pieces at 3.33 with tax, of five in stock; paid in cash unless told. */
async function sold(tenders: object = cash(999)): Promise<Sold> {
  const till = await makeTill(world)
  await till.goods('MUG', 333, '5')
  const { status, body } = await till.sell([{ sku: 'MUG', quantity: '3' }], tenders as Record<string, unknown>)
  assert.equal(status, 201, JSON.stringify(body))
  return { till, sale: body.data, lineId: String(body.data.lines?.[0]?.id) }
}

const giveBack = ({ till, sale, lineId }: Sold, quantity: string, more: object = {}, who: Actor = till.manager) => {
  const { line = {}, ...rest } = more as { line?: object }
  const lines = [{ saleLineId: lineId, quantity, ...line }]
  return world.call(who, 'POST', `/erp/sales/${sale.id}/returns`, { registerId: till.registerId, lines, ...rest })
}

test('a return pays back its share, puts stock back and has a number of its own', async () => {
  const one = await sold()
  const { status, body } = await giveBack(one, '1')
  assert.equal(status, 201, JSON.stringify(body))
  assert.equal(body.data.number, 'R1/2026/C000001')
  assert.deepEqual(body.data.total, gbp(333))
  assert.deepEqual(body.data.refunds, [{ method: 'cash', amount: gbp(333) }])
  assert.equal(await one.till.onHand('MUG'), '3')
  const read = await world.call(one.till.staff, 'GET', `/erp/sales/${one.sale.id}`)
  assert.deepEqual([read.body.data.lines?.[0]?.returned, read.body.data.lines?.[0]?.returnable], ['1', '2'])
  assert.equal(read.body.data.creditNotes?.length, 1)
  await mustBalance(world)
})

test('a credit note is read with its lines and what was paid back, and by nobody of another company', async () => {
  const one = await sold()
  const { body } = await giveBack(one, '2', { line: { restock: false, reason: 'Chipped' } })
  const path = `/erp/credit-notes/${body.data.id}`
  const { data } = (await world.call(one.till.staff, 'GET', path)).body
  assert.deepEqual([data.number, data.saleNumber, data.total], [body.data.number, one.sale.number, gbp(666)])
  const line = data.lines?.[0]
  assert.deepEqual([line?.quantity, line?.restocked, line?.reason], ['2', false, 'Chipped'])
  assert.deepEqual([line?.saleLineId, line?.gross], [one.lineId, gbp(666)])
  assert.deepEqual(data.refunds, [{ method: 'cash', amount: gbp(666) }])
  const other = await makeTill(world)
  assert.equal(codeOf(await world.call(other.owner, 'GET', path)), 'NOT_FOUND')
})

test('parts of a sale add up to what was paid for it, net and tax alike', async () => {
  const one = await sold()
  const notes = [await giveBack(one, '1'), await giveBack(one, '1'), await giveBack(one, '1')]
  const sum = (of: string) => notes.reduce((total, { body }) => total + Number(body.data[of]?.amount), 0)
  const { net, tax, total } = one.sale
  assert.deepEqual([sum('net'), sum('tax'), sum('total')], [net?.amount, tax?.amount, total?.amount])
  assert.equal(codeOf(await giveBack(one, '1')), 'RETURN_EXCEEDS_SALE')
  await mustBalance(world)
})

test('A30: of twenty returns of the same goods at once, one pays back', async () => {
  const one = await sold()
  const codes = await Promise.all(Array.from({ length: 20 }, async () => codeOf(await giveBack(one, '3'))))
  assert.equal(codes.filter((code) => code === '201').length, 1, codes.join())
  assert.equal(codes.filter((code) => code === 'RETURN_EXCEEDS_SALE').length, 19, codes.join())
  assert.equal(await one.till.onHand('MUG'), '5')
  await mustBalance(world)
})

test('A30: money goes back to the methods that were paid with', async () => {
  const tenders = [
    { method: 'card', amount: gbp(333) },
    { method: 'cash', amount: gbp(700) },
  ]
  const one = await sold({ tenders })
  const wrong = { refunds: [{ method: 'other', amount: gbp(333) }] }
  assert.equal(codeOf(await giveBack(one, '1', wrong)), 'REFUND_EXCEEDS_CAPTURE')
  const tooMuch = { refunds: [{ method: 'card', amount: gbp(666) }] }
  assert.equal(codeOf(await giveBack(one, '2', tooMuch)), 'REFUND_EXCEEDS_CAPTURE')
  assert.equal(codeOf(await giveBack(one, '1', tooMuch)), 'VALIDATION_FAILED')
  const { body } = await giveBack(one, '2', { refunds: [{ method: 'cash', amount: gbp(666) }] })
  assert.deepEqual(body.data.refunds, [{ method: 'cash', amount: gbp(666) }])
  const rest = await giveBack(one, '1')
  assert.deepEqual(rest.body.data.refunds, [{ method: 'card', amount: gbp(333) }])
  await mustBalance(world)
})

test('goods that are not for sale any more do not go back into stock', async () => {
  const one = await sold()
  const { body } = await giveBack(one, '1', { line: { restock: false, reason: 'Broken' } })
  assert.equal(body.data.lines?.[0]?.restocked, false)
  assert.equal(await one.till.onHand('MUG'), '2')
  await mustBalance(world)
})

test('A30: cashiers and customers take nothing back', async () => {
  const one = await sold()
  assert.equal(codeOf(await giveBack(one, '1', {}, one.till.staff)), 'FORBIDDEN')
  assert.equal(codeOf(await giveBack(one, '1', {}, world.person(one.till.companyId, 'customer'))), 'FORBIDDEN')
})

test('sales of others cannot be returned', async () => {
  const [one, other] = [await sold(), await sold()]
  assert.equal(codeOf(await giveBack({ ...one, till: other.till }, '1')), 'NOT_FOUND')
  assert.equal(codeOf(await giveBack({ ...one, lineId: other.lineId }, '1')), 'REFERENCE_NOT_FOUND')
  const elsewhere = world.person(one.till.companyId, 'shop_manager', { shopIds: [other.till.shopId] })
  assert.equal(codeOf(await giveBack(one, '1', {}, elsewhere)), 'NOT_FOUND')
})

test('the events tell the whole sale and the whole return', async () => {
  const one = await sold()
  await giveBack(one, '2')
  const events = await world.app.db.relay`
    select type, version, data from event_log.event where company_id = ${one.till.companyId} and entity like 'sales.%'
    order by seq`
  assert.deepEqual(
    events.map(({ type, version }) => [type, version]),
    [
      ['sale.created', 1],
      ['sale.completed', 2],
      ['sale.returned', 1],
    ],
  )
  assert.equal(events[1]?.data.lines[0].cost, 300)
  const { creditNote, lines, refunds } = events[2]?.data ?? {}
  assert.deepEqual([creditNote.total, lines[0].cost, refunds], [666, 200, [{ method: 'cash', amount: 666 }]])
})
