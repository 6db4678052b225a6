import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ApiRefusal } from '#sdk/client'
import { pauseAfter } from './backoff.rules.ts'
import { lossy, newServer, newTill, saleFor } from './offline.fixture.ts'
import { Sync, type SyncOutside } from './sync.ts'

type Send = SyncOutside['send']
async function syncing(send: Send, sales: number) {
  const till = await newTill()
  for (let n = 0; n < sales; n++) await till.queue.enqueue(saleFor(`s${String(n).padStart(3, '0')}`))
  const pauses: number[] = []
  const outside: SyncOutside = {
    queue: till.queue,
    send,
    lease: () => till.db.read('lease'),
    now: () => '2026-11-30T10:00:00.000Z',
    chance: () => 0.5,
    pause: async (ms) => void pauses.push(ms),
    tell: () => undefined,
  }
  return { ...till, pauses, outside, sync: new Sync(outside) }
}
const refusal = (status: number, code: string) =>
  new ApiRefusal({ code, status, message: code, details: [], requestId: undefined, retryAfter: undefined })

test('sales are synced in the order in which they were sold', async () => {
  const { booked, book } = newServer()
  const { sync, queue } = await syncing(async (body) => book(body), 60)
  await sync.start()
  const numbers = booked.map(({ number }) => number)
  assert.deepEqual(numbers, numbers.toSorted())
  assert.deepEqual([numbers.length, (await queue.waiting()).count], [60, 0])
})

test('over a line that loses or repeats three calls in ten, 500 sales arrive once each and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.noBias(fc.integer({ min: 0, max: 999 }))), async (chances) => {
      const { booked, book } = newServer()
      const chance = () => (chances.next().value as number) / 1000
      const { sync, queue, pauses } = await syncing(lossy(book, chance), 500)
      await sync.start()
      assert.deepEqual(
        booked.map(({ number }) => number),
        Array.from({ length: 500 }, (_, n) => `GW1-1-F1-${String(n + 1).padStart(6, '0')}`),
      )
      assert.equal((await queue.waiting()).count, 0)
      assert.ok(pauses.reduce((sum, ms) => sum + ms, 0) < 60_000)
    }),
    { numRuns: 3 },
  )
})

test('while the server is gone nothing is lost and the pauses grow', async () => {
  const { booked, book } = newServer()
  let calls = 0
  const { sync, pauses } = await syncing(async (body) => {
    calls += 1
    if (calls <= 6) throw new TypeError('no network')
    return book(body)
  }, 3)
  await sync.start()
  assert.equal(booked.length, 3)
  assert.deepEqual(
    pauses,
    pauses.toSorted((a, b) => a - b),
  )
  assert.ok((pauses.at(-1) ?? 0) > 5_000)
})

test('a sale that the server cannot read is set aside and the others arrive', async () => {
  const { booked, book } = newServer()
  const { sync, queue, db } = await syncing(async (body) => {
    if (body.sales.some(({ id }) => id === 's002')) throw refusal(400, 'VALIDATION_FAILED')
    return book(body)
  }, 5)
  await sync.start()
  assert.deepEqual(
    booked.map(({ id }) => id),
    ['s000', 's001', 's003', 's004'],
  )
  assert.deepEqual(await queue.waiting(), { count: 1, stuck: 1, byCard: 0 })
  assert.equal((await db.alarms.toArray())[0]?.kind, 'stuck')
})

test('a till whose session has ended keeps its sales and tries again', async () => {
  const { booked, book } = newServer()
  let isSignedIn = false
  const { outside, queue } = await syncing(async (body) => {
    if (!isSignedIn) throw refusal(401, 'UNAUTHENTICATED')
    return book(body)
  }, 2)
  const sync = new Sync({ ...outside, tell: () => (isSignedIn = true) })
  await sync.start()
  assert.deepEqual([booked.length, (await queue.waiting()).count], [2, 0])
})

test('a sale that is queued during a run is taken along', async () => {
  const { booked, book } = newServer()
  const { sync, queue } = await syncing(async (body) => {
    if (booked.length === 0) {
      await queue.enqueue(saleFor('late'))
      void sync.start()
    }
    return book(body)
  }, 1)
  await sync.start()
  assert.deepEqual(
    booked.map(({ id }) => id),
    ['s000', 'late'],
  )
})

test('pauses double up to the most and are spread over their upper half', () => {
  const pauses = { firstMs: 250, mostMs: 30_000 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const ms = pauseAfter(failures, chance, pauses)
      const full = Math.min(30_000, 250 * 2 ** (failures - 1))
      assert.ok(ms >= Math.floor(full / 2) && ms <= full)
    }),
  )
  assert.equal(pauseAfter(1, 0, pauses, 5_000), 5_000)
})
