import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Money } from '../../kernel/money.ts'
import { type DocumentInput, type DocumentLine, priceDocument } from './document.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const gbp = (amount: number): Money => ({ amount, currency: 'GBP' })

const line = (key: string, id: string, quantity: string, more: Partial<DocumentLine> = {}): DocumentLine => {
  return { key, product: { id, unit: 'each', price: gbp(995), taxCategory: 'standard' }, quantity, ...more }
}
const retail = { id: 'retail', name: 'Retail', currency: 'GBP', includesTax: true }
const input = (lines: DocumentLine[], more: Partial<DocumentInput> = {}): DocumentInput => ({
  lists: [{ ...retail, lines: [{ id: '1', productId: 'mug', price: gbp(1200) }] }],
  rates: { standard: [{ id: 'S', code: 'VAT20', label: 'VAT 20 %', percent: '20', validFrom: '2011-01-04' }] },
  currency: 'GBP',
  date: '2025-05-05',
  rounding: 'line',
  lines,
  ...more,
})

test('lines are priced, taxed and summed up', () => {
  const { lines, totals, taxes } = priceDocument(input([line('1', 'mug', '2'), line('2', 'plate', '1')]))
  assert.deepEqual(
    lines.map(({ priceStep, net, tax, gross }) => [priceStep, net.amount, tax.amount, gross.amount]),
    [
      ['base', 2000, 400, 2400],
      ['product', 995, 199, 1194],
    ],
  )
  assert.deepEqual(totals, { net: gbp(2995), tax: gbp(599), gross: gbp(3594) })
  assert.deepEqual(
    taxes.map(({ rate, tax }) => [rate?.code, tax.amount]),
    [['VAT20', 599]],
  )
})

test('a document without lines comes to nothing', () => {
  assert.deepEqual(priceDocument(input([])).totals, { net: gbp(0), tax: gbp(0), gross: gbp(0) })
})

test('a price set by hand holds for its line only', () => {
  const override = { price: gbp(500), includesTax: false }
  const { lines } = priceDocument(input([line('1', 'mug', '1', { override }), line('2', 'mug', '1')]))
  assert.deepEqual(
    lines.map(({ gross }) => gross.amount),
    [600, 1200],
  )
})

test('a refusal names the line', () => {
  const cases: [DocumentLine, string, string][] = [
    [line('2', 'mug', '1e5'), 'VALIDATION_FAILED', 'lines.1.quantity'],
    [line('2', 'mug', '1', { unit: 'kg' }), 'VALIDATION_FAILED', 'lines.1.unit'],
    [line('2', 'plate', '1', { product: { id: 'p', unit: 'each', taxCategory: null } }), 'PRICE_MISSING', 'lines.1'],
    [line('1', 'mug', '1'), 'VALIDATION_FAILED', 'lines.1.key'],
  ]
  for (const [second, code, field] of cases) {
    assert.throws(
      () => priceDocument(input([line('1', 'mug', '1'), second])),
      (error: unknown) => {
        assert.ok(error instanceof Error && 'details' in error && 'code' in error)
        assert.equal(error.code, code)
        assert.ok(JSON.stringify(error.details).includes(`"field":"${field}"`), JSON.stringify(error.details))
        return true
      },
    )
  }
})

const documents = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('mug', 'plate'), fc.integer({ min: -5000, max: 5000 })), { maxLength: 10 }),
    fc.constantFrom('line' as const, 'document' as const),
  )
  .map(([all, rounding]) => {
    const lines = all.map(([id, thousandths], index) => {
      const sign = thousandths < 0 ? '-' : ''
      const parts = String(Math.abs(thousandths)).padStart(4, '0')
      return line(`k${index}`, id, `${sign}${parts.slice(0, -3)}.${parts.slice(-3)}`)
    })
    return input(lines, { rounding })
  })

test('the order of the lines changes neither a line nor the totals', () => {
  fc.assert(
    fc.property(documents, (one) => {
      const forward = priceDocument(one)
      const backward = priceDocument({ ...one, lines: one.lines.toReversed() })
      const turned = { ...backward, lines: backward.lines.toReversed() }
      assert.equal(JSON.stringify(turned), JSON.stringify(forward))
    }),
    { seed, numRuns: 300 },
  )
})

test('input and output survive JSON, and the same input gives the same bytes', () => {
  fc.assert(
    fc.property(documents, (one) => {
      const bytes = JSON.stringify(priceDocument(one))
      assert.equal(JSON.stringify(priceDocument(JSON.parse(JSON.stringify(one)))), bytes)
      assert.equal(JSON.stringify(JSON.parse(bytes)), bytes)
    }),
    { seed, numRuns: 300 },
  )
})
