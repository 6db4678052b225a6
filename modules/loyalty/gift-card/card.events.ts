/** What is told of gift cards: never their codes. */
import type { Context } from '#kernel'
import type { MovementKind } from './gift-card-entry.entity.ts'

/** A card after a movement of its balance; amounts in minor units. */
export type MovedCard = {
  id: string
  version: number
  ending: string
  status: string
  balance: number
  amount: number
  currency: string
  expiresOn: string | null
}

export type Movement = { kind: MovementKind; source: { entity: string; id: string | null }; businessDate: string }

/** Emits `gift_card.updated` (of a new card `gift_card.created`) with the card as it is and what moved. */
export function emitMoved(context: Context, card: MovedCard, movement: Movement): void {
  const { id, version, ending, status, balance, amount, currency, expiresOn } = card
  const inMoney = (minor: number) => ({ amount: minor, currency })
  context.emit(version === 1 ? 'gift_card.created' : 'gift_card.updated', {
    ...{ entity: 'loyalty.giftCard', id, version },
    data: {
      after: { id, ending, status, balance: inMoney(balance), expiresOn },
      movement: { ...movement, amount: inMoney(amount) },
    },
  })
}
