import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparePlain, marksOf, readDecimal, readMoney, typedDecimal, typedMoney } from './numbers.rules.ts'

const english = marksOf('en-GB')
const turkish = marksOf('tr-TR')
const hindi = marksOf('hi-IN-u-nu-latn')
const seed = Number(process.env.SEED ?? 20261130)

test('an amount respects the decimals of its currency', () => {
  assert.deepEqual(readMoney('12.5', 'GBP', english), { amount: 1250, currency: 'GBP' })
  assert.deepEqual(readMoney('12.5', 'KWD', english), { amount: 12500, currency: 'KWD' })
  assert.deepEqual(readMoney('12.345', 'KWD', english), { amount: 12345, currency: 'KWD' })
  assert.deepEqual(readMoney('1,250', 'JPY', english), { amount: 1250, currency: 'JPY' })
  assert.deepEqual(readMoney('100', 'HUF', english), { amount: 10000, currency: 'HUF' })
})

test('decimals that a currency does not have are no amount of it', () => {
  assert.equal(readMoney('12.5', 'JPY', english), undefined)
  assert.equal(readMoney('12.345', 'GBP', english), undefined)
  assert.equal(readMoney('12.3456', 'KWD', english), undefined)
  assert.deepEqual(readMoney('12.00', 'JPY', english), { amount: 12, currency: 'JPY' })
})

test('an amount beyond what is kept exactly is none', () => {
  assert.deepEqual(readMoney('90071992547409.91', 'GBP', english), { amount: 9007199254740991, currency: 'GBP' })
  assert.equal(readMoney('90071992547409.92', 'GBP', english), undefined)
})

test('the comma is a decimal mark where the language has it so, and where it can be nothing else', () => {
  assert.equal(readDecimal('1.234,5', turkish), '1234.5')
  assert.equal(readDecimal('12,5', turkish), '12.5')
  assert.equal(readDecimal('12,5', english), '12.5')
  assert.equal(readDecimal('12.5', turkish), '12.5')
  assert.equal(readDecimal('1,234', english), '1234')
  assert.equal(readDecimal('1.234', turkish), '1234')
  assert.equal(readDecimal('12,34,567.5', hindi), '1234567.5')
})

test('digits of other scripts are digits', () => {
  assert.equal(readDecimal('١٢٫٥', marksOf('ar-u-nu-latn')), '12.5')
  assert.equal(readDecimal('१२.५', hindi), '12.5')
  assert.equal(readDecimal('۱۲', english), '12')
})

test('what is no number is not made one', () => {
  for (const text of ['', '-', '.', 'abc', '1e5', '1.2.3', '1,2,3', '12 000 x', '0x10', '--5', '5-', '£5'])
    assert.equal(readDecimal(text, english), undefined, text)
})

test('a number comes out in the one form that travels', () => {
  assert.equal(readDecimal('007.500', english), '7.5')
  assert.equal(readDecimal('-0', english), '0')
  assert.equal(readDecimal('.5', english), '0.5')
  assert.equal(readDecimal('5.', english), '5')
  assert.equal(readDecimal('−5', english), '-5')
  assert.equal(readDecimal('+5', english), '5')
  assert.equal(readDecimal('1 234', english), '1234')
})

test('decimals are compared exactly', () => {
  assert.equal(comparePlain('0.1', '0.10'), 0)
  assert.equal(comparePlain('-0.5', '-0.25'), -1)
  assert.equal(comparePlain('900719925474099.12', '900719925474099.11'), 1)
})

test('any amount that is shown for typing reads back as itself, in every language', () => {
  const currency = fc.constantFrom('GBP', 'JPY', 'KWD', 'INR', 'HUF', 'CLF')
  const amount = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
  const marks = fc.constantFrom(...['en-GB', 'hi-IN-u-nu-latn', 'ar-u-nu-latn', 'tr-TR'].map(marksOf))
  fc.assert(
    fc.property(currency, amount, marks, (currency, amount, marks) => {
      const money = { amount: amount === 0 ? 0 : amount, currency }
      // Turkish reads 1.234 as thousands, so what is shown never has a point there.
      assert.deepEqual(readMoney(typedMoney(money, marks), currency, marks), money)
    }),
    { seed },
  )
})

test('any decimal that is shown for typing reads back as itself', () => {
  const plain = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 999_999 }))
  fc.assert(
    fc.property(plain, fc.constantFrom(english, turkish), ([units, parts], marks) => {
      const decimals = String(parts).padStart(6, '0').replace(/0+$/, '')
      const value = decimals ? `${units}.${decimals}` : String(units)
      if (value.startsWith('-0') && !decimals) return
      assert.equal(readDecimal(typedDecimal(value, marks), marks), value)
    }),
    { seed },
  )
})
