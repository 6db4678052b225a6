import { choice, code, date, defineEntity, type EntityDefinition, link, money, text } from '#kernel'
import { customer } from '#modules/crm'
import { vendor } from '#modules/purchasing'
import { account } from '../account/account.entity.ts'

export const directions = ['received', 'made'] as const
export type Direction = (typeof directions)[number]

/**
 * Money received from or paid to a customer or vendor, by way of a bank or cash account. Matching says what it pays;
 * the rest is a credit on account. It never changes: a payment that bounced is reversed by another one.
 */
export const paymentEntry = defineEntity('paymentEntry', {
  label: 'Payment on account',
  plural: 'Payments on account',
  says: 'Money received from or paid to a customer or vendor.',
  path: '/finance/payments',
  title: 'number',
  immutable: true,
  fields: {
    number: code({ label: 'Number', required: true, unique: true, max: 80, search: true, list: 1 }),
    direction: choice(directions, { label: 'Direction', required: true, list: 2 }),
    customer: link({ label: 'Customer', list: 3, to: () => customer }),
    vendor: link({ label: 'Vendor', list: 4, to: () => vendor }),
    paidOn: date({ label: 'Date', required: true, list: 5 }),
    amount: money({ label: 'Amount', required: true, min: 1, list: 6 }),
    account: link({ label: 'Account', help: 'The bank or cash account', required: true, to: () => account }),
    reference: text({ label: 'Reference', max: 100, search: true, list: 7 }),
    reverses: link({ label: 'Reverses', unique: true, to: (): EntityDefinition => paymentEntry }),
  },
  indexes: [['paidOn']],
  checks: {
    one_party: '(customer_id is null) <> (vendor_id is null)',
    positive: 'amount_amount > 0',
  },
  without: ['read', 'create'],
})
