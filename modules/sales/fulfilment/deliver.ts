/** Shipments that arrived. */
import { type Context, refuse } from '#kernel'
import { type OrderWithLines, settleOrder } from '../order/order.record.ts'

/**
 * Marks shipments of a locked order as delivered, all that are on their way or one. The order follows when nothing is
 * on its way any more. Refuses INVALID_TRANSITION where there is none. Emits `shipment.delivered` for each.
 */
export async function deliverShipments(
  context: Context,
  before: OrderWithLines,
  { shipmentId = null, receivedBy = null }: { shipmentId?: string | null; receivedBy?: string | null | undefined },
): Promise<OrderWithLines> {
  const { sql, companyId, now } = context
  const { order } = before
  const arrived = await sql<{ id: string; version: number; position: number }[]>`
    update sales.shipment set status = 'delivered', delivered_at = ${now}, received_by = ${receivedBy},
      version = version + 1, updated_at = ${now}
    where company_id = ${companyId} and sales_order_id = ${order.id} and status = 'shipped'
      and (${shipmentId}::uuid is null or id = ${shipmentId}::uuid)
    returning id, version, position`
  if (arrived.length === 0) {
    throw refuse('INVALID_TRANSITION', [{ field: 'status', message: 'Nothing of this is on its way.' }])
  }
  for (const { id, version, position } of arrived) {
    const after = { id, orderId: order.id, orderNumber: order.number, position, status: 'delivered', deliveredAt: now }
    const data = { after: { ...after, receivedBy }, customerId: order.customerId }
    context.emit('shipment.delivered', { entity: 'sales.shipment', id, version, shopId: order.shopId, data })
  }
  const undelivered = before.undelivered - arrived.length
  const isThere = undelivered === 0 && order.status === 'shipped'
  return settleOrder(context, { before, undelivered, path: isThere ? ['delivered'] : [] })
}
