/** Tenders that the company itself keeps: what a sale spends of them, and what a return gives back. */
import type { StoredMethod, TenderInput } from '#engines/tender'
import { isStored } from '#engines/tender'
import type { Context } from '#kernel'
import { giveBackToCards } from './gift-card/give-back.ts'
import { redeemCards } from './gift-card/redeem.ts'
import { loyaltyRefusals } from './refusals.ts'
import { moveCredit } from './store-credit/move.ts'

export type ValueToSpend = {
  /** The sale. */
  source: { entity: string; id: string }
  currency: string
  shopId: string
  customerId: string | null
  businessDate: string
  tenders: readonly TenderInput[]
}

/**
 * Spends what the tenders name of gift cards (`reference` is the code), store credit and points, in the caller's
 * transaction; nothing is sent where there are none. Refuses, naming `tenders.<i>`, as `redeemCards` and `moveCredit`
 * do, STORED_VALUE_NEEDS_CUSTOMER and POINTS_NOT_TAKEN.
 */
export async function spendStoredValue(context: Context, spending: ValueToSpend): Promise<void> {
  const { source, currency, businessDate, customerId } = spending
  const placed = spending.tenders.flatMap(({ method, amount, reference }, place) =>
    isStored(method) ? [{ method, amount: amount.amount, code: reference ?? '', place }] : [],
  )
  if (placed.length === 0) return
  const of = (wanted: StoredMethod) => placed.filter(({ method }) => method === wanted)
  const [cards, credits, [points]] = [of('gift_card'), of('store_credit'), of('points')]
  if (points) {
    throw loyaltyRefusals.refuse('POINTS_NOT_TAKEN', [
      { field: `tenders.${points.place}.method`, message: 'Pay otherwise.' },
    ])
  }
  const [firstCredit] = credits
  await Promise.all([
    cards.length > 0 ? redeemCards(context, { source, currency, businessDate, tenders: cards }) : undefined,
    firstCredit &&
      moveCredit(context, {
        ...{ source, currency, businessDate, kind: 'redeem', field: `tenders.${firstCredit.place}.amount` },
        customerId: mustHave(customerId, `tenders.${firstCredit.place}.method`),
        amount: -credits.reduce((sum, { amount }) => sum + amount, 0),
      }),
  ])
}

export type ValueToGiveBack = {
  /** The sale that was paid, and the credit note. */
  paidForId: string
  source: { entity: string; id: string }
  currency: string
  customerId: string | null
  businessDate: string
  shares: readonly { method: string; amount: number }[]
}

/**
 * Gives back what the shares name, to the cards and the account they came from; store credit may also take the place
 * of money. Refuses STORED_VALUE_NEEDS_CUSTOMER naming `refunds`.
 */
export async function giveBackStoredValue(context: Context, refund: ValueToGiveBack): Promise<void> {
  const { paidForId, source, currency, businessDate, customerId, shares } = refund
  const sumOf = (wanted: StoredMethod) =>
    shares.reduce((sum, { method, amount }) => sum + (method === wanted ? amount : 0), 0)
  const [cards, credit] = [sumOf('gift_card'), sumOf('store_credit')]
  await Promise.all([
    cards > 0 ? giveBackToCards(context, { paidForId, source, currency, businessDate, amount: cards }) : undefined,
    credit > 0
      ? moveCredit(context, {
          ...{ source, currency, businessDate, kind: 'refund', field: 'refunds', amount: credit },
          customerId: mustHave(customerId, 'refunds'),
        })
      : undefined,
  ])
}

function mustHave(customerId: string | null, field: string): string {
  if (customerId !== null) return customerId
  throw loyaltyRefusals.refuse('STORED_VALUE_NEEDS_CUSTOMER', [{ field, message: 'Name a customer.' }])
}
