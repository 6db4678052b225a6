/** Posts a cancellation of the past: against the sales that it takes back from as far as they are found. */
import type { DraftLine } from '#engines/sale'
import { addDecimal, type Context, type Decimal } from '#kernel'
import { type RefundShare, recordPayout, recordRefund, type Source } from '#modules/payments'
import { type Claimed, claimReturn } from '../credit-note/claim.ts'
import { type CreditLine, postCreditNote } from '../credit-note/post-credit-note.ts'
import { type Posted, shareOf, taxesOf } from '../credit-note/return.rules.ts'
import { taxTotalsOf } from '../credit-note/tax-totals.ts'
import { type Candidate, type HistoryRow, type Match, matchReturns, type Note } from './history.rules.ts'
import type { PastDocument } from './past-document.ts'
import { pastDraft } from './past-draft.ts'

type SoldLine = Candidate & Posted & { saleId: string }

/** Answers the credit note's id. */
export async function postPastReturn(
  context: Context,
  past: PastDocument,
  rows: readonly HistoryRow[],
  note: Note,
): Promise<{ id: string }> {
  const { shopId, businessDate, at, series } = past
  const draft = pastDraft(context, past, rows)
  const matches = matchReturns(rows, await candidatesOf(context, past, rows), note)
  const claimed = await claimAll(context, matches)
  const lines = matches.map((match, index) => creditLine(draft.lines[index], match, claimed))
  const saleIds = new Set(matches.map(({ candidate }) => candidate?.saleId ?? null))
  const [onlySale = null] = saleIds
  const id = context.newId()
  const { currency } = draft
  await postCreditNote(context, {
    ...{ id, saleId: saleIds.size === 1 ? onlySale : null, currency, shopId, registerId: null },
    ...{ customerId: rows[0]?.customerId ?? null, businessDate, returnedAt: at, lines },
    ...{ taxes: taxTotalsOf(lines, currency), series: series('credit_note'), externalNumber: rows[0]?.number },
    payBack: () => payBack(context, { source: { entity: 'sales.creditNote', id }, shopId, currency, lines, matches }),
  })
  return { id }
}

/** Lines of earlier sales to the customer that may be meant, the latest first. */
async function candidatesOf({ sql, companyId }: Context, past: PastDocument, rows: readonly HistoryRow[]) {
  const customerId = rows[0]?.customerId
  if (customerId === undefined) return []
  return sql<SoldLine[]>`
    select l.id as "saleLineId", l.sale_id as "saleId", l.sku, l.unit_price_amount as "unitPrice", l.quantity,
      l.quantity - coalesce(r.returned, 0) as left, l.net_amount as net, l.tax_amount as tax, l.gross_amount as gross,
      coalesce(l.discount_amount, 0) as discount, l.taxes
    from sales.sale s
      join sales.sale_line l on l.company_id = s.company_id and l.sale_id = s.id
      left join sales.line_return r on r.company_id = l.company_id and r.sale_line_id = l.id
    where s.company_id = ${companyId} and s.customer_id = ${customerId} and s.shop_id = ${past.shopId}
      and s.sold_at <= ${past.at} and s.net_currency = ${past.settings.currency}
      and l.sku = any(${rows.map(({ code }) => code)}::text[]) and l.quantity > coalesce(r.returned, 0) and l.factor = 1
    order by s.sold_at desc, l.position limit 10000`
}

type Returned = Map<string, Claimed>

/** Claims what is taken back of each sold line once, however many lines of the document take from it. */
async function claimAll(context: Context, matches: readonly Match<SoldLine>[]): Promise<Returned> {
  const totals = new Map<string, Decimal>()
  for (const { row, candidate } of matches) {
    if (!candidate) continue
    totals.set(candidate.saleLineId, addDecimal(totals.get(candidate.saleLineId) ?? '0', row.quantity))
  }
  if (totals.size === 0) return new Map()
  const claims = [...totals].map(([saleLineId, quantity]) => ({ saleLineId, quantity }))
  return claimReturn(context, claims)
}

/** A line's own figures, or its share of the sold line; each share goes on where the one before it ended. */
function creditLine(line: DraftLine | undefined, { candidate }: Match<SoldLine>, claimed: Returned): CreditLine {
  if (!line) throw new Error('a line of the document was not priced')
  const {
    unitPrice: _price,
    includesTax: _includes,
    priceStep: _step,
    priceList: _list,
    priceReason: _reason,
    promotions: _promotions,
    ...own
  } = line
  const { decimals: _decimals, ...kept } = own
  const common = { ...kept, restocked: line.stocked, reason: 'Cancelled' }
  const range = candidate && claimed.get(candidate.saleLineId)
  if (!candidate || !range) return { ...common, saleLineId: null }
  const after = addDecimal(range.before, line.quantity)
  const { heads, ...share } = shareOf(candidate, range.before, after)
  claimed.set(candidate.saleLineId, { before: after, after: range.after })
  return {
    ...common,
    saleLineId: candidate.saleLineId,
    ...share,
    taxes: taxesOf(candidate, { ...share, ...(heads ? { heads } : {}) }),
  }
}

type PayBack = {
  source: Source
  shopId: string
  currency: string
  lines: readonly CreditLine[]
  matches: readonly Match<SoldLine>[]
}

/** Each sale's payment gives back its part; what belongs to no sale is paid out by other means. */
async function payBack(
  context: Context,
  { source, shopId, currency, lines, matches }: PayBack,
): Promise<RefundShare[]> {
  const parts = new Map<string | null, number>()
  for (const [index, { candidate }] of matches.entries()) {
    const key = candidate?.saleId ?? null
    parts.set(key, (parts.get(key) ?? 0) + (lines[index]?.gross ?? 0))
  }
  const shares: RefundShare[] = []
  for (const [saleId, amount] of [...parts].sort(bySale)) {
    if (saleId === null) {
      const other = [{ method: 'other' as const, amount }].filter((share) => share.amount > 0)
      await recordPayout(context, { source, currency, shopId, shares: other })
      shares.push(...other)
    } else {
      shares.push(
        ...(await recordRefund(context, { paidFor: { entity: 'sales.sale', id: saleId }, source, currency, amount })),
      )
    }
  }
  return sumByMethod(shares)
}

/** Payments are taken in the order of their sales, so that two cancellations do not wait for each other. */
const bySale = ([a]: [string | null, number], [b]: [string | null, number]): number => ((a ?? '') < (b ?? '') ? -1 : 1)

function sumByMethod(shares: readonly RefundShare[]): RefundShare[] {
  const sums = new Map<RefundShare['method'], number>()
  for (const { method, amount } of shares) sums.set(method, (sums.get(method) ?? 0) + amount)
  return [...sums].map(([method, amount]) => ({ method, amount }))
}
