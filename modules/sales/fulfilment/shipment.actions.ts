import { code, defineAction, group, link, list, note, quantity, refuse, text, url } from '#kernel'
import { orderAnswer } from '../order/order.answer.ts'
import { salesOrder } from '../order/order.entity.ts'
import { wholeOrder } from '../order/order.queries.ts'
import { lockOrder } from '../order/order.record.ts'
import { orderLine } from '../order/order-line.entity.ts'
import { chosenId, documentId } from '../sale/sale.entity.ts'
import { deliverShipments } from './deliver.ts'
import { shipOrder as ship } from './ship-order.ts'
import { shipment } from './shipment.entity.ts'

export const shipOrder = defineAction('ship', {
  label: 'Ship',
  says: 'Sends goods of an order off, all that are held or a part: they leave stock, and what left is invoiced.',
  entity: () => salesOrder,
  path: '/orders/:id/shipments',
  status: 201,
  input: {
    id: documentId,
    lines: list(
      group(
        {
          orderLine: link({ label: 'Line', required: true, to: () => orderLine }),
          quantity: quantity({ label: 'Quantity', required: true, example: '1' }),
        },
        { required: true },
      ),
      { label: 'Lines', help: 'All that can leave unless told', min: 1, max: 500 },
    ),
    carrier: text({ label: 'Carrier', max: 80 }),
    trackingNumber: code({ label: 'Tracking number', max: 80 }),
    trackingUrl: url({ label: 'Tracking page' }),
    note: note({ label: 'Note', max: 1000 }),
    shipmentId: chosenId,
  },
  output: orderAnswer,
  refuses: [
    'NOT_FOUND',
    'INVALID_TRANSITION',
    'REFERENCE_NOT_FOUND',
    'EXCEEDS_OPEN',
    'ORDER_PAYMENT_DUE',
    'OUT_OF_STOCK',
    'NO_SELLING_WAREHOUSE',
    'ALREADY_EXISTS',
  ],
  emits: [
    'shipment.created',
    'order.processing',
    'order.shipped',
    'order.fulfilled',
    'order.fulfilment_updated',
    'sale.created',
    'sale.completed',
    'payment.success',
    'reservation.updated',
    'inventory.updated',
  ],
  example: { carrier: 'Royal Mail', trackingNumber: 'RM123456789GB' },
  run: async (context, { id, lines, shipmentId, ...parcel }) => {
    await ship(context, await lockOrder(context, id), { id: shipmentId, wanted: lines, ...parcel })
    return wholeOrder(context, id)
  },
})

export const deliverShipment = defineAction('deliver', {
  label: 'Delivered',
  says: 'Says that a shipment arrived. Its order is delivered when nothing of it is on its way or open any more.',
  entity: () => shipment,
  path: '/shipments/:id/deliver',
  input: { id: documentId, receivedBy: text({ label: 'Received by', max: 120 }) },
  output: orderAnswer,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION'],
  emits: ['shipment.delivered', 'order.delivered', 'order.fulfilment_updated'],
  example: { receivedBy: 'Neighbour at number 12' },
  run: async (context, { id, receivedBy }) => {
    const { sql, companyId } = context
    const [found] = await sql<{ orderId: string }[]>`
      select sales_order_id as "orderId" from sales.shipment where company_id = ${companyId} and id = ${id}`
    if (!found) throw refuse('NOT_FOUND')
    await deliverShipments(context, await lockOrder(context, found.orderId), { shipmentId: id, receivedBy })
    return wholeOrder(context, found.orderId)
  },
})
