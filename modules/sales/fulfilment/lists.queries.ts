/** Papers of the warehouse: what to take from the shelves for an order, and what is in a parcel. */
import { type Context, defineAction, group, integer, list, quantity, refuse, text } from '#kernel'
import { deliveryAddress, salesOrder } from '../order/order.entity.ts'
import { documentId } from '../sale/sale.entity.ts'
import { shipment } from './shipment.entity.ts'

const goods = () =>
  list(
    group({
      position: integer({ required: true }),
      productId: documentId,
      sku: text({ required: true }),
      name: text({ required: true }),
      unit: text({ required: true }),
      quantity: quantity({ required: true }),
    }),
    { required: true, max: 500 },
  )

export const pickList = defineAction('pickList', {
  label: 'Pick list',
  says: 'What is held for an order and has not shipped: what to take from the shelves.',
  entity: () => salesOrder,
  method: 'GET',
  path: '/orders/:id/pick-list',
  right: 'read',
  input: { id: documentId },
  output: { id: documentId, number: text({ required: true }), deliverTo: deliveryAddress(), lines: goods() },
  refuses: ['NOT_FOUND'],
  run: async (context, { id }) => {
    const { sql, companyId } = context
    const [[order], lines] = await Promise.all([
      sql<{ id: string; number: string; deliverTo: Record<string, string> | null }[]>`
        select o.id, o.number, o.deliver_to as "deliverTo" from sales.sales_order o
        where o.company_id = ${companyId} and o.id = ${id} and ${reached(context)}`,
      sql<Record<string, unknown>[]>`
        select position, product_id as "productId", sku, name, unit, reserved as quantity from sales.order_line
        where company_id = ${companyId} and sales_order_id = ${id} and reserved > 0 order by position`,
    ])
    if (!order) throw refuse('NOT_FOUND')
    return { ...order, lines: [...lines] }
  },
})

export const packingList = defineAction('packingList', {
  label: 'Packing list',
  says: 'What is in a shipment and where it goes, to put into the parcel.',
  entity: () => shipment,
  method: 'GET',
  path: '/shipments/:id/packing-list',
  right: 'read',
  input: { id: documentId },
  output: {
    id: documentId,
    position: integer({ required: true }),
    orderNumber: text({ required: true }),
    carrier: text(),
    trackingNumber: text(),
    deliverTo: deliveryAddress(),
    lines: goods(),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, { id }) => {
    const { sql, companyId } = context
    const [[parcel], lines] = await Promise.all([
      sql<Record<string, unknown>[]>`
        select p.id, p.position, o.number as "orderNumber", p.carrier, p.tracking_number as "trackingNumber",
          o.deliver_to as "deliverTo"
        from sales.shipment p join sales.sales_order o on o.company_id = p.company_id and o.id = p.sales_order_id
        where p.company_id = ${companyId} and p.id = ${id} and ${reached(context)}`,
      sql<Record<string, unknown>[]>`
        select o.position, o.product_id as "productId", o.sku, o.name, o.unit, l.quantity from sales.shipment_line l
          join sales.order_line o on o.company_id = l.company_id and o.id = l.order_line_id
        where l.company_id = ${companyId} and l.shipment_id = ${id} order by o.position`,
    ])
    if (!parcel) throw refuse('NOT_FOUND')
    return { ...parcel, lines: [...lines] }
  },
})

/** The order `o` is within the caller's reach. */
const reached = ({ sql, scope, actor }: Context) => sql`(${scope} in ('all', 'company')
  or ${scope} = 'shop' and o.shop_id = any(${[...actor.shopIds]}::uuid[])
  or ${scope} = 'own' and o.customer_id = ${actor.customerId}::uuid)`
