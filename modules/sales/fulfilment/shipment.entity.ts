import { code, defineEntity, instant, integer, link, note, state, text, url } from '#kernel'
import { shop } from '#modules/shops'
import { salesOrder } from '../order/order.entity.ts'
import { sale } from '../sale/sale.entity.ts'

/** Goods of an order that left together. Each is invoiced: the sale that it names. */
export const shipment = defineEntity('shipment', {
  label: 'Shipment',
  plural: 'Shipments',
  says: 'Goods of an order that left together, with their carrier and their invoice.',
  path: '/shipments',
  resource: 'orders',
  shop: 'shop',
  fields: {
    salesOrder: link({ label: 'Sales order', required: true, list: 1, to: () => salesOrder }),
    position: integer({ label: 'Number', help: 'Within its order', required: true, min: 1, list: 2 }),
    status: state(['shipped', 'delivered'], { label: 'Status', list: 3 }),
    shop: link({ label: 'Shop', required: true, list: 4, to: () => shop }),
    sale: link({ label: 'Invoice', required: true, unique: true, to: () => sale }),
    carrier: text({ label: 'Carrier', max: 80, list: 5 }),
    trackingNumber: code({ label: 'Tracking number', max: 80, search: true, list: 6 }),
    trackingUrl: url({ label: 'Tracking page' }),
    shippedAt: instant({ label: 'Shipped at', required: true, list: 7 }),
    deliveredAt: instant({ label: 'Delivered at', list: 8 }),
    receivedBy: text({ label: 'Received by', max: 120 }),
    note: note({ label: 'Note', max: 1000 }),
  },
  title: 'trackingNumber',
  unique: [['salesOrder', 'position']],
  checks: { delivered: "(status = 'delivered') = (delivered_at is not null)" },
  without: ['create', 'update', 'delete'],
})
