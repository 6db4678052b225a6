import { defineAction, refuse } from '#kernel'
import { intentFields, intentId } from './intent.fields.ts'
import { intentAnswer } from './intent.record.ts'
import { applyLookUp, lookUp } from './look-up.ts'
import { paymentIntent } from './payment-intent.entity.ts'

export const lookUpIntent = defineAction('lookUp', {
  label: 'Ask the gateway',
  says: 'Reads back from the gateway how the payment stands, and settles what was not known.',
  entity: () => paymentIntent,
  path: '/payments/intents/:id/look-up',
  input: { id: intentId },
  output: intentFields,
  refuses: ['NOT_FOUND'],
  emits: ['payment.processed', 'payment_intent.refunded', 'payment_intent.updated', 'payment.failed'],
  example: {},
  prepare: async (preparation, { id }) => {
    const found = await lookUp(preparation, id)
    if (!found) throw refuse('NOT_FOUND')
    return found
  },
  run: async (context, _input, found) => {
    const { intent } = await applyLookUp(context, found)
    return { ...intentAnswer(intent), client: null }
  },
})
