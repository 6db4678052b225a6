/** What a sale costs on the wire: counted between driver and server, not guessed from the code. */
import assert from 'node:assert/strict'
import { connect, createServer, type Server } from 'node:net'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel'
import { openDatabase, roleUrl } from '#platform/db'
import { type App, execute } from '#platform/execution'
import { makeTill, type Till } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'

/** A round trip is a change of direction: the client speaks after the server has. */
type Counter = { url: string; trips: () => number; server: Server }

const latencyMs = 20

let world: World
let counter: Counter
let app: App
let till: Till
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
  counter = await countRoundTrips(world.ownerUrl)
  const urls = { appUrl: roleUrl(counter.url, 'entrepot_app'), relayUrl: roleUrl(world.ownerUrl, 'entrepot_relay') }
  app = { ...world.app, db: openDatabase({ ...urls, writeLanes: 1, readLanes: 1 }) }
  till = await makeTill(world)
  for (const sku of ['CUP', 'JUG', 'MUG']) await till.goods(sku, 1000, '100')
})
after(async () => {
  await app.db.close()
  counter.server.close()
  await world.close()
})

/** Runs the operation a few times, so that statements are prepared, and counts the last run. */
async function tripsOf(address: string, actor: Actor, input: () => Record<string, unknown>): Promise<number> {
  const operation = app.registry.operations.get(address)
  assert.ok(operation, address)
  let before = 0
  for (let run = 0; run < 3; run += 1) {
    before = counter.trips()
    const call = { actor, companyId: till.companyId, requestId: app.newId(), idempotencyKey: app.newId() }
    await execute(app, operation, { ...call, input: input() })
  }
  return counter.trips() - before
}

test('a sale of three goods takes three round trips, its idempotency and events included', async () => {
  const { shopId, registerId, staff } = till
  const lines = ['CUP', 'JUG', 'MUG'].map((sku) => ({ sku, quantity: '1' }))
  const tenders = [{ method: 'card', amount: { amount: 3000, currency: 'GBP' } }]
  const trips = await tripsOf('sales.sale.sell', staff, () => ({ shopId, registerId, lines, tenders }))
  assert.equal(trips, 3)
})

test('a sale is read in one round trip', async () => {
  const [row] = await app.db.relay`select id from sales.sale where company_id = ${till.companyId} limit 1`
  assert.equal(await tripsOf('sales.sale.read', till.staff, () => ({ id: row?.id })), 1)
})

async function countRoundTrips(url: string): Promise<Counter> {
  const target = new URL(url)
  let trips = 0
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let isServersTurn = false
    client.on('data', () => {
      if (!isServersTurn) trips += 1
      isServersTurn = true
    })
    // Answers take as long as on a network, so that what the driver sends in pieces counts as one.
    upstream.on('data', (data) => {
      setTimeout(() => {
        isServersTurn = false
        client.write(data)
      }, latencyMs)
    })
    client.pipe(upstream)
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const proxied = new URL(url)
  proxied.hostname = '127.0.0.1'
  proxied.port = String(address.port)
  return { url: proxied.href, trips: () => trips, server }
}
