import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, isRefusal } from '#kernel'
import { changeOf, daysMax, periodsOf, sumFigures } from './performance.rules.ts'

const today = '2024-03-01'
const isInvalid = (error: unknown) => isRefusal(error) && error.code === 'VALIDATION_FAILED'

test('the thirty days up to today are looked at where nothing is asked', () => {
  assert.deepEqual(periodsOf({}, today), {
    period: { from: '2024-02-01', to: '2024-03-01' },
    before: { from: '2024-01-02', to: '2024-01-31' },
  })
})

test('the period before is as long and ends on the day before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: daysMax }), fc.integer({ min: 0, max: 4000 }), (days, offset) => {
      const from = addDays('2015-01-01', offset)
      const { period, before } = periodsOf({ from, to: addDays(from, days - 1) }, today)
      assert.equal(daysBetween(before.from, before.to), daysBetween(period.from, period.to))
      assert.equal(addDays(before.to, 1), period.from)
    }),
    { numRuns: 200, ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) },
  )
})

test('a period that ends before it begins is refused', () => {
  assert.throws(() => periodsOf({ from: '2024-02-02', to: '2024-02-01' }, today), isInvalid)
})

test('a period of more than a year is refused', () => {
  assert.throws(() => periodsOf({ from: '2022-01-01', to: today }, today), isInvalid)
})

test('changes are percentages of what was before, and nothing where nothing was', () => {
  assert.equal(changeOf(150, 100), '50')
  assert.equal(changeOf(100, 300), '-66.7')
  assert.equal(changeOf(50, -100), '150')
  assert.equal(changeOf(5, 0), null)
})

test('no days sum to nothing', () => {
  assert.deepEqual(sumFigures([]), { sales: 0, returns: 0, net: 0, tax: 0, total: 0 })
})
