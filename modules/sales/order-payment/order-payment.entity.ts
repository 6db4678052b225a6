import { choice, date, defineEntity, type EntityDefinition, link, money, text } from '#kernel'
import { register, shop } from '#modules/shops'
import { salesOrder } from '../order/order.entity.ts'

export const paymentKinds = ['received', 'refunded'] as const

/**
 * Money received for an order, or paid back of it. Until something ships it is owed to the customer (a deposit); an
 * invoice uses it up.
 */
export const orderPayment = defineEntity('orderPayment', {
  label: 'Order payment',
  plural: 'Order payments',
  says: 'Money received for an order, or paid back of it.',
  path: '/order-payments',
  resource: 'orders',
  shop: 'shop',
  fields: {
    salesOrder: link({ label: 'Sales order', required: true, list: 2, to: () => salesOrder }),
    kind: choice(paymentKinds, { label: 'Kind', required: true, list: 3 }),
    amount: money({ label: 'Amount', required: true, min: 1, list: 4 }),
    of: link({ label: 'Pays back', to: (): EntityDefinition => orderPayment }),
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    register: link({ label: 'Register', to: () => register }),
    businessDate: date({ label: 'Date', required: true, list: 1 }),
    reason: text({ label: 'Reason', max: 400 }),
  },
  checks: {
    positive: 'amount_amount > 0',
    refund_of: "(kind = 'refunded') = (of_id is not null)",
  },
  immutable: true,
  without: ['list', 'read', 'create'],
})
