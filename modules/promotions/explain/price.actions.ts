import { lineAmount, type Price, priceOf } from '#engines/price'
import { promote } from '#engines/promotion'
import {
  businessDate,
  type Context,
  code,
  date,
  defineAction,
  type InputOf,
  link,
  money,
  msOf,
  quantity,
  refuse,
  text,
  time,
  timeOfDay,
} from '#kernel'
import { type GoodsToPrice, goodsToPrice, product } from '#modules/catalog'
import { companySettings } from '#modules/companies'
import { findShop, shop } from '#modules/shops'
import { couponsByCode } from '../coupon/coupon.queries.ts'
import { checkCoupons, codesOf } from '../coupon/coupon.rules.ts'
import { promotionsInForce } from '../promotion/for-sale.queries.ts'
import { inWords, priceTrace, promotionTrace } from './explain.fields.ts'

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
const input = {
  id: code({ label: 'Id', required: true, max: 36, pattern: uuid }),
  quantity: quantity({ label: 'Quantity', default: '1' }),
  unit: code({ label: 'Unit', max: 16, help: 'Its code; the stock unit unless told.' }),
  customerId: text({ label: 'Customer', max: 36, pattern: uuid, refersTo: 'crm.customer' }),
  customerGroupId: text({ label: 'Customer group', max: 36, pattern: uuid, refersTo: 'crm.customerGroup' }),
  shop: link({ label: 'Shop', to: () => shop }),
  channel: code({ label: 'Channel', max: 32 }),
  date: date({ label: 'Date', help: "The company's today unless told." }),
  time: time({ label: 'Time', help: "By the shop's clock; now unless told." }),
  coupon: text({ label: 'Coupon', max: 40 }),
  currency: code({ label: 'Currency', max: 3, pattern: '^[A-Z]{3}$', help: "The company's unless told." }),
}
type Asked = InputOf<typeof input>

/**
 * The price of a product for somebody, somewhere, at some time, with the reasons for it: list prices, then promotions
 * as if the product were bought alone.
 */
export const explainPrice = defineAction('price', {
  label: 'Price',
  says: 'The unit price and what promotions take off it, with every step: what was considered, what won and why.',
  entity: () => product,
  method: 'GET',
  path: '/erp/products/:id/price',
  permission: 'catalog.product.read',
  input,
  output: {
    unitPrice: money({ required: true }),
    unit: text({ required: true }),
    step: text({ required: true }),
    list: text(),
    line: text(),
    trace: priceTrace(),
    amount: money({ label: 'Amount', help: 'Unit price times quantity', required: true }),
    discount: money({ label: 'Discount', required: true }),
    due: money({ label: 'Due', help: 'Less the discount', required: true }),
    promotions: promotionTrace(),
  },
  refuses: ['NOT_FOUND', 'PRICE_MISSING', 'COUPON_INVALID', 'COUPON_EXHAUSTED'],
  run: async (context, asked) => {
    checkWho(context, asked)
    const { settings, goods, clock, ...facts } = await load(context, asked)
    const currency = asked.currency ?? settings.currency
    const day = asked.date ?? businessDate(msOf(context.now), settings.timeZone)
    const buyer = {
      customer: asked.customerId ?? null,
      customerGroups: asked.customerGroupId ? [asked.customerGroupId] : [],
      ...{ shop: asked.shopId ?? null, channel: asked.channel ?? null, currency, date: day },
    }
    const price = priceOf({
      ...buyer,
      product: { ...goods.priced, includesTax: settings.pricesIncludeTax },
      ...{ lists: goods.lists, quantity: asked.quantity ?? '1', unit: goods.asked },
    })
    const coupons = checkCoupons(facts.codes, facts.coupons, { date: day, customerId: buyer.customer })
    const about = { ...buyer, coupons, clock: `${day}T${asked.time ?? clock}` }
    return answerOf(context, { asked, goods, price, about, promotions: facts.promotions })
  },
})

/** Everything that the price depends on. Refuses NOT_FOUND for products beyond reach. */
async function load(context: Context, asked: Asked) {
  const { id, unit, shopId = null, customerId = null, customerGroupId = null, channel = null } = asked
  const date = asked.date ?? context.now.slice(0, 10)
  const codes = codesOf(asked.coupon === undefined ? [] : [asked.coupon])
  const [settings, goods, place, promotions, coupons] = await Promise.all([
    companySettings(context),
    goodsToPrice(context, { refs: [{ productId: id, unit }], shopId, customerId, customerGroupId, channel, date }),
    shopId === null ? undefined : findShop(context, shopId),
    promotionsInForce(context, { shopId: null, from: date, to: date }),
    couponsByCode(context, codes),
  ])
  if (!goods) throw refuse('NOT_FOUND')
  const clock = timeOfDay(msOf(context.now), place?.timeZone ?? settings.timeZone)
  return { settings, goods, promotions, codes, coupons, clock }
}

type Found = {
  asked: Asked
  goods: GoodsToPrice
  price: Price
  about: Omit<Parameters<typeof promote>[0], 'promotions' | 'lines'>
  promotions: Parameters<typeof promote>[0]['promotions']
}

function answerOf({ actor }: Context, { asked, goods, price, about, promotions }: Found) {
  const { quantity = '1' } = asked
  const amount = lineAmount(price.unitPrice, quantity)
  const { id: productId, variantId = null, categoryIds = [] } = goods.priced
  const line = { key: asked.id, kind: goods.kind, productId, variantId, categoryIds, quantity, unit: price.unit }
  const { lines, trace } = promote({
    ...about,
    promotions,
    lines: [{ ...line, amount: amount.amount, isByHand: false }],
  })
  const { currency } = amount
  const discount = lines[0]?.discount ?? 0
  // What others are offered is not a customer's to know.
  const shown = actor.customerId === null ? trace : trace.filter(({ applied }) => applied)
  return {
    ...price,
    ...{ amount, discount: { amount: discount, currency }, due: { amount: amount.amount - discount, currency } },
    promotions: inWords(shown, currency),
  }
}

/** Customers may ask for their own prices only: what others pay is not theirs to know. */
function checkWho(context: Context, { shopId, customerId, customerGroupId }: Asked): void {
  const own = context.actor.customerId
  if (own !== null && customerId !== undefined && customerId !== own) throw refuse('NOT_FOUND')
  if (own !== null && customerGroupId !== undefined) throw refuse('FORBIDDEN', 'You may not choose a customer group.')
  if (shopId !== undefined && context.scope === 'shop') context.requireShop(shopId)
}
