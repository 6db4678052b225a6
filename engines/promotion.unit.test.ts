import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { documents, gbp, input, line, promotion } from './promotion/promotion.fixture.ts'
import { type Promotion, type PromotionInput, promote } from './promotion.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = { seed, numRuns: 3000 }

const off = (of: PromotionInput): number[] => promote(of).lines.map(({ discount }) => discount)
const why = (of: PromotionInput): string | undefined => promote(of).trace[0]?.why

test('a percentage is rounded once on the sum, and its lines share it by value', () => {
  const tenth = promotion({ kind: 'percent', percent: '10' })
  assert.deepEqual(off(input([tenth], [line('a', 333), line('b', 333), line('c', 334)])), [33, 33, 34])
  assert.deepEqual(off(input([tenth], [line('a', 5), line('b', 5)])), [1, 0])
})

test('an amount off is shared with largest remainder and never takes more than there is', () => {
  const five = promotion({ kind: 'fixed', amount: gbp(500) })
  assert.deepEqual(off(input([five], [line('a', 1000), line('b', 2000), line('c', 3000)])), [83, 167, 250])
  assert.deepEqual(off(input([five], [line('a', 100), line('b', 50)])), [100, 50])
})

test('of buy two get one the cheapest is free, as often as there is a set', () => {
  const third = promotion({ kind: 'buy_x_get_y', buyQuantity: 2, getQuantity: 1 })
  assert.deepEqual(off(input([third], [line('a', 900), line('b', 700), line('c', 500)])), [0, 0, 500])
  assert.deepEqual(off(input([third], [line('a', 3000, { quantity: '6' })])), [1000])
  assert.deepEqual(off(input([{ ...third, setsMax: 1 }], [line('a', 3000, { quantity: '6' })])), [500])
  assert.deepEqual(off(input([{ ...third, percent: '50' }], [line('a', 3000, { quantity: '6' })])), [500])
  assert.equal(why(input([third], [line('a', 1000, { quantity: '2.9' })])), 'There are too few of its goods.')
})

test('other goods are given for goods that were bought, and bought goods are not given', () => {
  const tie = promotion({ kind: 'buy_x_get_y', buyQuantity: 2, getQuantity: 1, rewards: [{ productId: 'tie' }] })
  const shirts = { ...tie, goods: [{ productId: 'shirt' }] }
  const cart = [line('shirt', 4000, { quantity: '2' }), line('tie', 1900), line('sock', 100)]
  assert.deepEqual(off(input([shirts], cart)), [0, 1900, 0])
  assert.deepEqual(off(input([tie], [line('shirt', 2000), line('tie', 1900)])), [0, 0])
})

test('a bundle takes the dearest goods that fit, and costs its price however many sets there are', () => {
  const three = promotion({ kind: 'bundle', amount: gbp(1000), parts: [{ categoryId: 'mugs', quantity: 3 }] })
  const mugs = (key: string, amount: number, quantity: string) =>
    line(key, amount, { quantity, categoryIds: ['mugs', 'all'] })
  const cart = [mugs('a', 2000, '4'), mugs('b', 900, '3'), line('plate', 100)]
  const [first = 0, second = 0, third] = off(input([three], cart))
  assert.deepEqual([first + second, third], [2000 + 600 - 2000, 0])
  assert.equal(why(input([three], [mugs('b', 900, '3')])), 'Its goods cost no more than its price.')
  const meal = promotion({
    ...{ kind: 'bundle', amount: gbp(500) },
    parts: [
      { categoryId: 'drinks', quantity: 1 },
      { productId: 'roll', quantity: 1 },
    ],
  })
  const drinks = { categoryIds: ['drinks'] }
  assert.deepEqual(off(input([meal], [line('tea', 300, drinks), line('roll', 300)])), [50, 50])
})

test('free shipping takes off charges, from a minimum of goods on, and nothing else takes off charges', () => {
  const free = promotion({ kind: 'free_shipping', minSpend: gbp(5000) })
  const post = line('post', 499, { kind: 'charge' })
  assert.deepEqual(off(input([free], [line('a', 5000), post])), [0, 499])
  assert.equal(why(input([free], [line('a', 4999), post])), 'Its goods come to less than its minimum.')
  assert.equal(why(input([free], [line('a', 5000)])), 'There is no charge to take off.')
  assert.deepEqual(off(input([promotion({ kind: 'percent', percent: '50' })], [line('a', 100), post])), [50, 0])
})

test('happy hour holds on its days and in its hours, and past midnight it is still the evening before', () => {
  // 1 December 2026 is a Tuesday.
  const happy = promotion({ kind: 'percent', percent: '20', days: ['tuesday'], timeFrom: '17:00', timeTo: '19:00' })
  const at = (clock: string | null, of: Promotion = happy) => off(input([of], [line('a', 100)], { clock }))[0]
  assert.deepEqual([at('2026-12-01T17:00'), at('2026-12-01T18:59'), at('2026-12-01T16:59')], [20, 20, 0])
  assert.deepEqual([at('2026-12-01T19:00'), at('2026-12-02T18:00'), at(null)], [0, 0, 0])
  const late = { ...happy, timeFrom: '22:00', timeTo: '02:00' }
  assert.deepEqual([at('2026-12-01T23:30', late), at('2026-12-02T01:59', late)], [20, 20])
  assert.deepEqual([at('2026-12-02T02:00', late), at('2026-12-01T01:00', late)], [0, 0])
})

