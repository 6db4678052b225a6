/**
 * Writes a credit note: goods go back into stock, money goes back to where it came from, and the document is numbered.
 */
import type { GstDocument, GstLine } from '#engines/gst'
import type { Component, TaxTotal } from '#engines/sale'
import type { Context, Decimal } from '#kernel'
import { type NamedLot, type PutBackResult, putBackStock, takeInStock } from '#modules/inventory'
import { giveBackStoredValue, takeBackCards } from '#modules/loyalty'
import type { RefundShare } from '#modules/payments'
import { nextNumber, type SeriesKey } from '../number-series/next-number.ts'
import type { EventTax, ReturnedLine, SaleReturnedData } from '../sale/sale.events.ts'
import { sumByLine, takenOf } from '../sale/stock-lines.ts'

/** A line of a credit note before it is written. Amounts are positive minor units. */
export type CreditLine = {
  id: string
  position: number
  saleLineId: string | null
  productId: string
  sku: string
  name: string
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  quantity: Decimal
  unit: string
  /** Stock units in one unit. */
  factor: Decimal
  stocked: boolean
  /** Of a bundle, as it was sold. */
  components?: readonly Component[] | null
  /** The frozen share of what promotions had taken off the line. */
  discount: number
  net: number
  tax: number
  gross: number
  taxes: EventTax[]
  gst: GstLine | null
  /** Back for sale; otherwise what was stocked is lost. */
  restocked: boolean
  reason: string | null
  /** The batches and serial numbers that came back, where they are named. */
  lots?: readonly NamedLot[] | undefined
}

export type CreditNoteToPost = {
  id: string
  /** Null where the lines name no sale, or several. */
  saleId: string | null
  series: SeriesKey
  currency: string
  shopId: string
  registerId: string | null
  customerId: string | null
  businessDate: string
  /** UTC instant. */
  returnedAt: string
  lines: readonly CreditLine[]
  taxes: readonly TaxTotal[]
  /** Of its sale, with its own table of the return. */
  gst?: GstDocument | null
  externalNumber?: string | undefined
  note?: string | undefined
  /** Pays the money back inside this transaction; says how it went. */
  payBack: (total: number) => Promise<RefundShare[]>
}

export type PostedCreditNote = SaleReturnedData

/**
 * Posts the credit note. Refuses as `putBackStock`, `takeBackCards` and the paying back do. Emits `sale.returned`.
 */
export async function postCreditNote(context: Context, posting: CreditNoteToPost): Promise<PostedCreditNote> {
  const { id, shopId, registerId, customerId, businessDate, saleId, currency, lines } = posting
  const sumOf = (of: 'net' | 'tax' | 'gross' | 'discount') => lines.reduce((sum, line) => sum + line[of], 0)
  const totals = { net: sumOf('net'), tax: sumOf('tax'), total: sumOf('gross'), discount: sumOf('discount') }
  const [refunds, stock, number] = await Promise.all([
    payBack(context, posting, totals.total),
    backIntoStock(context, posting),
    insertCreditNote(context, posting, totals),
    insertLines(context, posting),
    takeBack(context, posting),
  ])
  const costs = sumByLine(stock, ({ cost }) => cost)
  const scrapCosts = sumByLine(stock, ({ scrapCost }) => scrapCost)
  const data: SaleReturnedData = {
    creditNote: { id, number, saleId, shopId, registerId, customerId, businessDate, currency, ...totals },
    lines: lines.map((line) =>
      eventLineOf(line, { cost: costs.get(line.id) ?? 0, scrapCost: scrapCosts.get(line.id) ?? 0 }),
    ),
    refunds,
  }
  context.emit('sale.returned', { entity: 'sales.creditNote', id, version: 1, shopId, data })
  return data
}

/** Money goes back, and what was paid by gift card, store credit or points goes back there. */
async function payBack(context: Context, posting: CreditNoteToPost, total: number): Promise<RefundShare[]> {
  const { id, saleId, currency, customerId, businessDate } = posting
  const shares = await posting.payBack(total)
  if (saleId === null) return shares
  const source = { entity: 'sales.creditNote', id }
  await giveBackStoredValue(context, { paidForId: saleId, source, currency, customerId, businessDate, shares })
  return shares
}

