/** Intents at the test gateway: what each answer makes of them, and what happens when there is none. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codeOf, mustBalance } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'
import { type Counter, gbp, makeCounter, runFor } from './gateway.fixture.ts'

let world: World
let counter: Counter
let skewMs = 0
before(async () => {
  world = await makeWorld({ clock: () => Date.now() + skewMs })
  counter = await makeCounter(world)
})
after(async () => {
  await mustBalance(world)
  await world.close()
})

const later = (seconds: number) => {
  skewMs += seconds * 1000
}
const settle = () => runFor(world, counter.companyId, 'payments.settle-unknown')
const movementsOf = async (intent: string) =>
  (await world.call(counter.owner, 'GET', `/payments/movements?filter[intentId]=${intent}`)).body.data

test('an intent is made at the gateway, charged with a token, and its money is a movement', async () => {
  const intent = await counter.open()
  const paid = await counter.process(intent, 'test_ok')
  assert.equal(paid.status, 200, JSON.stringify(paid.body))
  assert.deepEqual([paid.body.data.state, paid.body.data.captured], ['captured', gbp(1000)])
  const moved = await movementsOf(intent)
  assert.deepEqual([moved.length, moved[0]?.kind, moved[0]?.amount], [1, 'capture', gbp(1000)])
})

test('asking for the same payment twice takes the money once', async () => {
  const intent = await counter.open()
  const replies = await Promise.all(Array.from({ length: 5 }, () => counter.process(intent, 'test_ok')))
  const codes = replies.map(codeOf)
  assert.ok(codes.includes('200') && codes.every((code) => ['200', 'PAYMENT_IN_PROGRESS'].includes(code)), codes.join())
  assert.equal(codeOf(await counter.process(intent, 'test_ok')), '200')
  assert.equal((await movementsOf(intent)).length, 1)
})

test('a decline is a refusal that is kept, and another card may be tried', async () => {
  const intent = await counter.open()
  assert.equal(codeOf(await counter.process(intent, 'test_declined')), 'PAYMENT_DECLINED')
  const declined = await counter.read(intent)
  assert.deepEqual([declined.state, declined.failureCode], ['open', 'card_declined'])
  assert.equal((await counter.process(intent, 'test_ok')).body.data.state, 'captured')
})

test('a customer who must confirm is waited for', async () => {
  const paid = await counter.pay('test_action')
  assert.equal(paid.body.data.state, 'action')
  assert.equal((await counter.process(String(paid.body.data.id), 'test_ok')).body.data.state, 'captured')
})

test('what is reserved is captured in part or let go, and never more than was reserved', async () => {
  const [first, second] = [
    await counter.pay('test_ok', { capture: 'manual' }),
    await counter.pay('test_ok', { capture: 'manual' }),
  ]
  assert.deepEqual([first.body.data.state, first.body.data.authorised], ['authorised', gbp(1000)])
  const id = String(first.body.data.id)
  assert.equal(codeOf(await counter.on(id, 'capture', { amount: gbp(1001) })), 'CAPTURE_EXCEEDS_AUTHORISED')
  assert.equal(codeOf(await counter.on(id, 'capture', { amount: { amount: 5, currency: 'EUR' } })), 'CURRENCY_MISMATCH')
  assert.deepEqual((await counter.on(id, 'capture', { amount: gbp(600) })).body.data.captured, gbp(600))
  assert.equal(codeOf(await counter.on(id, 'capture')), 'INVALID_TRANSITION')
  assert.equal((await counter.on(String(second.body.data.id), 'void')).body.data.state, 'voided')
  assert.equal(codeOf(await counter.on(id, 'void')), 'INVALID_TRANSITION')
})

test('refunds go back in parts, at once too, and never more than was captured', async () => {
  const id = String((await counter.pay('test_ok')).body.data.id)
  const replies = await Promise.all(Array.from({ length: 6 }, () => counter.on(id, 'refund', { amount: gbp(300) })))
  const done = replies.filter(({ status }) => status === 200).length
  assert.ok(done >= 1 && done <= 3, replies.map(codeOf).join())
  for (let more = done; more < 3; more += 1) {
    assert.equal(codeOf(await counter.on(id, 'refund', { amount: gbp(300) })), '200')
  }
  assert.equal(codeOf(await counter.on(id, 'refund', { amount: gbp(101) })), 'REFUND_EXCEEDS_CAPTURE')
  assert.deepEqual((await counter.on(id, 'refund')).body.data.refunded, gbp(1000))
  assert.equal(codeOf(await counter.on(id, 'refund')), 'REFUND_EXCEEDS_CAPTURE')
  await assert.rejects(
    world.app.db.relay`update payments.payment_intent set refunded_amount = captured_amount + 1 where id = ${id}`,
    /refunded_within_captured/,
  )
})

test('F2: an answer that is lost leaves the payment unknown, and the look-up finds the money', async () => {
  const lost = await counter.pay('test_lost_answer')
  assert.equal(lost.body.data.state, 'unknown')
  const id = String(lost.body.data.id)
  assert.equal(codeOf(await counter.process(id, 'test_ok')), 'PAYMENT_IN_PROGRESS')
  await settle()
  assert.equal((await counter.read(id)).state, 'unknown', 'it is not looked for before its time')
  later(61)
  await settle()
  assert.deepEqual([(await counter.read(id)).state, (await movementsOf(id)).length], ['captured', 1])
})

test('a request that never arrived is given up when it cannot arrive any more, and may be tried again', async () => {
  const id = String((await counter.pay('test_lost_request')).body.data.id)
  assert.equal((await counter.on(id, 'look-up')).body.data.state, 'unknown')
  later(91)
  assert.equal((await counter.on(id, 'look-up')).body.data.state, 'open')
  assert.equal((await counter.process(id, 'test_ok')).body.data.state, 'captured')
  assert.equal((await movementsOf(id)).length, 1)
})

test('a refund whose answer is lost is not sent again and is found by the look-up', async () => {
  const id = String((await counter.pay('test_lost_later')).body.data.id)
  const lost = await counter.on(id, 'refund', { amount: gbp(400) })
  assert.deepEqual([lost.body.data.state, lost.body.data.refunded], ['captured', gbp(0)])
  assert.equal(codeOf(await counter.on(id, 'refund', { amount: gbp(400) })), 'PAYMENT_IN_PROGRESS')
  later(61)
  await settle()
  assert.deepEqual((await counter.read(id)).refunded, gbp(400))
})

test('A36: a gateway that took another amount is kept as an exception and not accepted', async () => {
  const id = String((await counter.pay('test_wrong_amount')).body.data.id)
  const held = await counter.read(id)
  assert.deepEqual([held.state, held.captured], ['review', gbp(0)])
  assert.match(String(held.exception), /999 captured of 999 GBP, asked was 1000/)
  assert.equal(codeOf(await counter.on(id, 'refund')), 'INVALID_TRANSITION')
})

test('the same Idempotency-Key makes one intent and answers it again', async () => {
  const headers = { 'idempotency-key': 'checkout-1' }
  const body = { shopId: counter.shopId, amount: gbp(700) }
  const first = await world.call(counter.owner, 'POST', '/payments/intent', body, headers)
  const second = await world.call(counter.owner, 'POST', '/payments/intent', body, headers)
  assert.equal(second.body.data.id, first.body.data.id)
  const id = world.app.newId()
  assert.deepEqual([(await counter.start({ id })).status, codeOf(await counter.start({ id }))], [201, 'ALREADY_EXISTS'])
})

test('card numbers are refused and tokens are not', async () => {
  const intent = await counter.open()
  assert.equal(codeOf(await counter.process(intent, '4242 4242 4242 4242')), 'CARD_NUMBER_REFUSED')
  assert.equal(codeOf(await counter.process(intent, 'card-4242424242424241-token')), '200')
})

test("cashiers take payments and pay nothing back; another shop's and company's are not there", async () => {
  const { staff, manager, shopId } = counter
  const mine = await world.call(staff, 'POST', '/payments/intent', { shopId, amount: gbp(500) })
  const id = String(mine.body.data.id)
  const paid = await world.call(staff, 'POST', '/payments/process', { intentId: id, source: 'test_ok' })
  assert.equal(paid.status, 200, JSON.stringify(paid.body))
  assert.equal(codeOf(await counter.on(id, 'refund', {}, staff)), 'FORBIDDEN')
  const elsewhere = world.person(counter.companyId, 'shop_manager', { shopIds: [] })
  assert.equal(codeOf(await counter.on(id, 'refund', {}, elsewhere)), 'NOT_FOUND')
  const other = await makeCounter(world)
  assert.equal(codeOf(await counter.on(id, 'refund', {}, other.owner)), 'NOT_FOUND')
  const foreign = { connectionId: counter.connectionId, shopId: other.shopId, amount: gbp(1) }
  assert.equal(codeOf(await world.call(other.owner, 'POST', '/payments/intent', foreign)), 'REFERENCE_NOT_FOUND')
  assert.equal((await counter.on(id, 'refund', {}, manager)).status, 200)
})

test('A60: keys are sealed, never answered, and asked for again when the address changes', async () => {
  const { owner, connectionId } = counter
  const path = `/payments/connections/${connectionId}`
  const changed = await world.call(owner, 'PATCH', path, { secretKey: 'sk_very_secret', webhookSecret: 'whsec_hidden' })
  assert.equal(changed.status, 200)
  const [row] = await world.app.db.relay`select secret_key from payments.gateway_connection where id = ${connectionId}`
  assert.match(String(row?.secret_key), /^v1\./)
  const seen = [changed.body, (await world.call(owner, 'GET', path)).body, await eventsOf(connectionId)]
  assert.doesNotMatch(JSON.stringify(seen), /very_secret|hidden|v1\./)
  const inner = await world.call(owner, 'PATCH', path, { baseUrl: 'http://169.254.169.254/' })
  assert.equal(codeOf(inner), 'URL_NOT_ALLOWED')
})

const eventsOf = async (id: string) => world.app.db.relay`select data from event_log.event where subject_id = ${id}`

test('a connection says whether it works, and nothing of what it heard', async () => {
  const { body } = await world.call(counter.owner, 'POST', `/payments/connections/${counter.connectionId}/test`, {})
  assert.deepEqual({ ...body.data }, { reached: true, says: 'The gateway took the keys.' })
})
