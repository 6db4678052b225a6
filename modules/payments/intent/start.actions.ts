import { choice, defineAction, LastingRefusal, link, money, text } from '#kernel'
import { customer } from '#modules/crm'
import { shop } from '#modules/shops'
import { gatewayConnection } from '../gateway/gateway-connection.entity.ts'
import { gatewayNames } from '../gateway/port.ts'
import { chosenIntentId, intentFields } from './intent.fields.ts'
import { paymentIntent } from './payment-intent.entity.ts'
import { finishStart, startAtGateway } from './start.ts'

const input = {
  id: chosenIntentId,
  connection: link({ label: 'Connection', help: 'Needed where more than one is in use', to: () => gatewayConnection }),
  shop: link({ label: 'Shop', required: true, to: () => shop }),
  customer: link({ label: 'Customer', to: () => customer }),
  amount: money({ label: 'Amount', required: true, min: 1 }),
  capture: choice(['automatic', 'manual'], { label: 'Capture', help: 'Manual: reserved first, captured later' }),
  description: text({ label: 'Description', max: 200 }),
}
const anyInput = { ...input, gateway: choice(gatewayNames, { label: 'Gateway' }) }

const shared = {
  entity: () => paymentIntent,
  output: intentFields,
  status: 201,
  refuses: ['REFERENCE_NOT_FOUND', 'ALREADY_EXISTS', 'GATEWAY_REFUSED', 'NOT_FOUND'],
  emits: ['payment.initiated', 'payment_intent.updated', 'payment.failed'],
}
const example = {
  shopId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01',
  amount: { amount: 4990, currency: 'GBP' },
  description: 'Web order 1042',
}

export const startIntent = defineAction('start', {
  ...shared,
  label: 'New payment intent',
  says: 'Asks a gateway for a payment: makes the intent there and answers what the browser needs to pay it.',
  path: '/payments/intent',
  input: anyInput,
  example,
  prepare: startAtGateway,
  run: async (context, _input, started) => {
    const { answer, refused } = await finishStart(context, started)
    return refused ? new LastingRefusal(refused) : answer
  },
})
