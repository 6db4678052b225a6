import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#kernel'
import { dueDate } from './due-date.rules.ts'

const rule = { days: 0, fromMonthEnd: false, dueDay: null }

test('A document is due so many days after its date or the end of its month, or on a fixed day after that', () => {
  assert.equal(dueDate('2026-01-31', undefined), '2026-01-31')
  assert.equal(dueDate('2026-01-31', { ...rule, days: 30 }), '2026-03-02')
  assert.equal(dueDate('2026-02-10', { ...rule, days: 30, fromMonthEnd: true }), '2026-03-30')
  assert.equal(dueDate('2026-01-10', { ...rule, dueDay: 10 }), '2026-01-10')
  assert.equal(dueDate('2026-01-11', { ...rule, dueDay: 10 }), '2026-02-10')
  assert.equal(dueDate('2026-01-31', { ...rule, days: 1, dueDay: 31 }), '2026-02-28')
  assert.equal(dueDate('2028-02-29', { ...rule, dueDay: 31 }), '2028-02-29')
  assert.equal(dueDate('2026-12-31', { ...rule, dueDay: 5 }), '2027-01-05')
})

test('No document is due before its date, nor more than a month after its days have passed', () => {
  const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
  const term = fc.record({
    days: fc.integer({ min: 0, max: 730 }),
    fromMonthEnd: fc.boolean(),
    dueDay: fc.option(fc.integer({ min: 1, max: 31 })),
  })
  fc.assert(
    fc.property(date, term, (on, terms) => {
      const due = dueDate(on, terms)
      assert.ok(due >= addDays(on, terms.days))
      assert.ok(due <= addDays(on, terms.days + (terms.fromMonthEnd ? 30 : 0) + (terms.dueDay === null ? 0 : 31)))
    }),
  )
})
