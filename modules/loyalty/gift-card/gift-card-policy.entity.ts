import { boolean, date, defineEntity, integer } from '#kernel'

/**
 * How long gift cards hold, from a day on; cards keep what was in force when they were issued. Laws differ on whether
 * cards may end and whose the rest is, so without a policy they never do. Cards are multi-purpose vouchers: taxed when
 * they are spent, not when they are sold.
 */
export const giftCardPolicy = defineEntity('giftCardPolicy', {
  label: 'Gift card policy',
  plural: 'Gift card policies',
  says: 'How long gift cards are valid and what becomes of the rest, from a day on.',
  path: '/loyalty/gift-card-policies',
  resource: 'settings',
  fields: {
    appliesFrom: date({ label: 'Applies from', required: true, unique: true, list: 1, example: '2026-01-01' }),
    expiryMonths: integer({ label: 'Valid for months', help: 'Empty: without end', min: 1, max: 600, list: 2 }),
    graceDays: integer({
      label: 'Days to spend a refund',
      help: 'What goes back to a card that has ended can be spent for so long',
      required: true,
      default: 90,
      min: 1,
      max: 3650,
      list: 3,
    }),
    keepsRest: boolean({
      label: 'The rest of ended cards is income',
      help: 'Otherwise it stays owed, for the law or the customer to claim',
      required: true,
      default: false,
      list: 4,
    }),
  },
  title: 'appliesFrom',
})
