import assert from 'node:assert/strict'
import { test } from 'node:test'
import { balancesOf, isAnyLeft, leftOf, stateOfSale } from './returnable.rules.ts'

test('what has not come back can, also where the sale does not say so itself', () => {
  assert.equal(leftOf({ quantity: '3', returned: '1' }), '2')
  assert.equal(leftOf({ quantity: '3', returned: '1', returnable: '1.5' }), '1.5')
  assert.equal(isAnyLeft([{ quantity: '3', returned: '3' }]), false)
})

test('a sale is complete, partly returned or returned', () => {
  assert.equal(stateOfSale([{ quantity: '3' }]), 'complete')
  assert.equal(stateOfSale([{ quantity: '3', returned: '1' }, { quantity: '1' }]), 'partly')
  assert.equal(stateOfSale([{ quantity: '3', returned: '3' }]), 'returned')
})

test('a method can give back what it took, less its change and what it gave back before', () => {
  const tenders = [
    { method: 'cash' as const, amount: { amount: 5000 }, change: { amount: 1200 } },
    { method: 'card' as const, amount: { amount: 1000 }, change: { amount: 0 } },
  ]
  assert.deepEqual(balancesOf(tenders, [{ method: 'cash', amount: { amount: 800 } }]), [
    { method: 'cash', left: 3000 },
    { method: 'card', left: 1000 },
  ])
})
