import assert from 'node:assert/strict'
import { test } from 'node:test'
import { add, changedKeys, emptyCart, putBack, removeLine, setPrice, setQuantity, step } from './cart.rules.ts'

const tea = { productId: 'tea', key: 'k1' }
const cart = add(emptyCart('sale'), tea)

test('the same goods again are one more on their line', () => {
  assert.deepEqual(
    add(cart, { ...tea, key: 'k2' }).lines.map(({ key, quantity }) => [key, quantity]),
    [['k1', '2']],
  )
})

test('goods in another unit, or beside a price by hand, have a line of their own', () => {
  const boxed = add(cart, { ...tea, key: 'k2', unit: 'box' })
  const cheap = setPrice(cart, 'k1', { price: { amount: 1, currency: 'GBP' }, reason: 'scratched' })
  assert.deepEqual([boxed.lines.length, add(cheap, { ...tea, key: 'k2' }).lines.length], [2, 2])
})

test('quantities are exact decimals', () => {
  const weighed = setQuantity(cart, 'k1', '0.1')
  assert.equal(add(weighed, { ...tea, key: 'k2', quantity: '0.2' }).lines[0]?.quantity, '0.3')
})

test('one less than one takes the line out', () => {
  assert.deepEqual(step(cart, 'k1', -1).lines, [])
  assert.equal(step(cart, 'k1', 1).lines[0]?.quantity, '2')
})

test('a removed line comes back where it was, once', () => {
  const both = add(cart, { productId: 'jam', key: 'k2' })
  const [line] = both.lines
  assert.ok(line)
  const back = putBack(removeLine(both, 'k1'), line, 0)
  assert.deepEqual(back, both)
  assert.deepEqual(putBack(back, line, 0), both)
})

test('a price by hand can be taken back', () => {
  const cheap = setPrice(cart, 'k1', { price: { amount: 1, currency: 'GBP' }, reason: 'scratched' })
  assert.deepEqual(setPrice(cheap, 'k1', undefined), cart)
})

test('what another till changed is found by line', () => {
  const after = add(setQuantity(cart, 'k1', '3'), { productId: 'jam', key: 'k2' })
  assert.deepEqual([changedKeys(cart, after), changedKeys(after, after)], [['k1', 'k2'], []])
})
