import { choice, code, date, defineEntity, link, money, text } from '#kernel'
import { giftCard } from './gift-card.entity.ts'

/** Why a balance moved: the words are those of gift cards and of store credit alike. */
export const movementKinds = ['issue', 'redeem', 'refund', 'expiry', 'void', 'correction'] as const
export type MovementKind = (typeof movementKinds)[number]

/** One movement of a gift card's balance; what it holds is the sum of them. */
export const giftCardEntry = defineEntity('giftCardEntry', {
  label: 'Gift card entry',
  plural: 'Gift card entries',
  says: 'One movement of the balance of a gift card.',
  path: '/loyalty/gift-card-entries',
  fields: {
    giftCard: link({ label: 'Gift card', required: true, list: 2, to: () => giftCard }),
    kind: choice(movementKinds, { label: 'Kind', required: true, list: 3 }),
    amount: money({ label: 'Amount', required: true, help: 'Below zero: spent or taken away', list: 4 }),
    balance: money({ label: 'Balance after it', required: true, min: 0, list: 5 }),
    businessDate: date({ label: 'Date', required: true, list: 1 }),
    sourceEntity: text({ label: 'Moved by', required: true, max: 64 }),
    sourceId: code({ label: 'Document', help: 'Its id', max: 36 }),
    paidForId: code({ label: 'Sale that it had paid for', help: 'Of what goes back', max: 36 }),
    reason: text({ label: 'Reason' }),
    byName: text({ label: 'By', required: true }),
  },
  indexes: [['sourceId'], ['paidForId']],
  checks: { one_currency: 'balance_currency = amount_currency', moves: 'amount_amount <> 0' },
  immutable: true,
  without: ['read', 'create'],
})
