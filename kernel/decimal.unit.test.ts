import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import {
  absDecimal,
  addDecimal,
  compareDecimal,
  convertQuantity,
  decimalProblem,
  digitsOf,
  divideDecimal,
  isDecimal,
  isZeroDecimal,
  multiplyDecimal,
  negateDecimal,
  parseDecimal,
  roundDecimal,
  subtractDecimal,
  sumDecimal,
} from './decimal.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = { seed, numRuns: 500 }

const decimals = fc
  .tuple(fc.boolean(), fc.nat(999_999_999), fc.nat(999_999))
  .map(([minus, units, parts]) => parseDecimal(`${minus ? '-' : ''}${units}.${String(parts).padStart(6, '0')}`))

test('reading gives the canonical form', () => {
  const texts = ['2', '5.500', '0.125', '-0.50', '-0', '-0.000', '100', '10.0', '0.000001', '999999999999.999999']
  const forms = ['2', '5.5', '0.125', '-0.5', '0', '0', '100', '10', '0.000001', '999999999999.999999']
  assert.deepEqual(
    texts.map((text) => parseDecimal(text)),
    forms,
  )
})

test('anything but plain ASCII digits is refused', () => {
  const texts = ['', ' 5', '5 ', '+5', '1e5', '1e309', 'NaN', 'Infinity', '-', '.5', '5.', '05', '0x10', '1,5', '1_000']
  for (const text of [...texts, '٣', '５', '--1', '1.2.3', '5\n', '0'.repeat(1000), '9'.repeat(1_000_000)]) {
    assert.throws(() => parseDecimal(text, { field: 'quantity' }), { code: 'VALIDATION_FAILED', status: 400 })
  }
})

test('what is not a text is refused without a fault', () => {
  for (const value of [5, null, undefined, {}, ['5']]) assert.ok(decimalProblem(value))
})

test('too many digits are refused on either side of the point, trailing zeros aside', () => {
  assert.match(decimalProblem('1.0000001') ?? '', /more than 6 decimals/)
  assert.match(decimalProblem('1000000000000') ?? '', /more than 12 digits/)
  assert.equal(decimalProblem('1.0000000'), undefined)
  assert.match(decimalProblem('1.25', { scale: 1 }) ?? '', /more than 1 decimals/)
})

test('limits are inclusive', () => {
  assert.equal(decimalProblem('0', { min: '0', max: '100' }), undefined)
  assert.equal(decimalProblem('100.0', { min: '0', max: '100' }), undefined)
  assert.match(decimalProblem('-0.1', { min: '0' }) ?? '', /at least 0/)
  assert.match(decimalProblem('100.01', { max: '100' }) ?? '', /at most 100/)
})

test('a refusal names the field', () => {
  assert.throws(
    () => parseDecimal('x', { field: 'lines.0.quantity' }),
    (error: unknown) => {
      assert.ok(error instanceof Error && 'details' in error)
      assert.match(JSON.stringify(error.details), /"field":"lines.0.quantity"/)
      return true
    },
  )
})

test('adding and multiplying commute, and subtracting undoes adding', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (a, b, c) => {
      assert.equal(addDecimal(a, b), addDecimal(b, a))
      assert.equal(multiplyDecimal(a, b), multiplyDecimal(b, a))
      assert.equal(addDecimal(addDecimal(a, b), c), addDecimal(a, addDecimal(b, c)))
      assert.equal(multiplyDecimal(a, addDecimal(b, c)), addDecimal(multiplyDecimal(a, b), multiplyDecimal(a, c)))
      assert.equal(subtractDecimal(addDecimal(a, b), b), a)
      assert.equal(sumDecimal([a, b, c]), addDecimal(addDecimal(a, b), c))
    }),
    runs,
  )
})

test('comparing is a total order that agrees with subtracting', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const difference = subtractDecimal(a, b)
      const sign = isZeroDecimal(difference) ? 0 : difference.startsWith('-') ? -1 : 1
      assert.equal(compareDecimal(a, b), sign)
      assert.equal(compareDecimal(b, a), 0 - sign)
      assert.equal(a === b, sign === 0)
    }),
    runs,
  )
})

