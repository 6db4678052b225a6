/** What other modules may use of loyalty: gift cards and store credit inside a sale or a return. */
export { giftCard } from './gift-card/gift-card.entity.ts'
export { type CardsSold, issueSoldCards } from './gift-card/issue.ts'
export { type CardsToTakeBack, takeBackCards } from './gift-card/take-back.ts'
export { storeCredit } from './store-credit/store-credit.entity.ts'
export {
  giveBackStoredValue,
  spendStoredValue,
  type ValueToGiveBack,
  type ValueToSpend,
} from './stored-value.ts'
export type { ValueAdjusted } from './value-event.ts'
