import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardProblem } from './card-limits.rules.ts'

const gbp = (amount: number) => ({ amount, currency: 'GBP' })
const limits = { cardTicketMax: gbp(25_000), cardTotalMax: gbp(100_000), hoursMax: 24 }
const risk = { limits, waitingByCard: 0, offlineMs: 0 }

test('a card is taken up to the limit of one sale', () => {
  assert.equal(cardProblem(25_000, risk), undefined)
  assert.deepEqual(cardProblem(25_001, risk), { why: 'ticket', max: gbp(25_000) })
})

test('cards on sales that wait count towards the total', () => {
  assert.equal(cardProblem(10_000, { ...risk, waitingByCard: 90_000 }), undefined)
  assert.deepEqual(cardProblem(10_001, { ...risk, waitingByCard: 90_000 }), { why: 'total', max: gbp(100_000) })
})

test('after the hours that are allowed no card is taken', () => {
  assert.deepEqual(cardProblem(1, { ...risk, offlineMs: 24 * 3_600_000 + 1 }), { why: 'hours', hours: 24 })
})

test('a till that never heard the limits takes no card', () => {
  assert.deepEqual(cardProblem(1, { ...risk, limits: undefined }), { why: 'unknown' })
})
