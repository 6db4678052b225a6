import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Appended, appendEvents } from '#platform/event-log'
import { systemActor } from '#platform/execution'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import { type Client, mustBeOk } from '../../tests/sockets.ts'
import { makeRealtimeWorld, type RealtimeWorld } from './realtime.fixture.ts'

let world: RealtimeWorld
const clock = { now: Date.parse('2026-03-01T10:00:00Z') }
before(async () => {
  world = await makeRealtimeWorld({ clock: () => clock.now })
})
after(() => world?.close())

/** Appends events of made-up customers in one transaction, which stays open for so long. Answers their ids. */
async function append({ companyId }: TestCompany, count: number, slowMs = 0): Promise<string[]> {
  const { app } = world
  const events = Array.from({ length: count }, (): Appended & { id: string } => ({
    ...{ type: 'customer.created', companyId, entity: 'crm.customer', id: app.newId(), version: 1, shopId: null },
    data: {},
  }))
  const context = {
    ...{ actor: systemActor(app, 'test', companyId), requestId: 'test' },
    now: new Date(clock.now).toISOString(),
  }
  await app.db.transaction(companyId, async (sql) => {
    await appendEvents(sql, context, events)
    if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs))
    return { result: undefined }
  })
  app.eventsAppended()
  return events.map(({ id }) => id)
}

/** A company whose listeners have done with it. */
async function newCompany(): Promise<TestCompany> {
  const company = await makeCompany(world)
  await world.settle()
  return company
}

const idsOf = ({ events }: Client): string[] =>
  events.filter(({ type }) => type === 'customer.created').map(({ id }) => id)

/** The company's events as the log orders them. */
async function logged({ companyId }: TestCompany): Promise<string[]> {
  const rows = await world.app.db.relay`select subject_id as id from event_log.event
    where company_id = ${companyId} and type = 'customer.created' order by event.xid, seq`
  return rows.map(({ id }) => id as string)
}

test('what happened while a client was away comes once and in order, then what happens', async () => {
  const company = await newCompany()
  const first = await world.as(company.owner)
  mustBeOk(await first.watch(['company']))
  const [seen = ''] = await append(company, 1)
  await first.until((client) => idsOf(client).includes(seen))
  first.leave()
  const missed = await append(company, 250)
  await world.settle()
  await world.feed.look()
  const again = await world.as(company.owner)
  mustBeOk(await again.watch(['company'], first.cursor()))
  assert.deepEqual(idsOf(again), missed, 'before the acknowledgement')
  const [live = ''] = await append(company, 1)
  await again.until((client) => idsOf(client).includes(live))
  assert.deepEqual(idsOf(again), [...missed, live])
  again.leave()
})

test('coming and going while twelve slow writers append, a client hears everything once and in order', async () => {
  const company = await newCompany()
  const heard: string[] = []
  const watcher = await world.as(company.owner)
  let { cursor } = mustBeOk(await watcher.watch(['company']))
  watcher.leave()
  let isWriting = true
  const writers = Array.from({ length: 12 }, async (_, writer) => {
    for (let turn = 0; turn < 6; turn += 1) await append(company, 5, (writer * 7 + turn * 11) % 26)
  })
  const done = Promise.all(writers).then(() => {
    isWriting = false
  })
  const total = 12 * 6 * 5
  while (isWriting || heard.length < total) {
    const client = await world.as(company.owner)
    mustBeOk(await client.watch(['company'], cursor))
    await client.until(({ events }) => events.length > 0, 2_000)
    client.leave()
    heard.push(...idsOf(client))
    cursor = client.cursor()
  }
  await done
  assert.deepEqual(heard, await logged(company))
})

test('a topic that is added later brings what was missed of it, and nothing twice', async () => {
  const company = await newCompany()
  const client = await world.as(company.owner)
  const { cursor } = mustBeOk(await client.watch([`record:shops.shop:${company.shopId}`]))
  const early = await append(company, 3)
  mustBeOk(await client.watch(['company'], cursor))
  const shop = await world.call(company.owner, 'PATCH', `/shops/${company.shopId}`, { name: 'Shop, renamed' })
  assert.equal(shop.status, 200, JSON.stringify(shop.body))
  const [late = ''] = await append(company, 1)
  await client.until((each) => idsOf(each).includes(late))
  const cursors = client.events.map((event) => event.cursor)
  assert.equal(new Set(cursors).size, cursors.length)
  assert.deepEqual(
    idsOf(client).filter((id) => early.includes(id)),
    early,
  )
  client.leave()
})

