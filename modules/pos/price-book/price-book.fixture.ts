/** A company whose prices use everything that prices can depend on, and random carts of its goods. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { GivenCoupon } from '#engines/promotion'
import { created } from '../../../tests/company.ts'
import { gbp, makeTill, type Till } from '../../../tests/till.ts'
import type { World } from '../../../tests/world.ts'

export type Market = Till & {
  /** Products by the units in which each is sold. */
  sold: { productId: string; sku: string; units: { unit: string; decimals: number }[] }[]
  customers: { id: string; groupId: string | null }[]
  otherShopId: string
  /** Opens a promotion that needs one. */
  coupon: GivenCoupon
}

/** Lists for everybody, a shop, a channel, a group, a customer; prices by product, variant, category, unit, amount. */
export async function makeMarket(world: World): Promise<Market> {
  const till = await makeTill(world)
  const post = async (path: string, body: object) => created(await world.call(till.owner, 'POST', path, body))
  const otherShopId = await post('/shops', { code: 'S2', name: 'Second', timeZone: 'Europe/London' })
  const unitIds = await idsBy(world, till, '/catalog/units?limit=100', 'code')
  const [piece = '', kg = '', box = ''] = ['piece', 'kg', 'box'].map((code) => unitIds.get(code))
  const reduced = await post('/catalog/tax-categories', { code: 'books', name: 'Books' })
  await post('/catalog/tax-rates', taxRate(reduced, '0'))
  const top = await post('/catalog/categories', { name: 'All' })
  const below = await post('/catalog/categories', { name: 'Below', parentId: top })
  const product = (body: object) => post('/erp/products', body)
  const simple: string[] = []
  for (let index = 0; index < 12; index += 1) {
    simple.push(
      await product({
        ...{ sku: `P${index}`, name: `Product ${index}`, price: gbp(137 * (index + 1)) },
        ...(index % 3 === 0 ? { categoryId: below } : index % 3 === 1 ? { categoryId: top } : {}),
        ...(index % 4 === 0 ? { taxCategoryId: reduced } : {}),
      }),
    )
  }
  const rice = await product({ sku: 'RICE', name: 'Rice', price: gbp(249), unitId: kg })
  const shirt = await product({ sku: 'SHIRT', name: 'Shirt', price: gbp(1999), optionNames: ['Size'], categoryId: top })
  const variant = (size: string, more: object = {}) =>
    product({ sku: `SHIRT-${size}`, name: `Shirt ${size}`, parentId: shirt, options: { Size: size }, ...more })
  const variants = [await variant('S'), await variant('M', { price: gbp(2099) }), await variant('L')]
  await post('/catalog/unit-conversions', { productId: simple[0], unitId: box, baseId: piece, factor: '12' })
  await post('/catalog/unit-conversions', { productId: shirt, unitId: box, baseId: piece, factor: '7' })
  const groupId = await post('/crm/customer-groups', { code: 'TRADE', name: 'Trade' })
  const member = await post('/erp/customers', { code: 'C1', name: 'Member', groupId })
  const single = await post('/erp/customers', { code: 'C2', name: 'Single' })
  const list = async (name: string, more: object, lines: object[]) => {
    const id = await post('/catalog/price-lists', { name, currency: 'GBP', ...more })
    const active = await world.call(till.owner, 'POST', `/catalog/price-lists/${id}/activate`, {})
    assert.equal(active.status, 200, JSON.stringify(active.body))
    for (const line of lines) await post('/catalog/price-list-lines', { listId: id, ...line })
  }
  await list('Base', { includesTax: true }, [
    { productId: simple[1], price: gbp(199) },
    { productId: simple[1], price: gbp(149), minQuantity: '10' },
    { productId: simple[0], unitId: box, price: gbp(1500) },
    { categoryId: below, price: gbp(333), validFrom: '2026-01-01' },
    { productId: shirt, price: gbp(1899) },
  ])
  await list('Shop', { shopId: till.shopId }, [{ productId: variants[0], price: gbp(1500) }, { price: gbp(2222) }])
  await list('Elsewhere', { shopId: otherShopId, includesTax: true }, [{ productId: simple[2], price: gbp(1) }])
  await list('Trade', { customerGroupId: groupId }, [{ categoryId: top, price: gbp(1111), minQuantity: '3' }])
  await list('Own', { customerId: single, includesTax: true }, [
    { productId: rice, price: gbp(199), minQuantity: '2.5' },
    { productId: simple[3], price: gbp(5), validTo: '2026-11-24' },
  ])
  await list('Web', { channel: 'web' }, [{ productId: simple[4], price: gbp(1) }])
  const promote = async (name: string, fields: object) => {
    const id = await post('/erp/promotions', { name, ...fields })
    assert.equal((await world.call(till.owner, 'POST', `/erp/promotions/${id}/activate`, {})).status, 200)
    return id
  }
  await promote('Two and one', { kind: 'buy_x_get_y', buyQuantity: 2, getQuantity: 1, goods: [{ categoryId: top }] })
  const set = { kind: 'bundle', setPrice: gbp(999), parts: [{ categoryId: below, quantity: 3 }] }
  await promote('Three for', { ...set, shops: [{ shopId: till.shopId }], exclusive: true, priority: 10 })
  const hour = { timeFrom: '17:00', timeTo: '19:00', days: ['tuesday', 'wednesday'] }
  await promote('Happy hour', { kind: 'percent', percent: '12.5', goods: [{ productId: shirt }], ...hour })
  await promote('Trade', { kind: 'percent', percent: '3.333333', customerGroups: [{ customerGroupId: groupId }] })
  await promote('Big basket', { kind: 'fixed', amountOff: gbp(777), minSpend: gbp(9999), priority: 200 })
  const needsCoupon = { kind: 'percent', percent: '7', maxDiscount: gbp(1234), needsCoupon: true }
  const promotionId = await promote('With a coupon', { ...needsCoupon, validTo: '2026-11-24' })
  await list('Past', { validTo: '2026-01-31' }, [{ productId: simple[5], price: gbp(1) }])
  await world.settle()
  const inPieces = { unit: 'piece', decimals: 0 }
  const boxed = [inPieces, { unit: 'dozen', decimals: 0 }, { unit: 'box', decimals: 0 }]
  const goods = [
    ...simple.map((productId, index) => ({ productId, sku: `P${index}`, units: index === 0 ? boxed : [inPieces] })),
    { productId: rice, sku: 'RICE', units: ['kg', 'g'].map((unit) => ({ unit, decimals: unit === 'kg' ? 3 : 0 })) },
    ...variants.map((productId, index) => ({ productId, sku: `SHIRT-${'SML'[index]}`, units: boxed })),
  ]
  return {
    ...till,
    ...{ sold: goods, otherShopId, coupon: { code: 'CODE', promotionId } },
    customers: [
      { id: member, groupId },
      { id: single, groupId: null },
    ],
  }
}

