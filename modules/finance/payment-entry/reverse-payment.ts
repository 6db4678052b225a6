/** Takes a payment back, inside the caller's transaction. */
import { type Context, refuse } from '#kernel'
import { today } from '../entry/post-entry.ts'
import type { Item, WantedMatch } from '../open-item/match.rules.ts'
import { matchItems } from '../open-item/match-items.ts'
import { undoMatches } from '../open-item/matching.actions.ts'
import { financeRefusals } from '../refusals.ts'
import { type PaymentAnswer, paymentEntryOf } from './payment-entry.queries.ts'
import { postPayment } from './post-payment.ts'

/**
 * Undoes the matches of a payment and posts its opposite. Refuses NOT_FOUND, PAYMENT_REVERSED for one that is reversed
 * or reverses another, and PERIOD_LOCKED.
 */
export async function reverseOf(
  context: Context,
  id: string,
  { paidOn, reference }: { paidOn?: string | undefined; reference?: string | undefined },
): Promise<PaymentAnswer> {
  const before = await paymentEntryOf(context, id)
  if (before.reversesId !== null || before.reversedById !== null) throw financeRefusals.refuse('PAYMENT_REVERSED')
  const { side, partyId } = partyOf(before)
  const { direction, amount, accountId, number, matches, openItemId } = before
  await undoMatches(
    context,
    matches.map((each) => each.id),
  )
  const reversal = await postPayment(context, {
    ...{ direction: direction === 'received' ? 'made' : 'received', side, partyId, accountId, reversesId: id },
    ...{ amount: amount.amount, currency: amount.currency, reference: reference ?? number },
    paidOn: paidOn ?? (await today(context)),
  })
  await matchItems(context, [pairOf(reversal.item, openItemId ?? '')])
  return told(context, await paymentEntryOf(context, reversal.id))
}

/** Refuses VALIDATION_FAILED where not exactly one of customer and vendor is named. */
export function partyOf({ customerId, vendorId }: { customerId?: string | null; vendorId?: string | null }) {
  if (customerId && !vendorId) return { side: 'receivable', partyId: customerId } as const
  if (vendorId && !customerId) return { side: 'payable', partyId: vendorId } as const
  throw refuse('VALIDATION_FAILED', [{ field: 'customerId', message: 'Name a customer or a vendor, not both.' }])
}

/** The item and another one, each on its side. */
export const pairOf = (item: Item, other: string): WantedMatch =>
  item.open > 0 ? { debitId: item.id, creditId: other } : { debitId: other, creditId: item.id }

/** Tells the log of a payment, and answers it. */
export function told(context: Context, after: PaymentAnswer): PaymentAnswer {
  const { id, version } = after
  context.emit('payment_entry.created', { entity: 'finance.paymentEntry', id, version, data: { after } })
  return after
}
