import { choice, code, date, defineEntity, link, money, text } from '#kernel'
import { customer } from '#modules/crm'
import { vendor } from '#modules/purchasing'

export const sides = ['receivable', 'payable'] as const
export type Side = (typeof sides)[number]
export const itemKinds = ['invoice', 'credit', 'payment', 'reversal'] as const
export type ItemKind = (typeof itemKinds)[number]

/**
 * What a posted document left on a control account, and what of it is still open. Debit is above zero: an invoice to a
 * customer, a payment to a vendor. Matching brings a debit and a credit of one party down together.
 */
export const openItem = defineEntity('openItem', {
  label: 'Open item',
  plural: 'Open items',
  says: 'What a document left on receivables or payables, and what of it is still open.',
  path: '/finance/open-items',
  title: 'number',
  fields: {
    side: choice(sides, { label: 'Ledger', required: true, list: 6 }),
    kind: choice(itemKinds, { label: 'Kind', required: true }),
    customer: link({ label: 'Customer', list: 2, to: () => customer }),
    vendor: link({ label: 'Vendor', list: 3, to: () => vendor }),
    sourceEntity: text({ label: 'Document', help: 'The address of its entity', required: true, max: 64 }),
    sourceId: code({ label: 'Document id', required: true, max: 36 }),
    number: text({ label: 'Number', required: true, max: 80, search: true, list: 1 }),
    issuedOn: date({ label: 'Date', required: true }),
    dueOn: date({ label: 'Due on', required: true, list: 4 }),
    amount: money({ label: 'Amount', help: 'Debit is above zero', required: true, list: 7 }),
    open: money({ label: 'Open', help: 'Debit is above zero', required: true, list: 5 }),
    settledOn: date({ label: 'Settled on', help: 'The day of the last match, where nothing is open' }),
  },
  unique: [['sourceEntity', 'sourceId']],
  indexes: [
    ['side', 'settledOn'],
    ['customer', 'settledOn'],
    ['vendor', 'settledOn'],
  ],
  checks: {
    one_party: "(side = 'receivable') = (customer_id is not null) and (side = 'payable') = (vendor_id is not null)",
    open_within:
      '(amount_amount > 0 and open_amount between 0 and amount_amount) or ' +
      '(amount_amount < 0 and open_amount between amount_amount and 0)',
    settled: '(open_amount = 0) = (settled_on is not null)',
    one_currency: 'open_currency = amount_currency',
  },
  without: ['create', 'update', 'delete'],
})