test('who, where, when and in which money: each condition says why it does not hold', () => {
  const says = (more: Partial<Promotion>) =>
    why(input([promotion({ kind: 'percent', percent: '10', ...more })], [line('a', 100)]))
  assert.equal(says({ shopIds: ['elsewhere'] }), 'It is for other shops.')
  assert.equal(says({ channels: ['web'] }), 'It is for other channels.')
  assert.equal(says({ customerIds: ['cust'] }), 'It is for other customers.')
  assert.equal(says({ customerGroupIds: ['trade'] }), 'The customer is in another group.')
  assert.equal(says({ validFrom: '2026-12-02' }), 'It is not in force on this day.')
  assert.equal(says({ validTo: '2026-11-30' }), 'It is not in force on this day.')
  assert.equal(says({ maxDiscount: { amount: 1, currency: 'USD' } }), 'It is in another currency.')
  assert.equal(says({ needsCoupon: true }), 'It needs a coupon.')
  assert.equal(says({ goods: [{ productId: 'b' }] }), 'Its goods are not in the cart.')
  assert.equal(says({ minQuantity: '1.5' }), 'There are fewer of its goods than its minimum.')
  assert.equal(says({}), 'Applied.')
})

test('promotions apply in order of priority, each to what the ones before it left', () => {
  const half = promotion({ id: 'half', kind: 'percent', percent: '50', priority: 1 })
  const five = promotion({ id: 'five', kind: 'fixed', amount: gbp(500), priority: 2 })
  assert.deepEqual(off(input([five, half], [line('a', 2000)])), [1500])
  assert.deepEqual(off(input([{ ...five, priority: 0 }, half], [line('a', 2000)])), [1250])
})

test('an exclusive promotion has its lines alone, whichever goes first', () => {
  const sale = promotion({ id: 'sale', kind: 'percent', percent: '50', goods: [{ productId: 'a' }], priority: 1 })
  const tenth = promotion({ id: 'tenth', kind: 'percent', percent: '10', priority: 2 })
  const cart = [line('a', 1000), line('b', 1000)]
  assert.deepEqual(off(input([sale, tenth], cart)), [550, 100])
  assert.deepEqual(off(input([{ ...sale, exclusive: true }, tenth], cart)), [500, 100])
  assert.deepEqual(off(input([sale, { ...tenth, exclusive: true }], cart)), [500, 100])
})

test('a limit cuts what is taken off, and a price by hand is the last word', () => {
  const half = promotion({ kind: 'percent', percent: '50', maxDiscount: gbp(300) })
  assert.deepEqual(off(input([half], [line('a', 1000), line('b', 2000)])), [100, 200])
  assert.deepEqual(off(input([half], [line('a', 1000, { isByHand: true }), line('b', 400)])), [0, 200])
})

test(`shares add up to the discount, and no line goes below zero (seed ${seed})`, () => {
  fc.assert(
    fc.property(documents, (of) => {
      const { lines, trace } = promote(of)
      for (const [index, { discount, promotions }] of lines.entries()) {
        const amount = of.lines[index]?.amount ?? 0
        assert.ok(discount >= 0 && discount <= Math.max(amount, 0))
        assert.equal(
          promotions.reduce((sum, each) => sum + each.amount, 0),
          discount,
        )
      }
      for (const { applied, amount, shares } of trace) {
        assert.equal(
          shares.reduce((sum, share) => sum + share.amount, 0),
          amount,
        )
        assert.equal(applied, amount > 0)
        assert.ok(shares.every((share) => share.amount > 0))
      }
      const off = lines.reduce((sum, { discount }) => sum + discount, 0)
      assert.equal(
        trace.reduce((sum, { amount }) => sum + amount, 0),
        off,
      )
    }),
    runs,
  )
})

test(`the order of lines and of promotions changes nothing (seed ${seed})`, () => {
  const shuffled = documents.chain((of) =>
    fc.record({
      of: fc.constant(of),
      lines: fc.shuffledSubarray([...of.lines], { minLength: of.lines.length }),
      promotions: fc.shuffledSubarray([...of.promotions], { minLength: of.promotions.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ of, lines, promotions }) => {
      const before = promote(of)
      const after = promote({ ...of, lines, promotions })
      const byKey = new Map(lines.map(({ key }, index) => [key, after.lines[index]]))
      for (const [index, { key }] of of.lines.entries()) assert.deepEqual(byKey.get(key), before.lines[index])
      assert.deepEqual(
        after.trace.map(({ promotionId, amount, why }) => [promotionId, amount, why]),
        before.trace.map(({ promotionId, amount, why }) => [promotionId, amount, why]),
      )
    }),
    runs,
  )
})

test(`no line of an exclusive promotion has another one's share (seed ${seed})`, () => {
  let shared = 0
  fc.assert(
    fc.property(documents, (of) => {
      const exclusive = new Set(of.promotions.filter((each) => each.exclusive).map(({ id }) => id))
      for (const { promotions } of promote(of).lines) {
        if (promotions.some(({ promotionId }) => exclusive.has(promotionId))) assert.equal(promotions.length, 1)
        else if (promotions.length > 1) shared += 1
      }
    }),
    runs,
  )
  assert.ok(shared > 0, 'no line was shared at all')
})

test(`a coupon opens its promotion and no other (seed ${seed})`, () => {
  fc.assert(
    fc.property(documents, (of) => {
      const given = new Map(of.coupons.map(({ code, promotionId }) => [promotionId, code]))
      const needs = new Set(of.promotions.filter(({ needsCoupon }) => needsCoupon).map(({ id }) => id))
      for (const { promotionId, coupon } of promote(of).lines.flatMap(({ promotions }) => promotions)) {
        assert.equal(coupon, needs.has(promotionId) ? (given.get(promotionId) ?? 'missing') : null)
      }
    }),
    runs,
  )
})
