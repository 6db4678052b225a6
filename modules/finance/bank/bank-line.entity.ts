import { boolean, date, defineEntity, link, money, state, text } from '#kernel'
import { paymentEntry } from '../payment-entry/payment-entry.entity.ts'
import { bankAccount } from './bank-account.entity.ts'

/** A line of a bank statement. It comes in once, however often files overlap; it is matched with one payment. */
export const bankLine = defineEntity('bankLine', {
  label: 'Bank line',
  plural: 'Bank lines',
  says: 'A line of a bank statement, and the payment that it is.',
  path: '/finance/bank-lines',
  title: 'text',
  fields: {
    bankAccount: link({ label: 'Bank account', required: true, to: () => bankAccount, list: 5 }),
    bookedOn: date({ label: 'Date', required: true, list: 1 }),
    amount: money({ label: 'Amount', help: 'What came in is above zero', required: true, list: 4 }),
    text: text({ label: 'Text', required: true, max: 300, search: true, list: 2 }),
    party: text({ label: 'Other party', max: 140, search: true, list: 3 }),
    reference: text({ label: 'Reference', max: 100, search: true }),
    fingerprint: text({ label: 'Fingerprint', help: 'What makes it the same line in another file', required: true }),
    status: state(['open', 'matched'], { label: 'Status', list: 6 }),
    recorded: boolean({ label: 'Recorded its payment', required: true, default: false }),
    payment: link({ label: 'Payment', to: () => paymentEntry, unique: true }),
  },
  unique: [['bankAccount', 'fingerprint']],
  indexes: [['bankAccount', 'status', 'bookedOn']],
  checks: { matched: "(status = 'matched') = (payment_id is not null)", not_zero: 'amount_amount <> 0' },
  without: ['create', 'update', 'delete'],
})
