/** Makes a bank line the payment that it is. */
import { type Context, refuse } from '#kernel'
import { openItemsOf } from '../open-item/items.queries.ts'
import { spread } from '../open-item/match.rules.ts'
import { matchItems } from '../open-item/match-items.ts'
import type { Side } from '../open-item/open-item.entity.ts'
import { paymentEntryOf } from '../payment-entry/payment-entry.queries.ts'
import { postPayment } from '../payment-entry/post-payment.ts'
import { keyOf, type Line } from './suggest.rules.ts'

export type LineToAccept = Line & { currency: string; accountId: string; status: string; bankAccountId: string }
export type Accepted = { paymentId: string } | { side: Side; partyId: string; itemIds: readonly string[] }

/** The line with its bank account's ledger account, locked. Refuses NOT_FOUND. */
export async function lockLine({ sql, companyId }: Context, id: string): Promise<LineToAccept> {
  const [row] = await sql<LineToAccept[]>`
    select l.id, l.bank_account_id as "bankAccountId", l.booked_on as "bookedOn", l.amount_amount as amount,
      l.amount_currency as currency, l.text, l.party, l.reference, l.status, b.account_id as "accountId"
    from finance.bank_line l
    join finance.bank_account b on b.company_id = l.company_id and b.id = l.bank_account_id
    where l.company_id = ${companyId} and l.id = ${id} for update of l`
  if (!row) throw refuse('NOT_FOUND')
  return { ...row }
}

/**
 * Takes a recorded payment for the line, or records one on its day: for the items named, or for what is due first. The
 * name on the line is remembered for the party. The caller has locked an open line. Refuses as payments and matches do.
 */
export async function acceptLine(context: Context, line: LineToAccept, as: Accepted): Promise<string> {
  const paymentId = 'paymentId' in as ? as.paymentId : await recordFor(context, line, as)
  if (!('paymentId' in as)) await learn(context, line, as)
  const { sql, companyId, now } = context
  await sql`
    update finance.bank_line set status = 'matched', payment_id = ${paymentId},
      recorded = ${!('paymentId' in as)}, version = version + 1,
      updated_at = ${now}
    where company_id = ${companyId} and id = ${line.id}`
  context.emit('bank_line.matched', { entity: 'finance.bankLine', id: line.id, data: { line, paymentId } })
  return paymentId
}

async function recordFor(
  context: Context,
  line: LineToAccept,
  { side, partyId, itemIds }: Exclude<Accepted, { paymentId: string }>,
): Promise<string> {
  const { amount, currency, bookedOn: paidOn, accountId } = line
  const { id, item } = await postPayment(context, {
    ...{ direction: amount > 0 ? 'received' : 'made', side, partyId, paidOn, currency, accountId },
    ...{ amount: Math.abs(amount), reference: (line.reference ?? line.text).slice(0, 100) },
  })
  const open = await openItemsOf(context, { side, partyId, currency, isDebit: item.open < 0 })
  const named = itemIds.length > 0 ? open.filter((each) => itemIds.includes(each.id)) : open
  if (named.length < itemIds.length) {
    throw refuse('REFERENCE_NOT_FOUND', [{ field: 'items', message: 'The party has no such open items on this side.' }])
  }
  await matchItems(context, spread(item, named))
  const after = await paymentEntryOf(context, id)
  const { version } = after
  context.emit('payment_entry.created', { entity: 'finance.paymentEntry', id, version, data: { after } })
  return id
}

async function learn(
  context: Context,
  line: LineToAccept,
  { side, partyId }: { side: Side; partyId: string },
): Promise<void> {
  const { sql, companyId, now, newId } = context
  const key = keyOf(line)
  if (key.length < 3) return
  const [customerId, vendorId] = side === 'receivable' ? [partyId, null] : [null, partyId]
  await sql`
    insert into finance.bank_rule as r (company_id, id, created_at, updated_at, key, customer_id, vendor_id, times)
    values (${companyId}, ${newId()}, ${now}, ${now}, ${key}, ${customerId}, ${vendorId}, 1)
    on conflict (company_id, key) do update set times = r.times + 1, updated_at = ${now},
      customer_id = excluded.customer_id, vendor_id = excluded.vendor_id`
}