test('who was away for more than a thousand events is told to read the pages again', async () => {
  const company = await newCompany()
  const first = await world.as(company.owner)
  const { cursor } = mustBeOk(await first.watch(['company']))
  first.leave()
  for (let round = 0; round < 3; round += 1) await append(company, 400)
  await world.settle()
  await world.feed.look()
  const again = await world.as(company.owner)
  const answer = mustBeOk(await again.watch(['company'], cursor))
  assert.deepEqual(again.resets, [{ cursor: answer.cursor, reason: 'too_long_ago' }])
  assert.deepEqual(again.events, [])
  const [live = ''] = await append(company, 1)
  await again.until((client) => idsOf(client).includes(live))
  again.leave()
})

test('more than a thousand events at once are told as one reset', async () => {
  const company = await newCompany()
  const client = await world.as(company.owner)
  mustBeOk(await client.watch(['company']))
  await append(company, 1_600)
  await client.until(({ resets }) => resets.some(({ reason }) => reason === 'too_much_at_once'))
  const [live = ''] = await append(company, 1)
  await client.until((each) => idsOf(each).includes(live))
  // Others are of the company's making, where the feed had not come to them before.
  assert.ok(idsOf(client).length <= 1_001, `${idsOf(client).length} of ${client.events.length} events`)
  assert.equal(client.resets.length, 1)
  client.leave()
})

test('a day later nothing can be caught up with', async () => {
  const company = await newCompany()
  const first = await world.as(company.owner)
  const { cursor } = mustBeOk(await first.watch(['company']))
  first.leave()
  await append(company, 1)
  await world.settle()
  await world.feed.look()
  clock.now += 24 * 60 * 60 * 1_000 + 1_000
  const again = await world.as(company.owner)
  mustBeOk(await again.watch(['company'], cursor))
  assert.equal(again.resets[0]?.reason, 'too_long_ago')
  again.leave()
})

test('a cursor of a log that has come further is answered with a reset', async () => {
  const company = await newCompany()
  const client = await world.as(company.owner)
  mustBeOk(await client.watch(['company'], '999999999999.1'))
  assert.equal(client.resets[0]?.reason, 'too_long_ago')
  client.leave()
})

test('what is no cursor is refused', async () => {
  const company = await newCompany()
  const client = await world.as(company.owner)
  for (const cursor of ['', 'x', '1', '1.2.3', '-1.1', '9'.repeat(30), `${'9'.repeat(19)}.1`, 5, {}, [1]]) {
    assert.equal((await client.watch(['company'], cursor)).code, 'CURSOR_INVALID', JSON.stringify(cursor))
  }
  client.leave()
})

test('the feed over HTTP tells the same as the socket, in pages', async () => {
  const company = await newCompany()
  const client = await world.as(company.owner)
  const { cursor } = mustBeOk(await client.watch(['company']))
  const ids = await append(company, 25)
  await client.until(({ events }) => events.length >= 25)
  const heard: unknown[] = []
  let after = cursor
  for (let isMore = true; isMore; ) {
    const { status, body } = await world.call(company.owner, 'GET', `/realtime/events?after=${after}&limit=10`)
    assert.equal(status, 200, JSON.stringify(body))
    heard.push(...body.data)
    after = String(body.pagination?.cursor)
    isMore = body.pagination?.nextCursor !== null
  }
  assert.deepEqual(heard, client.events)
  assert.deepEqual(idsOf(client).slice(-25), ids)
  client.leave()
})

test('the feed over HTTP says when it cannot go back so far, and shows the latest to who has no cursor', async () => {
  const company = await newCompany()
  for (let round = 0; round < 3; round += 1) await append(company, 400)
  const [last = ''] = await append(company, 1)
  await world.settle()
  const old = await world.call(company.owner, 'GET', '/realtime/events?after=1.1')
  assert.equal(old.body.pagination?.reset, true)
  assert.deepEqual(old.body.data, [])
  const latest = await world.call(company.owner, 'GET', '/realtime/events?limit=3')
  assert.equal(latest.body.data.length, 3)
  assert.equal(latest.body.data[2]?.id, last)
})
