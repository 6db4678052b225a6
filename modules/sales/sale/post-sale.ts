/** Writes a sale: stock, number, document, lines and payment travel in one round trip, with their events after them. */
import type { Draft } from '#engines/sale'
import type { Settlement, TenderInput } from '#engines/tender'
import type { Context } from '#kernel'
import { type BookedLine, type NamedLot, takeStock } from '#modules/inventory'
import { issueSoldCards, spendStoredValue } from '#modules/loyalty'
import { recordTenders } from '#modules/payments'
import { type CouponUse, redeemCoupons } from '#modules/promotions'
import { givenNumber, nextNumber, type SeriesKey } from '../number-series/next-number.ts'
import { finishIfOpen, finishWithSale } from '../shared-cart/finish-with-sale.ts'
import { withRefusedLines } from './refused-lines.ts'
import type { EventLine, SaleCompletedData, SaleFacts } from './sale.events.ts'
import { sumByLine, takenOf } from './stock-lines.ts'

export type SaleToPost = {
  id: string
  draft: Draft
  series: SeriesKey
  shopId: string
  registerId: string | null
  customerId: string | null
  businessDate: string
  /** UTC instant. */
  soldAt: string
  tenders: readonly TenderInput[]
  /** Change, as `settleTenders` says it for these tenders. */
  change: number
  externalNumber?: string | undefined
  country?: string | undefined
  note?: string | undefined
  /** The batches and serial numbers that were named, by line id. */
  lots?: ReadonlyMap<string, readonly NamedLot[] | undefined> | undefined
  /** The shared cart that it came of. */
  sharedCartId?: string | undefined
  /** What it uses of coupons; counted with it, or it does not take place. */
  coupons?: readonly CouponUse[] | undefined
  /** A sale that an offline till has made already: the goods have left, whatever stock and cart say now. */
  made?: MadeSale | undefined
}

export type MadeSale = {
  /** Its number in the series, as the till gave it. */
  sequence: number
  /** The register session in which it was made; its money belongs to no session that has been counted since. */
  registerSessionId: string | null
}

/** `oversold`: products of which more went than was there. `isCartFinished`: false where the cart was not its own. */
export type PostedSale = {
  number: string
  settled: Settlement
  oversold: string[]
  isCartFinished: boolean
  registerSessionId: string | null
}

/**
 * Posts the sale. Refuses OUT_OF_STOCK, CART_CLAIMED, CART_FINISHED and as `redeemCoupons`, `recordTenders` and
 * `spendStoredValue` do; one that is made already is refused for none of them. Emits `sale.created` and
 * `sale.completed`.
 */
export async function postSale(context: Context, posting: SaleToPost): Promise<PostedSale> {
  const { id, draft, shopId, registerId, businessDate, soldAt, tenders, made } = posting
  const source = { entity: 'sales.sale', id }
  const paidOn = { tenders, businessDate }
  const stocked = draft.lines.flatMap((line, place) =>
    takenOf(line).map((taken) => ({ ...taken, lots: posting.lots?.get(line.id), place })),
  )
  const [booked, number, , paid, isCartFinished] = await Promise.all([
    stocked.length > 0
      ? withRefusedLines(
          takeStock(context, {
            ...{ source, shopId, at: soldAt, businessDate, lines: stocked },
            hasLeft: made !== undefined,
          }),
          (index, detail, rest) => ({ ...detail, field: `lines.${stocked[index]?.place ?? index}${rest}` }),
        )
      : { lines: [], oversold: [] },
    insertSale(context, posting),
    insertLines(context, posting),
    recordTenders(context, {
      ...{ source, currency: draft.currency, due: draft.total },
      ...{ tenders, shopId, registerId, businessDate },
      onlyOf: made && { registerSessionId: made.registerSessionId },
    }),
    finishCart(context, posting),
    redeemCoupons(context, {
      ...{ saleId: id, shopId, customerId: posting.customerId, currency: draft.currency },
      uses: posting.coupons ?? [],
    }),
    spendStoredValue(context, { source, currency: draft.currency, customerId: posting.customerId, shopId, ...paidOn }),
    issueCards(context, posting),
  ])
  const { settled, registerSessionId } = paid
  emitSale(context, { posting, number, booked: booked.lines, settled })
  return { number, settled, registerSessionId, isCartFinished, oversold: booked.oversold }
}

/** Gift cards exist as soon as their sale does. Nothing is sent where none are sold. */
async function issueCards(
  context: Context,
  { id, draft, shopId, customerId, businessDate }: SaleToPost,
): Promise<void> {
  const lines = draft.lines.flatMap(({ id: lineId, kind, quantity, gross }, place) =>
    kind === 'gift_card' ? [{ lineId, place, quantity, gross }] : [],
  )
  if (lines.length === 0) return
  const source = { entity: 'sales.sale', id }
  await issueSoldCards(context, { source, lines, currency: draft.currency, shopId, customerId, businessDate })
}

