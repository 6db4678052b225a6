import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addMoney,
  compareMoney,
  formatMoney,
  isMoney,
  isZeroMoney,
  type Money,
  moneyOf,
  multiplyMoney,
  negateMoney,
  parseMoney,
  splitByLargestRemainder,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from './money.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = { seed, numRuns: 500 }
const gbp = (amount: number): Money => ({ amount, currency: 'GBP' })
const amounts = fc.integer({ min: -1e12, max: 1e12 })

test('adding and subtracting keep the currency and undo each other', () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      assert.deepEqual(subtractMoney(addMoney(gbp(a), gbp(b)), gbp(b)), gbp(a))
      assert.deepEqual(addMoney(gbp(a), gbp(b)), addMoney(gbp(b), gbp(a)))
    }),
    runs,
  )
})

test('comparing agrees with the sign of the difference', () => {
  fc.assert(
    fc.property(
      amounts,
      amounts,
      (a, b) => compareMoney(gbp(a), gbp(b)) === Math.sign(subtractMoney(gbp(a), gbp(b)).amount),
    ),
    runs,
  )
})

test('amounts of different currencies are refused', () => {
  const yen = moneyOf(1, 'JPY')
  for (const combine of [addMoney, subtractMoney, compareMoney]) {
    assert.throws(() => combine(gbp(1), yen), { code: 'CURRENCY_MISMATCH' })
  }
  assert.throws(() => sumMoney([yen], 'GBP'), { code: 'CURRENCY_MISMATCH' })
})

test('a result beyond the safe integers is refused, not rounded', () => {
  const most = gbp(Number.MAX_SAFE_INTEGER)
  for (const beyond of [
    () => addMoney(most, gbp(1)),
    () => multiplyMoney(most, '2'),
    () => sumMoney([most, most], 'GBP'),
  ]) {
    assert.throws(beyond, { code: 'VALIDATION_FAILED' })
  }
  assert.equal(addMoney(most, gbp(0)).amount, Number.MAX_SAFE_INTEGER)
})

test('money of a part of a minor unit cannot be made', () => {
  for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.throws(() => moneyOf(amount, 'GBP'), RangeError)
  }
})

test('zero has no sign', () => {
  assert.ok(Object.is(negateMoney(zeroMoney('GBP')).amount, 0))
  assert.ok(Object.is(moneyOf(-0, 'GBP').amount, 0))
  assert.ok(Object.is(multiplyMoney(gbp(-1), '0').amount, 0))
  assert.ok(isZeroMoney(parseMoney('-0.00', 'GBP')))
})

test('half-up goes away from zero and half-even to the even neighbour', () => {
  const round = (amount: number, rounding: 'half-up' | 'half-even') =>
    multiplyMoney(gbp(amount), '0.5', rounding).amount
  assert.deepEqual(
    [1, 3, 5, -1, -3].map((amount) => round(amount, 'half-up')),
    [1, 2, 3, -1, -2],
  )
  assert.deepEqual(
    [1, 3, 5, -1, -3].map((amount) => round(amount, 'half-even')),
    [0, 2, 2, 0, -2],
  )
})

test('multiplying is exact where floats are not', () => {
  assert.equal(multiplyMoney(gbp(115), '1.1').amount, 127)
  assert.equal(multiplyMoney(gbp(100), '1.005').amount, 101)
  assert.equal(multiplyMoney(gbp(1), '0.333333').amount, 0)
})

test('multiplying by a negative factor gives the negative amount', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 999_999 }), (amount, parts) => {
      const factor = `0.${String(parts).padStart(6, '0')}`
      assert.deepEqual(multiplyMoney(gbp(amount), `-${factor}`), negateMoney(multiplyMoney(gbp(amount), factor)))
    }),
    runs,
  )
})

