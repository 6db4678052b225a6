import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dropOldPartitions, ensurePartitions, startListeners } from '#platform/event-log'
import { type EventLogWorld, eventLogWorld, totalling } from '../../tests/event-log.ts'

let world: EventLogWorld
before(async () => {
  world = await eventLogWorld({ listeners: [totalling('count')] })
})
after(() => world.close())
const year = 366 * 86_400_000
const retention = () => ({ nowMs: world.clock.now + year, retentionDays: 90, listeners: ['test.count'] })
const partitionOf = async (company: string) => {
  const rows = await world.owner`select distinct tableoid::regclass::text as name from event_log.event
      where company_id = ${company}`
  return rows.map(({ name }) => name)
}

test('events that were appended before their month existed are moved into it', async () => {
  const company = world.app.newId()
  await world.append(company, [{ amount: 1 }, { amount: 2 }])
  assert.deepEqual(await partitionOf(company), ['event_log.event_default'])
  const made = await ensurePartitions(world.ownerUrl, world.clock.now)
  assert.deepEqual(made, ['event_y2026m03', 'event_y2026m04', 'event_y2026m05'])
  assert.deepEqual(await partitionOf(company), ['event_log.event_y2026m03'])
})

test('partitions that exist are left alone', async () => {
  assert.deepEqual(await ensurePartitions(world.ownerUrl, world.clock.now), [])
})

test('the year turns between December and January', async () => {
  const made = await ensurePartitions(world.ownerUrl, Date.parse('2027-11-30T23:59:59Z'))
  assert.deepEqual(made, ['event_y2027m11', 'event_y2027m12', 'event_y2028m01'])
})

test('new events go into their month and are numbered on', async () => {
  const company = world.app.newId()
  await world.append(company, [{ amount: 3 }])
  assert.deepEqual(await partitionOf(company), ['event_log.event_y2026m03'])
})

test('a company sees its own events through the log and none in a partition itself', async () => {
  const [mine, other] = [world.app.newId(), world.app.newId()]
  await world.append(mine, [{ amount: 1 }])
  await world.append(other, [{ amount: 1 }])
  const rows = await world.app.db.read(mine, (sql) => sql`select distinct company_id as id from event_log.event`)
  assert.deepEqual(
    rows.map(({ id }) => id),
    [mine],
  )
  await assert.rejects(
    world.app.db.read(mine, (sql) => sql`select 1 from event_log.event_y2026m03`),
    { code: '42501' },
  )
})

test('a month that a listener has not read is kept', async () => {
  const dropped = await dropOldPartitions(world.ownerUrl, retention())
  assert.ok(dropped.kept.includes('event_y2026m03'))
  assert.ok((await world.owner`select 1 from event_log.event`).length > 0)
})

test('a month that every listener has read is dropped, and a rebuild is refused from then on', async () => {
  const listeners = startListeners(world.app)
  await listeners.idle()
  await listeners.stop()
  const dropped = await dropOldPartitions(world.ownerUrl, retention())
  assert.deepEqual(dropped, { partitions: ['event_y2026m03', 'event_y2026m04', 'event_y2026m05'], kept: [] })
  assert.equal((await world.owner`select 1 from event_log.event`).length, 0)
  const [kept] = await world.owner`select dropped_before::date::text as day from event_log.retention`
  assert.equal(kept?.day, '2026-04-01')
})
