import { choice, defineEntity, instant, integer, link, money, note, state, text } from '#kernel'
import { shop } from '#modules/shops'
import { paymentIntent } from './payment-intent.entity.ts'

export const operationKinds = ['create', 'charge', 'capture', 'release', 'refund'] as const
export type OperationKind = (typeof operationKinds)[number]

/**
 * One thing asked of a gateway, written before it is asked, so that nothing that may have happened is forgotten. Its id
 * is the idempotency key there. An intent has one that is not settled at most; the database sees to it.
 */
export const gatewayOperation = defineEntity('gatewayOperation', {
  label: 'Gateway operation',
  plural: 'Gateway operations',
  says: 'One thing asked of a payment gateway, and what came of it.',
  path: '/payments/operations',
  shop: 'shop',
  fields: {
    intent: link({ label: 'Payment intent', required: true, list: 2, to: () => paymentIntent }),
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    kind: choice(operationKinds, { label: 'What', required: true, list: 1 }),
    amount: money({ label: 'Amount', required: true, min: 0, list: 4 }),
    state: state(['sent', 'succeeded', 'refused', 'unknown', 'review'], { label: 'State', list: 3 }),
    reference: text({ label: 'Reference at the gateway', max: 200 }),
    failureCode: text({ label: 'Failure', max: 100 }),
    failureText: note({ label: 'Failure in words', max: 500 }),
    looks: integer({ label: 'Look-ups', required: true, min: 0 }),
    lookAt: instant({ label: 'Next look-up' }),
    settledAt: instant({ label: 'Settled' }),
  },
  indexes: [['intent']],
  without: ['create', 'update', 'delete'],
})
