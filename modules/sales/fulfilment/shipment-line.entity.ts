import { defineEntity, link, quantity } from '#kernel'
import { orderLine } from '../order/order-line.entity.ts'
import { saleLine } from '../sale/sale-line.entity.ts'
import { shipment } from './shipment.entity.ts'

/** How much of an ordered line left in a shipment, and the line of its invoice. */
export const shipmentLine = defineEntity('shipmentLine', {
  label: 'Shipment line',
  plural: 'Shipment lines',
  says: 'How much of an ordered line left in a shipment.',
  path: '/shipment-lines',
  resource: 'orders',
  fields: {
    shipment: link({ label: 'Shipment', required: true, to: () => shipment }),
    orderLine: link({ label: 'Order line', required: true, to: () => orderLine }),
    saleLine: link({ label: 'Line of the invoice', required: true, unique: true, to: () => saleLine }),
    quantity: quantity({ label: 'Quantity', required: true }),
  },
  unique: [['shipment', 'orderLine']],
  checks: { positive: 'quantity > 0' },
  immutable: true,
  without: ['list', 'read', 'create'],
})
