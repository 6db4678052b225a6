/** The verbs of an intent that ask its gateway for something. */
import { defineAction, link, money, text } from '#kernel'
import { intentFields, intentId, sourceField } from './intent.fields.ts'
import { finishOperation, operate } from './operate.ts'
import { paymentIntent } from './payment-intent.entity.ts'
import { mustBeToken } from './source.rules.ts'

const shared = {
  entity: () => paymentIntent,
  output: intentFields,
  emits: ['payment.processing', 'payment.processed', 'payment.failed', 'payment_intent.updated'],
}
const always = ['NOT_FOUND', 'PAYMENT_IN_PROGRESS', 'INVALID_TRANSITION', 'GATEWAY_REFUSED']

export const processPayment = defineAction('process', {
  ...shared,
  label: 'Take the payment',
  says: "Charges a payment intent: with a token, or after the customer paid on the gateway's page. Twice is safe.",
  path: '/payments/process',
  input: {
    intent: link({ label: 'Payment intent', required: true, to: () => paymentIntent }),
    source: sourceField,
    proof: text({
      label: 'Proof',
      help: "What the gateway's page gave the browser; Razorpay's payment id and signature",
      max: 400,
    }),
  },
  hides: ['source', 'proof'],
  refuses: [...always, 'REFERENCE_NOT_FOUND', 'PAYMENT_DECLINED', 'CARD_NUMBER_REFUSED'],
  example: { intentId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01', source: 'test_ok' },
  prepare: (preparation, { intentId: id, source, proof }) => {
    mustBeToken(source)
    const isDone = ({ state }: { state: string }) => state === 'authorised' || state === 'captured'
    return operate(preparation, { intentId: id, isNamedInBody: true, kind: 'charge', source, proof, isDone })
  },
  run: (context, _input, operated) => finishOperation(context, operated),
})

export const captureIntent = defineAction('capture', {
  ...shared,
  label: 'Capture',
  says: 'Takes what is reserved, wholly or in part; the rest is let go.',
  path: '/payments/intents/:id/capture',
  input: { id: intentId, amount: money({ label: 'Amount', help: 'All that is reserved unless told', min: 1 }) },
  refuses: [...always, 'CAPTURE_EXCEEDS_AUTHORISED', 'CURRENCY_MISMATCH'],
  example: {},
  prepare: (preparation, { id, amount }) => operate(preparation, { intentId: id, kind: 'capture', amount }),
  run: (context, _input, operated) => finishOperation(context, operated),
})

export const voidIntent = defineAction('void', {
  ...shared,
  label: 'Void',
  says: 'Lets go of reserved money, or of an intent that nobody has paid.',
  path: '/payments/intents/:id/void',
  input: { id: intentId },
  isDangerous: true,
  refuses: always,
  example: {},
  prepare: (preparation, { id }) => operate(preparation, { intentId: id, kind: 'release' }),
  run: (context, _input, operated) => finishOperation(context, operated),
})

export const refundIntent = defineAction('refund', {
  ...shared,
  label: 'Refund',
  says: 'Pays captured money back through the gateway, wholly or in part.',
  path: '/payments/:id/refund',
  also: ['/payments/intents/:id/refund'],
  input: { id: intentId, amount: money({ label: 'Amount', help: 'All that is left unless told', min: 1 }) },
  isDangerous: true,
  emits: ['payment.processing', 'payment_intent.refunded', 'payment_intent.updated'],
  refuses: [...always, 'REFUND_EXCEEDS_CAPTURE', 'CURRENCY_MISMATCH'],
  example: {},
  prepare: (preparation, { id, amount }) => operate(preparation, { intentId: id, kind: 'refund', amount }),
  run: (context, _input, operated) => finishOperation(context, operated),
})
