/** Taking an order: priced and taxed as a sale is, its goods held and its money taken in one transaction. */
import { draftSale } from '#engines/sale'
import type { TenderInput } from '#engines/tender'
import {
  boolean,
  businessDate,
  type Context,
  clockOf,
  code,
  defineAction,
  fiscalYearOf,
  group,
  type InputOf,
  instant,
  link,
  list,
  money,
  msOf,
  note,
  quantity,
  refuse,
  text,
} from '#kernel'
import { product, productsForSale } from '#modules/catalog'
import { companySettings } from '#modules/companies'
import { customer, customerForSale } from '#modules/crm'
import { findSellingWarehouse } from '#modules/inventory'
import { promotionsForSale } from '#modules/promotions'
import { register, registerForSale, shop, shopForSale } from '#modules/shops'
import { chosenId, tenderInput } from '../sale/sale.entity.ts'
import { checkRequest } from '../sale/sale.rules.ts'
import { orderAnswer } from './order.answer.ts'
import { deliveryAddress, salesOrder } from './order.entity.ts'
import { wholeOrder } from './order.queries.ts'
import { requestHash } from './request-hash.ts'
import { writeOrder } from './write-order.ts'

const line = group(
  {
    product: link({ label: 'Product', to: () => product }),
    sku: text({ label: 'SKU', max: 64 }),
    barcode: text({ label: 'Barcode', max: 64 }),
    quantity: quantity({ label: 'Quantity', required: true, example: '2' }),
    unit: code({ label: 'Unit', help: "The barcode's or the stock unit, unless told", max: 16 }),
    unitPrice: money({ label: 'Price by hand', help: 'Needs a permission and a reason', min: 0 }),
    priceReason: text({ label: 'Reason for the price' }),
  },
  { required: true },
)
const input = {
  id: chosenId,
  shop: link({ label: 'Shop', required: true, to: () => shop }),
  customer: link({ label: 'Customer', to: () => customer }),
  reference: text({ label: "Customer's reference", max: 64 }),
  lines: list(line, { label: 'Lines', required: true, min: 1, max: 500 }),
  quote: boolean({ label: 'Quote', help: 'Prices only: nothing is held and nothing is paid' }),
  confirm: boolean({ label: 'Confirm at once' }),
  allowsBackOrder: boolean({ label: 'May be back-ordered', help: 'What is not there now is held when it comes' }),
  heldUntil: instant({ label: 'Held until', help: 'Not confirmed or paid by then, it is cancelled' }),
  tenders: list(tenderInput(), { label: 'Paid now', help: 'All of it or a part', min: 1, max: 20 }),
  register: link({ label: 'Register', help: 'Whose drawer cash goes into', to: () => register }),
  deliverTo: deliveryAddress(),
  note: note({ label: 'Note', max: 1000 }),
}
type Request = InputOf<typeof input>

export const createOrder = defineAction('create', {
  label: 'New order',
  says: 'Takes an order or a quote: prices and taxes are frozen, goods held, and money taken, all of it or nothing.',
  entity: () => salesOrder,
  path: '/orders',
  right: 'create',
  input,
  output: orderAnswer,
  status: 201,
  refuses: [
    'PRICE_OVERRIDE_FORBIDDEN',
    'REFERENCE_NOT_FOUND',
    'PRODUCT_NOT_SELLABLE',
    'TAX_CATEGORY_MISSING',
    'PRICE_MISSING',
    'TAX_RATE_MISSING',
    'OUT_OF_STOCK',
    'NO_SELLING_WAREHOUSE',
    'TENDER_INSUFFICIENT',
    'TENDER_EXCEEDS_DUE',
    'CURRENCY_MISMATCH',
    'ORDER_NOTHING_DUE',
    'ALREADY_EXISTS',
  ],
  emits: [
    'order.created',
    'order.quoted',
    'order.confirmed',
    'order.payment_updated',
    'order_payment.received',
    'payment.success',
    'reservation.created',
    'inventory.updated',
  ],
  example: {
    shopId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01',
    lines: [{ sku: '85123A', quantity: '2' }],
    tenders: [{ method: 'card', amount: { amount: 500, currency: 'GBP' } }],
  },
  run: async (context, request) => {
    checkOrder(context, request)
    const id = request.id ?? context.newId()
    const { known, ...loaded } = await load(context, request)
    if (known === 'same') return wholeOrder(context, id)
    if (known === 'other') throw refuse('ALREADY_EXISTS', [{ field: 'id', message: 'is the id of another order' }])
    await writeOrder(context, { id, ...request, ...loaded, tenders: tendersOf(request) })
    return wholeOrder(context, id)
  },
})

const tendersOf = ({ tenders }: Request): readonly TenderInput[] => tenders ?? []

/** Refuses VALIDATION_FAILED for what does not go together, and as `checkRequest` does. */
function checkOrder({ may, now }: Context, { lines, quote, confirm, tenders, heldUntil, registerId }: Request): void {
  checkRequest(lines, may('sales.sale.override_price'))
  const problem = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message }])
  if (quote && confirm) throw problem('confirm', 'is not for a quote')
  if (quote && tenders) throw problem('tenders', 'are not for a quote; accept it first')
  if (registerId && !tenders) throw problem('registerId', 'is where the tenders go; send tenders with it')
  if (heldUntil && Date.parse(heldUntil) <= msOf(now)) throw problem('heldUntil', 'must lie in the future')
  if (heldUntil && confirm) throw problem('heldUntil', 'is for an order that waits to be confirmed')
}

/** Everything that the order depends on, in one round trip, and what follows from it. */
async function load(context: Context, request: Request) {
  const { shopId, customerId = null, registerId, lines } = request
  const { now, newId } = context
  const hash = requestHash(request)
  const [settings, place, buyer, goods, offers, warehouseId, known] = await Promise.all([
    companySettings(context),
    shopForSale(context, shopId),
    customerId ? customerForSale(context, customerId) : undefined,
    productsForSale(context, { refs: lines, shopId, customerId, date: now.slice(0, 10) }),
    promotionsForSale(context, { shopId, date: now.slice(0, 10), codes: [] }),
    findSellingWarehouse(context, shopId),
    request.id ? knownOrder(context, request.id, hash) : 'none',
    registerId ? registerForSale(context, { shopId, registerId }) : undefined,
  ])
  const date = businessDate(msOf(now), place.timeZone, place.dayStart)
  const draft = draftSale({
    ...{ requests: lines, goods, settings, shopId, customer: buyer, date, newId },
    ...{ clock: clockOf(msOf(now), place.timeZone), promotions: offers.promotions },
  })
  const fiscalYear = fiscalYearOf(date, settings.fiscalYearStartMonth)
  const series = { scope: shopId, kind: 'order', fiscalYear, code: place.shopCode, shopId } as const
  return { draft, date, series, warehouseId, hash, known }
}

/**
 * Whether there is an order with the id already, and of the same request. Who sends one checkout twice at once waits
 * for the first, and then finds it.
 */
async function knownOrder({ sql, companyId }: Context, id: string, hash: string): Promise<'none' | 'same' | 'other'> {
  const [, [row]] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`order ${companyId} ${id}`}, 0))`,
    sql<{ requestHash: string | null }[]>`
      select request_hash as "requestHash" from sales.sales_order where company_id = ${companyId} and id = ${id}`,
  ])
  if (!row) return 'none'
  return row.requestHash === hash ? 'same' : 'other'
}
