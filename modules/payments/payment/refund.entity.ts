import { methods } from '#engines/tender'
import { choice, code, defineEntity, link, money, text } from '#kernel'
import { payment } from './payment.entity.ts'

/**
 * Money paid back for a document. Without a payment only where the document names no sale. Read through its payment.
 */
export const refund = defineEntity('refund', {
  label: 'Refund',
  plural: 'Refunds',
  says: 'Money paid back to a customer.',
  fields: {
    payment: link({ label: 'Payment', to: () => payment }),
    sourceEntity: text({ label: 'Paid back for', required: true, max: 64 }),
    sourceId: code({ label: 'Document', help: 'Its id', required: true, max: 36 }),
    registerSessionId: code({ label: 'Register session', help: 'Whose drawer the money came out of', max: 36 }),
    method: choice(methods, { label: 'Method', required: true }),
    amount: money({ label: 'Amount', required: true, min: 1 }),
  },
  indexes: [['sourceId']],
  checks: { positive: 'amount_amount > 0' },
  immutable: true,
  without: ['list', 'read', 'create'],
})