test('every result is canonical', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const results = [addDecimal(a, b), multiplyDecimal(a, b), negateDecimal(a), absDecimal(a), roundDecimal(a, 2)]
      for (const result of results) assert.ok(isDecimal(result), result)
    }),
    runs,
  )
})

test('every result is that of a library that others trust', () => {
  const Exact = Decimal.clone({ precision: 400, toExpNeg: -9e15, toExpPos: 9e15 })
  const said = (value: Decimal) => (value.isZero() ? '0' : value.toFixed())
  const of = (a: string) => new Exact(a)
  const modes = { 'half-up': Decimal.ROUND_HALF_UP, 'half-even': Decimal.ROUND_HALF_EVEN } as const
  const rounding = fc.constantFrom('half-up' as const, 'half-even' as const)
  // Halves are what roundings differ at: many values end in one.
  const values = fc.oneof(
    decimals,
    decimals.map((value) => divideDecimal(value, '2', 8)),
    fc.constantFrom('0', '-1', '0.5'),
  )
  fc.assert(
    fc.property(values, values, fc.nat(8), rounding, (a, b, scale, rounded) => {
      assert.equal(addDecimal(a, b), said(of(a).add(b)))
      assert.equal(subtractDecimal(a, b), said(of(a).sub(b)))
      assert.equal(multiplyDecimal(a, b), said(of(a).mul(b)))
      assert.equal(negateDecimal(a), said(of(a).neg()))
      assert.equal(compareDecimal(a, b), of(a).cmp(b))
      assert.equal(sumDecimal([a, b, a]), said(of(a).add(b).add(a)))
      assert.equal(roundDecimal(a, scale, rounded), said(of(a).toDecimalPlaces(scale, modes[rounded])))
      if (b === '0') return
      assert.equal(divideDecimal(a, b, scale, rounded), said(of(a).div(b).toDecimalPlaces(scale, modes[rounded])))
    }),
    { seed, numRuns: 3_000 },
  )
})

test('dividing rounds as told and is refused by zero', () => {
  assert.equal(divideDecimal('1', '3', 6), '0.333333')
  assert.equal(divideDecimal('-1', '8', 2), '-0.13')
  assert.equal(divideDecimal('-1', '8', 2, 'half-even'), '-0.12')
  assert.throws(() => divideDecimal('1', '0.0', 2), RangeError)
})

test('very small and very large results have no exponent', () => {
  assert.equal(multiplyDecimal('0.000001', '0.000001'), '0.000000000001')
  assert.equal(multiplyDecimal('999999999999', '999999999999'), '999999999998000000000001')
})

test('quantities convert between units of the same goods', () => {
  assert.equal(convertQuantity('2', '12', '1'), '24')
  assert.equal(convertQuantity('18', '1', '12'), '1.5')
  assert.equal(convertQuantity('-0.5', '1000', '1'), '-500')
})

test('a conversion that does not come out even is refused', () => {
  assert.throws(() => convertQuantity('1', '1', '12'), { code: 'VALIDATION_FAILED' })
  assert.throws(() => convertQuantity('1', '1', '8', 2), { code: 'VALIDATION_FAILED' })
})

test('there and back again is the same quantity', () => {
  const factors = fc.constantFrom('1', '2', '5', '10', '25', '0.5', '1000')
  fc.assert(
    fc.property(decimals, factors, (quantity, factor) => {
      assert.equal(convertQuantity(convertQuantity(quantity, factor, '1', 20), '1', factor, 20), quantity)
    }),
    runs,
  )
})

test('digits and scale are the exact value', () => {
  assert.deepEqual(digitsOf('-0.05'), { digits: -5n, scale: 2 })
  assert.deepEqual(digitsOf('12'), { digits: 12n, scale: 0 })
  assert.throws(() => digitsOf('1e5'), RangeError)
})
