import { defineEntity, link, quantity, text } from '#kernel'
import { orderLine } from '../order/order-line.entity.ts'
import { orderReturn } from './order-return.entity.ts'

/** How much of an ordered line comes back, and what inspection made of it; the rest goes back to the customer. */
export const orderReturnLine = defineEntity('orderReturnLine', {
  label: 'Order return line',
  plural: 'Order return lines',
  says: 'How much of an ordered line comes back, and what became of it.',
  path: '/order-return-lines',
  resource: 'orders',
  fields: {
    orderReturn: link({ label: 'Order return', required: true, to: () => orderReturn }),
    orderLine: link({ label: 'Order line', required: true, to: () => orderLine }),
    quantity: quantity({ label: 'Quantity', required: true }),
    restocked: quantity({ label: 'Back for sale', required: true }),
    scrapped: quantity({ label: 'Lost', required: true }),
    reason: text({ label: 'Reason', max: 200 }),
  },
  unique: [['orderReturn', 'orderLine']],
  checks: { within: 'quantity > 0 and restocked >= 0 and scrapped >= 0 and restocked + scrapped <= quantity' },
  without: ['list', 'read', 'create', 'update', 'delete'],
})
