/** Takes money for an order, all of what is due or a part. */
import { type Settlement, sumOf, type TenderInput } from '#engines/tender'
import type { Context } from '#kernel'
import { recordTenders } from '#modules/payments'
import { dueOf, type OrderMoney, paidOf } from '../order/order.rules.ts'
import { salesRefusals } from '../refusals.ts'
import type { OrderPaymentReceivedData } from './order-payment.events.ts'

/** The order as far as a payment of it needs it. */
export type PaidOrder = OrderMoney & {
  id: string
  number: string
  currency: string
  shopId: string
  customerId: string | null
}
export type Receipt = {
  id: string
  tenders: readonly TenderInput[]
  registerId: string | null
  businessDate: string
}

/** What the tenders pay of the order, in minor units: at most what is due. Refuses ORDER_NOTHING_DUE. */
export function payableOf(order: OrderMoney, tenders: readonly TenderInput[]): number {
  const rest = dueOf(order) - paidOf(order)
  if (rest <= 0) throw salesRefusals.refuse('ORDER_NOTHING_DUE')
  return Math.min(rest, sumOf(tenders))
}

/**
 * Records the payment; its statements are on their way when this returns. `numbered` is the order's number once it is
 * known. Refuses as `payableOf` and `recordTenders` do. Emits `payment.success` and `order_payment.received`.
 */
export async function receive(
  context: Context,
  { order, receipt, numbered }: { order: Omit<PaidOrder, 'number'>; receipt: Receipt; numbered: PromiseLike<string> },
): Promise<{ amount: number; settled: Settlement }> {
  const amount = payableOf(order, receipt.tenders)
  const { id, tenders, registerId, businessDate } = receipt
  const { currency, shopId, customerId } = order
  const [{ settled }, , orderNumber] = await Promise.all([
    recordTenders(context, {
      source: { entity: 'sales.orderPayment', id },
      ...{ currency, due: amount, tenders, shopId, registerId, businessDate },
    }),
    insertPayment(context, { order, receipt, amount }),
    numbered,
  ])
  const data: OrderPaymentReceivedData = {
    payment: { id, orderId: order.id, orderNumber, shopId, customerId, businessDate, currency, amount },
    tenders: settled.tenders.map((each) => ({ method: each.method, amount: each.amount })),
    change: settled.change,
  }
  context.emit('order_payment.received', { entity: 'sales.orderPayment', id, version: 1, shopId, data })
  return { amount, settled }
}

async function insertPayment(
  { sql, companyId, now }: Context,
  { order, receipt, amount }: { order: Omit<PaidOrder, 'number'>; receipt: Receipt; amount: number },
): Promise<void> {
  const { id, registerId, businessDate } = receipt
  await sql`
    insert into sales.order_payment (company_id, id, created_at, updated_at, sales_order_id, kind, amount_amount,
      amount_currency, shop_id, register_id, business_date)
    values (${companyId}, ${id}, ${now}, ${now}, ${order.id}, 'received', ${amount}, ${order.currency}, ${order.shopId},
      ${registerId}, ${businessDate})`
}
