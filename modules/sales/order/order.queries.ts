/** An order with everything that belongs to it, in one round trip. */
import { type Context, defineAction, group, list, type Money, quantity, refuse, text } from '#kernel'
import { customerNameOf } from '#modules/crm'
import { shipment } from '../fulfilment/shipment.entity.ts'
import { orderPayment } from '../order-payment/order-payment.entity.ts'
import { documentId } from '../sale/sale.entity.ts'
import { orderAnswer } from './order.answer.ts'
import { salesOrder } from './order.entity.ts'
import { orderChange } from './order-change.entity.ts'

const { salesOrder: _order, ...payment } = orderPayment.fields
const { salesOrder: _of, ...parcel } = shipment.fields
const { salesOrder: _whose, ...change } = orderChange.fields

export const readOrder = defineAction('read', {
  label: 'Sales order',
  says: 'Reads one order with its lines, shipments, payments, what is due, and every step it took.',
  entity: () => salesOrder,
  method: 'GET',
  path: '/orders/:id',
  input: { id: documentId },
  output: {
    ...orderAnswer,
    customerName: text({ label: 'Customer name', help: 'For those who may see customers' }),
    shipments: list(
      group({
        ...{ id: documentId, ...parcel, invoiceNumber: text() },
        lines: list(group({ orderLineId: documentId, quantity: quantity({ required: true }) }), { max: 500 }),
      }),
      { max: 1000 },
    ),
    payments: list(group({ id: documentId, ...payment }), { max: 1000 }),
    steps: list(group({ id: documentId, ...change }), { max: 1000 }),
  },
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => wholeOrder(context, id),
})

/** What others read of an order by name; the answer holds more. */
export type WholeOrder = Header & {
  lines: Record<string, unknown>[]
  shipments: Parcel[]
  payments: unknown[]
  steps: StepTaken[]
}
type Header = {
  id: string
  number: string
  status: string
  fulfilmentStatus: string
  shopId: string
  customerId: string | null
  total: Money
}
type Parcel = {
  id: string
  saleId: string
  position: number
  status: string
  carrier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  shippedAt: string
  deliveredAt: string | null
  receivedBy: string | null
}
type StepTaken = { machine: string; to: string; at: string }

/** The order as it is answered. Refuses NOT_FOUND alike for missing, foreign and unreachable ones. */
export async function wholeOrder(context: Context, id: string): Promise<WholeOrder> {
  const [[header], lines, shipments, payments, steps] = await Promise.all([
    headerOf(context, id),
    linesOf(context, id),
    shipmentsOf(context, id),
    paymentsOf(context, id),
    stepsOf(context, id),
  ])
  if (!header) throw refuse('NOT_FOUND')
  return { ...header, lines: [...lines], shipments: [...shipments], payments: [...payments], steps: [...steps] }
}

function headerOf({ sql, companyId, scope, actor, may }: Context, id: string) {
  const customerName = may('crm.customer.read') ? customerNameOf(sql, 'o.customer_id') : sql`null`
  const moneyOf = (amount: string) =>
    sql`jsonb_build_object('amount', ${sql.unsafe(amount)}, 'currency', o.total_currency)`
  return sql<Header[]>`
    select o.id, o.version, o.number, o.status, o.payment_status as "paymentStatus",
      o.fulfilment_status as "fulfilmentStatus", o.reference, o.shop_id as "shopId", o.customer_id as "customerId",
      ${customerName} as "customerName", o.made_by_id as "madeById", o.made_by_name as "madeByName",
      o.business_date as "businessDate", o.ordered_at as "orderedAt", o.held_until as "heldUntil",
      o.allows_back_order as "allowsBackOrder", o.deliver_to as "deliverTo", o.taxes, o.tax_rounding as "taxRounding",
      o.note, ${moneyOf('o.discount_amount')} as discount, ${moneyOf('o.net_amount')} as net,
      ${moneyOf('o.tax_amount')} as tax,
      ${moneyOf('o.total_amount')} as total,
      ${moneyOf('o.cancelled_amount')} as cancelled, ${moneyOf('o.invoiced_amount')} as invoiced,
      ${moneyOf('o.credited_amount')} as credited, ${moneyOf('o.captured_amount')} as captured,
      ${moneyOf('o.refunded_amount')} as refunded, ${moneyOf('o.applied_amount')} as applied,
      ${moneyOf('o.total_amount - o.cancelled_amount - o.credited_amount')} as due,
      ${moneyOf('o.captured_amount - o.refunded_amount')} as paid,
      o.created_at as "createdAt", o.updated_at as "updatedAt"
    from sales.sales_order o where o.company_id = ${companyId} and o.id = ${id} and (${scope} in ('all', 'company')
      or ${scope} = 'shop' and o.shop_id = any(${[...actor.shopIds]}::uuid[])
      or ${scope} = 'own' and o.customer_id = ${actor.customerId}::uuid)`
}

const linesOf = ({ sql, companyId }: Context, id: string) => sql<Record<string, unknown>[]>`
  select l.id, l.position, l.product_id as "productId", l.sku, l.name, l.kind, l.stocked, l.quantity, l.open,
    l.reserved, l.shipped, l.cancelled, l.coming_back as "comingBack", l.returned, l.unit,
    jsonb_build_object('amount', l.unit_price_amount, 'currency', l.unit_price_currency) as "unitPrice",
    l.includes_tax as "includesTax", l.price_step as "priceStep", l.price_reason as "priceReason",
    jsonb_build_object('amount', l.discount_amount, 'currency', l.discount_currency) as discount, l.promotions,
    jsonb_build_object('amount', l.net_amount, 'currency', l.net_currency) as net,
    jsonb_build_object('amount', l.tax_amount, 'currency', l.tax_currency) as tax,
    jsonb_build_object('amount', l.gross_amount, 'currency', l.gross_currency) as gross, l.taxes
  from sales.order_line l where l.company_id = ${companyId} and l.sales_order_id = ${id} order by l.position`

const shipmentsOf = ({ sql, companyId }: Context, id: string) => sql<Parcel[]>`
  select p.id, p.position, p.status, p.shop_id as "shopId", p.sale_id as "saleId", s.number as "invoiceNumber",
    p.carrier, p.tracking_number as "trackingNumber", p.tracking_url as "trackingUrl", p.shipped_at as "shippedAt",
    p.delivered_at as "deliveredAt", p.received_by as "receivedBy", p.note,
    (select jsonb_agg(jsonb_build_object('orderLineId', l.order_line_id, 'quantity', trim_scale(l.quantity)::text))
      from sales.shipment_line l where l.company_id = p.company_id and l.shipment_id = p.id) as lines
  from sales.shipment p join sales.sale s on s.company_id = p.company_id and s.id = p.sale_id
  where p.company_id = ${companyId} and p.sales_order_id = ${id} order by p.position limit 1000`

const paymentsOf = ({ sql, companyId }: Context, id: string) => sql<Record<string, unknown>[]>`
  select id, kind, jsonb_build_object('amount', amount_amount, 'currency', amount_currency) as amount, of_id as "ofId",
    shop_id as "shopId", register_id as "registerId", business_date as "businessDate", reason
  from sales.order_payment where company_id = ${companyId} and sales_order_id = ${id} order by id limit 1000`

const stepsOf = ({ sql, companyId }: Context, id: string) => sql<StepTaken[]>`
  select id, step, machine, "from", "to", event, reason, actor_id as "actorId", actor_name as "actorName", at
  from sales.order_change where company_id = ${companyId} and sales_order_id = ${id} order by step limit 1000`
