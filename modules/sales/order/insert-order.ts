/** Writes a new order with its lines. */
import type { Draft } from '#engines/sale'
import type { Context, Decimal } from '#kernel'
import { nextNumber, type SeriesKey } from '../number-series/next-number.ts'
import type { FulfilmentState, OrderState, PaymentState } from './order.states.ts'

export type NewOrder = {
  id: string
  version: number
  status: OrderState
  paymentStatus: PaymentState
  fulfilmentStatus: FulfilmentState
  series: SeriesKey
  draft: Draft
  shopId: string
  customerId: string | null
  reference: string | null
  businessDate: string
  heldUntil: string | null
  allowsBackOrder: boolean
  deliverTo: Record<string, unknown> | null
  captured: number
  requestHash: string
  note: string | null
}

/** The order under the next number of its series, which is answered. */
export async function insertOrder(context: Context, order: NewOrder): Promise<string> {
  const { sql, companyId, now, actor } = context
  const { draft } = order
  const { currency } = draft
  const deliverTo = order.deliverTo && sql.json(order.deliverTo as never)
  const [row] = await sql<{ number: string }[]>`
    with numbered as (${nextNumber(context, order.series)})
    insert into sales.sales_order (company_id, id, version, created_at, updated_at, number, status, payment_status,
      fulfilment_status, reference, shop_id, customer_id, made_by_id, made_by_name, business_date, ordered_at,
      held_until, allows_back_order, deliver_to, discount_amount, discount_currency, net_amount, net_currency,
      tax_amount, tax_currency, total_amount,
      total_currency, cancelled_amount, cancelled_currency, invoiced_amount, invoiced_currency, credited_amount,
      credited_currency, captured_amount, captured_currency, refunded_amount, refunded_currency, applied_amount,
      applied_currency, taxes, tax_rounding, request_hash, note)
    select ${companyId}, ${order.id}, ${order.version}, ${now}, ${now}, number, ${order.status},
      ${order.paymentStatus}, ${order.fulfilmentStatus}, ${order.reference}, ${order.shopId}, ${order.customerId},
      ${actor.id}, ${actor.name}, ${order.businessDate}, ${now}, ${order.heldUntil}, ${order.allowsBackOrder},
      ${deliverTo}, ${draft.discount}, ${currency}, ${draft.net}, ${currency}, ${draft.tax}, ${currency},
      ${draft.total}, ${currency}, 0, ${currency}, 0, ${currency}, 0,
      ${currency}, ${order.captured}, ${currency}, 0, ${currency}, 0, ${currency}, ${sql.json(draft.taxes)},
      ${draft.rounding}, ${order.requestHash}, ${order.note}
    from numbered returning number`
  if (!row) throw new Error(`no series ${order.series.fiscalYear} was made for ${order.series.scope}`)
  return row.number
}

/** Its lines, all of them open; what is held of them is said later, when it is known. */
export async function insertOrderLines({ sql, companyId, now }: Context, { id, draft }: NewOrder): Promise<void> {
  const { currency } = draft
  await sql`
    insert into sales.order_line (company_id, id, created_at, updated_at, sales_order_id, position, product_id, sku,
      name, kind, stocked, components, quantity, open, reserved, shipped, cancelled, coming_back, returned, unit,
      decimals, factor, unit_price_amount, unit_price_currency, includes_tax, price_step, price_list, price_reason,
      discount_amount, discount_currency, promotions, net_amount,
      net_currency, tax_amount, tax_currency, gross_amount, gross_currency, taxes)
    select ${companyId}, l.id, ${now}, ${now}, ${id}, l.position, l."productId", l.sku, l.name, l.kind, l.stocked,
      l.components, l.quantity, l.quantity, 0, 0, 0, 0, 0, l.unit, l.decimals, l.factor, l."unitPrice", ${currency},
      l."includesTax", l."priceStep", l."priceList", l."priceReason", l.discount, ${currency}, l.promotions, l.net,
      ${currency}, l.tax, ${currency},
      l.gross, ${currency}, l.taxes
    from jsonb_to_recordset(${sql.json(draft.lines)}) as l(id uuid, position int, "productId" uuid, sku text,
      name text, kind text, stocked boolean, components jsonb, quantity numeric, unit text, decimals int,
      factor numeric, "unitPrice" bigint, "includesTax" boolean, "priceStep" text, "priceList" text,
      "priceReason" text, discount bigint, promotions jsonb, net bigint, tax bigint,
      gross bigint, taxes jsonb)`
}

/** What is held of the lines, by their ids. */
export async function setHeld({ sql, companyId }: Context, held: ReadonlyMap<string, Decimal>): Promise<void> {
  if (held.size === 0) return
  const rows = [...held].map(([id, reserved]) => ({ id, reserved }))
  await sql`
    update sales.order_line l set reserved = h.reserved
    from jsonb_to_recordset(${sql.json(rows)}) as h(id uuid, reserved numeric)
    where l.company_id = ${companyId} and l.id = h.id`
}
