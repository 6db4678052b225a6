/** What becomes of a draft: it is posted, and cancelled by a credit note where it was wrong. */
import { type Context, date, defineAction, fiscalYearOf, text } from '#kernel'
import { companySettings } from '#modules/companies'
import { today } from '../entry/post-entry.ts'
import { itemOf } from '../open-item/items.queries.ts'
import { matchItems } from '../open-item/match-items.ts'
import { documentId } from '../open-item/matching.actions.ts'
import { financeRefusals } from '../refusals.ts'
import { creditOf } from './credit-of.ts'
import { lockDraft } from './draft.actions.ts'
import { invoice } from './invoice.entity.ts'
import { type InvoiceAnswer, invoiceAnswer, invoiceOf } from './invoice.queries.ts'
import { invoiceFacts } from './invoice-kinds.ts'
import { postInvoice } from './post-invoice.ts'
import { insertDraft } from './write-invoice.ts'

export const postInvoiceAction = defineAction('post', {
  label: 'Post invoice',
  says: 'Numbers a draft, posts its entry and opens it for payment. From then on it never changes.',
  entity: () => invoice,
  path: '/finance/invoices/:id/post',
  input: { id: documentId },
  output: invoiceAnswer,
  refuses: ['NOT_FOUND', 'INVOICE_POSTED', 'PERIOD_LOCKED', 'CONTROL_ACCOUNT', 'ACCOUNT_ARCHIVED'],
  emits: ['invoice.posted'],
  example: {},
  run: async (context, { id }) => {
    await postInvoice(context, await lockDraft(context, id))
    return told(context, 'posted', await invoiceOf(context, id))
  },
})

export const cancelInvoice = defineAction('cancel', {
  isDangerous: true,
  label: 'Cancel invoice',
  says:
    'Posts a credit note over the whole invoice and sets it against what is open of it. ' +
    'What was paid stays a credit.',
  entity: () => invoice,
  path: '/finance/invoices/:id/cancel',
  status: 201,
  input: {
    id: documentId,
    issuedOn: date({ label: 'Date', help: 'Of the credit note; today unless told' }),
    reference: text({ label: 'Reference', max: 100 }),
  },
  output: invoiceAnswer,
  refuses: ['NOT_FOUND', 'INVOICE_NOT_POSTED', 'PERIOD_LOCKED', 'CONTROL_ACCOUNT', 'ACCOUNT_ARCHIVED'],
  emits: ['invoice.created', 'invoice.posted', 'invoice.cancelled', 'matching.created'],
  example: { reference: 'Billed twice' },
  run: async (context, { id, issuedOn, reference }) => {
    const { sql, companyId } = context
    await sql`select from finance.invoice where company_id = ${companyId} and id = ${id} for update`
    const before = await invoiceOf(context, id)
    if (before.status !== 'posted' || invoiceFacts[before.kind].item === 'credit') {
      throw financeRefusals.refuse('INVOICE_NOT_POSTED')
    }
    const credit = await creditInFull(context, before, {
      issuedOn: issuedOn ?? (await today(context)),
      reference: reference ?? before.number,
    })
    await markCancelled(context, id, credit.id)
    told(context, 'cancelled', await invoiceOf(context, id))
    return credit
  },
})

/** Writes and posts the credit note, with the invoice's own figures, and matches it. */
async function creditInFull(
  context: Context,
  before: InvoiceAnswer,
  { issuedOn, reference }: { issuedOn: string; reference: string | null },
): Promise<InvoiceAnswer> {
  const id = context.newId()
  const { id: creditsId } = before
  const { fiscalYearStartMonth } = await companySettings(context)
  await insertDraft(context, id, {
    ...creditOf(before, context.newId),
    ...{ issuedOn, dueOn: issuedOn, fiscalYear: fiscalYearOf(issuedOn, fiscalYearStartMonth), reference },
  })
  const draft = told(context, 'created', await invoiceOf(context, id))
  const { itemId } = await postInvoice(context, draft)
  const item = await itemOf(context, { entity: 'finance.invoice', id: creditsId })
  if (item && item.open !== 0) {
    const [debitId, creditId] = item.open > 0 ? [item.id, itemId] : [itemId, item.id]
    await matchItems(context, [{ debitId, creditId }])
  }
  return told(context, 'posted', await invoiceOf(context, id))
}

async function markCancelled({ sql, companyId, now }: Context, id: string, creditId: string): Promise<void> {
  await sql`
    update finance.invoice set status = 'cancelled', cancelled_by_id = ${creditId}, version = version + 1,
      updated_at = ${now}
    where company_id = ${companyId} and id = ${id} and status = 'posted'`
}

function told(context: Context, what: 'created' | 'posted' | 'cancelled', after: InvoiceAnswer): InvoiceAnswer {
  const { id, version } = after
  context.emit(`invoice.${what}`, { entity: 'finance.invoice', id, version, data: { after } })
  return after
}
