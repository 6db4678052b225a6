/** Promotions and lines for tests: plain ones, and random ones of everything that the engine knows. */
import fc from 'fast-check'
import { type Promotion, type PromotionInput, type PromotionLine, promotionKinds, weekdays } from '../promotion.ts'

export const gbp = (amount: number) => ({ amount, currency: 'GBP' })

/** A promotion that takes nothing off until it is told. */
export const promotion = (more: Partial<Promotion> & Pick<Promotion, 'kind'>): Promotion => ({
  ...{ id: 'p1', name: 'Promotion', priority: 100, exclusive: false, needsCoupon: false, goods: [], rewards: [] },
  ...{ parts: [], customerIds: [], customerGroupIds: [], shopIds: [], channels: [], days: [] },
  ...more,
})

export const line = (key: string, amount: number, more: Partial<PromotionLine> = {}): PromotionLine => ({
  ...{ key, kind: 'goods', productId: key, variantId: null, categoryIds: [], quantity: '1', unit: 'piece', amount },
  isByHand: false,
  ...more,
})

export const input = (promotions: Promotion[], lines: PromotionLine[], more: Partial<PromotionInput> = {}) => ({
  ...{ currency: 'GBP', date: '2026-12-01', clock: '2026-12-01T17:30', shop: 'shop', coupons: [] },
  ...{ promotions, lines },
  ...more,
})

const option = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 2 })
const some = (of: string[]) => fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray(of))
const ref = fc.oneof(
  fc.record({ productId: fc.constantFrom('p0', 'p1', 'p2', 'p3', 'v1', 'ship') }),
  fc.record({ categoryId: fc.constantFrom('c0', 'c1', 'c-all') }),
)

/** Any promotion, in `currency` for the most part. Ids are unique in a list of them by `promotionsIn`. */
const anyPromotion = (currency: string): fc.Arbitrary<Omit<Promotion, 'id' | 'name'>> => {
  const money = (max: number) =>
    fc.integer({ min: 1, max }).map((amount) => ({ amount, currency: amount % 50 === 0 ? 'USD' : currency }))
  return fc.record({
    kind: fc.constantFrom(...promotionKinds),
    priority: fc.nat(5),
    exclusive: fc.boolean(),
    needsCoupon: fc.boolean(),
    percent: option(fc.constantFrom('5', '12.5', '33.333333', '50', '100')),
    amount: option(money(9000)),
    buyQuantity: option(fc.integer({ min: 1, max: 4 })),
    getQuantity: option(fc.integer({ min: 1, max: 3 })),
    goods: fc.array(ref, { maxLength: 3 }),
    rewards: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(ref, { maxLength: 2 })),
    parts: fc.array(
      fc
        .tuple(fc.oneof({ weight: 4, arbitrary: ref }, fc.constant({})), fc.integer({ min: 1, max: 3 }))
        .map(([of, quantity]) => ({ ...of, quantity })),
      { maxLength: 3 },
    ),
    setsMax: option(fc.integer({ min: 1, max: 3 })),
    maxDiscount: option(money(3000)),
    minSpend: option(money(5000)),
    minQuantity: option(fc.constantFrom('1', '2.5', '10')),
    customerIds: some(['cust', 'other']),
    customerGroupIds: some(['group', 'other']),
    shopIds: some(['shop', 'other']),
    channels: some(['web']),
    validFrom: option(fc.constantFrom('2026-01-01', '2026-12-24')),
    validTo: option(fc.constantFrom('2026-12-31', '2026-11-30')),
    days: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...weekdays])),
    timeFrom: option(fc.constantFrom('17:00', '22:00')),
    timeTo: option(fc.constantFrom('19:00', '02:00')),
  })
}

export const promotionsIn = (currency: string, maxLength = 8): fc.Arbitrary<Promotion[]> =>
  fc
    .array(anyPromotion(currency), { maxLength })
    .map((all) => all.map((each, index) => ({ ...each, id: `promo-${index}`, name: `Promotion ${index}` })))

const anyLine = fc.record({
  at: fc.nat(3),
  isVariant: fc.boolean(),
  kind: fc.constantFrom('goods' as const, 'goods' as const, 'goods' as const, 'service' as const, 'charge' as const),
  thousandths: fc.oneof(
    fc.integer({ min: 1, max: 12 }).map((units) => units * 1000),
    fc.integer({ min: 1, max: 5000 }),
  ),
  amount: fc.integer({ min: -200, max: 20_000 }),
  isByHand: fc.nat(9).map((each) => each === 0),
})

export const linesIn: fc.Arbitrary<PromotionLine[]> = fc.array(anyLine, { maxLength: 10 }).map((all) =>
  all.map(({ at, isVariant, thousandths, ...rest }, index) => ({
    ...rest,
    ...{ key: `line-${index}`, productId: rest.kind === 'charge' ? 'ship' : `p${at}` },
    ...{ variantId: isVariant ? `v${at}` : null, categoryIds: [`c${at % 2}`, 'c-all'], unit: 'piece' },
    quantity: String(thousandths / 1000),
  })),
)

/** A whole document, with coupons for some of its promotions. */
export const documents: fc.Arbitrary<PromotionInput> = fc
  .record({ promotions: promotionsIn('GBP'), lines: linesIn, hasCoupons: fc.boolean(), isMember: fc.boolean() })
  .map(({ promotions, lines, hasCoupons, isMember }) => ({
    ...input(promotions, lines),
    coupons: hasCoupons ? promotions.map(({ id }) => ({ code: `CODE-${id}`, promotionId: id })) : [],
    customer: isMember ? 'cust' : null,
    customerGroups: isMember ? ['group'] : [],
  }))
