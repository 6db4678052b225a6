import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Method, settleTenders } from '#engines/tender'
import { isRefusal } from '#kernel'
import { splitRefund } from './payment/tender.rules.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const gbp = (amount: number) => ({ amount, currency: 'GBP' })
const tender = (method: Method, amount: number) => ({ method, amount: gbp(amount) })
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    return isRefusal(error) ? error.code : String(error)
  }
}

test('change is given out of the last cash', () => {
  const { change, tenders } = settleTenders(1500, 'GBP', [
    tender('cash', 1000),
    tender('card', 200),
    tender('cash', 500),
  ])
  assert.equal(change, 200)
  assert.deepEqual(
    tenders.map((each) => each.change),
    [0, 0, 200],
  )
})

test('what is due must be covered', () => {
  assert.equal(
    codeOf(() => settleTenders(1500, 'GBP', [tender('cash', 1499)])),
    'TENDER_INSUFFICIENT',
  )
  assert.equal(
    codeOf(() => settleTenders(1, 'GBP', [])),
    'TENDER_INSUFFICIENT',
  )
  assert.deepEqual(settleTenders(0, 'GBP', []), { change: 0, tenders: [] })
})

test('a card is not charged more than what is due', () => {
  const tenders = [tender('card', 1501), tender('cash', 100)]
  assert.equal(
    codeOf(() => settleTenders(1500, 'GBP', tenders)),
    'TENDER_EXCEEDS_DUE',
  )
})

test('another currency is refused', () => {
  const euro = [{ method: 'cash' as const, amount: { amount: 1500, currency: 'EUR' } }]
  assert.equal(
    codeOf(() => settleTenders(1500, 'GBP', euro)),
    'CURRENCY_MISMATCH',
  )
})

test('a refund goes back in proportion to what each method has left', () => {
  const balances = [
    { method: 'card' as const, paid: 900, refunded: 300 },
    { method: 'cash' as const, paid: 300, refunded: 0 },
  ]
  assert.deepEqual(splitRefund(300, 'GBP', balances), [
    { method: 'card', amount: 200 },
    { method: 'cash', amount: 100 },
  ])
})

test('a refund never goes to a method that was not paid with', () => {
  const balances = [{ method: 'card' as const, paid: 900, refunded: 0 }]
  assert.equal(
    codeOf(() => splitRefund(300, 'GBP', balances, [tender('cash', 300)])),
    'REFUND_EXCEEDS_CAPTURE',
  )
  assert.equal(
    codeOf(() => splitRefund(901, 'GBP', balances)),
    'REFUND_EXCEEDS_CAPTURE',
  )
  assert.equal(
    codeOf(() => splitRefund(300, 'GBP', balances, [tender('card', 299)])),
    'VALIDATION_FAILED',
  )
})

const method = fc.constantFrom<Method>('cash', 'card', 'other')

test('settled tenders pay exactly what is due', () => {
  const tenders = fc.array(fc.tuple(method, fc.integer({ min: 1, max: 100_000 })), { maxLength: 6 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), tenders, (due, given) => {
      const code = codeOf(() => {
        const settled = settleTenders(
          due,
          'GBP',
          given.map(([how, amount]) => tender(how, amount)),
        )
        const paid = settled.tenders.reduce((sum, { amount, change }) => sum + amount - change, 0)
        assert.equal(paid, due)
        assert.ok(settled.tenders.every((each) => each.change <= each.amount))
        assert.ok(settled.tenders.every((each) => each.method === 'cash' || each.change === 0))
      })
      assert.ok(['done', 'TENDER_INSUFFICIENT', 'TENDER_EXCEEDS_DUE'].includes(code), code)
    }),
    { seed, numRuns: 500 },
  )
})

test('refunds add up and leave no method below zero', () => {
  const balances = fc.uniqueArray(fc.tuple(method, fc.nat(1000), fc.nat(1000)), {
    selector: ([how]) => how,
    minLength: 1,
  })
  fc.assert(
    fc.property(balances, fc.nat(100), (all, percent) => {
      const left = all.map(([how, paid, more]) => ({ method: how, paid: paid + more, refunded: more }))
      const total = left.reduce((sum, { paid, refunded }) => sum + paid - refunded, 0)
      const amount = Math.floor((total * percent) / 100)
      const shares = splitRefund(amount, 'GBP', left)
      assert.equal(
        shares.reduce((sum, share) => sum + share.amount, 0),
        amount,
      )
      for (const share of shares) {
        const of = left.find((each) => each.method === share.method)
        assert.ok(of && share.amount <= of.paid - of.refunded)
      }
    }),
    { seed, numRuns: 500 },
  )
})
