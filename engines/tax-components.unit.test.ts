/** Rates with components: each is rounded on its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumMoney } from '../kernel/money.ts'
import { type TaxableLine, type TaxInput, type TaxRate, taxOn } from './tax.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = { seed, numRuns: 300 }

const line = (key: string, amount: number, taxCategory: string): TaxableLine => {
  return { key, amount: { amount, currency: 'GBP' }, taxCategory }
}
const document = (lines: TaxableLine[], more: Partial<TaxInput> = {}): TaxInput => {
  return { lines, rates: {}, currency: 'GBP', date: '2025-05-05', pricesInclude: false, rounding: 'line', ...more }
}

const gst = (percent: string, ...parts: [string, string][]): { gst: TaxRate[] } => ({
  gst: [
    {
      ...{ id: 'G', code: 'G', label: `${percent} %`, percent, validFrom: '2000-01-01' },
      components: parts.map(([code, each]) => ({ code, label: `${code} ${each} %`, percent: each })),
    },
  ],
})

test('components are rounded each on its own: equal percents are equal amounts, and their sum is the tax', () => {
  const halves = gst('5', ['CGST', '2.5'], ['SGST', '2.5'])
  const { summary, lines: taxed } = taxOn(document([line('a', 105, 'gst')], { rates: halves }))
  assert.deepEqual(
    summary[0]?.components.map(({ code, tax }) => [code, tax.amount]),
    [
      ['CGST', 3],
      ['SGST', 3],
    ],
  )
  assert.deepEqual([taxed[0]?.tax.amount, taxed[0]?.gross.amount], [6, 111])
})

test('a gross price keeps its gross; each component is its part of 100 and all of them', () => {
  const withCess = gst('28', ['CGST', '14'], ['SGST', '14'], ['cess', '12'])
  const [taxed] = taxOn(document([line('a', 14_000, 'gst')], { rates: withCess, pricesInclude: true })).lines
  assert.deepEqual(
    taxed?.components.map(({ amount }) => amount),
    [1400, 1400, 1200],
  )
  assert.deepEqual([taxed?.net.amount, taxed?.tax.amount, taxed?.gross.amount], [10_000, 4000, 14_000])
})

test('whatever is sold, components add up to the tax and halves are halves, per line and in sum', () => {
  const all = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 12 })
  const parts = fc.constantFrom(['2.5', '2.5'], ['9', '9'], ['14', '14', '12'], ['0.125', '0.125'], ['18'])
  fc.assert(
    fc.property(
      all,
      parts,
      fc.boolean(),
      fc.constantFrom('line', 'document'),
      (amounts, percents, included, rounding) => {
        const rates = gst('0', ...percents.map((each, index): [string, string] => [`c${index}`, each]))
        const input = document(
          amounts.map((amount, index) => line(`k${index}`, amount, 'gst')),
          { rates, pricesInclude: included, rounding },
        )
        const { lines: taxed, summary } = taxOn(input)
        for (const { components, tax, net, gross } of taxed) {
          assert.equal(
            components.reduce((sum, { amount }) => sum + amount, 0),
            tax.amount,
          )
          assert.equal(net.amount + tax.amount, gross.amount)
          if (percents[0] === percents[1]) assert.equal(components[0]?.amount, components[1]?.amount)
        }
        for (const { components, tax } of summary) {
          assert.deepEqual(
            sumMoney(
              components.map((each) => each.tax),
              'GBP',
            ),
            tax,
          )
        }
      },
    ),
    runs,
  )
})
