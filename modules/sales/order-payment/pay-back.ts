/** Pays money of an order back, to the methods that it was paid with. */
import type { Context } from '#kernel'
import { recordRefund } from '#modules/payments'
import type { OrderPaymentRefundedData } from './order-payment.events.ts'
import type { PaidOrder } from './receive.ts'

export type PayingBack = {
  order: Pick<PaidOrder, 'id' | 'number' | 'currency' | 'shopId' | 'customerId'>
  /** Minor units; at most what was received and not paid back. */
  amount: number
  businessDate: string
  registerId?: string | null
  reason?: string | null
}

/**
 * Pays back out of the order's payments, the latest first; of each in proportion to its methods. The caller holds the
 * order's lock and has checked that the register is the shop's. Refuses as `recordRefund` does. Emits
 * `payment.refunded` and `order_payment.refunded` for each.
 */
export async function payBack(context: Context, paying: PayingBack): Promise<void> {
  if (paying.amount === 0) return
  let left = paying.amount
  for (const { id, rest } of await receivedOf(context, paying.order.id)) {
    const part = Math.min(left, rest)
    if (part <= 0) continue
    await refundOne(context, { paying, of: id, amount: part })
    left -= part
  }
  if (left > 0) throw new Error(`${left} of order ${paying.order.id} would be paid back beyond what was received`)
}

/** The latest first: what each payment has left to give back. */
async function receivedOf({ sql, companyId }: Context, orderId: string): Promise<{ id: string; rest: number }[]> {
  return sql<{ id: string; rest: number }[]>`
    select p.id, (p.amount_amount - coalesce((select sum(r.amount_amount) from sales.order_payment r
      where r.company_id = p.company_id and r.of_id = p.id), 0))::bigint as rest
    from sales.order_payment p
    where p.company_id = ${companyId} and p.sales_order_id = ${orderId} and p.kind = 'received' order by p.id desc`
}

async function refundOne(
  context: Context,
  { paying, of, amount }: { paying: PayingBack; of: string; amount: number },
): Promise<void> {
  const { sql, companyId, now } = context
  const { order, businessDate, registerId = null, reason = null } = paying
  const { currency, shopId, customerId, number: orderNumber } = order
  const id = context.newId()
  await sql`
    insert into sales.order_payment (company_id, id, created_at, updated_at, sales_order_id, kind, amount_amount,
      amount_currency, of_id, shop_id, register_id, business_date, reason)
    values (${companyId}, ${id}, ${now}, ${now}, ${order.id}, 'refunded', ${amount}, ${currency}, ${of}, ${shopId},
      ${registerId}, ${businessDate}, ${reason})`
  const shares = await recordRefund(context, {
    paidFor: { entity: 'sales.orderPayment', id: of },
    source: { entity: 'sales.orderPayment', id },
    ...{ registerId, currency, amount },
  })
  const data: OrderPaymentRefundedData = {
    payment: { id, orderId: order.id, orderNumber, shopId, customerId, businessDate, currency, amount },
    refunds: shares,
  }
  context.emit('order_payment.refunded', { entity: 'sales.orderPayment', id, version: 1, shopId, data })
}
