import { methods } from '#engines/tender'
import { choice, defineEntity, link, money, text } from '#kernel'
import { payment } from './payment.entity.ts'

/** What a customer handed over towards a payment; `change` of it was handed back. Read through its payment. */
export const tender = defineEntity('tender', {
  label: 'Tender',
  plural: 'Tenders',
  says: 'What a customer handed over towards a payment.',
  fields: {
    payment: link({ label: 'Payment', required: true, to: () => payment }),
    method: choice(methods, { label: 'Method', required: true }),
    amount: money({ label: 'Handed over', required: true, min: 0 }),
    change: money({ label: 'Change', required: true, min: 0 }),
    reference: text({ label: 'Reference', max: 100 }),
  },
  checks: {
    change_of_cash: "change_amount between 0 and amount_amount and (change_amount = 0 or method = 'cash')",
    one_currency: 'change_currency = amount_currency',
  },
  immutable: true,
  without: ['list', 'read', 'create'],
})
