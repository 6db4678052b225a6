/** What a cart would come to, and every step on the way: nothing is sold, taken or used up. */
import { sellerAt } from '#engines/gst'
import { explainSale, type SaleExplained } from '#engines/sale'
import {
  businessDate,
  type Context,
  clockOf,
  date,
  defineAction,
  group,
  type InputOf,
  instant,
  link,
  list,
  money,
  msOf,
  refuse,
  text,
  time,
} from '#kernel'
import { productsForSale } from '#modules/catalog'
import { companySettings } from '#modules/companies'
import { customer, customerForSale } from '#modules/crm'
import {
  checkCoupons,
  codesOf,
  inWords,
  priceTrace,
  promotionsForSale,
  promotionTrace,
  usesOf,
} from '#modules/promotions'
import { findShop, shop } from '#modules/shops'
import { answeredLine, saleAnswer } from './sale.answer.ts'
import { sale } from './sale.entity.ts'
import { checkRequest } from './sale.rules.ts'
import { askedLines, couponCodes, lineInMoney } from './sell.fields.ts'

const input = {
  shop: link({ label: 'Shop', required: true, to: () => shop }),
  customer: link({ label: 'Customer', to: () => customer }),
  lines: askedLines(),
  coupons: couponCodes(),
  date: date({ label: 'Date', help: "The shop's trading date unless told" }),
  time: time({ label: 'Time', help: "By the shop's clock; now unless told" }),
}
const { net, tax, total, discount, promotions, taxes } = saleAnswer

export const quote = defineAction('quote', {
  label: 'Explain a cart',
  says: 'What a cart would come to, with every step: list prices, each promotion and what it takes off which line.',
  entity: () => sale,
  path: '/erp/sales/price',
  permission: 'sales.sale.sell',
  input,
  output: {
    ...{ net, tax, total, discount, promotions, taxes },
    asOf: instant({ required: true }),
    lines: list(group({ ...answeredLine, trace: priceTrace() }), { required: true, max: 500 }),
    considered: promotionTrace(),
    coupons: list(
      group({
        code: text({ required: true }),
        promotionId: text({ required: true }),
        name: text({ required: true }),
        amount: money({ required: true }),
      }),
      { label: 'Coupons', required: true, max: 5 },
    ),
  },
  refuses: [
    'PRICE_OVERRIDE_FORBIDDEN',
    'REFERENCE_NOT_FOUND',
    'PRODUCT_NOT_SELLABLE',
    'TAX_CATEGORY_MISSING',
    'PRICE_MISSING',
    'TAX_RATE_MISSING',
    'CURRENCY_MISMATCH',
    'COUPON_INVALID',
    'COUPON_EXHAUSTED',
  ],
  example: {
    shopId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01',
    lines: [{ sku: '85123A', quantity: '2' }],
  },
  run: async (context, request) => {
    checkRequest(request.lines, context.may('sales.sale.override_price'))
    return explain(context, request)
  },
})

async function explain(context: Context, request: InputOf<typeof input>) {
  const { shopId, customerId = null, lines } = request
  const { now, newId } = context
  if (context.scope === 'shop') context.requireShop(shopId)
  const utcDate = request.date ?? now.slice(0, 10)
  const codes = codesOf(request.coupons ?? [])
  const [company, place, buyer, goods, offers] = await Promise.all([
    companySettings(context),
    findShop(context, shopId),
    customerId ? customerForSale(context, customerId) : undefined,
    productsForSale(context, { refs: lines, shopId, customerId, date: utcDate }),
    promotionsForSale(context, { shopId, date: utcDate, codes }),
  ])
  if (!place) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'shopId', message: 'There is no such shop.' }])
  const date = request.date ?? businessDate(msOf(now), place.timeZone, place.dayStart)
  const [today = '', wall = ''] = clockOf(msOf(now), place.timeZone).split('T')
  const coupons = checkCoupons(codes, offers.coupons, { date, customerId })
  const settings = { ...company, gst: sellerAt(company.gst, place) }
  const explained = explainSale({
    ...{ requests: lines, goods, settings, shopId, customer: buyer, date, newId, coupons },
    ...{ promotions: offers.promotions, clock: `${request.date ?? today}T${request.time ?? wall}` },
  })
  const used = new Map(usesOf(coupons, explained.document.promotions).map((use) => [use.code, use.amount]))
  return answerOf(explained, {
    asOf: now,
    coupons: coupons.map(({ code, promotionId, promotionName: name }) => {
      const amount = { amount: used.get(code) ?? 0, currency: settings.currency }
      return { code, promotionId, name, amount }
    }),
  })
}

function answerOf<R extends object>({ draft, document }: SaleExplained, more: R) {
  const inMoney = (amount: number) => ({ amount, currency: draft.currency })
  return {
    ...{ net: inMoney(draft.net), tax: inMoney(draft.tax), total: inMoney(draft.total) },
    ...{ discount: inMoney(draft.discount), promotions: draft.promotions, taxes: draft.taxes },
    lines: draft.lines.map((line, index) => ({
      ...lineInMoney(line, inMoney),
      trace: document.lines[index]?.trace ?? [],
    })),
    considered: inWords(document.promotions, draft.currency),
    ...more,
  }
}
