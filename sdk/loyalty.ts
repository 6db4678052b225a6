// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** How long gift cards are valid and what becomes of the rest, from a day on. */
export type LoyaltyGiftCardPolicy = {
  appliesFrom: string
  expiryMonths: number | null
  graceDays: number
  keepsRest: boolean
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Money that was paid for goods still to be chosen, and what of it is left. */
export type LoyaltyGiftCard = {
  ending: string
  status: 'active' | 'blocked' | 'expired' | 'void'
  initial: Money
  balance: Money
  issuedOn: string
  expiresOn: string | null
  customerId: string | null
  shopId: string | null
  issuedById: string
  sourceEntity: string
  sourceId: string | null
  sourceLineId: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** One movement of the balance of a gift card. */
export type LoyaltyGiftCardEntry = {
  giftCardId: string
  kind: 'issue' | 'redeem' | 'refund' | 'expiry' | 'void' | 'correction'
  amount: Money
  balance: Money
  businessDate: string
  sourceEntity: string
  sourceId: string | null
  paidForId: string | null
  reason: string | null
  byName: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** What a customer may spend that was not paid out: from returns, or given by hand. */
export type LoyaltyStoreCredit = {
  customerId: string
  balance: Money
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** One movement of the store credit of a customer. */
export type LoyaltyStoreCreditEntry = {
  storeCreditId: string
  kind: 'issue' | 'redeem' | 'refund' | 'expiry' | 'void' | 'correction'
  amount: Money
  balance: Money
  businessDate: string
  sourceEntity: string
  sourceId: string | null
  reason: string | null
  byName: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type LoyaltyGiftCardPolicyField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'appliesFrom' | 'expiryMonths' | 'graceDays' | 'keepsRest'

export type LoyaltyGiftCardField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'ending' | 'status' | 'initial' | 'balance' | 'issuedOn' | 'expiresOn' | 'customerId' | 'shopId' | 'issuedById' | 'sourceEntity' | 'sourceId' | 'sourceLineId'

export type LoyaltyGiftCardEntryField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'giftCardId' | 'kind' | 'amount' | 'balance' | 'businessDate' | 'sourceEntity' | 'sourceId' | 'paidForId' | 'reason' | 'byName'

export type LoyaltyStoreCreditField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'customerId' | 'balance'

export type LoyaltyStoreCreditEntryField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'storeCreditId' | 'kind' | 'amount' | 'balance' | 'businessDate' | 'sourceEntity' | 'sourceId' | 'reason' | 'byName'

export type LoyaltyGiftCardPolicyCreateBody = {
  appliesFrom: string
  expiryMonths?: number | null
  graceDays?: number
  keepsRest?: boolean
  id?: string
}

export type LoyaltyGiftCardPolicyUpdateBody = {
  appliesFrom?: string | null
  expiryMonths?: number | null
  graceDays?: number | null
  keepsRest?: boolean | null
  version?: number
}

export type LoyaltyGiftCardPolicyDeleteAnswer = {
  id: string
}

export type LoyaltyGiftCardBlockBody = {
  version?: number
}

export type LoyaltyGiftCardUnblockBody = {
  version?: number
}

export type LoyaltyGiftCardIssueBody = {
  amount: Money
  reason: string
  customerId?: string
  expiresOn?: string
}

export type LoyaltyGiftCardIssueAnswer = {
  id: string
}

export type LoyaltyGiftCardLookUpBody = {
  code: string
}

export type LoyaltyGiftCardLookUpAnswer = {
  id: string
  ending: string
  status?: 'active' | 'blocked' | 'expired' | 'void' | null
  balance: Money
  expiresOn?: string | null
}

export type LoyaltyGiftCardCodeBody = Record<string, never>

export type LoyaltyGiftCardCodeAnswer = {
  id: string
  code: string
}

export type LoyaltyStoreCreditAdjustBody = {
  customerId: string
  amount: Money
  reason: string
}

export type LoyaltyStoreCreditAdjustAnswer = {
  id: string
  balance: Money
}

export interface LoyaltyRoutes {
  /** Lists gift card policies. `loyalty.giftCardPolicy.list`, permission `loyalty.giftCardPolicy.read`. */
  'GET /loyalty/gift-card-policies': {
    params: never
    query: ListQuery<LoyaltyGiftCardPolicyField>
    body: never
    answer: LoyaltyGiftCardPolicy
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one gift card policy. `loyalty.giftCardPolicy.read`, permission `loyalty.giftCardPolicy.read`. */
  'GET /loyalty/gift-card-policies/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: LoyaltyGiftCardPolicy
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a gift card policy. `loyalty.giftCardPolicy.create`, permission `loyalty.giftCardPolicy.create`. */
  'POST /loyalty/gift-card-policies': {
    params: never
    query: never
    body: LoyaltyGiftCardPolicyCreateBody
    answer: LoyaltyGiftCardPolicy
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a gift card policy. `loyalty.giftCardPolicy.update`, permission `loyalty.giftCardPolicy.update`. */
  'PATCH /loyalty/gift-card-policies/:id': {
    params: { id: string }
    query: never
    body: LoyaltyGiftCardPolicyUpdateBody
    answer: LoyaltyGiftCardPolicy
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /loyalty/gift-card-policies/:id': LoyaltyRoutes['PATCH /loyalty/gift-card-policies/:id']
  /** Removes a gift card policy that nothing refers to. `loyalty.giftCardPolicy.delete`, permission `loyalty.giftCardPolicy.delete`. */
  'DELETE /loyalty/gift-card-policies/:id': {
    params: { id: string }
    query: never
    body: never
    answer: LoyaltyGiftCardPolicyDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists gift cards. `loyalty.giftCard.list`, permission `loyalty.giftCard.read`. */
  'GET /loyalty/gift-cards': {
    params: never
    query: ListQuery<LoyaltyGiftCardField>
    body: never
    answer: LoyaltyGiftCard
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one gift card. `loyalty.giftCard.read`, permission `loyalty.giftCard.read`. */
  'GET /loyalty/gift-cards/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: LoyaltyGiftCard
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Stops the card from being spent; its balance stays. `loyalty.giftCard.block`, permission `loyalty.giftCard.block`. */
  'POST /loyalty/gift-cards/:id/block': {
    params: { id: string }
    query: never
    body: LoyaltyGiftCardBlockBody
    answer: LoyaltyGiftCard
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lets the card be spent again. `loyalty.giftCard.unblock`, permission `loyalty.giftCard.unblock`. */
  'POST /loyalty/gift-cards/:id/unblock': {
    params: { id: string }
    query: never
    body: LoyaltyGiftCardUnblockBody
    answer: LoyaltyGiftCard
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists gift card entries. `loyalty.giftCardEntry.list`, permission `loyalty.giftCardEntry.read`. */
  'GET /loyalty/gift-card-entries': {
    params: never
    query: ListQuery<LoyaltyGiftCardEntryField>
    body: never
    answer: LoyaltyGiftCardEntry
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Lists store credit. `loyalty.storeCredit.list`, permission `loyalty.storeCredit.read`. */
  'GET /loyalty/store-credit': {
    params: never
    query: ListQuery<LoyaltyStoreCreditField>
    body: never
    answer: LoyaltyStoreCredit
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one store credit account. `loyalty.storeCredit.read`, permission `loyalty.storeCredit.read`. */
  'GET /loyalty/store-credit/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: LoyaltyStoreCredit
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Lists store credit entries. `loyalty.storeCreditEntry.list`, permission `loyalty.storeCreditEntry.read`. */
  'GET /loyalty/store-credit-entries': {
    params: never
    query: ListQuery<LoyaltyStoreCreditEntryField>
    body: never
    answer: LoyaltyStoreCreditEntry
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Makes a gift card that nobody paid for, such as for goodwill: the books take it as an expense at once. `loyalty.giftCard.issue`, permission `loyalty.giftCard.issue`. */
  'POST /loyalty/gift-cards': {
    params: never
    query: never
    body: LoyaltyGiftCardIssueBody
    answer: LoyaltyGiftCardIssueAnswer
    isList: false
    refuses: 'CURRENCY_MISMATCH' | 'REFERENCE_NOT_FOUND'
  }
  /** Answers what the card with a code holds. The code is sent in the body, so that no log of addresses has it. `loyalty.giftCard.lookUp`, permission `loyalty.giftCard.lookUp`. */
  'POST /loyalty/gift-cards/look-up': {
    params: never
    query: never
    body: LoyaltyGiftCardLookUpBody
    answer: LoyaltyGiftCardLookUpAnswer
    isList: false
    refuses: 'GIFT_CARD_NOT_FOUND'
  }
  /** Answers the code of a gift card, to be printed or sent. Every showing is in the audit log. `loyalty.giftCard.code`, permission `loyalty.giftCard.code`. */
  'POST /loyalty/gift-cards/:id/code': {
    params: { id: string }
    query: never
    body: LoyaltyGiftCardCodeBody
    answer: LoyaltyGiftCardCodeAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'GIFT_CARD_CODE_HIDDEN'
  }
  /** Gives a customer store credit, or takes some back, with a reason; the books take it as an expense. `loyalty.storeCredit.adjust`, permission `loyalty.storeCredit.adjust`. */
  'POST /loyalty/store-credit': {
    params: never
    query: never
    body: LoyaltyStoreCreditAdjustBody
    answer: LoyaltyStoreCreditAdjustAnswer
    isList: false
    refuses: 'CURRENCY_MISMATCH' | 'REFERENCE_NOT_FOUND' | 'STORE_CREDIT_INSUFFICIENT'
  }
}
