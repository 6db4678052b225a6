import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currencies, exponentOf, isCurrency } from './currency.ts'

test('the list has as many codes of each exponent as ISO 4217 List One of 2026-01-01', () => {
  const counts = new Map<number, number>()
  for (const code of currencies) counts.set(exponentOf(code), (counts.get(exponentOf(code)) ?? 0) + 1)
  assert.deepEqual(Object.fromEntries(counts), { 0: 17, 2: 139, 3: 7, 4: 2 })
})

test('every code is three capitals and occurs once', () => {
  assert.ok(currencies.every((code) => /^[A-Z]{3}$/.test(code)))
  assert.equal(new Set(currencies).size, currencies.length)
})

test('exponents follow the standard where CLDR differs', () => {
  assert.deepEqual(['JPY', 'GBP', 'INR', 'HUF', 'IDR', 'IQD', 'KWD', 'CLF'].map(exponentOf), [0, 2, 2, 2, 2, 3, 3, 4])
})

test('withdrawn codes, metals, lower case and property names are no currencies', () => {
  for (const code of ['HRK', 'BGN', 'ANG', 'XAU', 'XXX', 'gbp', '', 'constructor', '__proto__']) {
    assert.equal(isCurrency(code), false, code)
    assert.throws(() => exponentOf(code), { code: 'VALIDATION_FAILED', status: 400 })
  }
})
