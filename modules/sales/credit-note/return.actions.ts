/** Taking goods back against their sale. */
import { type GstDocument, lastDayToReduce, noteSection, noteTable } from '#engines/gst'
import { methods } from '#engines/tender'
import {
  boolean,
  businessDate,
  type Context,
  choice,
  type Decimal,
  defineAction,
  fiscalYearOf,
  group,
  type InputOf,
  integer,
  link,
  list,
  type Money,
  money,
  msOf,
  note,
  quantity,
  refuse,
  text,
} from '#kernel'
import { companySettings } from '#modules/companies'
import { namedLots } from '#modules/inventory'
import { recordRefund } from '#modules/payments'
import { giveBackCoupons, holdCoupons } from '#modules/promotions'
import { register, registerForSale } from '#modules/shops'
import { salesRefusals } from '../refusals.ts'
import { chosenId, documentId, sale } from '../sale/sale.entity.ts'
import { lineKinds, lineTaxes, saleLine } from '../sale/sale-line.entity.ts'
import { claimReturn, isAllBack } from './claim.ts'
import { creditNote } from './credit-note.entity.ts'
import { type CreditLine, postCreditNote } from './post-credit-note.ts'
import { checkReturn, type Posted, shareOf, taxesOf, withoutTax } from './return.rules.ts'
import { taxTotalsOf } from './tax-totals.ts'

const line = group(
  {
    saleLine: link({ label: 'Line of the sale', required: true, to: () => saleLine }),
    quantity: quantity({ label: 'Quantity', required: true, example: '1' }),
    lots: namedLots(),
    restock: boolean({ label: 'Back for sale', help: 'Yes unless told; otherwise the goods are lost' }),
    reason: text({ label: 'Reason' }),
  },
  { required: true },
)
const refund = group(
  { method: choice(methods, { required: true }), amount: money({ required: true, min: 1 }) },
  { required: true },
)
const input = {
  id: documentId,
  register: link({ label: 'Register', required: true, to: () => register }),
  lines: list(line, { label: 'Lines', required: true, min: 1, max: 500 }),
  refunds: list(refund, { label: 'Refunds', help: 'In proportion to what was paid, unless told', min: 1, max: 20 }),
  creditNoteId: chosenId,
  note: note({ label: 'Note', max: 1000 }),
}
const answeredLine = group({
  id: documentId,
  saleLine: link({ to: () => saleLine }),
  sku: text({ required: true }),
  name: text({ required: true }),
  kind: choice(lineKinds, { required: true }),
  quantity: quantity({ required: true }),
  unit: text({ required: true }),
  discount: money(),
  net: money({ required: true }),
  tax: money({ required: true }),
  gross: money({ required: true }),
  taxes: lineTaxes(),
  restocked: boolean({ required: true }),
})
const { number, businessDate: date, net, tax, total, discount } = creditNote.fields