const taxRate = (taxCategoryId: string, percent: string) => ({
  ...{ taxCategoryId, percent, code: `R${percent}`, label: `${percent} %`, validFrom: '2020-01-01' },
})

async function idsBy(world: World, till: Till, path: string, name: string): Promise<Map<string, string>> {
  const { body } = await world.call(till.owner, 'GET', path)
  return new Map([...body.data].map((row) => [String(row[name]), String(row.id)]))
}

export type RandomLine = {
  productId: string
  unit: string
  quantity: string
  unitPrice?: { amount: number; currency: string }
}
/** Carts of one buyer at one place on one day, so that one statement finds the goods of all of them. */
export type RandomCarts = {
  customer: Market['customers'][number] | undefined
  shopId: string
  date: string
  clock: string
  coupons: readonly GivenCoupon[]
  carts: RandomLine[][]
}
export const cartsAtOnce = 25

/** Carts of up to eight lines: any customer or none, any of the days around, prices by hand now and then. */
export function cartsOf({ sold: goods, customers, shopId, otherShopId, coupon }: Market): fc.Arbitrary<RandomCarts> {
  const line = fc.constantFrom(...goods).chain(({ productId, units }) =>
    fc.record({
      productId: fc.constant(productId),
      sold: fc.constantFrom(...units),
      tenths: fc.integer({ min: 1, max: 40_000 }),
      byHand: fc.option(fc.integer({ min: 0, max: 9999 }), { freq: 12 }),
    }),
  )
  const cart = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) =>
    lines.map(
      ({ productId, sold, tenths, byHand }): RandomLine => ({
        ...{ productId, unit: sold.unit, quantity: quantityOf(tenths, sold.decimals) },
        ...(byHand === null ? {} : { unitPrice: gbp(byHand) }),
      }),
    ),
  )
  const some = fc.record({
    hour: fc.constantFrom('16:59', '17:00', '18:59', '19:00'),
    coupons: fc.constantFrom([], [coupon]),
    customer: fc.option(fc.constantFrom(...customers), { nil: undefined }),
    shopId: fc.constantFrom(shopId, shopId, otherShopId),
    date: fc.constantFrom('2026-11-20', '2026-11-24', '2026-11-25'),
    carts: fc.array(cart, { minLength: cartsAtOnce, maxLength: cartsAtOnce }),
  })
  return some.map(({ hour, ...rest }) => ({ ...rest, clock: `${rest.date}T${hour}` }))
}

const quantityOf = (tenths: number, decimals: number): string =>
  decimals === 0
    ? String(1 + (tenths % 30))
    : `${Math.floor(tenths / 1000)}.${String(tenths % 1000 || 1).padStart(3, '0')}`
