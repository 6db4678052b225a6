import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { examine } from '#platform/doctor'
import { makeTill } from '../../tests/till.ts'
import { type AnalyticsWorld, analyticsWorld } from './analytics.fixture.ts'
import { analytics } from './module.ts'

let world: AnalyticsWorld
before(async () => {
  world = await analyticsWorld()
})
after(() => world.close())

test('rebuilding from the log gives equal tables', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '10')
  const sale = await world.sold(till, 'MUG', '3', 3600, { customerId: await world.customerOf(till, 'Ann') })
  await world.takenBack(till, sale, '1')
  await world.settle()
  const contents = () =>
    Promise.all(
      analytics.tables.map(async (table) => {
        const rows = await world.app.db.relay.unsafe(`select t::text as row from ${table} t order by 1`)
        return [table, rows.map(({ row }) => row)] as const
      }),
    )
  const first = await contents()
  for (const [table, rows] of first) assert.ok(rows.length > 0, table)
  for (const { name } of analytics.listeners) await world.listeners?.rebuild(`analytics.${name}`)
  assert.deepEqual(await contents(), first)
})

const breaches = async () => {
  const found: unknown[] = []
  for await (const each of examine(world.app.db.relay, world.app.registry, () => 0)) {
    if (each.equation.startsWith('analytics.')) found.push(...each.breaches.map(({ what }) => [each.equation, what]))
  }
  return found
}

test('the doctor finds nothing when all is counted, and the day when figures are wrong', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '10')
  await world.takenBack(till, await world.sold(till, 'MUG', '3', 4000), '1')
  await world.settle()
  assert.deepEqual(await breaches(), [])
  const change = (by: number) => world.app.db.relay`
    update analytics.daily_sales set net = net + ${by} where company_id = ${till.companyId}`
  await change(1)
  const what = `2026-11-18 in shop ${till.shopId}`
  const wrong = ['days-are-sales', 'products-are-days', 'hours-are-days', 'tenders-are-days']
  assert.deepEqual(
    await breaches(),
    wrong.map((name) => [`analytics.${name}`, what]),
  )
  await change(-1)
})

test('sales that wait to be counted are no fault of the figures', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '10')
  await world.sold(till, 'MUG', '1', 1200)
  await world.settle()
  const cursor = world.app.db.relay
  const listener = 'analytics.sum-sales'
  await cursor`delete from analytics.daily_sales where company_id = ${till.companyId}`
  assert.deepEqual(await breaches(), [['analytics.days-are-sales', `2026-11-18 in shop ${till.shopId}`]])
  const [place] = await cursor`select xid::text as xid, seq from event_log.cursor where listener = ${listener}`
  await cursor`update event_log.cursor set xid = '0', seq = 0 where listener = ${listener}`
  assert.deepEqual(await breaches(), [])
  const { xid, seq } = { xid: String(place?.xid), seq: Number(place?.seq) }
  await cursor`update event_log.cursor set xid = ${xid}::xid8, seq = ${seq} where listener = ${listener}`
  await world.listeners?.rebuild(listener)
  assert.deepEqual(await breaches(), [])
})
