import { defineModule } from '#kernel'
import { issueByHand, lookUp, readCode } from './gift-card/gift-card.actions.ts'
import { giftCard } from './gift-card/gift-card.entity.ts'
import { giftCardEntry } from './gift-card/gift-card-entry.entity.ts'
import { giftCardPolicy } from './gift-card/gift-card-policy.entity.ts'
import { expireGiftCards } from './jobs/expire-gift-cards.ts'
import { loyaltyEquations } from './loyalty.equations.ts'
import { loyaltyRefusals } from './refusals.ts'
import { adjustCredit } from './store-credit/adjust.actions.ts'
import { storeCredit } from './store-credit/store-credit.entity.ts'
import { storeCreditEntry } from './store-credit/store-credit-entry.entity.ts'

export const loyalty = defineModule({
  name: 'loyalty',
  says: 'What customers may spend that is no money: gift cards and store credit.',
  uses: ['companies', 'shops', 'crm'],
  resource: 'loyalty',
  entities: [giftCardPolicy, giftCard, giftCardEntry, storeCredit, storeCreditEntry],
  actions: [issueByHand, lookUp, readCode, adjustCredit],
  jobs: [expireGiftCards],
  refusals: [loyaltyRefusals],
  events: {
    'gift_card.created': 'A gift card was sold or given.',
    'gift_card.updated': 'The balance of a gift card moved, or the card was blocked, or ended.',
    'gift_card.revealed': 'Somebody was shown the code of a gift card.',
    'store_credit.updated': 'The store credit of a customer moved.',
    'stored_value.adjusted': 'Value was given without payment, or ended: what the books post.',
  },
  equations: loyaltyEquations,
  tables: ['loyalty.gift_card_code'],
})
