import { code, date, defineEntity, link, money, state, text } from '#kernel'
import { customer } from '#modules/crm'
import { shop } from '#modules/shops'

/**
 * Money that somebody paid for goods still to be chosen. Its code is the right to spend it and stands in no column
 * here: `loyalty.gift_card_code` keeps a hash to look it up by, and the code itself sealed.
 */
export const giftCard = defineEntity('giftCard', {
  label: 'Gift card',
  plural: 'Gift cards',
  says: 'Money that was paid for goods still to be chosen, and what of it is left.',
  path: '/loyalty/gift-cards',
  owner: 'customer',
  fields: {
    ending: text({ label: 'Code ends in', required: true, max: 4, search: true, list: 1 }),
    status: state(['active', 'blocked', 'expired', 'void'], { label: 'Status', list: 4 }),
    initial: money({ label: 'Value when issued', required: true, min: 1, list: 2 }),
    balance: money({ label: 'Balance', required: true, min: 0, list: 3 }),
    issuedOn: date({ label: 'Issued on', required: true, list: 5 }),
    expiresOn: date({ label: 'Valid until', help: 'This day included; empty: without end', list: 6 }),
    customer: link({ label: 'Customer', help: 'Who bought it, where that is known', to: () => customer }),
    shop: link({ label: 'Issued at', to: () => shop }),
    issuedById: text({ label: 'Issued by', required: true, max: 64 }),
    sourceEntity: text({ label: 'Issued with', required: true, max: 64 }),
    sourceId: code({ label: 'Document', help: 'Its id', max: 36 }),
    sourceLineId: code({ label: 'Line of the document', max: 36 }),
  },
  title: 'ending',
  transitions: {
    block: { from: 'active', to: 'blocked', says: 'Stops the card from being spent; its balance stays.' },
    unblock: { from: 'blocked', to: 'active', says: 'Lets the card be spent again.' },
  },
  indexes: [['sourceId'], ['sourceLineId'], ['status', 'expiresOn']],
  checks: {
    balance_range: 'balance_amount between 0 and initial_amount',
    one_currency: 'balance_currency = initial_currency',
    void_is_empty: "status <> 'void' or balance_amount = 0",
  },
  without: ['create', 'update', 'delete'],
})
