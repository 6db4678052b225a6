/** kill -9 between the gateway's charge and our commit: the money is taken once, and we come to know of it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Server, startServer } from './server.ts'
import { mustBeWhole, openOwnTrade, type Trade } from './trade.ts'

const gbp = (amount: number) => ({ amount, currency: 'GBP' })
let trade: Trade
let server: Server

before(async () => {
  trade = await openOwnTrade()
})
after(async () => {
  await server?.kill()
  await trade?.close()
})

test('F2: killed between charge and commit, the payment is found by look-up and not taken again', async () => {
  server = await startServer(trade.place, 'prepared payments.paymentIntent.process')
  await trade.signIn()
  const made = await trade.call('POST', '/payments/connections', { name: 'Test', gateway: 'test' })
  assert.equal(made.status, 201)
  const intent = await trade.call('POST', '/payments/intent', { shopId: trade.shopId, amount: gbp(1200) })
  const pay = () =>
    trade.call(
      'POST',
      '/payments/process',
      { intentId: intent.data.id, source: 'test_ok' },
      { 'idempotency-key': 'pay-once' },
    )
  await assert.rejects(pay())
  assert.equal(await server.ended, 'SIGKILL')
  const [charged] = await trade.app.db.relay`select status, captured from payments.test_payment`
  assert.deepEqual({ ...charged }, { status: 'captured', captured: 1200 }, 'the money was taken when the process died')

  server = await startServer(trade.place)
  const again = await pay()
  assert.equal(again.code, 'PAYMENT_IN_PROGRESS', 'nobody takes the money a second time')
  const found = await trade.call('POST', `/payments/intents/${intent.data.id}/look-up`, {})
  assert.equal(found.data.state, 'captured', JSON.stringify(found))
  const answer = await pay()
  assert.deepEqual([answer.status, answer.data.captured], [200, gbp(1200)])
  const moved = await trade.call('GET', '/payments/movements')
  assert.equal(moved.total, 1)
  await mustBeWhole(trade, new Map())
})
