/** What happens to goods that a customer sends back. */
import { boolean, defineAction, group, link, list, quantity, text } from '#kernel'
import { register } from '#modules/shops'
import { settleOrder } from '../order/order.record.ts'
import { orderLine } from '../order/order-line.entity.ts'
import { mustBeOfShop } from '../order-payment/drawer-of-shop.ts'
import { documentId } from '../sale/sale.entity.ts'
import { subtractLines } from './coming-back.ts'
import { inspect } from './inspect.ts'
import { returnAnswer, wholeReturn } from './order-return.answer.ts'
import { orderReturn } from './order-return.entity.ts'
import { lockReturn, moveReturn } from './order-return.record.ts'

export const readReturn = defineAction('read', {
  label: 'Order return',
  says: 'Reads one return with its lines and what became of them.',
  entity: () => orderReturn,
  method: 'GET',
  path: '/order-returns/:id',
  input: { id: documentId },
  output: returnAnswer,
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => wholeReturn(context, id),
})

export const receiveReturn = defineAction('receive', {
  label: 'Received',
  says: 'Says that the goods of a return are there. They are in stock only once they are inspected.',
  entity: () => orderReturn,
  path: '/order-returns/:id/receive',
  input: { id: documentId },
  output: returnAnswer,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION'],
  emits: ['order_return.received'],
  example: {},
  run: async (context, { id }) => {
    const { back } = await lockReturn(context, id, ['authorised'])
    await moveReturn(context, back, { to: 'received' })
    return wholeReturn(context, id)
  },
})

export const rejectReturn = defineAction('reject', {
  label: 'Reject the return',
  says: 'Ends a return without a credit: the goods did not come, or go back to the customer.',
  entity: () => orderReturn,
  path: '/order-returns/:id/reject',
  input: { id: documentId, reason: text({ label: 'Reason', required: true, max: 400 }) },
  output: returnAnswer,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION'],
  emits: ['order_return.rejected'],
  example: { reason: 'Worn' },
  run: async (context, { id, reason }) => {
    const { before, back, lines } = await lockReturn(context, id, ['authorised', 'received'])
    await moveReturn(context, back, { to: 'rejected', outcome: reason })
    await settleOrder(context, { before, lines: subtractLines(before.lines, lines) })
    return wholeReturn(context, id)
  },
})

export const inspectReturn = defineAction('inspect', {
  label: 'Inspect',
  says: 'Credits what is accepted of a return: goods go back for sale at what they cost, or are lost; money goes back.',
  entity: () => orderReturn,
  path: '/order-returns/:id/inspect',
  input: {
    id: documentId,
    lines: list(
      group(
        {
          orderLine: link({ label: 'Line', required: true, to: () => orderLine }),
          restocked: quantity({ label: 'Back for sale', example: '1' }),
          scrapped: quantity({ label: 'Lost', example: '0' }),
        },
        { required: true },
      ),
      {
        label: 'Lines',
        help: 'Everything back for sale unless told; what is in neither is not credited',
        min: 1,
        max: 500,
      },
    ),
    refund: boolean({ label: 'Pay back', help: 'Yes unless told; otherwise the money is owed' }),
    register: link({ label: 'Register', help: 'Whose drawer cash comes out of', to: () => register }),
  },
  output: returnAnswer,
  refuses: [
    'NOT_FOUND',
    'INVALID_TRANSITION',
    'REFERENCE_NOT_FOUND',
    'EXCEEDS_OPEN',
    'RETURN_EXCEEDS_SALE',
    'REFUND_EXCEEDS_CAPTURE',
    'NO_SELLING_WAREHOUSE',
  ],
  emits: [
    'order_return.closed',
    'sale.returned',
    'order.returned',
    'order.fulfilment_updated',
    'order.payment_updated',
    'order_payment.refunded',
    'payment.refunded',
    'inventory.updated',
  ],
  example: { refund: true },
  run: async (context, { id, lines, refund = true, registerId }) => {
    const locked = await lockReturn(context, id, ['received'])
    await mustBeOfShop(context, locked.back.shopId, registerId)
    await inspect(context, locked, { findings: lines, refund, registerId })
    return wholeReturn(context, id)
  },
})
