/** An order as its actions work on it: locked and read, and written back with its steps and their events. */
import type { AppliedPromotion } from '#engines/promotion'
import type { Component, TaxTotal } from '#engines/sale'
import { type Context, type Decimal, refuse } from '#kernel'
import type { EventTax } from '../sale/sale.events.ts'
import { insertSteps } from './insert-steps.ts'
import { emitSteps } from './order.events.ts'
import { fulfilmentStateOf, type LineProgress, type OrderMoney, paymentStateOf, stepsBetween } from './order.rules.ts'
import type { FulfilmentState, OrderState, PaymentState } from './order.states.ts'

/** Amounts in minor units of `currency`. */
export type Order = OrderMoney & {
  id: string
  version: number
  number: string
  status: OrderState
  paymentStatus: PaymentState
  fulfilmentStatus: FulfilmentState
  shopId: string
  customerId: string | null
  businessDate: string
  currency: string
  net: number
  tax: number
  taxes: TaxTotal[]
  taxRounding: 'line' | 'document'
  allowsBackOrder: boolean
  heldUntil: string | null
}
export type OrderLine = LineProgress & {
  id: string
  position: number
  productId: string
  sku: string
  name: string
  kind: 'goods' | 'service' | 'charge'
  stocked: boolean
  components: Component[] | null
  unit: string
  decimals: number
  factor: Decimal
  unitPrice: number
  includesTax: boolean
  priceStep: string
  priceList: string | null
  priceReason: string | null
  discount: number
  promotions: AppliedPromotion[]
  net: number
  tax: number
  gross: number
  taxes: EventTax[]
}
/** `undelivered`: shipments that have not arrived. */
export type OrderWithLines = { order: Order; lines: OrderLine[]; undelivered: number }

/** The order, locked against every other action on it, in one round trip. Refuses NOT_FOUND beyond reach. */
export async function lockOrder(context: Context, id: string): Promise<OrderWithLines> {
  const { sql, companyId } = context
  const [[order], lines, [{ count } = { count: 0 }]] = await Promise.all([
    sql<Order[]>`
      select id, version, number, status, payment_status as "paymentStatus", fulfilment_status as "fulfilmentStatus",
        shop_id as "shopId", customer_id as "customerId", business_date as "businessDate", total_currency as currency,
        net_amount as net, tax_amount as tax, total_amount as total, cancelled_amount as cancelled,
        invoiced_amount as invoiced, credited_amount as credited, captured_amount as captured,
        refunded_amount as refunded, applied_amount as applied, taxes, tax_rounding as "taxRounding",
        allows_back_order as "allowsBackOrder", held_until as "heldUntil"
      from sales.sales_order where company_id = ${companyId} and id = ${id} for update`,
    sql<OrderLine[]>`
      select id, position, product_id as "productId", sku, name, kind, stocked, components, quantity, open, reserved,
        shipped, cancelled, coming_back as "comingBack", returned, unit, decimals, factor,
        unit_price_amount as "unitPrice", includes_tax as "includesTax", price_step as "priceStep",
        price_list as "priceList",
        price_reason as "priceReason", net_amount as net, tax_amount as tax, gross_amount as gross, taxes,
        discount_amount as discount, coalesce(promotions, '[]') as promotions
      from sales.order_line where company_id = ${companyId} and sales_order_id = ${id} order by position`,
    sql<{ count: number }[]>`
      select count(*)::int as count from sales.shipment
      where company_id = ${companyId} and sales_order_id = ${id} and status <> 'delivered'`,
  ])
  if (!order) throw refuse('NOT_FOUND')
  context.requireShop(order.shopId)
  return { order: { ...order }, lines: lines.map((line) => ({ ...line })), undelivered: count }
}

/** What an action made of an order. */
export type Changed = {
  before: OrderWithLines
  /** Figures that changed. */
  money?: Partial<OrderMoney>
  lines?: readonly OrderLine[]
  undelivered?: number
  /** States that the order takes, one after the other. */
  path?: readonly OrderState[]
  heldUntil?: string | null
  reason?: string | null | undefined
}

/**
 * Writes the order, its lines and the steps of its machines, and tells the log of each step. Answers the order as it is
 * now. Payment and fulfilment follow from the figures; a step that is not listed is a fault and throws.
 */
export async function settleOrder(context: Context, changed: Changed): Promise<OrderWithLines> {
  const { before, path = [], reason = null } = changed
  const lines = [...(changed.lines ?? before.lines)]
  const undelivered = changed.undelivered ?? before.undelivered
  const money = { ...before.order, ...changed.money }
  const states = {
    status: path.at(-1) ?? before.order.status,
    paymentStatus: paymentStateOf(money),
    fulfilmentStatus: fulfilmentStateOf(lines, undelivered === 0),
  }
  const steps = stepsBetween(before.order, path, states)
  const version = before.order.version + Math.max(steps.length, 1)
  const heldUntil = changed.heldUntil === undefined ? before.order.heldUntil : changed.heldUntil
  const order: Order = { ...money, ...states, version, heldUntil }
  await Promise.all([
    updateOrder(context, order),
    changed.lines ? updateLines(context, order.id, lines) : undefined,
    insertSteps(context, { orderId: order.id, steps, from: before.order.version, reason }),
  ])
  emitSteps(context, { order, lines, steps, from: before.order.version, reason })
  return { order, lines, undelivered }
}

async function updateOrder({ sql, companyId, now }: Context, order: Order): Promise<void> {
  await sql`
    update sales.sales_order set version = ${order.version}, updated_at = ${now}, status = ${order.status},
      payment_status = ${order.paymentStatus}, fulfilment_status = ${order.fulfilmentStatus},
      cancelled_amount = ${order.cancelled}, invoiced_amount = ${order.invoiced}, credited_amount = ${order.credited},
      captured_amount = ${order.captured}, refunded_amount = ${order.refunded}, applied_amount = ${order.applied},
      held_until = ${order.heldUntil}
    where company_id = ${companyId} and id = ${order.id}`
}

async function updateLines({ sql, companyId, now }: Context, orderId: string, lines: OrderLine[]): Promise<void> {
  const rows = lines.map(({ id, open, reserved, shipped, cancelled, comingBack, returned }) => {
    return { id, open, reserved, shipped, cancelled, comingBack, returned }
  })
  await sql`
    update sales.order_line l set version = l.version + 1, updated_at = ${now}, open = n.open, reserved = n.reserved,
      shipped = n.shipped, cancelled = n.cancelled, coming_back = n."comingBack", returned = n.returned
    from jsonb_to_recordset(${sql.json(rows)}) as n(id uuid, open numeric, reserved numeric, shipped numeric,
      cancelled numeric, "comingBack" numeric, returned numeric)
    where l.company_id = ${companyId} and l.sales_order_id = ${orderId} and l.id = n.id
      and (l.open, l.reserved, l.shipped, l.cancelled, l.coming_back, l.returned)
        is distinct from (n.open, n.reserved, n.shipped, n.cancelled, n."comingBack", n.returned)`
}
