/** A return as its actions work on it. The order is locked first, as in every action on it. */
import { type Context, type Decimal, refuse } from '#kernel'
import { lockOrder, type OrderWithLines } from '../order/order.record.ts'
import type { returnStates } from './order-return.entity.ts'

export type ReturnState = (typeof returnStates)[number]
export type OrderReturn = {
  id: string
  version: number
  salesOrderId: string
  position: number
  status: ReturnState
  shopId: string
  reason: string
}
export type LockedReturn = {
  before: OrderWithLines
  back: OrderReturn
  lines: { orderLineId: string; quantity: Decimal }[]
}

/** Refuses NOT_FOUND, and INVALID_TRANSITION where the return is in none of the states. */
export async function lockReturn(context: Context, id: string, allowed: readonly ReturnState[]): Promise<LockedReturn> {
  const { sql, companyId } = context
  const [of] = await sql<{ orderId: string }[]>`
    select sales_order_id as "orderId" from sales.order_return where company_id = ${companyId} and id = ${id}`
  if (!of) throw refuse('NOT_FOUND')
  const before = await lockOrder(context, of.orderId)
  const [[back], lines] = await Promise.all([
    sql<OrderReturn[]>`
      select id, version, sales_order_id as "salesOrderId", position, status, shop_id as "shopId", reason
      from sales.order_return where company_id = ${companyId} and id = ${id} for update`,
    sql<LockedReturn['lines']>`
      select order_line_id as "orderLineId", quantity from sales.order_return_line
      where company_id = ${companyId} and order_return_id = ${id} order by id`,
  ])
  if (!back) throw refuse('NOT_FOUND')
  if (!allowed.includes(back.status)) {
    const message = `is ${back.status}; only returns that are ${allowed.join(' or ')} can be.`
    throw refuse('INVALID_TRANSITION', [{ field: 'status', message }])
  }
  return { before, back: { ...back }, lines: lines.map((line) => ({ ...line })) }
}

/** Moves the return on and tells the log. `more`: what else the event says. */
export async function moveReturn(
  context: Context,
  back: OrderReturn,
  { to, outcome = null, more = {} }: { to: ReturnState; outcome?: string | null; more?: Record<string, unknown> },
): Promise<void> {
  const { sql, companyId, now } = context
  const isOver = to === 'closed' || to === 'rejected'
  await sql`
    update sales.order_return set status = ${to}, version = version + 1, updated_at = ${now},
      outcome = coalesce(${outcome}, outcome),
      received_at = case when ${to} = 'received' then ${now}::timestamptz else received_at end,
      closed_at = case when ${isOver} then ${now}::timestamptz end
    where company_id = ${companyId} and id = ${back.id}`
  context.emit(`order_return.${to}`, {
    ...{ entity: 'sales.orderReturn', id: back.id, version: back.version + 1, shopId: back.shopId },
    data: { after: { ...back, status: to, outcome }, ...more },
  })
}
