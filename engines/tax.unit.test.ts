import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Money, negateMoney, sumMoney } from '../kernel/money.ts'
import { rateOn, type TaxableLine, type TaxInput, type TaxRate, taxOn } from './tax.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = { seed, numRuns: 300 }
const gbp = (amount: number): Money => ({ amount, currency: 'GBP' })

const rate = (id: string, percent: string, more: Partial<TaxRate> = {}): TaxRate => {
  return { id, code: id, label: `${percent} %`, percent, validFrom: '2000-01-01', ...more }
}
const rates = {
  standard: [rate('S', '20')],
  reduced: [rate('R', '5')],
  zero: [rate('Z', '0')],
  odd: [rate('O', '8.875')],
}

const line = (key: string, amount: number, taxCategory: string | null = 'standard'): TaxableLine => {
  return { key, amount: gbp(amount), taxCategory }
}
const document = (lines: TaxableLine[], more: Partial<TaxInput> = {}): TaxInput => {
  return { lines, rates, currency: 'GBP', date: '2025-05-05', pricesInclude: false, rounding: 'line', ...more }
}
const taxes = (input: TaxInput) => taxOn(input).lines.map(({ tax }) => tax.amount)

const categories = fc.constantFrom('standard', 'reduced', 'zero', 'odd', null)
const lines = fc
  .array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), categories, fc.option(fc.boolean(), { nil: undefined })), {
    maxLength: 12,
  })
  .map((all) =>
    all.map(([amount, category, includesTax], index) => ({ ...line(`k${index}`, amount, category), includesTax })),
  )
const documents = fc
  .record({
    lines,
    pricesInclude: fc.boolean(),
    rounding: fc.constantFrom('line' as const, 'document' as const),
    mode: fc.constantFrom('half-up' as const, 'half-even' as const),
  })
  .map(({ lines: all, ...more }) => document(all, more))

test('tax on a net price is added to it', () => {
  const [taxed] = taxOn(document([line('a', 1000)])).lines
  assert.deepEqual([taxed?.net, taxed?.tax, taxed?.gross], [gbp(1000), gbp(200), gbp(1200)])
  assert.deepEqual(taxed?.rate, { id: 'S', code: 'S', label: '20 %', percent: '20' })
})

test('tax in a gross price is what is left of it after the net', () => {
  const [taxed] = taxOn(document([line('a', 999)], { pricesInclude: true })).lines
  assert.deepEqual([taxed?.net, taxed?.tax, taxed?.gross], [gbp(833), gbp(166), gbp(999)])
})

test('a line can state its price otherwise than the document', () => {
  const both = [line('a', 1200), { ...line('b', 1200), includesTax: true }]
  assert.deepEqual(taxes(document(both)), [240, 200])
})

test('net and tax make gross, in lines, in the summary and in total', () => {
  fc.assert(
    fc.property(documents, (input) => {
      const { lines: taxed, summary, totals } = taxOn(input)
      for (const { net, tax, gross } of [...taxed, ...summary, totals]) {
        assert.equal(net.amount + tax.amount, gross.amount)
      }
      for (const part of ['net', 'tax', 'gross'] as const) {
        assert.deepEqual(
          sumMoney(
            taxed.map((one) => one[part]),
            'GBP',
          ),
          totals[part],
        )
        assert.deepEqual(
          sumMoney(
            summary.map((one) => one[part]),
            'GBP',
          ),
          totals[part],
        )
      }
    }),
    runs,
  )
})

test('the price stays as it was stated: gross when it includes tax, net when not', () => {
  fc.assert(
    fc.property(documents, (input) => {
      for (const [index, taxed] of taxOn(input).lines.entries()) {
        const stated = input.lines[index]
        const includesTax = stated?.includesTax ?? input.pricesInclude
        assert.deepEqual(includesTax ? taxed.gross : taxed.net, stated?.amount)
      }
    }),
    runs,
  )
})

test('document rounding rounds the tax of a rate once, and the lines add up to it', () => {
  const thirds = [line('a', 3, 'reduced'), line('b', 3, 'reduced'), line('c', 4, 'reduced')]
  assert.deepEqual(taxes(document(thirds)), [0, 0, 0])
  const result = taxOn(document(thirds, { rounding: 'document' }))
  assert.deepEqual(result.totals.tax, gbp(1))
  assert.deepEqual(
    result.lines.map(({ tax }) => tax.amount),
    [0, 0, 1],
  )
})

