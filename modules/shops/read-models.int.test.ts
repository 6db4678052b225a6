import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Appended, appendEvents, type Listeners, startListeners } from '#platform/event-log'
import { makeRun, systemActor } from '#platform/execution'
import { makeWorld, type World } from '../../tests/world.ts'

const tables = ['companies.record_count', 'companies.daily_revenue', 'shops.performance_daily']
const addresses = ['companies.count-records', 'companies.sum-revenue', 'shops.sum-performance']
let world: World
let listeners: Listeners
before(async () => {
  world = await makeWorld({ listeners: false })
  listeners = startListeners(world.app, { listeners: ({ address }) => addresses.includes(address) })
})
after(async () => {
  await listeners.stop()
  await world.close()
})

const contents = () =>
  Promise.all(
    tables.map(async (table) => [...(await world.app.db.relay.unsafe(`select * from ${table} order by 1, 2, 3`))]),
  )

/** Sales as the sales module announces them, of several days and with returns. */
function salesOf(companyId: string, shopId: string): Appended[] {
  return Array.from({ length: 40 }, (_, index) => {
    const net = 100 * (index + 1)
    const businessDate = `2024-03-0${1 + (index % 5)}`
    const document = { shopId, businessDate, currency: 'GBP', net, tax: net / 5, total: net + net / 5 }
    const isReturn = index % 7 === 6
    return {
      type: isReturn ? 'sale.returned' : 'sale.completed',
      companyId,
      entity: 'sales.sale',
      id: world.app.newId(),
      data: isReturn ? { creditNote: document } : { sale: document },
    }
  })
}

test('rebuilding the figures from the log gives equal tables', async () => {
  const company = { name: 'Gift Wholesale', currency: 'GBP' }
  const { id } = (await world.call<{ id: string }>(world.root, 'POST', '/companies', company)).body.data
  const owner = world.person(id, 'company_admin')
  const shop = await world.call<{ id: string }>(owner, 'POST', '/shops', { code: 'A', name: 'A' })
  await world.app.db.transaction(id, async (sql) => {
    const actor = systemActor(world.app, 'test', id)
    const { context } = makeRun({ app: world.app, actor, companyId: id, scope: 'company', requestId: 'test', sql })
    await appendEvents(sql, context, salesOf(id, shop.body.data.id))
    return { result: undefined }
  })
  await listeners.idle()
  const first = await contents()
  assert.deepEqual(
    first.map((rows) => rows.length),
    [1, 5, 5],
  )
  for (const address of addresses) await listeners.rebuild(address)
  assert.deepEqual(await contents(), first)
})