async function takeBack(context: Context, { id, businessDate, lines }: CreditNoteToPost): Promise<void> {
  const cards = lines.flatMap(({ saleLineId, kind, quantity, gross }, place) =>
    kind === 'gift_card' && saleLineId !== null ? [{ saleLineId, place, quantity, gross }] : [],
  )
  if (cards.length === 0) return
  await takeBackCards(context, { source: { entity: 'sales.creditNote', id }, businessDate, lines: cards })
}

function eventLineOf(line: CreditLine, costs: { cost: number; scrapCost: number }): ReturnedLine {
  const { id, productId, sku, name, kind, quantity, unit, net, tax, gross, taxes, saleLineId, restocked, discount } =
    line
  return {
    ...{ id, productId, sku, name, kind, quantity, unit, discount, net, tax, gross, taxes },
    ...{ saleLineId, restocked, ...costs },
  }
}

/** Goods of a known sale go back at what they cost then; others come in at what such goods are worth now. */
async function backIntoStock(context: Context, posting: CreditNoteToPost): Promise<PutBackResult[]> {
  const { id, shopId, returnedAt, businessDate } = posting
  const document = { source: { entity: 'sales.creditNote', id }, at: returnedAt, businessDate, shopId }
  const stocked = posting.lines.filter((line) => line.stocked)
  const sold = stocked.flatMap(({ saleLineId, restocked, ...line }) => {
    if (saleLineId === null) return []
    return takenOf(line).map((taken) => ({
      ...taken,
      ...{ originalLineId: saleLineId, scrapped: !restocked, lots: line.lots },
    }))
  })
  const others = stocked.flatMap((line) => (line.saleLineId === null ? takenOf(line) : []))
  const back = await putBackStock(context, { ...document, lines: sold })
  const taken = await takeInStock(context, { ...document, lines: others })
  return [...back.lines, ...taken.lines.map((line) => ({ ...line, scrapCost: 0 }))]
}

type Totals = { net: number; tax: number; total: number; discount: number }

async function insertCreditNote(context: Context, posting: CreditNoteToPost, totals: Totals): Promise<string> {
  const { sql, companyId, now, actor } = context
  const { id, series, currency, shopId, registerId, customerId, businessDate, returnedAt, saleId, taxes } = posting
  const { net, tax, total, discount } = totals
  const [row] = await sql<{ number: string }[]>`
    with numbered as (${nextNumber(context, series)})
    insert into sales.credit_note (company_id, id, created_at, updated_at, number, external_number, sale_id, shop_id,
      register_id, customer_id, cashier_id, cashier_name, business_date, returned_at, net_amount, net_currency,
      tax_amount, tax_currency, total_amount, total_currency, discount_amount, discount_currency, taxes, note, gst)
    select ${companyId}, ${id}, ${now}, ${now}, number, ${posting.externalNumber ?? null}, ${saleId}, ${shopId},
      ${registerId}, ${customerId}, ${actor.id}, ${actor.name}, ${businessDate}, ${returnedAt}, ${net}, ${currency},
      ${tax}, ${currency}, ${total}, ${currency}, ${discount}, ${currency}, ${sql.json([...taxes])},
      ${posting.note ?? null}, ${posting.gst ? sql.json(posting.gst) : null}
    from numbered returning number`
  return row?.number ?? ''
}

async function insertLines({ sql, companyId, now }: Context, { id, currency, lines }: CreditNoteToPost): Promise<void> {
  await sql`
    insert into sales.credit_note_line (company_id, id, created_at, updated_at, credit_note_id, position, sale_line_id,
      product_id, sku, name, kind, quantity, unit, discount_amount, discount_currency, net_amount, net_currency,
      tax_amount, tax_currency, gross_amount, gross_currency, taxes, restocked, reason, gst)
    select ${companyId}, l.id, ${now}, ${now}, ${id}, l.position, l."saleLineId", l."productId", l.sku, l.name, l.kind,
      l.quantity, l.unit, l.discount, ${currency}, l.net, ${currency}, l.tax, ${currency}, l.gross, ${currency},
      l.taxes, l.restocked, l.reason, nullif(l.gst, 'null')
    from jsonb_to_recordset(${sql.json([...lines])}) as l(id uuid, position int, "saleLineId" uuid, "productId" uuid,
      sku text, name text, kind text, quantity numeric, unit text, discount bigint, net bigint, tax bigint,
      gross bigint, taxes jsonb, restocked boolean, reason text, gst jsonb)`
}
