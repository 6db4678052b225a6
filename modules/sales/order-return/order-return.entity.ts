import { defineEntity, instant, integer, link, state, text } from '#kernel'
import { shop } from '#modules/shops'
import { salesOrder } from '../order/order.entity.ts'

export const returnStates = ['authorised', 'received', 'closed', 'rejected'] as const

/**
 * Goods of an order that the customer sends back: authorised, received, then inspected, when what is accepted is
 * credited and goes back for sale or is lost.
 */
export const orderReturn = defineEntity('orderReturn', {
  label: 'Order return',
  plural: 'Order returns',
  says: 'Goods of an order that the customer sends back: authorised, received, inspected and credited.',
  path: '/order-returns',
  resource: 'orders',
  shop: 'shop',
  fields: {
    salesOrder: link({ label: 'Sales order', required: true, list: 1, to: () => salesOrder }),
    position: integer({ label: 'Number', help: 'Within its order', required: true, min: 1, list: 2 }),
    status: state(returnStates, { label: 'Status', list: 3 }),
    shop: link({ label: 'Shop', required: true, list: 4, to: () => shop }),
    reason: text({ label: 'Reason', required: true, max: 400, list: 5 }),
    authorisedBy: text({ label: 'Authorised by', required: true }),
    receivedAt: instant({ label: 'Received at', list: 6 }),
    closedAt: instant({ label: 'Closed at', list: 7 }),
    outcome: text({ label: 'Outcome', max: 400 }),
  },
  title: 'reason',
  unique: [['salesOrder', 'position']],
  checks: { closed: "(status in ('closed', 'rejected')) = (closed_at is not null)" },
  without: ['read', 'create', 'update', 'delete'],
})
