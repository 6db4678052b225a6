import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newTill, saleFor } from './offline.fixture.ts'
import { NoLease } from './queue.ts'

const at = '2026-11-30T10:00:01.000Z'

test('sales take the numbers of the lease in order', async () => {
  const { queue } = await newTill()
  const numbers = []
  for (const id of ['a', 'b', 'c']) numbers.push((await queue.enqueue(saleFor(id))).ticket.number)
  assert.deepEqual(numbers, ['GW1-1-F1-000001', 'GW1-1-F1-000002', 'GW1-1-F1-000003'])
})

test('sales that are queued at the same moment have different numbers without a gap', async () => {
  const { queue } = await newTill()
  const queued = await Promise.all(Array.from({ length: 50 }, (_, n) => queue.enqueue(saleFor(`s${n}`))))
  assert.equal(new Set(queued.map(({ ticket }) => ticket.number)).size, 50)
  assert.equal(Math.max(...queued.map(({ ticket }) => ticket.sequence)), 50)
})

test('a sale that is queued twice waits once, under its first number', async () => {
  const { queue } = await newTill()
  const first = await queue.enqueue(saleFor('a'))
  const second = await queue.enqueue(saleFor('a'))
  assert.deepEqual([second.ticket.number, (await queue.waiting()).count], [first.ticket.number, 1])
})

test('without a lease nothing is queued', async () => {
  const { db, queue } = await newTill()
  await db.facts.delete('lease')
  await assert.rejects(queue.enqueue(saleFor('a')), NoLease)
  assert.equal((await queue.waiting()).count, 0)
})

test('queued sales and the next number outlive the page', async () => {
  const { queue, factory, db } = await newTill()
  await queue.enqueue(saleFor('a'))
  db.close()
  const { TillDatabase } = await import('./database.ts')
  const { SaleQueue } = await import('./queue.ts')
  const { IDBKeyRange } = await import('fake-indexeddb')
  const again = new SaleQueue(new TillDatabase('till', { indexedDB: factory, IDBKeyRange }))
  assert.equal((await again.enqueue(saleFor('b'))).ticket.number, 'GW1-1-F1-000002')
  assert.equal((await again.waiting()).count, 2)
})

test('a sale is forgotten only when the answer names it', async () => {
  const { queue } = await newTill()
  await queue.enqueue(saleFor('a'))
  await queue.enqueue(saleFor('b'))
  await queue.acknowledge([{ id: 'a', status: 'accepted', flags: [] }], at)
  assert.deepEqual(
    (await queue.batch(10)).map(({ id }) => id),
    ['b'],
  )
})

test('what the server flags, refuses or renumbers is noted', async () => {
  const { db, queue } = await newTill()
  for (const id of ['a', 'b', 'c', 'd']) await queue.enqueue(saleFor(id))
  await queue.acknowledge(
    [
      { id: 'a', status: 'accepted', flags: ['price_changed'], number: 'GW1-1-F1-000001' },
      { id: 'b', status: 'refused', flags: ['refused'], code: 'TICKET_INVALID' },
      { id: 'c', status: 'duplicate', flags: [], number: 'GW1-1/2026/000042' },
      { id: 'd', status: 'accepted', flags: [], number: 'GW1-1-F1-000004' },
    ],
    at,
  )
  const alarms = await db.alarms.toArray()
  assert.deepEqual(
    alarms.map(({ kind, says }) => [kind, says]),
    [
      ['flagged', 'price_changed'],
      ['refused', 'TICKET_INVALID'],
      ['flagged', 'server: GW1-1/2026/000042'],
    ],
  )
})

test('a sale that was on its way when the page went away is queued under its own id', async () => {
  const { queue } = await newTill()
  const cart = { id: 'a', lines: [], customer: null, note: '' }
  const entry = { id: 'a', at, total: 500, currency: 'GBP', cart }
  await queue.begin({ ...entry, state: 'sending', ticket: saleFor('a') })
  assert.deepEqual(await queue.recover(), [])
  assert.deepEqual(
    (await queue.batch(10)).map(({ id }) => id),
    ['a'],
  )
  assert.deepEqual(await queue.recover(), [])
  assert.equal((await queue.waiting()).count, 1)
})

test('a sale that was only being paid is told and not sold', async () => {
  const { queue } = await newTill()
  const cart = { id: 'a', lines: [], customer: null, note: '' }
  await queue.begin({ id: 'a', state: 'tendering', at, total: 500, currency: 'GBP', cart })
  assert.deepEqual(
    (await queue.recover()).map(({ id }) => id),
    ['a'],
  )
  assert.deepEqual([await queue.recover(), (await queue.waiting()).count], [[], 0])
})

test('what waits by card is summed up', async () => {
  const { queue } = await newTill()
  await queue.enqueue(saleFor('a', { amount: 700, method: 'card' }))
  await queue.enqueue(saleFor('b', { amount: 300 }))
  assert.deepEqual(await queue.waiting(), { count: 2, stuck: 0, byCard: 700 })
})

test('a sale that was on its way stays in the journal while there are no numbers for it', async () => {
  const { db, queue } = await newTill()
  const lease = await db.read('lease')
  assert.ok(lease)
  await db.facts.delete('lease')
  const cart = { id: 'a', lines: [], customer: null, note: '' }
  const entry = { id: 'a', at, total: 500, currency: 'GBP', cart }
  await queue.begin({ ...entry, state: 'sending', ticket: saleFor('a') })
  assert.deepEqual([await queue.recover(), (await queue.waiting()).count], [[], 0])
  await db.keep('lease', lease)
  assert.deepEqual([await queue.recover(), (await queue.waiting()).count], [[], 1])
})
