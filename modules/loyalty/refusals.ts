import { defineRefusals } from '#kernel'

export const loyaltyRefusals = defineRefusals({
  GIFT_CARD_NOT_FOUND: { status: 422, says: 'No gift card has this code. Read it again from the card.' },
  GIFT_CARD_NOT_USABLE: { status: 422, says: 'The gift card has expired, is blocked or was taken back.' },
  GIFT_CARD_INSUFFICIENT: { status: 422, says: 'The gift card holds less than that. The details say how much.' },
  GIFT_CARD_SPENT: { status: 422, says: 'Of this gift card something is spent already: it cannot be taken back.' },
  GIFT_CARD_CODE_HIDDEN: {
    status: 403,
    says: 'The code is shown to managers, and to whoever sold the card shortly after the sale, before its first use.',
  },
  STORE_CREDIT_INSUFFICIENT: { status: 422, says: 'The customer has less store credit than that.' },
  STORED_VALUE_NEEDS_CUSTOMER: { status: 422, says: 'Store credit and points belong to a customer: name one.' },
  POINTS_NOT_TAKEN: { status: 422, says: 'No loyalty programme is in force, so points do not pay.' },
})
