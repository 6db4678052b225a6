/** Writes a shipment and tells the log of it. */
import type { Context } from '#kernel'
import type { Order } from '../order/order.record.ts'
import type { Shipped } from './shipping.rules.ts'

/** What a carrier says of a parcel. */
export type ParcelFacts = {
  carrier?: string | undefined
  trackingNumber?: string | undefined
  trackingUrl?: string | undefined
  note?: string | undefined
}
export type NewShipment = ParcelFacts & { id: string; saleId: string; order: Order; shipped: Shipped }

/** Emits `shipment.created`. The order's row is locked, so its shipments count up without gaps. */
export async function insertShipment(context: Context, shipment: NewShipment): Promise<void> {
  const { sql, companyId, now, newId } = context
  const {
    id,
    saleId,
    order,
    shipped,
    carrier = null,
    trackingNumber = null,
    trackingUrl = null,
    note = null,
  } = shipment
  const lines = shipped.invoiced.map((line) => ({ id: newId(), ...line }))
  const [[row]] = await Promise.all([
    sql<{ position: number }[]>`
      insert into sales.shipment (company_id, id, created_at, updated_at, sales_order_id, position, status, shop_id,
        sale_id, carrier, tracking_number, tracking_url, shipped_at, note)
      select ${companyId}, ${id}, ${now}, ${now}, ${order.id}, coalesce(max(position), 0) + 1, 'shipped',
        ${order.shopId}, ${saleId}, ${carrier}, ${trackingNumber}, ${trackingUrl}, ${now}, ${note}
      from sales.shipment where company_id = ${companyId} and sales_order_id = ${order.id}
      returning position`,
    sql`
      insert into sales.shipment_line (company_id, id, created_at, updated_at, shipment_id, order_line_id, sale_line_id,
        quantity)
      select ${companyId}, l.id, ${now}, ${now}, ${id}, l."orderLineId", l."saleLineId", l.quantity
      from jsonb_to_recordset(${sql.json(lines)})
        as l(id uuid, "orderLineId" uuid, "saleLineId" uuid, quantity numeric)`,
  ])
  context.emit('shipment.created', {
    ...{ entity: 'sales.shipment', id, version: 1, shopId: order.shopId },
    data: {
      after: { id, orderId: order.id, orderNumber: order.number, position: row?.position ?? 1, saleId },
      ...{ carrier, trackingNumber, trackingUrl, customerId: order.customerId, lines: shipped.invoiced },
    },
  })
}
