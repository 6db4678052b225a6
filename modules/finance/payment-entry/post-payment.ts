/** Writes a payment: number, row, entry and open item, inside the caller's transaction. */
import { type CalendarDate, type Context, fiscalYearOf } from '#kernel'
import { companySettings } from '#modules/companies'
import { accountFor, accountsByRole } from '../account/ensure-accounts.ts'
import { postToOpenPeriod } from '../entry/post-entry.ts'
import { mustTakePostings, postableAccounts } from '../entry/postable-accounts.ts'
import { nextDocumentNumber } from '../numbering/next-document-number.ts'
import { addItems } from '../open-item/add-item.ts'
import type { Item } from '../open-item/match.rules.ts'
import type { ItemKind, Side } from '../open-item/open-item.entity.ts'
import type { Direction } from './payment-entry.entity.ts'

/** `amount` above zero, in minor units. */
export type PaymentToPost = {
  direction: Direction
  side: Side
  partyId: string
  paidOn: CalendarDate
  amount: number
  currency: string
  accountId: string
  reference: string | null
  reversesId?: string
}

/**
 * Posts the payment and answers it with its open item. Refuses PERIOD_LOCKED, REFERENCE_NOT_FOUND, CONTROL_ACCOUNT and
 * ACCOUNT_ARCHIVED for an account that takes no postings, and ALREADY_EXISTS for a second reversal.
 */
export async function postPayment(
  context: Context,
  payment: PaymentToPost,
): Promise<{ id: string; number: string; item: Item }> {
  const { direction, side, partyId, paidOn, amount, currency, accountId, reversesId } = payment
  const id = context.newId()
  const [settings, accounts, postable] = await Promise.all([
    companySettings(context),
    accountsByRole(context),
    postableAccounts(context, [{ accountId }]),
  ])
  mustTakePostings([{ accountId }], postable)
  const fiscalYear = fiscalYearOf(paidOn, settings.fiscalYearStartMonth)
  const number = await insertPayment(context, { ...payment, id, fiscalYear })
  const inBank = direction === 'received' ? amount : -amount
  const [bank, control] = [accountId, accountFor(side, accounts)]
  const line = (on: string, of: number) => ({
    ...{ accountId: on, debit: Math.max(of, 0), credit: Math.max(-of, 0), currency },
    customerId: side === 'receivable' ? partyId : null,
  })
  const memo = `${direction === 'received' ? 'Payment received' : 'Payment made'} ${number}`
  await postToOpenPeriod(
    context,
    {
      ...{ kind: 'payment', memo, source: 'finance.paymentEntry', sourceId: id, date: paidOn },
      lines: [line(bank, inBank), line(control, -inBank)],
    },
    'paidOn',
  )
  const kind: ItemKind = reversesId ? 'reversal' : 'payment'
  const item = { id: context.newId(), side, partyId, currency, number, issuedOn: paidOn, dueOn: paidOn }
  const source = { entity: 'finance.paymentEntry', id }
  await addItems(context, [{ ...item, kind, amount: -inBank, source }])
  return { id, number, item: { ...item, open: -inBank } }
}

type PaymentRow = PaymentToPost & { id: string; fiscalYear: string }

async function insertPayment(context: Context, row: PaymentRow): Promise<string> {
  const { sql, companyId, now } = context
  const { id, direction, side, partyId, paidOn, amount, currency, accountId, reference, reversesId = null } = row
  const kind = direction === 'received' ? 'payment_received' : 'payment_made'
  const [made] = await sql<{ number: string }[]>`
    with numbered as (${nextDocumentNumber(context, { kind, fiscalYear: row.fiscalYear })})
    insert into finance.payment_entry (company_id, id, created_at, updated_at, number, direction, customer_id,
      vendor_id, paid_on, amount_amount, amount_currency, account_id, reference, reverses_id)
    select ${companyId}, ${id}, ${now}, ${now}, number, ${direction}, ${side === 'receivable' ? partyId : null},
      ${side === 'payable' ? partyId : null}, ${paidOn}, ${amount}, ${currency}, ${accountId}, ${reference},
      ${reversesId}
    from numbered returning number`
  return made?.number ?? ''
}
