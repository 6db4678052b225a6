import { boolean, defineAction, group, link, list, quantity, text } from '#kernel'
import { register } from '#modules/shops'
import { mustBeOfShop } from '../order-payment/drawer-of-shop.ts'
import { documentId } from '../sale/sale.entity.ts'
import { cancelOrder as cancelWhole } from './cancel-order.ts'
import { orderAnswer } from './order.answer.ts'
import { salesOrder } from './order.entity.ts'
import { wholeOrder } from './order.queries.ts'
import { lockOrder } from './order.record.ts'
import { orderLine } from './order-line.entity.ts'

export const cancelOrder = defineAction('cancel', {
  label: 'Cancel order',
  says: 'Cancels what has not shipped: goods are free again, and money that is not due any more is paid back or owed.',
  entity: () => salesOrder,
  path: '/orders/:id/cancel',
  isDangerous: true,
  input: {
    id: documentId,
    reason: text({ label: 'Reason', required: true, max: 400 }),
    lines: list(
      group(
        {
          orderLine: link({ label: 'Line', required: true, to: () => orderLine }),
          quantity: quantity({ label: 'Quantity', required: true, example: '1' }),
        },
        { required: true },
      ),
      { label: 'Lines', help: 'Everything that is open unless told', min: 1, max: 500 },
    ),
    refund: boolean({ label: 'Pay back', help: 'Yes unless told; otherwise the money is owed' }),
    register: link({ label: 'Register', help: 'Whose drawer cash comes out of', to: () => register }),
  },
  output: orderAnswer,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION', 'REFERENCE_NOT_FOUND', 'EXCEEDS_OPEN', 'REFUND_EXCEEDS_CAPTURE'],
  emits: [
    'order.cancelled',
    'order.processing',
    'order.shipped',
    'order.fulfilled',
    'order.fulfilment_updated',
    'order.payment_updated',
    'order_payment.refunded',
    'payment.refunded',
    'reservation.updated',
    'inventory.updated',
  ],
  example: { reason: 'The customer changed their mind' },
  run: async (context, { id, reason, lines, refund = true, registerId }) => {
    const before = await lockOrder(context, id)
    await mustBeOfShop(context, before.order.shopId, registerId)
    await cancelWhole(context, before, { reason, wanted: lines, refund, registerId })
    return wholeOrder(context, id)
  },
})