test('under document rounding the tax of a rate is the rounded tax of the sum', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 20 }), (amounts) => {
      const all = amounts.map((amount, index) => line(`k${index}`, amount, 'odd'))
      const sum = amounts.reduce((total, amount) => total + amount, 0)
      const once = taxOn(document([line('sum', sum, 'odd')])).totals
      const { totals, lines: taxed } = taxOn(document(all, { rounding: 'document' }))
      assert.deepEqual(totals, once)
      for (const { net, tax } of taxed) {
        const distance = BigInt(tax.amount) * 100_000n - BigInt(net.amount) * 8_875n
        assert.ok(distance < 100_000n && -distance < 100_000n)
      }
    }),
    runs,
  )
})

test('what a line gets does not depend on the order of the lines', () => {
  fc.assert(
    fc.property(documents, (input) => {
      const forward = taxOn(input)
      const backward = taxOn({ ...input, lines: input.lines.toReversed() })
      assert.equal(JSON.stringify(backward.lines.toReversed()), JSON.stringify(forward.lines))
      assert.equal(JSON.stringify(backward.summary), JSON.stringify(forward.summary))
    }),
    runs,
  )
})

test('a return gives the figures of the sale, negated', () => {
  fc.assert(
    fc.property(documents, (input) => {
      const back = input.lines.map((one) => ({ ...one, amount: negateMoney(one.amount) }))
      const negated = taxOn(input).lines.map(({ tax }) => 0 - tax.amount)
      assert.deepEqual(taxes({ ...input, lines: back }), negated)
    }),
    runs,
  )
})

test('the rounding that was used stands in the result', () => {
  const { rounding, mode } = taxOn(document([], { rounding: 'document', mode: 'half-even' }))
  assert.deepEqual({ rounding, mode }, { rounding: 'document', mode: 'half-even' })
})

test('an exact half is rounded as the mode says', () => {
  const half = [line('a', 10, 'reduced')]
  assert.deepEqual(taxes(document(half)), [1])
  assert.deepEqual(taxes(document(half, { mode: 'half-even' })), [0])
})

test('the rate is the one in force on the date, both ends included', () => {
  const dated = [rate('old', '12', { validTo: '2025-09-21' }), rate('new', '5', { validFrom: '2025-09-22' })]
  const on = (date: string) => rateOn(dated, date).id
  assert.deepEqual(['2025-09-21', '2025-09-22', '2030-01-01'].map(on), ['old', 'new', 'new'])
})

test('of overlapping rates the one that started last applies, whatever their order', () => {
  const overlapping = [
    rate('a', '1'),
    rate('c', '3', { validFrom: '2025-01-01' }),
    rate('b', '2', { validFrom: '2025-01-01' }),
  ]
  assert.equal(rateOn(overlapping, '2025-05-05').id, 'b')
  assert.equal(rateOn(overlapping.toReversed(), '2025-05-05').id, 'b')
})

test('a category without a rate on the date is refused, with the line named', () => {
  const refusal = { code: 'TAX_RATE_MISSING', status: 422 }
  assert.throws(() => taxOn(document([line('a', 1)], { date: '1999-12-31' })), refusal)
  for (const category of ['unknown', '__proto__', 'constructor']) {
    assert.throws(
      () => taxOn(document([line('a', 1), line('b', 1, category)])),
      (error: unknown) => {
        assert.ok(error instanceof Error && 'details' in error && 'code' in error)
        assert.equal(error.code, 'TAX_RATE_MISSING')
        assert.match(JSON.stringify(error.details), /lines\.1\.taxCategory/)
        return true
      },
    )
  }
})

test('outside the scope of tax is not the same as a rate of zero', () => {
  const { lines: taxed, summary } = taxOn(document([line('a', 100, null), line('b', 100, 'zero')]))
  assert.deepEqual(
    taxed.map(({ rate: applied }) => applied?.code ?? null),
    [null, 'Z'],
  )
  assert.deepEqual(
    summary.map(({ rate: applied }) => applied?.code ?? null),
    ['Z', null],
  )
})

test('the summary has one row a rate, shared by categories, in the order of codes', () => {
  const shared = { ...rates, other: rates.standard }
  const all = [
    line('a', 100),
    line('b', 100, 'reduced'),
    line('c', 300, 'other'),
    { ...line('d', 120), includesTax: true },
  ]
  const { summary } = taxOn(document(all, { rates: shared }))
  assert.deepEqual(
    summary.map(({ rate: applied, tax }) => [applied?.code, tax.amount]),
    [
      ['R', 5],
      ['S', 100],
    ],
  )
})

test('lines in another currency and repeated keys are refused', () => {
  const euro = { ...line('a', 1), amount: { amount: 1, currency: 'EUR' } }
  assert.throws(() => taxOn(document([euro])), { code: 'CURRENCY_MISMATCH' })
  assert.throws(() => taxOn(document([line('a', 1), line('a', 2)])), { code: 'VALIDATION_FAILED' })
})
