import { defineEntity, link, money } from '#kernel'
import { customer } from '#modules/crm'

/** What the company owes a customer in goods: from returns, or given by hand. One account a customer. */
export const storeCredit = defineEntity('storeCredit', {
  label: 'Store credit account',
  plural: 'Store credit',
  says: 'What a customer may spend that was not paid out: from returns, or given by hand.',
  path: '/loyalty/store-credit',
  owner: 'customer',
  fields: {
    customer: link({ label: 'Customer', required: true, unique: true, list: 1, to: () => customer }),
    balance: money({ label: 'Balance', required: true, min: 0, list: 2 }),
  },
  title: 'customer',
  checks: { not_negative: 'balance_amount >= 0' },
  without: ['create', 'update', 'delete'],
})
