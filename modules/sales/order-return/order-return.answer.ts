/** What a return looks like when it is answered whole. */
import { type Context, group, integer, list, quantity, refuse, text } from '#kernel'
import { documentId } from '../sale/sale.entity.ts'
import { orderReturn } from './order-return.entity.ts'

export const returnAnswer = {
  ...{ id: documentId, version: integer({ required: true }), ...orderReturn.fields },
  orderNumber: text({ required: true }),
  lines: list(
    group({
      orderLineId: documentId,
      sku: text({ required: true }),
      name: text({ required: true }),
      unit: text({ required: true }),
      quantity: quantity({ required: true }),
      restocked: quantity({ required: true }),
      scrapped: quantity({ required: true }),
      reason: text(),
    }),
    { required: true, max: 500 },
  ),
}

/** In one round trip. Refuses NOT_FOUND alike for missing, foreign and unreachable ones. */
export async function wholeReturn(context: Context, id: string): Promise<Record<string, unknown>> {
  const { sql, companyId, scope, actor } = context
  const [[header], lines] = await Promise.all([
    sql<Record<string, unknown>[]>`
      select r.id, r.version, r.sales_order_id as "salesOrderId", o.number as "orderNumber", r.position, r.status,
        r.shop_id as "shopId", r.reason, r.authorised_by as "authorisedBy", r.received_at as "receivedAt",
        r.closed_at as "closedAt", r.outcome
      from sales.order_return r join sales.sales_order o on o.company_id = r.company_id and o.id = r.sales_order_id
      where r.company_id = ${companyId} and r.id = ${id} and (${scope} in ('all', 'company')
        or ${scope} = 'shop' and r.shop_id = any(${[...actor.shopIds]}::uuid[])
        or ${scope} = 'own' and o.customer_id = ${actor.customerId}::uuid)`,
    sql<Record<string, unknown>[]>`
      select l.order_line_id as "orderLineId", o.sku, o.name, o.unit, l.quantity, l.restocked, l.scrapped, l.reason
      from sales.order_return_line l
        join sales.order_line o on o.company_id = l.company_id and o.id = l.order_line_id
      where l.company_id = ${companyId} and l.order_return_id = ${id} order by o.position`,
  ])
  if (!header) throw refuse('NOT_FOUND')
  return { ...header, lines: [...lines] }
}
