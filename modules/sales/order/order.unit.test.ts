import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDecimal, compareDecimal, isRefusal } from '#kernel'
import { nextShare, taxesOfPart } from './line-share.rules.ts'
import {
  eventOf,
  followingStates,
  fulfilmentStateOf,
  mustBeAbleTo,
  paymentStateOf,
  stepsBetween,
} from './order.rules.ts'
import { fulfilmentMachine, orderMachine, orderStates, paymentMachine } from './order.states.ts'
import { shareOut } from './share-out.rules.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const money = { total: 100, cancelled: 0, invoiced: 0, credited: 0, captured: 0, refunded: 0, applied: 0 }
const line = (figures: object) => ({
  ...{ quantity: '3', open: '3', reserved: '0', shipped: '0', cancelled: '0', comingBack: '0', returned: '0' },
  ...figures,
})

test('an order is paid when what was received and kept covers what is due', () => {
  assert.equal(paymentStateOf(money), 'unpaid')
  assert.equal(paymentStateOf({ ...money, captured: 40 }), 'part_paid')
  assert.equal(paymentStateOf({ ...money, captured: 100 }), 'paid')
  assert.equal(paymentStateOf({ ...money, captured: 40, cancelled: 60 }), 'paid')
  assert.equal(paymentStateOf({ ...money, captured: 100, credited: 10, invoiced: 100 }), 'owed')
  assert.equal(paymentStateOf({ ...money, captured: 100, cancelled: 100, refunded: 100 }), 'refunded')
  assert.equal(paymentStateOf({ ...money, total: 0 }), 'paid')
})

test('fulfilment follows from what shipped, is open and came back', () => {
  assert.equal(fulfilmentStateOf([line({})], true), 'unfulfilled')
  assert.equal(fulfilmentStateOf([line({ open: '2', shipped: '1' })], true), 'part_shipped')
  assert.equal(fulfilmentStateOf([line({ open: '0', shipped: '3' })], false), 'shipped')
  assert.equal(fulfilmentStateOf([line({ open: '0', shipped: '1', cancelled: '2' })], true), 'delivered')
  assert.equal(fulfilmentStateOf([line({ open: '0', shipped: '3', returned: '1' })], true), 'part_returned')
  assert.equal(fulfilmentStateOf([line({ open: '0', shipped: '3', returned: '3' })], true), 'returned')
})

test('an order follows its lines: processing when something ships, shipped when nothing is open', () => {
  assert.deepEqual(followingStates('confirmed', [line({ open: '2', shipped: '1' })]), ['processing'])
  assert.deepEqual(followingStates('confirmed', [line({ open: '0', shipped: '3' })]), ['processing', 'shipped'])
  assert.deepEqual(followingStates('processing', [line({ open: '0', shipped: '1', cancelled: '2' })]), ['shipped'])
  assert.deepEqual(followingStates('pending', [line({ open: '0', cancelled: '3' })]), ['cancelled'])
  assert.deepEqual(followingStates('delivered', [line({ open: '0', shipped: '3', returned: '3' })]), ['returned'])
  assert.deepEqual(followingStates('pending', [line({})]), [])
})

test('a step that is not listed is refused to people, and a fault in the code', () => {
  for (const from of orderStates) {
    for (const to of orderStates) {
      const isListed = orderMachine[from].includes(to)
      const outcome = (() => {
        try {
          mustBeAbleTo(from, to)
          return 'may'
        } catch (error) {
          return isRefusal(error) ? error.code : 'fault'
        }
      })()
      assert.equal(outcome, isListed ? 'may' : 'INVALID_TRANSITION', `${from} to ${to}`)
    }
  }
  const states = { status: 'pending', paymentStatus: 'unpaid', fulfilmentStatus: 'unfulfilled' } as const
  assert.throws(() => stepsBetween(states, ['shipped'], { ...states, status: 'shipped' }), /no step/)
})

test('every listed step has one event, and the ends lead nowhere', () => {
  const steps = [
    ...Object.entries(orderMachine).flatMap(([from, all]) => all.map((to) => ({ machine: 'order', from, to }))),
    ...Object.entries(paymentMachine).flatMap(([from, all]) => all.map((to) => ({ machine: 'payment', from, to }))),
    ...Object.entries(fulfilmentMachine).flatMap(([from, all]) =>
      all.map((to) => ({ machine: 'fulfilment', from, to })),
    ),
  ]
  for (const step of steps) assert.match(eventOf(step as Parameters<typeof eventOf>[0]), /^order\.[a-z_]+$/)
  assert.deepEqual([orderMachine.cancelled, orderMachine.returned], [[], []])
})