/** Sent after the sale, whose row the cart refers to. */
async function finishCart(context: Context, posting: SaleToPost): Promise<boolean> {
  const { id: saleId, sharedCartId: cartId, shopId, registerId, made } = posting
  if (cartId === undefined) return true
  if (made) return finishIfOpen(context, { cartId, saleId, shopId, registerId })
  await finishWithSale(context, { cartId, saleId, shopId, registerId })
  return true
}

async function insertSale(context: Context, posting: SaleToPost): Promise<string> {
  const { sql, companyId, now, actor } = context
  const { id, draft, series, shopId, registerId, customerId, businessDate, soldAt, change, made } = posting
  const { currency, net, tax, total, taxes, rounding } = draft
  const [row] = await sql<{ number: string }[]>`
    with numbered as (${made ? givenNumber(context, { ...series, ...made }) : nextNumber(context, series)})
    insert into sales.sale (company_id, id, version, created_at, updated_at, number, external_number, shop_id,
      register_id, customer_id, cashier_id, cashier_name, business_date, sold_at, net_amount, net_currency,
      tax_amount, tax_currency, total_amount, total_currency, change_amount, change_currency,
      discount_amount, discount_currency, promotions, taxes, tax_rounding, country, note, gst)
    select ${companyId}, ${id}, 2, ${now}, ${now}, number, ${posting.externalNumber ?? null}, ${shopId}, ${registerId},
      ${customerId}, ${actor.id}, ${actor.name}, ${businessDate}, ${soldAt}, ${net}, ${currency}, ${tax}, ${currency},
      ${total}, ${currency}, ${change}, ${currency}, ${draft.discount}, ${currency}, ${sql.json(draft.promotions)},
      ${sql.json(taxes)}, ${rounding}, ${posting.country ?? null}, ${posting.note ?? null},
      ${draft.gst ? sql.json(draft.gst) : null}
    from numbered returning number`
  if (!row) throw new Error(`no series ${series.fiscalYear} was made for ${series.scope}`)
  return row.number
}

async function insertLines({ sql, companyId, now }: Context, { id, draft }: SaleToPost): Promise<void> {
  await sql`
    insert into sales.sale_line (company_id, id, created_at, updated_at, sale_id, position, product_id, sku, name, kind,
      stocked, components, quantity, unit, decimals, factor, unit_price_amount, unit_price_currency, includes_tax,
      price_step, price_list, price_reason, discount_amount, discount_currency, promotions, net_amount, net_currency,
      tax_amount, tax_currency, gross_amount, gross_currency, taxes, gst)
    select ${companyId}, l.id, ${now}, ${now}, ${id}, l.position, l."productId", l.sku, l.name, l.kind,
      l.stocked, l.components, l.quantity, l.unit, l.decimals, l.factor, l."unitPrice", ${draft.currency},
      l."includesTax", l."priceStep", l."priceList", l."priceReason", l.discount, ${draft.currency}, l.promotions,
      l.net, ${draft.currency}, l.tax, ${draft.currency}, l.gross, ${draft.currency}, l.taxes,
      nullif(l.gst, 'null')
    from jsonb_to_recordset(${sql.json(draft.lines)}) as l(id uuid, position int, "productId" uuid, sku text, name text,
      kind text, stocked boolean, components jsonb, quantity numeric, unit text, decimals int, factor numeric,
      "unitPrice" bigint, "includesTax" boolean, "priceStep" text, "priceList" text, "priceReason" text,
      discount bigint, promotions jsonb, net bigint, tax bigint, gross bigint, taxes jsonb, gst jsonb)`
}

type Posted = { posting: SaleToPost; number: string; booked: readonly BookedLine[]; settled: Settlement }

function emitSale(context: Context, { posting, number, booked, settled }: Posted): void {
  const { id, draft, shopId, registerId, customerId, businessDate, soldAt } = posting
  const { currency, net, tax, total } = draft
  const costs = sumByLine(booked, ({ cost }) => cost)
  const sale: SaleFacts = {
    ...{ id, number, kind: 'sale', shopId, registerId, customerId, cashierId: context.actor.id },
    ...{ businessDate, soldAt, currency, net, tax, total },
  }
  const data: SaleCompletedData = {
    sale,
    lines: draft.lines.map((line): EventLine => {
      const { productId, sku, name, kind, quantity, unit, gross, taxes, discount } = line
      const amounts = { discount, net: line.net, tax: line.tax, gross, taxes, cost: costs.get(line.id) ?? 0 }
      return { id: line.id, productId, sku, name, kind, quantity, unit, ...amounts }
    }),
    tenders: settled.tenders.map(({ method, amount }) => ({ method, amount })),
    change: settled.change,
  }
  const about = { entity: 'sales.sale', id, shopId }
  context.emit('sale.created', { ...about, version: 1, data: { sale } })
  context.emit('sale.completed', { ...about, version: 2, data })
}
