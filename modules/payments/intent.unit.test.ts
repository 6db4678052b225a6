/** What answers of gateways make of intents, in any order and however often. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Standing } from './gateway/port.ts'
import { type IntentFacts, mayBegin, type OperationFacts, settlePayment, settleRefund } from './intent/intent.rules.ts'
import { mustBeToken } from './intent/source.rules.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const now = '2026-12-01T10:00:00.000Z'
const earlier = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString()

const intent = (fields: Partial<IntentFacts> = {}): IntentFacts => ({
  ...{ state: 'processing', amount: 1000, currency: 'GBP', capture: 'automatic' },
  ...{ authorised: 0, captured: 0, refunded: 0, reference: 'pi_1', paymentReference: null },
  ...fields,
})
const operation = (fields: Partial<OperationFacts> = {}): OperationFacts => ({
  ...{ kind: 'charge', amount: 1000, askedAt: now, looks: 0 },
  ...fields,
})
const standing = (fields: Partial<Standing> = {}): Standing => ({
  ...{ status: 'captured', reference: 'pi_1', paymentReference: 'ch_1', currency: 'GBP' },
  ...{ authorised: 1000, captured: 1000, refunded: 0, method: null, failure: null, client: null },
  ...fields,
})
const done = <T>(value: T) => ({ is: 'done' as const, standing: value })

test('money that the gateway took moves once, whoever says so first', () => {
  const first = settlePayment(intent(), operation(), done(standing()), now)
  assert.deepEqual(first?.movement, { kind: 'capture', amount: 1000, reference: 'ch_1' })
  assert.equal(first?.operation?.state, 'succeeded')
  const known = intent({ state: 'captured', authorised: 1000, captured: 1000 })
  assert.equal(settlePayment(known, undefined, done(standing()), now)?.movement, undefined)
})

test('an older answer that comes late takes nothing back, and a late authorisation is accepted', () => {
  const captured = intent({ state: 'captured', authorised: 1000, captured: 1000 })
  const late = standing({ status: 'open', authorised: 0, captured: 0 })
  assert.equal(settlePayment(captured, undefined, done(late), now), undefined)
  const failed = intent({ state: 'open', capture: 'manual' })
  const authorised = standing({ status: 'authorised', captured: 0 })
  assert.equal(settlePayment(failed, undefined, done(authorised), now)?.intent.state, 'authorised')
})

test('another amount or currency than was asked is for review, and nothing moves', () => {
  for (const wrong of [
    standing({ captured: 999 }),
    standing({ captured: 1001, authorised: 1001 }),
    standing({ currency: 'EUR' }),
    standing({ status: 'authorised', authorised: 900, captured: 0 }),
  ]) {
    const settled = settlePayment(intent(), operation(), done(wrong), now)
    assert.deepEqual(
      [settled?.intent.state, settled?.operation?.state, settled?.movement],
      ['review', 'review', undefined],
    )
    assert.ok(settled?.intent.exception)
  }
})

test('what never arrived is given up only after its time', () => {
  const lost = { is: 'absent' as const }
  assert.equal(settlePayment(intent(), operation({ askedAt: earlier(60) }), lost, now)?.operation?.state, 'unknown')
  const given = settlePayment(intent(), operation({ askedAt: earlier(91) }), lost, now)
  assert.deepEqual([given?.intent.state, given?.operation?.state], ['open', 'refused'])
  const capture = operation({ kind: 'capture', askedAt: earlier(91) })
  const held = intent({ state: 'unknown', authorised: 1000, capture: 'manual' })
  const still = done(standing({ status: 'authorised', captured: 0 }))
  assert.deepEqual(settlePayment(held, capture, still, now)?.intent.state, 'authorised')
})

test('what stays unknown is flagged after a while', () => {
  const broken = { is: 'unknown' as const, message: 'no answer' }
  assert.equal(settlePayment(intent(), operation({ looks: 7 }), broken, now)?.intent.exception, undefined)
  assert.match(String(settlePayment(intent(), operation({ looks: 8 }), broken, now)?.intent.exception), /charge/)
})

test('a refund that the gateway is at stays open; one of another amount is for review', () => {
  const paid = intent({ state: 'captured', authorised: 1000, captured: 1000, refunded: 200 })
  const asked = operation({ kind: 'refund', amount: 300 })
  const about = { reference: 're_1', currency: 'GBP', amount: 300 }
  assert.equal(settleRefund(paid, asked, done({ ...about, status: 'pending' }), now).operation?.state, 'unknown')
  const back = settleRefund(paid, asked, done({ ...about, status: 'succeeded' }), now)
  assert.deepEqual([back.intent.refunded, back.movement?.amount], [500, 300])
  const wrong = settleRefund(paid, asked, done({ ...about, amount: 301, status: 'succeeded' }), now)
  assert.deepEqual([wrong.intent.state, wrong.movement], ['review', undefined])
})

test('card numbers are refused however they are written', () => {
  for (const card of ['4242424242424242', '4242-4242 4242-4242', 'x5555555555554444']) {
    assert.throws(() => mustBeToken(card), { code: 'CARD_NUMBER_REFUSED' })
  }
  for (const token of [undefined, 'pm_card_visa', 'cnon:card-nonce-ok', '4242424242424241']) mustBeToken(token)
})

const amounts = fc.integer({ min: 1, max: 1_000_000 })
const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom('charge' as const, 'capture' as const, 'refund' as const, 'release' as const),
    part: fc.integer({ min: 1, max: 1_200 }),
    fate: fc.constantFrom('done' as const, 'lost' as const, 'refused' as const),
    echoes: fc.nat(2),
  }),
  { maxLength: 12 },
)

test(`whatever is asked, answered, lost and repeated: refunded <= captured <= authorised (SEED=${seed})`, () => {
  fc.assert(
    fc.property(amounts, fc.boolean(), wishes, (amount, isManual, asks) => {
      let facts = intent({ state: 'open', amount, capture: isManual ? 'manual' : 'automatic' })
      const gateway = { authorised: 0, captured: 0, refunded: 0, voided: false }
      let moved = { capture: 0, refund: 0 }
      const apply = (settled: ReturnType<typeof settlePayment>) => {
        if (!settled) return
        const { failure: _, exception: __, method: ___, ...change } = settled.intent
        facts = { ...facts, ...change }
        if (settled.movement)
          moved = { ...moved, [settled.movement.kind]: moved[settled.movement.kind] + settled.movement.amount }
      }
      const stand = () => {
        const status = gateway.voided
          ? 'voided'
          : gateway.captured
            ? 'captured'
            : gateway.authorised
              ? 'authorised'
              : 'open'
        return done(standing({ status, ...gateway, paymentReference: 'ch_1' }))
      }
      for (const { kind, part, fate, echoes } of asks) {
        let asked: number
        try {
          asked = mayBegin(
            facts,
            kind,
            kind === 'charge' || kind === 'release'
              ? undefined
              : { amount: Math.ceil((amount * part) / 1000), currency: 'GBP' },
          )
        } catch {
          continue
        }
        const op = operation({ kind, amount: asked, askedAt: earlier(100) })
        if (fate === 'refused') {
          const no = { is: 'refused' as const, failure: { code: 'no', message: 'no' } }
          apply(kind === 'refund' ? settleRefund(facts, op, no, now) : settlePayment(facts, op, no, now))
          continue
        }
        if (kind === 'charge') Object.assign(gateway, { authorised: asked, captured: isManual ? 0 : asked })
        if (kind === 'capture') gateway.captured = asked
        if (kind === 'release') gateway.voided = true
        if (kind === 'refund') gateway.refunded += asked
        const lost = { is: 'unknown' as const, message: 'lost' }
        const refund = done({
          status: 'succeeded' as const,
          reference: `re_${gateway.refunded}`,
          currency: 'GBP',
          amount: asked,
        })
        if (fate === 'lost')
          apply(kind === 'refund' ? settleRefund(facts, op, lost, now) : settlePayment(facts, op, lost, now))
        apply(kind === 'refund' ? settleRefund(facts, op, refund, now) : settlePayment(facts, op, stand(), now))
        for (let echo = 0; echo < echoes; echo += 1) apply(settlePayment(facts, undefined, stand(), now))
        assert.ok(facts.refunded <= facts.captured && facts.captured <= facts.authorised && facts.authorised <= amount)
        assert.deepEqual([facts.captured, facts.refunded], [gateway.captured, gateway.refunded])
        assert.deepEqual(moved, { capture: facts.captured, refund: facts.refunded })
      }
    }),
    { seed, numRuns: 400 },
  )
})
