import { choice, defineEntity, instant, link, money, note, state, text } from '#kernel'
import { customer } from '#modules/crm'
import { shop } from '#modules/shops'
import { gatewayConnection } from '../gateway/gateway-connection.entity.ts'
import { gatewayNames } from '../gateway/port.ts'

/**
 * `new`: not yet known at the gateway. `open`: may be paid. `action`: the customer must do something. `processing`: the
 * gateway is at it. `unknown`: the line broke and a look-up is due. `review`: the gateway says what was not asked.
 */
export const intentStates = [
  'new',
  'open',
  'action',
  'processing',
  'authorised',
  'captured',
  'voided',
  'failed',
  'unknown',
  'review',
] as const
export type IntentState = (typeof intentStates)[number]

/** Money asked for at a gateway: what is reserved, taken and given back of it, as the gateway has said. */
export const paymentIntent = defineEntity('paymentIntent', {
  label: 'Payment intent',
  plural: 'Payment intents',
  says: 'Money asked for at a payment gateway, and what became of it there.',
  path: '/payments/intents',
  shop: 'shop',
  title: 'reference',
  fields: {
    connection: link({ label: 'Connection', required: true, list: 3, to: () => gatewayConnection }),
    gateway: choice(gatewayNames, { label: 'Gateway', required: true }),
    shop: link({ label: 'Shop', required: true, list: 2, to: () => shop }),
    customer: link({ label: 'Customer', to: () => customer }),
    state: state(intentStates, { label: 'State', list: 1 }),
    amount: money({ label: 'Amount', required: true, min: 1, list: 4 }),
    authorised: money({ label: 'Authorised', required: true, min: 0 }),
    captured: money({ label: 'Captured', required: true, min: 0, list: 5 }),
    refunded: money({ label: 'Refunded', required: true, min: 0, list: 6 }),
    capture: choice(['automatic', 'manual'], { label: 'Capture', required: true }),
    description: text({ label: 'Description', max: 200 }),
    reference: text({ label: 'Reference at the gateway', max: 200, search: true }),
    paymentReference: text({ label: 'Payment at the gateway', max: 200, search: true }),
    method: text({ label: 'Paid with', max: 80 }),
    failureCode: text({ label: 'Failure', max: 100 }),
    failureText: note({ label: 'Failure in words', max: 500 }),
    exception: note({ label: 'What does not agree', max: 500 }),
    unknownSince: instant({ label: 'Unknown since' }),
  },
  unique: [['connection', 'reference']],
  indexes: [['state'], ['paymentReference']],
  checks: {
    captured_within_authorised: 'captured_amount <= authorised_amount and authorised_amount >= 0',
    refunded_within_captured: 'refunded_amount between 0 and captured_amount',
    one_currency: 'amount_currency = all(array[authorised_currency, captured_currency, refunded_currency])',
  },
  without: ['create', 'update', 'delete'],
})