export const returnSale = defineAction('return', {
  label: 'Return',
  says: 'Takes goods of a sale back: a credit note with their frozen share, stock at original cost, money paid back.',
  entity: () => sale,
  path: '/erp/sales/:id/returns',
  input,
  output: {
    ...{
      id: documentId,
      version: integer(),
      number,
      sale: link({ to: () => sale }),
      businessDate: date,
      discount,
      net,
      tax,
      total,
    },
    lines: list(answeredLine, { max: 500 }),
    refunds: list(refund, { max: 20 }),
  },
  status: 201,
  refuses: [
    'NOT_FOUND',
    'REFERENCE_NOT_FOUND',
    'RETURN_EXCEEDS_SALE',
    'REFUND_EXCEEDS_CAPTURE',
    'REFUND_STORED_VALUE_FIRST',
    'GIFT_CARD_SPENT',
    'STORED_VALUE_NEEDS_CUSTOMER',
    'CURRENCY_MISMATCH',
    'NO_SELLING_WAREHOUSE',
    'LOT_REQUIRED',
    'ALREADY_EXISTS',
    'SALE_OF_ORDER',
  ],
  emits: [
    ...['sale.returned', 'payment.refunded', 'inventory.updated', 'coupon.given_back'],
    ...['gift_card.updated', 'store_credit.updated'],
  ],
  example: {
    registerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02',
    lines: [{ saleLineId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a03', quantity: '1', reason: 'Damaged', restock: false }],
  },
  run: async (context, request) => {
    const { sold, settings, place } = await load(context, request)
    const byId = new Map(sold.lines.map((each) => [each.id, each]))
    checkReturn(request.lines, byId)
    const claims = request.lines.map(({ saleLineId, quantity }) => ({ saleLineId, quantity }))
    if (sold.hasCoupons) await holdCoupons(context, sold.id)
    const claimed = await claimReturn(context, claims)
    const day = businessDate(msOf(context.now), place.timeZone, place.dayStart)
    const fiscalYear = fiscalYearOf(day, settings.fiscalYearStartMonth)
    const reducesTax = sold.gst === null || day <= lastDayToReduce(sold.businessDate)
    const gst = sold.gst && { ...sold.gst, section: noteSection(sold.gst.section, reducesTax) }
    const lines = request.lines.map((each, index) =>
      creditLineOf(context, {
        request: each,
        ...{ index, gst },
        of: byId.get(each.saleLineId),
        claimed: claimed.get(each.saleLineId),
      }),
    )
    const { currency, shopId, customerId } = sold
    const id = request.creditNoteId ?? context.newId()
    const posted = await postCreditNote(context, {
      ...{ id, saleId: sold.id, currency, shopId, registerId: place.registerId, customerId },
      ...{ businessDate: day, returnedAt: context.now, lines, note: request.note },
      taxes: taxTotalsOf(lines, currency),
      gst,
      series: { scope: place.registerId, kind: 'credit_note', fiscalYear, code: place.registerCode, shopId },
      payBack: (amount) =>
        recordRefund(context, {
          paidFor: { entity: 'sales.sale', id: sold.id },
          source: { entity: 'sales.creditNote', id },
          ...{ registerId: place.registerId, currency, amount, refunds: request.refunds },
        }),
    })
    // After the goods, as in a sale: whoever waits for the coupon holds the stock already.
    if (sold.hasCoupons && (await isAllBack(context, sold.id))) await giveBackCoupons(context, sold.id)
    return answerOf(posted)
  },
})

type SoldLine = Omit<CreditLine, 'position' | 'saleLineId' | 'restocked' | 'reason'> & Posted & { decimals: number }
type Sold = {
  id: string
  shopId: string
  customerId: string | null
  currency: string
  hasCoupons: boolean
  isOfOrder: boolean
  businessDate: string
  gst: GstDocument | null
  lines: SoldLine[]
}

/** The sale with the lines that are named, and where they come back. Goods come back at the shop that sold them. */
async function load(context: Context, { id, registerId, lines }: InputOf<typeof input>) {
  const [settings, sold] = await Promise.all([
    companySettings(context),
    soldOf(
      context,
      id,
      lines.map(({ saleLineId }) => saleLineId),
    ),
  ])
  const place = await registerForSale(context, { shopId: sold.shopId, registerId })
  return { settings, sold, place }
}

async function soldOf(context: Context, id: string, lineIds: readonly string[]): Promise<Sold> {
  const { sql, companyId } = context
  const [[header], lines] = await Promise.all([
    sql<Omit<Sold, 'lines'>[]>`
      select id, shop_id as "shopId", customer_id as "customerId", total_currency as currency,
        jsonb_path_exists(promotions, '$[*].coupon ? (@ != null)') as "hasCoupons",
        exists (select from sales.shipment p where p.company_id = s.company_id and p.sale_id = s.id) as "isOfOrder",
        business_date as "businessDate", gst
      from sales.sale s where company_id = ${companyId} and id = ${id}`,
    sql<SoldLine[]>`
      select id, product_id as "productId", sku, name, kind, quantity, unit, decimals, factor, stocked,
        components,
        coalesce(discount_amount, 0) as discount, net_amount as net, tax_amount as tax, gross_amount as gross,
        taxes, gst
      from sales.sale_line where company_id = ${companyId} and sale_id = ${id} and id = any(${[...lineIds]}::uuid[])`,
  ])
  if (!header) throw refuse('NOT_FOUND')
  context.requireShop(header.shopId)
  if (header.isOfOrder) throw salesRefusals.refuse('SALE_OF_ORDER')
  return { ...header, lines }
}

type Returned = {
  request: { quantity: Decimal; restock?: boolean | undefined; reason?: string | undefined } & Pick<CreditLine, 'lots'>
  index: number
  /** Of the credit note; one that comes too late to be told in a return gives money back, but no tax. */
  gst: GstDocument | null
  of: SoldLine | undefined
  claimed: { before: Decimal; after: Decimal } | undefined
}

function creditLineOf(context: Context, { request, index, gst, of, claimed }: Returned): CreditLine {
  if (!of || !claimed) throw new Error('a line was claimed that was not loaded')
  const { id: saleLineId, productId, sku, name, kind, unit, factor, stocked, components } = of
  const part = shareOf(of, claimed.before, claimed.after)
  const isLate = gst?.section === 'none' && of.gst?.table !== 'none'
  const { heads, ...share } = isLate ? withoutTax(part) : part
  return {
    ...{ id: context.newId(), position: index + 1, saleLineId, productId, sku, name, kind, unit, factor, stocked },
    ...{ components, quantity: request.quantity, ...share, taxes: taxesOf(of, { ...share, heads }) },
    gst: of.gst && gst && { ...of.gst, table: noteTable(of.gst.table, gst.section) },
    ...{ restocked: stocked && request.restock !== false, reason: request.reason ?? null, lots: request.lots },
  }
}

function answerOf({ creditNote, lines, refunds }: Awaited<ReturnType<typeof postCreditNote>>) {
  const { id, number, saleId, businessDate, currency } = creditNote
  const inMoney = (amount: number): Money => ({ amount, currency })
  return {
    discount: inMoney(creditNote.discount),
    ...{ id, version: 1, number, saleId, businessDate },
    ...{ net: inMoney(creditNote.net), tax: inMoney(creditNote.tax), total: inMoney(creditNote.total) },
    lines: lines.map(({ cost: _cost, scrapCost: _scrapCost, ...each }) => ({
      ...each,
      ...{
        discount: inMoney(each.discount),
        net: inMoney(each.net),
        tax: inMoney(each.tax),
        gross: inMoney(each.gross),
      },
    })),
    refunds: refunds.map(({ method, amount }) => ({ method, amount: inMoney(amount) })),
  }
}
