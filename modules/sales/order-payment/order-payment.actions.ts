/** Money of an order, in and out. */
import { defineAction, link, list, money, refuse, text } from '#kernel'
import { register } from '#modules/shops'
import { orderAnswer } from '../order/order.answer.ts'
import { salesOrder } from '../order/order.entity.ts'
import { wholeOrder } from '../order/order.queries.ts'
import { lockOrder, settleOrder } from '../order/order.record.ts'
import { mustBeOneOf, owedOf } from '../order/order.rules.ts'
import { orderDay } from '../order/order-day.ts'
import { salesRefusals } from '../refusals.ts'
import { chosenId, documentId, tenderInput } from '../sale/sale.entity.ts'
import { mustBeOfShop } from './drawer-of-shop.ts'
import { payBack } from './pay-back.ts'
import { receive } from './receive.ts'

export const payOrder = defineAction('pay', {
  label: 'Record a payment',
  says: 'Takes money for an order, all of what is due or a part. It is owed to the customer until something ships.',
  entity: () => salesOrder,
  path: '/orders/:id/payments',
  status: 201,
  input: {
    id: documentId,
    tenders: list(tenderInput(), { label: 'Tenders', required: true, min: 1, max: 20 }),
    register: link({ label: 'Register', help: 'Whose drawer cash goes into', to: () => register }),
    paymentId: chosenId,
  },
  output: orderAnswer,
  refuses: [
    'NOT_FOUND',
    'INVALID_TRANSITION',
    'REFERENCE_NOT_FOUND',
    'ORDER_NOTHING_DUE',
    'TENDER_INSUFFICIENT',
    'TENDER_EXCEEDS_DUE',
    'CURRENCY_MISMATCH',
    'ALREADY_EXISTS',
  ],
  emits: ['order.payment_updated', 'order_payment.received', 'payment.success'],
  example: { tenders: [{ method: 'card', amount: { amount: 1000, currency: 'GBP' } }] },
  run: async (context, { id, tenders, registerId, paymentId = context.newId() }) => {
    const before = await lockOrder(context, id)
    const { order } = before
    await mustBeOfShop(context, order.shopId, registerId)
    mustBeOneOf(order.status, ['pending', 'confirmed', 'processing', 'shipped', 'delivered', 'completed'], 'paid')
    const { date } = await orderDay(context, order.shopId)
    const receipt = { id: paymentId, tenders, registerId: registerId ?? null, businessDate: date }
    const { amount } = await receive(context, { order, receipt, numbered: Promise.resolve(order.number) })
    await settleOrder(context, { before, money: { captured: order.captured + amount } })
    return wholeOrder(context, id)
  },
})

export const refundOrder = defineAction('refund', {
  label: 'Pay back',
  says: 'Pays back what was received beyond what is due, to the methods it was paid with.',
  entity: () => salesOrder,
  path: '/orders/:id/refunds',
  status: 201,
  isDangerous: true,
  input: {
    id: documentId,
    amount: money({ label: 'Amount', help: 'All that is owed unless told', min: 1 }),
    reason: text({ label: 'Reason', required: true, max: 400 }),
    register: link({ label: 'Register', help: 'Whose drawer cash comes out of', to: () => register }),
  },
  output: orderAnswer,
  refuses: ['NOT_FOUND', 'ORDER_NOTHING_OWED', 'CURRENCY_MISMATCH', 'REFERENCE_NOT_FOUND', 'REFUND_EXCEEDS_CAPTURE'],
  emits: ['order.payment_updated', 'order_payment.refunded', 'payment.refunded'],
  example: { reason: 'Paid twice' },
  run: async (context, { id, amount, reason, registerId }) => {
    const before = await lockOrder(context, id)
    const { order } = before
    await mustBeOfShop(context, order.shopId, registerId)
    const owed = owedOf(order)
    if (amount && amount.currency !== order.currency) {
      throw refuse('CURRENCY_MISMATCH', [{ field: 'amount', message: `must be in ${order.currency}` }])
    }
    const back = amount?.amount ?? owed
    if (back === 0 || back > owed) {
      const message = `At most ${owed} (minor units of ${order.currency}) is owed.`
      throw salesRefusals.refuse('ORDER_NOTHING_OWED', [{ field: 'amount', message, owed }])
    }
    const { date } = await orderDay(context, order.shopId)
    await payBack(context, { order, amount: back, businessDate: date, reason, registerId: registerId ?? null })
    await settleOrder(context, { before, money: { refunded: order.refunded + back }, reason })
    return wholeOrder(context, id)
  },
})
