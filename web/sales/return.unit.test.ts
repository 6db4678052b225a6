import assert from 'node:assert/strict'
import { test } from 'node:test'
import { marksOf } from '#web/console/inputs/numbers.rules.ts'
import { backOf, readRows, refundsOf } from './return.rules.ts'

const marks = marksOf('en-GB')
const gbp = (amount: number) => ({ amount, currency: 'GBP' })
const line = { id: 'a', name: 'Mug', sku: 'MUG', quantity: '3', unit: 'piece', gross: gbp(1000), returned: '1' }

test('no more comes back than is left, and nothing that is no number', () => {
  const read = (typed: string) => readRows([line], { a: { typed, restock: true } }, marks)[0]
  assert.equal(read('2')?.isWrong, false)
  assert.equal(read('3')?.isWrong, true)
  assert.equal(read('-1')?.isWrong, true)
  assert.equal(read('x')?.isWrong, true)
  assert.equal(read('')?.quantity, '0')
})

test('what goes back for parts of a line adds up to the line', () => {
  assert.equal(backOf([{ line, quantity: '2' }]), 1000 - 333)
})

test('refunds by hand add up to what goes back, and no way gives back more than it took', () => {
  const ways = {
    back: 667,
    currency: 'GBP',
    marks,
    balances: [
      { method: 'cash' as const, left: 500 },
      { method: 'card' as const, left: 500 },
    ],
  }
  assert.deepEqual(refundsOf(undefined, ways), {})
  assert.deepEqual(refundsOf({ cash: '5.00', card: '1.67' }, ways).given, [
    { method: 'cash', amount: gbp(500) },
    { method: 'card', amount: gbp(167) },
  ])
  assert.deepEqual(refundsOf({ cash: '6.67' }, ways).fault, { kind: 'over', method: 'cash', left: 500 })
  assert.deepEqual(refundsOf({ cash: '5' }, ways).fault, { kind: 'sum' })
  assert.deepEqual(refundsOf({ cash: 'five' }, ways).fault, { kind: 'number' })
})
