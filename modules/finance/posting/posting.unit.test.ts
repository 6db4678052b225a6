import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AdjustmentData, ReturnData, SaleData } from './posting.events.ts'
import { type Posting, postingOf } from './posting.rules.ts'

const about = { entity: 'sales.sale', subjectId: 's1' }
const facts = { id: 's1', number: 'R1/2026/000001', shopId: 'shop', customerId: null, businessDate: '2026-11-21' }
const goods = { kind: 'goods', net: 1000, tax: 200, cost: 300 } as const

const sale = (fields: Partial<SaleData> = {}): SaleData => ({
  sale: { ...facts, currency: 'GBP', net: 1000, tax: 200, total: 1200 },
  lines: [goods],
  tenders: [{ method: 'cash', amount: 1200 }],
  change: 0,
  ...fields,
})
const postSale = (data: SaleData, currency = 'GBP') =>
  postingOf({ ...about, type: 'sale.completed', data: { ...data } }, currency)
const postReturn = (data: ReturnData) => postingOf({ ...about, type: 'sale.returned', data: { ...data } }, 'GBP')
const adjust = (...lines: AdjustmentData['lines']) => {
  const data = { adjustmentId: 'a1', businessDate: '2026-11-21', shopId: null, currency: 'GBP', lines }
  return postingOf({ ...about, type: 'inventory.adjusted', data }, 'GBP')
}

/** Debit above zero, by role. */
const amountsOf = ({ lines }: Posting): Record<string, number> =>
  Object.fromEntries(lines.map(({ role, debit, credit }) => [role, debit - credit]))

test('A sale debits what was paid and the cost, and credits revenue, tax and stock', () => {
  const posting = postSale(sale())
  const expected = { cash: 1200, revenue: -1000, output_tax: -200, cost_of_goods: 300, stock: -300 }
  assert.deepEqual(amountsOf(posting), expected)
  assert.equal(posting.date, '2026-11-21')
})

test('Change is taken off the cash', () => {
  const tenders = [
    { method: 'card', amount: 700 },
    { method: 'cash', amount: 1000 },
  ] as const
  const { card, cash } = amountsOf(postSale(sale({ tenders: [...tenders], change: 500 })))
  assert.deepEqual({ card, cash }, { card: 700, cash: 500 })
})

test('Charges are other revenue, and a negative charge is a debit there', () => {
  const charge = { kind: 'charge', net: -100, tax: -20, cost: 0 } as const
  const data = sale({
    sale: { ...facts, currency: 'GBP', net: 900, tax: 180, total: 1080 },
    lines: [goods, charge],
    tenders: [{ method: 'other', amount: 1080 }],
  })
  const { other_revenue, revenue, other_tender } = amountsOf(postSale(data))
  assert.deepEqual([other_revenue, revenue, other_tender], [100, -1000, 1080])
})

test('A sale in another currency balances there, and its costs in the currency of the books', () => {
  const { lines } = postSale(sale({ sale: { ...facts, currency: 'EUR', net: 1000, tax: 200, total: 1200 } }))
  const costs = lines.filter(({ currency }) => currency === 'GBP').map(({ role }) => role)
  assert.deepEqual(costs, ['cost_of_goods', 'stock'])
})

test('A sale of nothing has no lines', () => {
  const nothing = { ...facts, currency: 'GBP', net: 0, tax: 0, total: 0 }
  assert.deepEqual(postSale(sale({ sale: nothing, lines: [], tenders: [] })).lines, [])
})

test('A return turns the sale round at its own cost; what was scrapped is a loss', () => {
  const lines = [
    { ...goods, scrapCost: 0 },
    { ...goods, cost: 0, scrapCost: 300 },
  ]
  const posting = postReturn({
    creditNote: { ...facts, currency: 'GBP', net: 2000, tax: 400, total: 2400 },
    lines,
    refunds: [{ method: 'card', amount: 2400 }],
  })
  const expected = { card: -2400, revenue: 2000, output_tax: 400, stock: 300, stock_loss: 300, cost_of_goods: -600 }
  assert.deepEqual(amountsOf(posting), expected)
})

