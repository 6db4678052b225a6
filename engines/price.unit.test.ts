import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Money } from '../kernel/money.ts'
import {
  lineAmount,
  type PricedProduct,
  type PriceList,
  type PriceListLine,
  type PriceRequest,
  priceOf,
} from './price.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const gbp = (amount: number): Money => ({ amount, currency: 'GBP' })

const mug: PricedProduct = {
  id: 'mug',
  variantId: 'mug-red',
  categoryIds: ['mugs', 'kitchen'],
  unit: 'each',
  units: [{ unit: 'box', factor: '12' }],
  price: gbp(1000),
}
const line = (id: string, amount: number, more: Partial<PriceListLine> = {}): PriceListLine => {
  return { id, productId: 'mug', price: gbp(amount), ...more }
}
const list = (id: string, lines: PriceListLine[], more: Partial<PriceList> = {}): PriceList => {
  return { id, name: id, currency: 'GBP', includesTax: false, lines, ...more }
}
const base = (...lines: PriceListLine[]) => [list('base', lines)]
const ask = (lists: PriceList[], more: Partial<PriceRequest> = {}): PriceRequest => {
  return { product: mug, lists, quantity: '1', currency: 'GBP', date: '2025-05-05', ...more }
}
const priceAt = (lists: PriceList[], more: Partial<PriceRequest> = {}) => priceOf(ask(lists, more)).unitPrice.amount

const ladder = [
  list('base', [line('1', 900)]),
  list('web', [line('1', 800)], { channel: 'web' }),
  list('gold', [line('1', 950)], { customerGroupId: 'gold' }),
  list('acme', [line('1', 970)], { customerId: 'acme' }),
]

test('the steps go from the price set by hand to the own price of the product', () => {
  const who = { customer: 'acme', customerGroups: ['silver', 'gold'], channel: 'web' }
  const steps = [
    priceOf(ask(ladder, { ...who, override: { price: gbp(1) } })),
    priceOf(ask(ladder, who)),
    priceOf(ask(ladder, { ...who, customer: 'other' })),
    priceOf(ask(ladder, { channel: 'web' })),
    priceOf(ask(ladder)),
    priceOf(ask([])),
  ].map(({ step, unitPrice }) => [step, unitPrice.amount])
  assert.deepEqual(steps, [
    ['override', 1],
    ['customer', 970],
    ['group', 950],
    ['channel', 800],
    ['base', 900],
    ['product', 1000],
  ])
})

test('a list bound to a customer and a shop needs both', () => {
  const both = [list('both', [line('1', 5)], { customerId: 'acme', shopId: 'north' }), ...ladder]
  assert.equal(priceAt(both, { customer: 'acme', shop: 'south' }), 970)
  assert.equal(priceAt(both, { customer: 'acme', shop: 'north' }), 5)
})

test('a step whose lists do not name the product is passed over', () => {
  assert.equal(
    priceAt([list('acme', [line('1', 1, { productId: 'plate' })], { customerId: 'acme' }), ...base(line('1', 900))], {
      customer: 'acme',
    }),
    900,
  )
})

test('variant goes before product, product before the nearest category, and that before its parent and all', () => {
  const lines = [
    line('1', 5, { productId: null, variantId: 'mug-red' }),
    line('2', 4),
    line('3', 3, { productId: null, categoryId: 'mugs' }),
    line('4', 2, { productId: null, categoryId: 'kitchen' }),
    line('5', 1, { productId: null }),
  ]
  const winners = lines.map((_, index) => priceAt(base(...lines.slice(index))))
  assert.deepEqual(winners, [5, 4, 3, 2, 1])
})

test('the highest minimum quantity that is met decides, and a return prices like the sale', () => {
  const steps = base(line('1', 900), line('2', 800, { minQuantity: '10' }), line('3', 700, { minQuantity: '100' }))
  assert.deepEqual(
    ['9.999', '10', '99', '100', '-10'].map((quantity) => priceAt(steps, { quantity })),
    [900, 800, 800, 700, 800],
  )
})

test('then the narrowest range of dates, then the lowest price, then the ids', () => {
  const open = line('1', 900, { validFrom: '2025-01-01' })
  const month = line('2', 950, { validFrom: '2025-05-01', validTo: '2025-05-31' })
  assert.equal(priceAt(base(open, month)), 950)
  assert.equal(priceAt(base(line('1', 900), line('2', 899))), 899)
  assert.equal(priceOf(ask(base(line('2', 900), line('1', 900)))).line, '1')
  assert.equal(priceOf(ask([list('b', [line('1', 900)]), list('a', [line('2', 900)])])).list, 'a')
})

test('lists and lines count only while they are in force, both ends included', () => {
  const may = { validFrom: '2025-05-01', validTo: '2025-05-31' }
  for (const lists of [base(line('1', 900, may)), [list('may', [line('1', 900)], may)]]) {
    const days = ['2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01']
    assert.deepEqual(
      days.map((date) => priceAt(lists, { date })),
      [1000, 900, 900, 1000],
    )
  }
})

