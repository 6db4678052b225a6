import { priceOf } from '#engines/price'
import {
  businessDate,
  type Context,
  code,
  date,
  defineAction,
  link,
  list,
  money,
  msOf,
  quantity,
  refuse,
  text,
} from '#kernel'
import { companySettings } from '#modules/companies'
import { shop } from '#modules/shops'
import { findGoods, pricedProduct } from './for-sale.statement.ts'
import { product } from './product.entity.ts'
import { mayRead } from './product.reach.ts'
import { pathId } from './product.record.ts'

const uuid = pathId.pattern ?? ''

/** The price of a product for somebody, somewhere, on some day, with the reasons for it. */
export const explainPrice = defineAction('price', {
  label: 'Price',
  says: 'The unit price with its trace: which price lists were considered, which won, and why. Tax is not in it.',
  entity: () => product,
  method: 'GET',
  path: '/erp/products/:id/price',
  permission: 'catalog.product.read',
  input: {
    id: pathId,
    quantity: quantity({ label: 'Quantity', default: '1' }),
    unit: code({ label: 'Unit', max: 16, help: 'Its code; the stock unit unless told.' }),
    customerId: text({ label: 'Customer', max: 36, pattern: uuid, refersTo: 'crm.customer' }),
    customerGroupId: text({ label: 'Customer group', max: 36, pattern: uuid, refersTo: 'crm.customerGroup' }),
    shop: link({ label: 'Shop', to: () => shop }),
    channel: code({ label: 'Channel', max: 32 }),
    date: date({ label: 'Date', help: "The company's today unless told." }),
    currency: code({ label: 'Currency', max: 3, pattern: '^[A-Z]{3}$', help: "The company's unless told." }),
  },
  output: {
    unitPrice: money({ required: true }),
    unit: text({ required: true }),
    step: text({ required: true }),
    list: text(),
    line: text(),
    trace: list(text(), { max: 1000 }),
  },
  refuses: ['NOT_FOUND', 'PRICE_MISSING'],
  run: async (context, { id, quantity = '1', unit, ...who }) => {
    checkWho(context, who)
    const day = who.date ?? context.now.slice(0, 10)
    const shopId = who.shopId ?? null
    const { customerId = null, customerGroupId = null, channel = null } = who
    const [settings, found] = await Promise.all([
      companySettings(context),
      findGoods(context, { refs: [{ productId: id, unit }], shopId, customerId, customerGroupId, channel, date: day }),
    ])
    const goods = found.goods[0]
    if (!goods || !mayRead(context, goods.shopId)) throw refuse('NOT_FOUND')
    return priceOf({
      product: { ...pricedProduct(goods), includesTax: settings.pricesIncludeTax },
      lists: found.lists,
      quantity,
      unit: goods.asked,
      customer: customerId,
      customerGroups: customerGroupId ? [customerGroupId] : [],
      shop: shopId,
      channel,
      currency: who.currency ?? settings.currency,
      date: who.date ?? businessDate(msOf(context.now), settings.timeZone),
    })
  },
})

type Who = { shopId?: string | undefined; customerId?: string | undefined; customerGroupId?: string | undefined }

/** Customers may ask for their own prices only: what others pay is not theirs to know. */
function checkWho(context: Context, { shopId, customerId, customerGroupId }: Who): void {
  const own = context.actor.customerId
  if (own !== null && customerId !== undefined && customerId !== own) throw refuse('NOT_FOUND')
  if (own !== null && customerGroupId !== undefined) throw refuse('FORBIDDEN', 'You may not choose a customer group.')
  if (shopId !== undefined && context.scope === 'shop') context.requireShop(shopId)
}
