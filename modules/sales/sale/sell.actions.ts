/** The sale at the till. */
import { sellerAt } from '#engines/gst'
import { explainSale } from '#engines/sale'
import { type Settlement, settleTenders } from '#engines/tender'
import {
  businessDate,
  type Context,
  clockOf,
  defineAction,
  fiscalYearOf,
  type InputOf,
  link,
  list,
  msOf,
  note,
} from '#kernel'
import { productsForSale } from '#modules/catalog'
import { companySettings } from '#modules/companies'
import { customer, customerForSale } from '#modules/crm'
import { checkCoupons, codesOf, promotionsForSale, usesOf } from '#modules/promotions'
import { register, registerForSale, shop } from '#modules/shops'
import { sharedCart } from '../shared-cart/shared-cart.entity.ts'
import { deliveryInput } from './gst.fields.ts'
import { type PostedSale, postSale, type SaleToPost } from './post-sale.ts'
import { saleAnswer } from './sale.answer.ts'
import { chosenId, sale, saleTender } from './sale.entity.ts'
import { checkRequest } from './sale.rules.ts'
import { askedLines, couponCodes, lineInMoney } from './sell.fields.ts'

const input = {
  id: chosenId,
  shop: link({ label: 'Shop', required: true, to: () => shop }),
  register: link({ label: 'Register', required: true, to: () => register }),
  customer: link({ label: 'Customer', to: () => customer }),
  lines: askedLines(),
  tenders: list(saleTender(), { label: 'Tenders', required: true, max: 20 }),
  coupons: couponCodes(),
  delivery: deliveryInput(),
  note: note({ label: 'Note', max: 1000 }),
  sharedCart: link({ label: 'Shared cart', help: 'The cart that it came of, which it finishes', to: () => sharedCart }),
}

export const sell = defineAction('sell', {
  label: 'Sell',
  says: 'Sells goods at a till: prices, taxes, takes them from stock, numbers the receipt and takes the payment.',
  entity: () => sale,
  path: '/erp/sales',
  input,
  output: saleAnswer,
  status: 201,
  refuses: [
    'PRICE_OVERRIDE_FORBIDDEN',
    'REFERENCE_NOT_FOUND',
    'PRODUCT_NOT_SELLABLE',
    'TAX_CATEGORY_MISSING',
    'PRICE_MISSING',
    'TAX_RATE_MISSING',
    'OUT_OF_STOCK',
    'LOT_REQUIRED',
    'LOT_UNAVAILABLE',
    'NO_SELLING_WAREHOUSE',
    'TENDER_INSUFFICIENT',
    'TENDER_EXCEEDS_DUE',
    'CURRENCY_MISMATCH',
    'ALREADY_EXISTS',
    'CART_CLAIMED',
    'CART_FINISHED',
    'COUPON_INVALID',
    'COUPON_EXHAUSTED',
    'GST_PLACE_UNKNOWN',
    'GST_COMPOSITION_INTRA_ONLY',
    'GIFT_CARD_NOT_FOUND',
    'GIFT_CARD_NOT_USABLE',
    'GIFT_CARD_INSUFFICIENT',
    'STORE_CREDIT_INSUFFICIENT',
    'STORED_VALUE_NEEDS_CUSTOMER',
    'POINTS_NOT_TAKEN',
  ],
  emits: [
    ...['sale.created', 'sale.completed', 'payment.success', 'inventory.updated', 'coupon.redeemed'],
    ...['gift_card.created', 'gift_card.updated', 'store_credit.updated'],
  ],
  example: {
    shopId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01',
    registerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02',
    lines: [{ sku: '85123A', quantity: '2' }],
    tenders: [{ method: 'cash', amount: { amount: 1000, currency: 'GBP' } }],
  },
  run: async (context, input) => {
    checkRequest(input.lines, context.may('sales.sale.override_price'))
    const { posting, settled } = await decide(context, input)
    return answerOf(posting, await postSale(context, posting), settled)
  },
})

/** Everything that the sale depends on, in one round trip, and what follows from it. */
async function decide(context: Context, request: InputOf<typeof input>) {
  const { shopId, registerId, customerId = null, lines, tenders, delivery } = request
  const { now, newId } = context
  const codes = codesOf(request.coupons ?? [])
  const [company, place, buyer, goods, offers] = await Promise.all([
    companySettings(context),
    registerForSale(context, { shopId, registerId }),
    customerId ? customerForSale(context, customerId) : undefined,
    productsForSale(context, { refs: lines, shopId, customerId, date: now.slice(0, 10) }),
    promotionsForSale(context, { shopId, date: now.slice(0, 10), codes }),
  ])
  const date = businessDate(msOf(now), place.timeZone, place.dayStart)
  const coupons = checkCoupons(codes, offers.coupons, { date, customerId })
  const settings = { ...company, gst: sellerAt(company.gst, place) }
  const { draft, document } = explainSale({
    ...{ requests: lines, goods, settings, shopId, customer: buyer, delivery, date, newId, coupons },
    ...{ clock: clockOf(msOf(now), place.timeZone), promotions: offers.promotions },
  })
  const settled = settleTenders(draft.total, draft.currency, tenders)
  const fiscalYear = fiscalYearOf(date, settings.fiscalYearStartMonth)
  const posting: SaleToPost = {
    ...{ id: request.id ?? newId(), draft, shopId, registerId, customerId, tenders, note: request.note },
    lots: new Map(draft.lines.map(({ id }, index) => [id, lines[index]?.lots])),
    ...{ sharedCartId: request.sharedCartId, coupons: usesOf(coupons, document.promotions) },
    ...{ businessDate: date, soldAt: now, change: settled.change },
    series: { scope: registerId, kind: 'sale', fiscalYear, code: place.registerCode, shopId },
  }
  return { posting, settled }
}

function answerOf(posting: SaleToPost, { number }: PostedSale, { change, tenders }: Settlement) {
  const { id, draft, shopId, registerId, customerId, businessDate, soldAt } = posting
  const inMoney = (amount: number) => ({ amount, currency: draft.currency })
  return {
    ...{ id, version: 2, number, status: 'completed', shopId, registerId, customerId, businessDate, soldAt },
    ...{ net: inMoney(draft.net), tax: inMoney(draft.tax), total: inMoney(draft.total), change: inMoney(change) },
    ...{ discount: inMoney(draft.discount), promotions: draft.promotions, taxes: draft.taxes, gst: draft.gst },
    lines: draft.lines.map((each) => lineInMoney(each, inMoney)),
    tenders: tenders.map((each) => ({ ...each, amount: inMoney(each.amount), change: inMoney(each.change) })),
    note: posting.note ?? null,
  }
}
