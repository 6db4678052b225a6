import { choice, code, date, defineEntity, link, money, text } from '#kernel'
import { movementKinds } from '../gift-card/gift-card-entry.entity.ts'
import { storeCredit } from './store-credit.entity.ts'

/** One movement of a store credit account; its balance is the sum of them. */
export const storeCreditEntry = defineEntity('storeCreditEntry', {
  label: 'Store credit entry',
  plural: 'Store credit entries',
  says: 'One movement of the store credit of a customer.',
  path: '/loyalty/store-credit-entries',
  fields: {
    storeCredit: link({ label: 'Store credit account', required: true, list: 2, to: () => storeCredit }),
    kind: choice(movementKinds, { label: 'Kind', required: true, list: 3 }),
    amount: money({ label: 'Amount', required: true, help: 'Below zero: spent or taken away', list: 4 }),
    balance: money({ label: 'Balance after it', required: true, min: 0, list: 5 }),
    businessDate: date({ label: 'Date', required: true, list: 1 }),
    sourceEntity: text({ label: 'Moved by', required: true, max: 64 }),
    sourceId: code({ label: 'Document', help: 'Its id', max: 36 }),
    reason: text({ label: 'Reason' }),
    byName: text({ label: 'By', required: true }),
  },
  indexes: [['sourceId']],
  checks: { one_currency: 'balance_currency = amount_currency', moves: 'amount_amount <> 0' },
  immutable: true,
  without: ['read', 'create'],
})
