/** Moving an order on by naming the state that it is to be in. */
import { type Context, choice, code, defineAction, refuse, text, url } from '#kernel'
import { deliverShipments } from '../fulfilment/deliver.ts'
import { shipOrder } from '../fulfilment/ship-order.ts'
import { salesRefusals } from '../refusals.ts'
import { documentId } from '../sale/sale.entity.ts'
import { cancelOrder } from './cancel-order.ts'
import { orderAnswer } from './order.answer.ts'
import { salesOrder } from './order.entity.ts'
import { wholeOrder } from './order.queries.ts'
import { lockOrder, type OrderWithLines, settleOrder } from './order.record.ts'
import { dueOf, mustBeAbleTo, paidOf } from './order.rules.ts'
import type { OrderState } from './order.states.ts'
import { reserveLines } from './reserve-lines.ts'

const targets = ['pending', 'confirmed', 'processing', 'shipped', 'delivered', 'completed', 'cancelled'] as const

export const moveOrder = defineAction('move', {
  label: 'Move on',
  says: 'Moves an order to the state named: accepts a quote, confirms, processes, ships, delivers, completes, cancels.',
  entity: () => salesOrder,
  method: 'PATCH',
  path: '/orders/:id/status',
  input: {
    id: documentId,
    status: choice(targets, { label: 'Status', required: true }),
    reason: text({ label: 'Reason', help: 'Needed to cancel', max: 400 }),
    carrier: text({ label: 'Carrier', help: 'To ship', max: 80 }),
    trackingNumber: code({ label: 'Tracking number', help: 'To ship', max: 80 }),
    trackingUrl: url({ label: 'Tracking page', help: 'To ship' }),
  },
  output: orderAnswer,
  refuses: [
    'NOT_FOUND',
    'INVALID_TRANSITION',
    'ORDER_PAYMENT_DUE',
    'EXCEEDS_OPEN',
    'OUT_OF_STOCK',
    'NO_SELLING_WAREHOUSE',
    'REFUND_EXCEEDS_CAPTURE',
  ],
  emits: [
    'order.created',
    'order.confirmed',
    'order.processing',
    'order.shipped',
    'order.delivered',
    'order.completed',
    'order.cancelled',
    'order.fulfilled',
    'order.fulfilment_updated',
    'order.payment_updated',
    'shipment.created',
    'shipment.delivered',
    'sale.created',
    'sale.completed',
    'order_payment.refunded',
  ],
  example: { status: 'confirmed' },
  run: async (context, { id, status, reason, ...parcel }) => {
    const before = await lockOrder(context, id)
    if (status !== 'shipped') mustBeAbleTo(before.order.status, status)
    await moves[status](context, before, { reason, ...parcel })
    return wholeOrder(context, id)
  },
})

type How = {
  reason?: string | undefined
  carrier?: string | undefined
  trackingNumber?: string | undefined
  trackingUrl?: string | undefined
}
type Move = (context: Context, before: OrderWithLines, how: How) => Promise<OrderWithLines>

const stepTo =
  (to: OrderState): Move =>
  (context, before, { reason }) =>
    settleOrder(context, { before, path: [to], reason })

const moves: Record<(typeof targets)[number], Move> = {
  pending: acceptQuote,
  confirmed: (context, before, { reason }) =>
    settleOrder(context, { before, path: ['confirmed'], heldUntil: null, reason }),
  processing: stepTo('processing'),
  shipped: (context, before, { reason: _, ...parcel }) => shipOrder(context, before, parcel),
  delivered: (context, before) => deliverShipments(context, before, {}),
  completed: (context, before, how) => {
    mustBePaid(before)
    return stepTo('completed')(context, before, how)
  },
  cancelled: (context, before, { reason }) => {
    if (!reason) throw refuse('VALIDATION_FAILED', [{ field: 'reason', message: 'Say why it is cancelled.' }])
    return cancelOrder(context, before, { reason, refund: true })
  },
}

/** A quote becomes an order when its goods can be held. Refuses OUT_OF_STOCK. */
async function acceptQuote(context: Context, before: OrderWithLines, { reason }: How): Promise<OrderWithLines> {
  const { order, lines } = before
  const held = await reserveLines(context, {
    ...{ orderId: order.id, shopId: order.shopId, allowsBackOrder: order.allowsBackOrder },
    lines: lines.map((line, place) => ({ ...line, place })),
  })
  const after = lines.map((line) => ({ ...line, reserved: held.get(line.id) ?? '0' }))
  return settleOrder(context, { before, lines: after, path: ['pending'], reason })
}

/** Refuses ORDER_PAYMENT_DUE. */
function mustBePaid({ order }: OrderWithLines): void {
  const missing = dueOf(order) - paidOf(order)
  if (missing <= 0) return
  const message = `${missing} (minor units of ${order.currency}) are still due.`
  throw salesRefusals.refuse('ORDER_PAYMENT_DUE', [{ field: 'status', message, missing }])
}
