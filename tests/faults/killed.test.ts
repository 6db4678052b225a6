/** kill -9 of the server at the worst moments: what was acknowledged stays, and nothing happens twice. */
import assert from 'node:assert/strict'
import { after, before, type TestContext, test } from 'node:test'
import { readyLimitMs, type Server, startServer } from './server.ts'
import { importIsWhole, importProducts, mustBeWhole, openOwnTrade, sell, type Trade } from './trade.ts'

let trade: Trade
let server: Server
/** The sale of each key, by what its client was told. */
const acknowledged = new Map<string, string>()

before(async () => {
  trade = await openOwnTrade()
})
after(async () => {
  await server?.kill()
  await trade?.close()
})

/** From the command on, as the requirement counts. */
async function startAgain(t: TestContext): Promise<void> {
  server = await startServer(trade.place)
  t.diagnostic(`ready ${server.readyInMs} ms after the command`)
  assert.ok(server.readyInMs < readyLimitMs, `ready only after ${server.readyInMs} ms`)
}

test('F1: killed between commit and answer, the sale is there once and its key gives the same answer', async (t) => {
  server = await startServer(trade.place, 'after_commit sales.sale.sell')
  await trade.signIn()
  await assert.rejects(sell(trade, 'unheard'))
  assert.equal(await server.ended, 'SIGKILL')
  await startAgain(t)
  const [first, second] = [await sell(trade, 'unheard'), await sell(trade, 'unheard')]
  assert.deepEqual([first.status, second.status], [201, 201])
  assert.equal(first.headers.get('idempotent-replayed'), 'true')
  assert.equal(second.data.id, first.data.id)
  acknowledged.set('unheard', String(first.data.id))
  await mustBeWhole(trade, acknowledged)
})

test('F4: killed between the posting to the books and its cursor, each sale is in the books once', async (t) => {
  await server.kill()
  server = await startServer(trade.place, 'applied finance.post-journals')
  for (const key of ['a', 'b', 'c']) {
    const reply = await sell(trade, key).catch(() => undefined)
    if (reply) acknowledged.set(key, String(reply.data.id))
  }
  assert.equal(await server.ended, 'SIGKILL')
  const [posted] = await trade.app.db.relay`select count(*)::int as entries from finance.journal_entry
    where source_id = ${acknowledged.get('a') ?? ''}`
  assert.equal(posted?.entries, 1, 'the effect was there when the process died')
  await startAgain(t)
  for (const key of ['a', 'b', 'c']) acknowledged.set(key, String((await sell(trade, key)).data.id))
  await mustBeWhole(trade, acknowledged)
})

test('F62: an import whose process is killed is finished by the next one: each row once, with one event', async (t) => {
  const rows = 4_000
  const path = await importProducts(trade, rows, 'P')
  await server.kill()
  const [left] = await trade.app.db.relay`select state, rows from csv.import_run`
  assert.equal(left?.state, 'running')
  assert.ok(left?.rows > 0 && left?.rows < rows, `${left?.rows} rows were committed`)
  await startAgain(t)
  await importIsWhole(trade, path, 'P')
  await mustBeWhole(trade, acknowledged)
})
