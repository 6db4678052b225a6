import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, filledLines, type GoodsLine, newLine, withScanned } from './lines.rules.ts'

const line = (key: number, productId: string | null, quantity: unknown): GoodsLine => ({ key, productId, quantity })

test('what is wrong is named by the place that the API would name', () => {
  const lines = [line(1, null, '1'), line(2, 'a', '0'), line(3, 'b', { unreadable: 'x' })]
  assert.deepEqual(faultsOf(lines, 'any', { needsReason: false }), {
    'lines.0.productId': 'product',
    'lines.1.quantity': 'zero',
    'lines.2.quantity': 'number',
  })
})

test('a count may be zero and names a product once, a transfer may not be zero', () => {
  const lines = [line(1, 'a', '0'), line(2, 'a', '2')]
  assert.deepEqual(faultsOf(lines, 'counted'), { 'lines.1.productId': 'twice' })
  assert.deepEqual(faultsOf([line(1, 'a', '0')], 'some'), { 'lines.0.quantity': 'zero' })
  assert.deepEqual(faultsOf([line(1, 'a', '-1')], 'some'), { 'lines.0.quantity': 'negative' })
})

test('lines in which nothing stands are left out', () => {
  assert.deepEqual(filledLines([line(1, null, null), line(2, 'a', null)]), [line(2, 'a', null)])
})

test('a scan fills the first blank line, and counts up the line that is there', () => {
  const once = withScanned([newLine([])], { id: 'a', title: 'A' }, '1')
  assert.deepEqual(once, [{ key: 1, productId: 'a', title: 'A', quantity: '1' }])
  const twice = withScanned(once, { id: 'a', title: 'A' }, '1')
  assert.equal(twice[0]?.quantity, '2')
  assert.equal(withScanned(twice, { id: 'b', title: 'B' }, null)[1]?.quantity, null)
})
