/** Where the goods of an order are. */
import { choice, defineAction, group, instant, integer, list, text, url } from '#kernel'
import { salesOrder } from '../order/order.entity.ts'
import { wholeOrder } from '../order/order.queries.ts'
import { fulfilmentStates, orderStates } from '../order/order.states.ts'
import { documentId } from '../sale/sale.entity.ts'

export const trackOrder = defineAction('track', {
  label: 'Tracking',
  says: 'Where an order is: its states, its parcels with carrier and tracking number, and the steps it took.',
  entity: () => salesOrder,
  method: 'GET',
  path: '/orders/:id/tracking',
  right: 'read',
  input: { id: documentId },
  output: {
    id: documentId,
    number: text({ required: true }),
    status: choice(orderStates, { required: true }),
    fulfilmentStatus: choice(fulfilmentStates, { required: true }),
    shipments: list(
      group({
        position: integer({ required: true }),
        status: text({ required: true }),
        carrier: text(),
        trackingNumber: text(),
        trackingUrl: url(),
        shippedAt: instant({ required: true }),
        deliveredAt: instant(),
        receivedBy: text(),
      }),
      { required: true, max: 1000 },
    ),
    steps: list(group({ machine: text(), to: text({ required: true }), at: instant({ required: true }) }), {
      required: true,
      max: 1000,
    }),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, { id }) => {
    const { number, status, fulfilmentStatus, shipments, steps } = await wholeOrder(context, id)
    return {
      ...{ id, number, status, fulfilmentStatus },
      shipments: shipments.map(({ position, status: state, ...parcel }) => {
        const { carrier, trackingNumber, trackingUrl, shippedAt, deliveredAt, receivedBy } = parcel
        return { position, status: state, carrier, trackingNumber, trackingUrl, shippedAt, deliveredAt, receivedBy }
      }),
      steps: steps.map(({ machine, to, at }) => ({ machine, to, at })),
    }
  },
})