test('Each effect of an adjustment has its account', () => {
  const posting = adjust(
    { value: 1000, reason: 'opening', effect: 'opening' },
    { value: -70, reason: 'damaged', effect: 'shrinkage' },
    { value: 30, reason: 'found', effect: 'gain' },
    { value: -5, reason: 'sample', effect: 'use' },
    { value: -2, reason: 'correction', effect: 'correction' },
    { value: -11, reason: 'true-up', effect: 'correction' },
  )
  assert.deepEqual(amountsOf(posting), {
    ...{ stock: 942, opening_balance: -1000, stock_loss: 70, stock_gain: -30 },
    ...{ own_use: 5, count_difference: 2, cost_of_goods: 11 },
  })
})

test('A sale whose figures do not add up is refused with what is wrong', () => {
  const header = { ...facts, currency: 'GBP', net: 1000, tax: 200, total: 1200 }
  assert.throws(() => postSale(sale({ sale: { ...header, net: 999 } })), /a net of 999, its lines 1000/)
  assert.throws(() => postSale(sale({ sale: { ...header, tax: 201 } })), /a tax of 201, its lines 200/)
  assert.throws(() => postSale(sale({ sale: { ...header, total: 1201 } })), /a total of 1201/)
  assert.throws(() => postSale(sale({ change: 1 })), /comes to 1200, but 1199 was paid/)
  assert.throws(() => postSale(sale({ lines: [{ ...goods, cost: 0.5 }] })), /no whole number/)
})

test('Whatever is sold, the entry balances in every currency, one line an account', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 })
  const line = fc.record({
    kind: fc.constantFrom('goods' as const, 'service' as const, 'charge' as const),
    net: fc.integer({ min: -10_000, max: 10_000_000 }),
    tax: amount,
    cost: amount,
  })
  const method = fc.constantFrom('card' as const, 'other' as const)
  const soldFor = fc.record({
    lines: fc.array(line, { maxLength: 20 }),
    currency: fc.constantFrom('GBP', 'JPY', 'KWD'),
    others: fc.array(fc.record({ method, amount }), { maxLength: 3 }),
    change: amount,
  })
  fc.assert(
    fc.property(soldFor, ({ lines, currency, others, change }) => {
      const net = lines.reduce((sum, each) => sum + each.net, 0)
      const tax = lines.reduce((sum, each) => sum + each.tax, 0)
      const rest = net + tax + change - others.reduce((sum, each) => sum + each.amount, 0)
      const tenders: SaleData['tenders'] = [...others, { method: 'cash', amount: rest }]
      const header = { ...facts, currency, net, tax, total: net + tax }
      const posting = postSale({ sale: header, lines, tenders, change })
      for (const of of Map.groupBy(posting.lines, (each) => each.currency).values()) {
        assert.equal(
          of.reduce((sum, { debit, credit }) => sum + debit - credit, 0),
          0,
        )
      }
      assert.ok(
        posting.lines.every(({ debit, credit }) => debit >= 0 && credit >= 0 && (debit === 0) !== (credit === 0)),
      )
      const accounts = posting.lines.map((each) => `${each.role} ${each.currency}`)
      assert.equal(new Set(accounts).size, accounts.length)
    }),
    { numRuns: 500, ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) },
  )
})

test('A register that was short debits over and short; one that was exact posts an entry without lines', () => {
  const close = (variance: number) => {
    const after = { id: 'r1', shopId: 'shop', businessDate: '2026-11-21', closedByName: 'Ann' }
    const data = { after, currency: 'GBP', variance }
    return postingOf({ entity: 'pos.registerSession', subjectId: 'r1', type: 'register_session.closed', data }, 'GBP')
  }
  assert.deepEqual(amountsOf(close(-70)), { cash: -70, over_short: 70 })
  assert.deepEqual(amountsOf(close(5)), { cash: 5, over_short: -5 })
  assert.deepEqual(close(0).lines, [])
})

test('What is paid into a till and out of it stands on an account of its own', () => {
  const move = (kind: 'paid_in' | 'paid_out') => {
    const after = { id: 'm1', shopId: 'shop', kind, amount: { amount: 300, currency: 'GBP' }, reason: 'Milk' }
    const data = { after, businessDate: '2026-11-21' }
    return postingOf({ entity: 'pos.cashMove', subjectId: 'm1', type: 'cash_move.created', data }, 'GBP')
  }
  assert.deepEqual(amountsOf(move('paid_in')), { cash: 300, till_clearing: -300 })
  assert.deepEqual(amountsOf(move('paid_out')), { cash: -300, till_clearing: 300 })
})
