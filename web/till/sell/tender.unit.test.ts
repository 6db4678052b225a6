import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeIn, denominationsOf, quickAmounts } from './tender.rules.ts'

test('likely amounts are the next ones that notes make', () => {
  assert.deepEqual(quickAmounts(1234, 'GBP'), [1300, 1400, 1500, 2000])
  assert.deepEqual(quickAmounts(4999, 'GBP'), [5000, 6000])
  assert.deepEqual(quickAmounts(2500, 'JPY'), [3000, 5000, 10_000])
})

test('change is given in the fewest notes and coins and adds up', () => {
  const change = changeIn(3766, 'GBP')
  assert.equal(
    change.reduce((sum, { value, count }) => sum + value * count, 0),
    3766,
  )
  assert.deepEqual(change[0], { value: 2000, count: 1 })
})

test('a currency that nobody listed has steps in its own minor units', () => {
  assert.ok(denominationsOf('CHF').every((value) => Number.isInteger(value) && value > 0))
  assert.ok(denominationsOf('BHD').includes(1000))
})
