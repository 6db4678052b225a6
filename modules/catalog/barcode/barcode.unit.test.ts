import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { barcodeKindOf, barcodeProblem, checkDigitOf } from './barcode.rules.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

test('codes from packages check out', () => {
  // The first is the worked example of the GS1 check digit page, the others stand on goods.
  const known = { '6291041500213': 'ean13', '4006381333931': 'ean13', '73513537': 'ean8', '036000291452': 'upc' }
  for (const [code, kind] of Object.entries(known)) assert.equal(barcodeKindOf(code), kind, code)
})

test('a wrong check digit is told with the right one', () => {
  assert.match(barcodeProblem('4006381333932', 'ean13') ?? '', /should be 1/)
})

test('length and letters are told', () => {
  assert.match(barcodeProblem('400638133393', 'ean13') ?? '', /13 digits/)
  assert.match(barcodeProblem('7351353A', 'ean8') ?? '', /8 digits/)
})

test('what is no GS1 code is kept as other, and code 128 carries anything', () => {
  assert.equal(barcodeKindOf('85123A'), 'other')
  assert.equal(barcodeKindOf('4006381333932'), 'other')
  assert.equal(barcodeProblem('85123A', 'code128'), undefined)
})

test('every single wrong digit is found', () => {
  const digits = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(
      fc.constantFrom(7, 11, 12).chain((length) => fc.array(digits, { minLength: length, maxLength: length })),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (body, at, shift) => {
        const code = [...body, checkDigitOf(body.join(''))]
        assert.notEqual(barcodeKindOf(code.join('')), 'other')
        const place = at % code.length
        const wrong = code.map((digit, index) => (index === place ? (digit + shift) % 10 : digit))
        assert.equal(barcodeKindOf(wrong.join('')), 'other')
      },
    ),
    { seed, numRuns: 500 },
  )
})