test('a price in the unit asked for goes before a converted one', () => {
  const lists = base(line('1', 90, { minQuantity: '12' }), line('2', 960, { unit: 'box' }))
  assert.equal(priceAt(lists, { unit: 'box' }), 960)
  assert.equal(priceAt(lists, { quantity: '12' }), 90)
})

test('prices of other units are converted and minimum quantities compared in base units', () => {
  const lists = base(line('1', 900), line('2', 800, { minQuantity: '24' }))
  assert.equal(priceAt(lists, { unit: 'box', quantity: '1' }), 10_800)
  assert.equal(priceAt(lists, { unit: 'box', quantity: '2' }), 9_600)
  assert.equal(priceAt(base(line('1', 1000, { unit: 'box' }))), 83)
  assert.equal(priceAt([], { unit: 'box' }), 12_000)
})

test('a unit that the product is not sold by is refused, and a list line by such a unit is skipped', () => {
  assert.throws(() => priceOf(ask([], { unit: 'kg' })), { code: 'VALIDATION_FAILED' })
  assert.equal(priceAt(base(line('1', 1, { unit: 'kg' }))), 1000)
})

test('lists in another currency are skipped with a trace line', () => {
  const euro = list('euro', [line('1', 1, { price: { amount: 1, currency: 'EUR' } })], { currency: 'EUR' })
  const price = priceOf(ask([euro, ...base(line('1', 900))]))
  assert.equal(price.unitPrice.amount, 900)
  assert.deepEqual(price.trace.at(-1), {
    step: 'base',
    said: 'List euro',
    list: 'euro',
    chosen: false,
    why: 'It is in EUR, the document is in GBP.',
  })
})

test('no price at all is refused', () => {
  const none = { ...mug, price: null }
  const dollars = { ...mug, price: { amount: 1, currency: 'USD' } }
  for (const product of [none, dollars]) {
    assert.throws(() => priceOf(ask([], { product })), { code: 'PRICE_MISSING', status: 422 })
  }
})

test('a price set by hand must be in the currency of the document', () => {
  const override = { price: { amount: 1, currency: 'EUR' } }
  assert.throws(() => priceOf(ask([], { override })), { code: 'CURRENCY_MISMATCH' })
})

test('whether tax is included comes from the list, or else from the product', () => {
  assert.equal(priceOf(ask([list('gross', [line('1', 900)], { includesTax: true })])).includesTax, true)
  assert.equal(priceOf(ask([], { product: { ...mug, includesTax: true } })).includesTax, true)
})

test('the trace says what was chosen and why the others were not', () => {
  const { trace } = priceOf(ask(base(line('1', 900), line('2', 950), line('3', 1, { minQuantity: '10' }))))
  assert.deepEqual(
    trace.map(({ said, chosen, why }) => [chosen, said, why]),
    [
      [true, 'base: 9.00 GBP per each', 'First in the order of precedence.'],
      [false, 'base: 9.50 GBP per each', 'Another price is lower.'],
      [false, 'Own price 10.00 GBP', 'A price list has a price for it.'],
      [false, 'base: 0.01 GBP per each from 10', 'It starts at 10 each.'],
    ],
  )
})

test('exactly one line of the trace is chosen, and the answer is the same for every order of lists and lines', () => {
  const pick = <T>(...values: T[]) => fc.constantFrom(...values)
  const lines = fc.record({
    productId: pick(null, 'mug', 'plate'),
    categoryId: pick(null, 'mugs'),
    minQuantity: pick(null, '2', '5'),
    unit: pick(null, 'box'),
    price: pick(700, 800, 900).map(gbp),
    validTo: pick(null, '2025-05-05', '2025-05-04'),
  })
  const lists = fc.record({
    customerGroupId: pick(null, 'gold', 'silver'),
    shopId: pick(null, 'north', 'south'),
    currency: pick('GBP', 'GBP', 'EUR'),
    includesTax: fc.boolean(),
    lines: fc.array(lines, { maxLength: 5 }).map((all) => all.map((one, index) => ({ ...one, id: `l${index}` }))),
  })
  const named = fc
    .array(lists, { maxLength: 5 })
    .map((all) => all.map((one, index) => list(`p${index}`, one.lines, one)))
  fc.assert(
    fc.property(named, pick('1', '2', '5'), (all, quantity) => {
      const more = { quantity, customerGroups: ['gold'], shop: 'north' }
      const price = priceOf(ask(all, more))
      assert.equal(price.trace.filter(({ chosen }) => chosen).length, 1)
      const turned = all.toReversed().map((one) => ({ ...one, lines: one.lines.toReversed() }))
      assert.equal(JSON.stringify(priceOf(ask(turned, more))), JSON.stringify(price))
    }),
    { seed, numRuns: 300 },
  )
})

test('the amount of a line is rounded once', () => {
  assert.deepEqual(lineAmount(gbp(333), '0.5'), gbp(167))
  assert.deepEqual(lineAmount(gbp(333), '0.5', 'half-even'), gbp(166))
  assert.deepEqual(lineAmount(gbp(333), '-0.5'), gbp(-167))
})
