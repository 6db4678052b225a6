/** Loads what open bank lines may be, and guesses. */
import type { Context } from '#kernel'
import type { Item } from '../open-item/match.rules.ts'
import {
  type KnownPayment,
  keyOf,
  type LearnedParty,
  type Line,
  numbersIn,
  type Suggestion,
  suggest,
} from './suggest.rules.ts'

export type GuessedLine = { line: Line; currency: string; suggestion: Suggestion | undefined }

/** The open lines of a bank account, those booked first, at most 200, or one of them, each with the best guess. */
export async function guessLines(
  context: Context,
  { bankAccountId, lineId }: { bankAccountId: string; lineId?: string },
): Promise<GuessedLine[]> {
  const { sql, companyId } = context
  const rows = await sql<(Line & { currency: string })[]>`
    select id, booked_on as "bookedOn", amount_amount as amount, amount_currency as currency, text, party, reference
    from finance.bank_line
    where company_id = ${companyId} and bank_account_id = ${bankAccountId} and status = 'open'
      ${lineId ? sql`and id = ${lineId}` : sql``}
    order by booked_on, id limit 200`
  if (rows.length === 0) return []
  const learned = await learnedParties(context, rows)
  const [items, payments] = await Promise.all([
    itemsFor(context, rows, [...learned.values()]),
    paymentsFor(context, bankAccountId, rows),
  ])
  // What one line takes is not offered to the next.
  const taken = new Set<string>()
  return rows.map(({ currency, ...line }) => {
    const suggestion = suggest(line, {
      items: items.filter(({ id, currency: of }) => of === currency && !taken.has(id)),
      payments: payments.filter(({ id }) => !taken.has(id)),
      learned,
    })
    for (const id of [suggestion?.paymentId ?? [], suggestion?.itemIds ?? []].flat()) taken.add(id)
    return { line, currency, suggestion }
  })
}

async function learnedParties({ sql, companyId }: Context, lines: readonly Line[]): Promise<Map<string, LearnedParty>> {
  const keys = [...new Set(lines.map(keyOf))]
  const rows = await sql<LearnedParty[]>`
    select key, case when customer_id is null then 'payable' else 'receivable' end as side,
      coalesce(customer_id, vendor_id) as "partyId"
    from finance.bank_rule where company_id = ${companyId} and key = any(${keys})`
  return new Map(rows.map((row) => [row.key, row]))
}

async function itemsFor(
  { sql, companyId }: Context,
  lines: readonly Line[],
  learned: readonly LearnedParty[],
): Promise<Item[]> {
  const amounts = lines.map(({ amount }) => amount)
  const numbers = [...new Set(lines.flatMap(numbersIn))]
  const parties = learned.map(({ partyId }) => partyId)
  return await sql<Item[]>`
    select id, side, coalesce(customer_id, vendor_id) as "partyId", amount_currency as currency, number,
      issued_on as "issuedOn", due_on as "dueOn", open_amount as open
    from finance.open_item
    where company_id = ${companyId} and settled_on is null
      and (open_amount = any(${amounts}::bigint[]) or upper(number) = any(${numbers})
        or coalesce(customer_id, vendor_id) = any(${parties}::uuid[]))
    order by due_on, id limit 2000`
}

async function paymentsFor(
  { sql, companyId }: Context,
  bankAccountId: string,
  lines: readonly Line[],
): Promise<KnownPayment[]> {
  const amounts = lines.map(({ amount }) => Math.abs(amount))
  return await sql<KnownPayment[]>`
    select p.id, p.number, p.paid_on as "paidOn",
      case p.direction when 'received' then p.amount_amount else -p.amount_amount end as amount
    from finance.payment_entry p
    join finance.bank_account b on b.company_id = p.company_id and b.account_id = p.account_id
    where p.company_id = ${companyId} and b.id = ${bankAccountId} and p.amount_amount = any(${amounts}::bigint[])
      and p.reverses_id is null and not exists (
        select 1 from finance.payment_entry r where r.company_id = p.company_id and r.reverses_id = p.id)
      and not exists (select 1 from finance.bank_line l where l.company_id = p.company_id and l.payment_id = p.id)
    order by p.paid_on, p.id limit 2000`
}