test('the parts of a line, shipped or cancelled in any order, add up to the line', () => {
  const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(parts, fc.nat(1_000_000), fc.nat(100), (all, gross, percent) => {
      const quantity = String(all.reduce((sum, [part]) => sum + part, 0))
      const tax = Math.floor((gross * percent) / 200)
      const taxes = [{ code: 'VAT', percent: String(percent), net: gross - tax, amount: tax }]
      const promotions = [5, 2].map((amount) => ({ promotionId: `P${amount}`, name: 'Off', coupon: null, amount }))
      let state = {
        quantity,
        shipped: '0',
        cancelled: '0',
        net: gross - tax,
        tax,
        gross,
        discount: 7,
        promotions,
        taxes,
      }
      const sums = { net: 0, tax: 0, gross: 0, discount: 0 }
      for (const [step, ships] of all) {
        const share = nextShare(state, String(step))
        assert.ok(share.net >= 0 && share.tax >= 0 && share.net + share.tax === share.gross)
        assert.equal(
          share.promotions.reduce((sum, { amount }) => sum + amount, 0),
          share.discount,
        )
        for (const part of ['net', 'tax', 'gross', 'discount'] as const) sums[part] += share[part]
        const of = ships ? 'shipped' : 'cancelled'
        state = { ...state, [of]: addDecimal(state[of], String(step)) }
      }
      assert.deepEqual(sums, { net: gross - tax, tax, gross, discount: 7 })
    }),
    { seed, numRuns: 500 },
  )
})

test('the taxes of a part are the sums of its lines, its components included', () => {
  const inr = (amount: number) => ({ amount, currency: 'INR' })
  const components = [
    { code: 'CGST', label: 'CGST', tax: inr(91) },
    { code: 'SGST', label: 'SGST', tax: inr(91) },
  ]
  const whole = { code: 'GST18', label: 'GST 18 %', percent: '18', net: inr(1011), tax: inr(182), components }
  const part = { net: 337, tax: 61, taxes: [{ code: 'GST18', percent: '18', net: 337, amount: 61 }] }
  const [taxes] = taxesOfPart([part], [whole], 'INR')
  assert.deepEqual([taxes?.net, taxes?.tax], [inr(337), inr(61)])
  assert.equal(
    taxes?.components.reduce((sum, { tax }) => sum + tax.amount, 0),
    61,
  )
})

test('what is there is given to the lines in turn, in whole steps, and never more than there is', () => {
  const wanted = fc.array(
    fc.tuple(fc.constantFrom('A', 'B'), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(wanted, fc.nat(60), fc.nat(60), (all, a, b) => {
      const lines = all.map(([productId, quantity, factor], index) => {
        return {
          id: String(index),
          productId,
          stocked: true,
          quantity: String(quantity),
          factor: String(factor),
          decimals: 0,
        }
      })
      const given = shareOut(
        lines,
        new Map([
          ['A', String(a)],
          ['B', String(b)],
        ]),
      )
      for (const [product, there] of [
        ['A', a],
        ['B', b],
      ] as const) {
        const taken = given.filter(({ productId }) => productId === product)
        const sum = taken.reduce((total, each) => total + Number(each.quantity) * Number(each.factor), 0)
        assert.ok(sum <= there)
      }
      for (const each of given) {
        const of = lines.find(({ id }) => id === each.id)
        assert.ok(of && compareDecimal(each.quantity, of.quantity) <= 0 && compareDecimal(each.quantity, '0') > 0)
      }
    }),
    { seed, numRuns: 300 },
  )
})

test('of a bundle as many can be held as its scarcest component allows', () => {
  const components = [
    { productId: 'MUG', quantity: '1' },
    { productId: 'TEA', quantity: '3' },
  ]
  const box = { id: 'box', productId: 'BOX', stocked: true, components, quantity: '5', factor: '1', decimals: 0 }
  const tea = { id: 'tea', productId: 'TEA', stocked: true, quantity: '4', factor: '1', decimals: 0 }
  const given = shareOut(
    [box, tea],
    new Map([
      ['MUG', '9'],
      ['TEA', '11'],
    ]),
  )
  assert.deepEqual(
    given.map(({ id, quantity }) => [id, quantity]),
    [
      ['box', '3'],
      ['tea', '2'],
    ],
  )
})
