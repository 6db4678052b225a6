import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noFigures } from '../figures/figures.rules.ts'
import { turnoverOf } from '../stock/turnover.rules.ts'
import { type DayFacts, factsOf } from './insight.rules.ts'

const quiet: DayFacts = {
  ...{ date: '2024-05-01', currency: 'GBP', day: noFigures, earlier: [], busiest: undefined },
  ...{ best: [], worst: [], low: { low: 0, out: 0 } },
}

test('a day without anything is said to be so, and nothing else', () => {
  const facts = factsOf(quiet)
  assert.deepEqual(
    facts.map(({ code, text }) => [code, text]),
    [['revenue', 'Wednesday brought in 0.00 GBP with 0 sales.']],
  )
})

test('a day is compared with the average of the same weekdays', () => {
  const day = { ...noFigures, sales: 2, net: 30_000, tax: 6000 }
  const earlier = [10_000, 20_000, 15_000].map((net) => ({ ...noFigures, sales: 1, net, tax: net / 5 }))
  const [revenue, ticket] = factsOf({ ...quiet, day, earlier })
  assert.equal(revenue?.text, 'Wednesday brought in 300.00 GBP with 2 sales, 100 % more than on a usual Wednesday.')
  assert.deepEqual(revenue?.figures.usual, { amount: 15_000, currency: 'GBP' })
  assert.equal(ticket?.text, 'A sale came to 180.00 GBP on average, as much as usual.')
})

test('only what rose is told as rising, and only what fell as falling', () => {
  const mover = (net: number, usual: number) => ({ productId: 'P', sku: 'MUG', name: 'Mug', net, usual })
  const facts = factsOf({ ...quiet, best: [mover(500, 100), mover(100, 100)], worst: [mover(0, 400), mover(500, 100)] })
  assert.deepEqual(
    facts.slice(1).map(({ code, text }) => `${code}: ${text}`),
    [
      'mover_up: Mug (MUG) sold better than usual: 5.00 GBP after 1.00 GBP.',
      'mover_down: Mug (MUG) sold worse than usual: 0.00 GBP after 4.00 GBP.',
    ],
  )
})

test('returns and low stock are told with their figures', () => {
  const day = { ...noFigures, sales: 1, net: 1000, tax: 200, returns: 1, returnedNet: 500, returnedTax: 100 }
  const codes = factsOf({ ...quiet, day, low: { low: 2, out: 1 } }).map(({ code, figures }) => [code, figures])
  assert.deepEqual(codes.slice(2), [
    ['returns', { returns: 1, returned: { amount: 600, currency: 'GBP' }, share: '50' }],
    ['out_of_stock', { count: 1 }],
    ['low_stock', { count: 2 }],
  ])
})

test('turnover is at the pace of the period on the stock of today', () => {
  assert.deepEqual(turnoverOf({ cost: 1000, value: 5000, days: 30 }), { timesAYear: '2.43', daysOfStock: '150' })
  assert.deepEqual(turnoverOf({ cost: 0, value: 0, days: 30 }), { timesAYear: null, daysOfStock: null })
})
