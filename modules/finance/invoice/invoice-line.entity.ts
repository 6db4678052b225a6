import { defineEntity, integer, link, money, text } from '#kernel'
import { taxCategory } from '#modules/catalog'
import { account } from '../account/account.entity.ts'
import { invoice } from './invoice.entity.ts'

/** A line of an invoice: an amount on an account, taxed as its category says. Read through its invoice. */
export const invoiceLine = defineEntity('invoiceLine', {
  label: 'Invoice line',
  plural: 'Invoice lines',
  says: 'An amount of an invoice on an account, with its tax.',
  path: '/finance/invoice-lines',
  title: 'description',
  fields: {
    invoice: link({ label: 'Invoice', required: true, to: () => invoice, list: 1 }),
    position: integer({ label: 'Position', required: true, min: 0, max: 499 }),
    description: text({ label: 'Description', required: true, max: 300, list: 2 }),
    account: link({ label: 'Account', required: true, to: () => account, list: 3 }),
    taxCategory: link({ label: 'Tax category', to: () => taxCategory }),
    taxCode: text({ label: 'Tax', max: 64 }),
    amount: money({ label: 'Amount', help: 'As it was typed, with or without tax', required: true }),
    net: money({ label: 'Net', required: true, list: 4 }),
    tax: money({ label: 'Tax', required: true, list: 5 }),
  },
  unique: [['invoice', 'position']],
  checks: { one_currency: 'net_currency = amount_currency and tax_currency = amount_currency' },
  without: ['read', 'create', 'update', 'delete'],
})
