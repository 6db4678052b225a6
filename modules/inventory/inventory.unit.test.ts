import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineFaults } from './adjustment/adjust.rules.ts'
import { thresholdsCrossed } from './stock/stock.rules.ts'

const crossed = (before: string, after: string, reorderPoint: string | null) =>
  thresholdsCrossed({ before, after, reorderPoint })

test('Falling to the reorder point is low, staying below it says nothing again', () => {
  assert.deepEqual(crossed('4', '3', '3'), ['low_stock'])
  assert.deepEqual(crossed('3', '2', '3'), [])
  assert.deepEqual(crossed('4', '3.5', '3'), [])
})

test('Falling from above the reorder point to nothing crosses both', () => {
  assert.deepEqual(crossed('4', '0', '3'), ['low_stock', 'out_of_stock'])
})

test('Rising crosses nothing, and without a reorder point nothing is low', () => {
  assert.deepEqual(crossed('0', '4', '3'), [])
  assert.deepEqual(crossed('4', '1', null), [])
  assert.deepEqual(crossed('1', '-2', null), ['out_of_stock'])
})

test('Adjustment lines need a quantity, and a unit cost only for goods that come in', () => {
  const line = { productId: 'p', reason: 'found' }
  const unitCost = { amount: 100, currency: 'GBP' }
  const faults = lineFaults([
    { ...line, quantity: '0.000' },
    { ...line, quantity: '-1', unitCost },
    { ...line, quantity: '1', unitCost },
  ])
  assert.deepEqual(
    faults.map(({ field }) => field),
    ['lines.0.quantity', 'lines.1.unitCost'],
  )
})
