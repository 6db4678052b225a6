/** Rows that somebody holds and connections that run out: who must wait is told so, everybody else goes on. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { type Server, startServer } from './server.ts'
import { eventually, mustBeWhole, openOwnTrade, type Reply, sell, type Trade } from './trade.ts'

let trade: Awaited<ReturnType<typeof openOwnTrade>>
let server: Server
let admin: postgres.Sql
const acknowledged = new Map<string, string>()

before(async () => {
  // Three connections for transactions and one for reads.
  trade = await openOwnTrade({ DATABASE_POOL: '4' })
  admin = postgres(trade.databaseUrl, { max: 1 })
  server = await startServer(trade.place)
  await trade.signIn()
})
after(async () => {
  await server?.kill()
  await admin?.end()
  await trade?.close()
})

/** Works while somebody holds the stock of the goods in a transaction that does not end. */
async function whileHeld<R>(sku: string, work: () => Promise<R>): Promise<R> {
  const held = await admin.begin(async (sql) => {
    const rows = await sql`select s.company_id from inventory.stock s join catalog.product p
      on p.company_id = s.company_id and p.id = s.product_id where sku = ${sku} for update of s`
    assert.equal(rows.length, 1)
    return { result: await work() }
  })
  return held.result as R
}

const sellVase = ({ call, shopId, registerIds }: Trade, key: string): Promise<Reply> =>
  call(
    'POST',
    '/erp/sales',
    {
      shopId,
      registerId: registerIds[3],
      lines: [{ sku: 'VASE', quantity: '1' }],
      tenders: [{ method: 'cash', amount: { amount: 1200, currency: 'GBP' } }],
    },
    { 'idempotency-key': key },
  )

const nameOf = ({ status, code }: Reply): string => (code ? `${status} ${code}` : String(status))

test('F17: who waits for a row that somebody holds is told LOCK_TIMEOUT, others sell meanwhile', async () => {
  const [waited, other] = await whileHeld('LAMP', () => Promise.all([sell(trade, 'held'), sellVase(trade, 'free')]))
  assert.equal(nameOf(waited), '409 LOCK_TIMEOUT')
  assert.equal(waited.headers.get('retry-after'), '1')
  assert.equal(nameOf(other), '201')
  acknowledged.set('free', String(other.data.id))
  const again = await sell(trade, 'held')
  assert.equal(nameOf(again), '201', 'the refused sale can be repeated under its key')
  acknowledged.set('held', String(again.data.id))
})

test('F15: when all connections are taken sales are told OVERLOADED; health, sign-in and reading go on', async () => {
  const keys = Array.from({ length: 20 }, (_, index) => `crowd-${index}`)
  const answers: string[] = []
  const sales = await whileHeld('LAMP', async () => {
    const selling = keys.map(async (key, index) => {
      const reply = await sell(trade, key, index)
      answers.push(nameOf(reply))
      return reply
    })
    for (let look = 1; look <= 3; look += 1) {
      const asked = performance.now()
      assert.equal(nameOf(await trade.call('GET', '/health')), '200')
      assert.equal(nameOf(await trade.call('GET', '/erp/products')), '200')
      await trade.signIn()
      assert.ok(performance.now() - asked < 3_000, 'answered while the sales wait')
    }
    const overloaded = () => answers.filter((answer) => answer === '503 OVERLOADED').length
    await eventually('most are told that there is no room', async () => overloaded() >= keys.length / 2)
    return selling
  })
  const replies = await Promise.all(sales)
  const others = answers.filter((answer) => !['201', '409 LOCK_TIMEOUT', '503 OVERLOADED'].includes(answer))
  assert.deepEqual(others, [])
  const refused = replies.filter(({ status }) => status !== 201)
  assert.ok(refused.every(({ headers }) => headers.get('retry-after') === '1'))
  for (const [index, key] of keys.entries()) {
    const reply = await sell(trade, key, index)
    assert.equal(nameOf(reply), '201')
    acknowledged.set(key, String(reply.data.id))
  }
})

test('after all of it every sale is there once, and the sums hold', async () => {
  const { app, warehouseId } = trade
  const [stock] = await app.db.relay`select on_hand from inventory.stock s join catalog.product p
    on p.company_id = s.company_id and p.id = s.product_id where sku = 'VASE' and warehouse_id = ${warehouseId}`
  assert.equal(stock?.on_hand, '99999')
  await mustBeWhole(trade, acknowledged)
})
