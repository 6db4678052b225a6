/** Posts an invoice: its number, its entry and its open item, inside the caller's transaction. */
import type { Context } from '#kernel'
import { accountFor, accountsByRole } from '../account/ensure-accounts.ts'
import { postToOpenPeriod } from '../entry/post-entry.ts'
import { mustTakePostings, postableAccounts } from '../entry/postable-accounts.ts'
import { nextDocumentNumber } from '../numbering/next-document-number.ts'
import { addItems } from '../open-item/add-item.ts'
import type { InvoiceAnswer } from './invoice.queries.ts'
import { amountsOfInvoice } from './invoice.rules.ts'
import { invoiceFacts } from './invoice-kinds.ts'

/**
 * Posts a draft that the caller has locked, and answers its open item. Refuses PERIOD_LOCKED, and CONTROL_ACCOUNT and
 * ACCOUNT_ARCHIVED for an account that no longer takes postings.
 */
export async function postInvoice(context: Context, draft: InvoiceAnswer): Promise<{ itemId: string; number: string }> {
  const { id, kind, customerId, vendorId, issuedOn, dueOn, total, lines } = draft
  const { side, sign, item, name } = invoiceFacts[kind]
  const [accounts, postable, number] = await Promise.all([
    accountsByRole(context),
    postableAccounts(context, lines),
    numberInvoice(context, draft),
  ])
  mustTakePostings(lines, postable)
  const amounts = amountsOfInvoice(kind, { total: total.amount, lines: lines.map(ledgerFacts) })
  const itemId = context.newId()
  const memo = `${name} ${number}${draft.vendorNumber ? ` (${draft.vendorNumber})` : ''}`
  await postToOpenPeriod(
    context,
    {
      ...{ kind: 'invoice', memo, source: 'finance.invoice', sourceId: id, date: issuedOn },
      lines: amounts.map(({ amount, ...on }) => ({
        accountId: 'role' in on ? accountFor(on.role, accounts) : on.accountId,
        ...{ debit: Math.max(amount, 0), credit: Math.max(-amount, 0), currency: total.currency, customerId },
      })),
    },
    'issuedOn',
  )
  await addItems(context, [
    {
      ...{ id: itemId, side, kind: item, partyId: customerId ?? vendorId ?? '', number, issuedOn, dueOn },
      ...{ source: { entity: 'finance.invoice', id }, amount: sign * total.amount, currency: total.currency },
    },
  ])
  return { itemId, number }
}

const ledgerFacts = ({ accountId, net, tax }: InvoiceAnswer['lines'][number]) => ({
  accountId,
  net: net.amount,
  tax: tax.amount,
})

async function numberInvoice(context: Context, { id, kind, fiscalYear }: InvoiceAnswer): Promise<string> {
  const { sql, companyId, now } = context
  const [row] = await sql<{ number: string }[]>`
    with numbered as (${nextDocumentNumber(context, { kind, fiscalYear })})
    update finance.invoice v set number = numbered.number, status = 'posted', posted_at = ${now},
      version = v.version + 1, updated_at = ${now}
    from numbered where v.company_id = ${companyId} and v.id = ${id} and v.status = 'draft'
    returning v.number`
  if (!row) throw new Error('a draft went away while it was locked')
  return row.number
}
