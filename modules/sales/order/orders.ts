/** What the manifest lists of orders. */
import { orderInvoices } from '../fulfilment/invoice.queries.ts'
import { packingList, pickList } from '../fulfilment/lists.queries.ts'
import { deliverShipment, shipOrder } from '../fulfilment/shipment.actions.ts'
import { shipment } from '../fulfilment/shipment.entity.ts'
import { shipmentLine } from '../fulfilment/shipment-line.entity.ts'
import { trackOrder } from '../fulfilment/tracking.queries.ts'
import { allocateBackOrders } from '../jobs/allocate-back-orders.ts'
import { expireOrders } from '../jobs/expire-orders.ts'
import { payOrder, refundOrder } from '../order-payment/order-payment.actions.ts'
import { orderPayment } from '../order-payment/order-payment.entity.ts'
import { authoriseReturn } from '../order-return/authorise.actions.ts'
import { inspectReturn, readReturn, receiveReturn, rejectReturn } from '../order-return/order-return.actions.ts'
import { orderReturn } from '../order-return/order-return.entity.ts'
import { orderReturnLine } from '../order-return/order-return-line.entity.ts'
import { allocateOrder } from './allocate.actions.ts'
import { cancelOrder } from './cancel-order.actions.ts'
import { createOrder } from './create-order.actions.ts'
import { moveOrder } from './move-order.actions.ts'
import { salesOrder } from './order.entity.ts'
import { orderEquations } from './order.equations.ts'
import { readOrder } from './order.queries.ts'
import { orderChange } from './order-change.entity.ts'
import { orderLine } from './order-line.entity.ts'

const events = {
  'order.quoted': 'A quote was made.',
  'order.created': 'An order was taken, or a quote accepted; its goods are held.',
  'order.confirmed': 'An order was confirmed.',
  'order.processing': 'An order is being prepared.',
  'order.shipped': 'Everything of an order has shipped, or what did not is cancelled.',
  'order.delivered': 'An order has arrived.',
  'order.completed': 'An order is done and paid.',
  'order.cancelled': 'An order was cancelled before it shipped; its goods are free again.',
  'order.returned': 'Everything of an order that shipped came back.',
  'order.fulfilled': 'Nothing of an order is left to ship.',
  'order.fulfilment_updated': 'The fulfilment of an order moved on, such as to part shipped.',
  'order.payment_updated': 'The payment of an order moved on, such as to part paid.',
  'order_payment.received': 'Money was received for an order.',
  'order_payment.refunded': 'Money of an order was paid back.',
  'shipment.created': 'Goods of an order left.',
  'shipment.delivered': 'A shipment arrived.',
  'order_return.authorised': 'A customer may send goods of an order back.',
  'order_return.received': 'Goods that a customer sent back are there.',
  'order_return.closed': 'Goods that a customer sent back were inspected; what was accepted is credited.',
  'order_return.rejected': 'A return ended without a credit.',
}

export const orders = {
  entities: [salesOrder, orderLine, orderChange, orderPayment, shipment, shipmentLine, orderReturn, orderReturnLine],
  actions: [
    createOrder,
    readOrder,
    moveOrder,
    payOrder,
    refundOrder,
    shipOrder,
    deliverShipment,
    trackOrder,
    cancelOrder,
    allocateOrder,
    orderInvoices,
    pickList,
    packingList,
    authoriseReturn,
    readReturn,
    receiveReturn,
    inspectReturn,
    rejectReturn,
  ],
  jobs: [expireOrders, allocateBackOrders],
  events,
  equations: orderEquations,
} as const