test('a split adds up exactly and each share is less than one unit from its proportion', () => {
  const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }).filter((list) => list.some((one) => one > 0))
  fc.assert(
    fc.property(amounts, weights, (amount, list) => {
      const shares = splitByLargestRemainder(gbp(amount), list)
      assert.deepEqual(sumMoney(shares, 'GBP'), gbp(amount))
      const whole = list.reduce((sum, weight) => sum + weight, 0)
      for (const [index, share] of shares.entries()) {
        const distance = BigInt(share.amount) * BigInt(whole) - BigInt(amount) * BigInt(list[index] ?? 0)
        assert.ok(distance < BigInt(whole) && -distance < BigInt(whole))
      }
    }),
    runs,
  )
})

test('splitting the negative amount gives the negative shares', () => {
  fc.assert(
    fc.property(amounts, fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), (amount, list) => {
      const shares = splitByLargestRemainder(gbp(amount), list)
      assert.deepEqual(splitByLargestRemainder(gbp(0 - amount), list), shares.map(negateMoney))
    }),
    runs,
  )
})

test('units left over go to the largest remainders', () => {
  assert.deepEqual(
    splitByLargestRemainder(gbp(10), [1, 12, 8]).map((share) => share.amount),
    [0, 6, 4],
  )
})

test('equal remainders are served by position', () => {
  assert.deepEqual(
    splitByLargestRemainder(gbp(5), [1, 1, 1]).map((share) => share.amount),
    [2, 2, 1],
  )
})

test('weights may be decimals, and weights that are all zero split evenly', () => {
  assert.deepEqual(
    splitByLargestRemainder(gbp(100), ['0.5', '0.25', '0.25']).map((one) => one.amount),
    [50, 25, 25],
  )
  assert.deepEqual(
    splitByLargestRemainder(gbp(3), ['0', '0']).map((one) => one.amount),
    [2, 1],
  )
})

test('a split among nobody or by a negative weight is an error of the caller', () => {
  assert.throws(() => splitByLargestRemainder(gbp(1), []), RangeError)
  assert.throws(() => splitByLargestRemainder(gbp(1), [2, -1]), RangeError)
})

test('texts have the decimals of their currency', () => {
  assert.deepEqual(
    [gbp(1250), gbp(-5), moneyOf(1250, 'JPY'), moneyOf(-1, 'KWD'), moneyOf(123456, 'CLF')].map(formatMoney),
    ['12.50', '-0.05', '1250', '-0.001', '12.3456'],
  )
})

test('reading a text gives minor units', () => {
  assert.deepEqual(parseMoney('12.50', 'GBP'), gbp(1250))
  assert.deepEqual(parseMoney('-3', 'GBP'), gbp(-300))
  assert.deepEqual(parseMoney('1.5', 'KWD'), moneyOf(1500, 'KWD'))
})

test('what is written can be read back', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom('JPY', 'GBP', 'KWD', 'CLF'), (amount, currency) => {
      const money = moneyOf(amount, currency)
      assert.deepEqual(parseMoney(formatMoney(money), currency), money)
    }),
    runs,
  )
})

test('too many decimals and anything but a plain decimal are refused', () => {
  for (const text of ['12.505', '1,250.00', '1e3', ' 1', '+1', '.5', '1.', '', 'NaN', '٣', '99999999999999999']) {
    assert.throws(() => parseMoney(text, 'GBP'), { code: 'VALIDATION_FAILED' }, text)
  }
  assert.throws(() => parseMoney('1.0', 'JPY'), { code: 'VALIDATION_FAILED' })
})

test('only a whole safe amount with a known currency is money', () => {
  assert.ok(isMoney(gbp(1)))
  const others = [null, 1, [], { amount: 1 }, { amount: 1.5, currency: 'GBP' }, { amount: '1', currency: 'GBP' }]
  for (const other of [...others, { amount: 1, currency: 'XXX' }, { ...gbp(1), extra: 1 }]) assert.ok(!isMoney(other))
})
