import { settleTenders } from '#engines/tender'
import { type Context, refuse } from '#kernel'
import { postSale } from '../sale/post-sale.ts'
import type { HistoryRow } from './history.rules.ts'
import type { PastDocument } from './past-document.ts'
import { pastDraft } from './past-draft.ts'

/**
 * Posts an invoice of the past as a sale that was paid by other means. Refuses VALIDATION_FAILED for one below zero.
 */
export async function postPastSale(
  context: Context,
  past: PastDocument,
  lines: readonly HistoryRow[],
): Promise<{ id: string }> {
  const { shopId, businessDate, at, series } = past
  const draft = pastDraft(context, past, lines)
  if (draft.total < 0) {
    const message = 'The discounts are more than the goods. A sale does not come to less than nothing.'
    throw refuse('VALIDATION_FAILED', [{ field: 'quantity', message }])
  }
  const due = { amount: draft.total, currency: draft.currency }
  const tenders = draft.total > 0 ? [{ method: 'other' as const, amount: due, reference: lines[0]?.number }] : []
  const id = context.newId()
  await postSale(context, {
    ...{ id, draft, shopId, registerId: null, customerId: lines[0]?.customerId ?? null, businessDate, soldAt: at },
    ...{ tenders, change: settleTenders(draft.total, draft.currency, tenders).change, series: series('sale') },
    ...{ externalNumber: lines[0]?.number, country: lines[0]?.country },
  })
  return { id }
}
