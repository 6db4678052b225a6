import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Appended, appendEvents } from '#platform/event-log'
import { systemActor } from '#platform/execution'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import { openRaw, type RawSocket } from '../../tests/raw-socket.ts'
import { mustBeOk } from '../../tests/sockets.ts'
import { makeRealtimeWorld, type RealtimeWorld } from './realtime.fixture.ts'

let world: RealtimeWorld
let company: TestCompany
before(async () => {
  world = await makeRealtimeWorld({ listeners: false })
  company = await makeCompany(world)
})
after(() => world?.close())

/** Long names, because the operating system takes megabytes on its own before anything waits here. */
const longName = 'x'.repeat(10_000)

async function append(count: number): Promise<void> {
  const { app } = world
  const { companyId } = company
  const events = Array.from(
    { length: count },
    (): Appended => ({
      ...{ type: 'customer.created', companyId, entity: 'crm.customer', id: app.newId(), version: 1, shopId: null },
      data: {},
    }),
  )
  const context = { actor: systemActor(app, longName, companyId), requestId: 'test', now: new Date().toISOString() }
  await app.db.transaction(companyId, async (sql) => {
    await appendEvents(sql, context, events)
    return { result: undefined }
  })
  await world.feed.look()
}

/** A client that watches the company and then stops reading. */
async function deafClient(): Promise<RawSocket> {
  await world.as(company.owner).then((client) => client.leave())
  const raw = await openRaw(world.url, { headers: { 'x-api-key': company.owner.id } })
  raw.say('watch', { topics: ['company'] })
  while (!raw.frames.some((frame) => frame.includes('"ok":true'))) await new Promise((next) => setTimeout(next, 5))
  raw.ws.pause()
  return raw
}

test('F59: a client that does not read is dropped, and what waits for it is not kept', async () => {
  const deaf = await deafClient()
  const reads = await world.as(company.owner)
  mustBeOk(await reads.watch(['company']))
  const before = process.memoryUsage().rss
  let told = 0
  while (!world.counted.dropped.includes('slow_reader')) {
    assert.ok(told < 20_000, 'never dropped')
    await append(40)
    told += 40
    await reads.until(({ events }) => events.length >= told, 10_000)
  }
  assert.equal(reads.socket.connected, true, 'who reads goes on')
  assert.deepEqual(world.counted.dropped, ['slow_reader'])
  const more = (process.memoryUsage().rss - before) / 1_048_576
  assert.ok(more < 400, `${Math.round(more)} MB more`)
  deaf.ws.resume()
  await deaf.closed
  reads.leave()
})

test('F59: who asks for what it has missed and does not read it is dropped too', async () => {
  world.counted.dropped.length = 0
  const first = await world.as(company.owner)
  mustBeOk(await first.watch(['company']))
  const cursor = first.cursor()
  first.leave()
  await append(900)
  const deaf = await openRaw(world.url, { headers: { 'x-api-key': company.owner.id } })
  deaf.ws.pause()
  deaf.say('watch', { topics: ['company'], after: cursor })
  const end = performance.now() + 20_000
  while (world.counted.dropped.length === 0 && performance.now() < end) await append(1)
  assert.deepEqual(world.counted.dropped, ['slow_reader'])
  deaf.ws.resume()
  await deaf.closed
})
