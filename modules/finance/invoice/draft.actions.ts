/** Drafts of invoices: made, changed and thrown away. */
import {
  boolean,
  type Context,
  choice,
  date,
  defineAction,
  group,
  integer,
  link,
  list,
  money,
  note,
  refuse,
  text,
} from '#kernel'
import { taxCategory } from '#modules/catalog'
import { paymentTerm } from '#modules/companies'
import { customer } from '#modules/crm'
import { vendor } from '#modules/purchasing'
import { account } from '../account/account.entity.ts'
import { mustTakePostings, postableAccounts } from '../entry/postable-accounts.ts'
import { documentId } from '../open-item/matching.actions.ts'
import { financeRefusals } from '../refusals.ts'
import { invoice } from './invoice.entity.ts'
import { type InvoiceAnswer, invoiceAnswer, invoiceOf } from './invoice.queries.ts'
import { invoiceKinds } from './invoice-kinds.ts'
import { prepareInvoice } from './prepare-invoice.ts'
import { insertDraft, replaceDraft } from './write-invoice.ts'

const line = group(
  {
    description: text({ label: 'Description', required: true, max: 300 }),
    account: link({ label: 'Account', required: true, to: () => account }),
    taxCategory: link({
      label: 'Tax category',
      help: 'Without one it is outside the scope of tax',
      to: () => taxCategory,
    }),
    amount: money({ label: 'Amount', required: true }),
    tax: money({ label: 'Tax', help: 'As the document of a vendor says it' }),
  },
  { required: true },
)
const header = {
  customer: link({ label: 'Customer', to: () => customer }),
  vendor: link({ label: 'Vendor', to: () => vendor }),
  vendorNumber: text({ label: "Vendor's number", max: 64 }),
  issuedOn: date({ label: 'Date', help: 'Today in the time zone of the company unless told' }),
  paymentTerm: link({ label: 'Payment term', help: "The customer's or vendor's unless told", to: () => paymentTerm }),
  dueOn: date({ label: 'Due on', help: 'As the payment term says unless told' }),
  includesTax: boolean({ label: 'Amounts include tax' }),
  reference: text({ label: 'Reference', max: 100 }),
  note: note({ label: 'Note' }),
}
const lines = { label: 'Lines', min: 1, max: 500 } as const

export const createInvoice = defineAction('create', {
  label: 'New invoice',
  says: 'Makes a draft of an invoice or credit note. It is numbered and posted by `post`.',
  entity: () => invoice,
  path: '/finance/invoices',
  right: 'create',
  status: 201,
  input: {
    kind: choice(invoiceKinds, { label: 'Kind', required: true }),
    ...header,
    credits: link({ label: 'Credits', help: 'The invoice that it takes back', to: () => invoice }),
    lines: list(line, { ...lines, required: true }),
  },
  output: invoiceAnswer,
  refuses: [
    'REFERENCE_NOT_FOUND',
    'TAX_RATE_MISSING',
    'CURRENCY_MISMATCH',
    'ALREADY_EXISTS',
    'CONTROL_ACCOUNT',
    'ACCOUNT_ARCHIVED',
  ],
  emits: ['invoice.created'],
  example: {
    kind: 'customer_invoice',
    customerId: '01890a5d-ac96-774b-bcce-b302099a8057',
    lines: [
      {
        description: 'Consulting in November',
        accountId: '01890a5d-ac96-774b-bcce-b302099a8058',
        amount: { amount: 120_000, currency: 'GBP' },
      },
    ],
  },
  run: async (context, input) => {
    const [draft, accounts] = await Promise.all([
      prepareInvoice(context, input),
      postableAccounts(context, input.lines),
    ])
    mustTakePostings(input.lines, accounts)
    const id = context.newId()
    await insertDraft(context, id, draft)
    return told(context, 'created', await invoiceOf(context, id))
  },
})

export const changeInvoice = defineAction('update', {
  label: 'Change invoice',
  says: 'Changes what is named of a draft; lines are replaced together. A posted invoice never changes.',
  entity: () => invoice,
  method: 'PATCH',
  path: '/finance/invoices/:id',
  right: 'update',
  input: {
    id: documentId,
    version: integer({ label: 'Version', help: 'The one that was read', min: 1 }),
    ...header,
    lines: list(line, lines),
  },
  output: invoiceAnswer,
  refuses: [
    'NOT_FOUND',
    'VERSION_CONFLICT',
    'INVOICE_POSTED',
    'REFERENCE_NOT_FOUND',
    'TAX_RATE_MISSING',
    'CURRENCY_MISMATCH',
    'ALREADY_EXISTS',
    'CONTROL_ACCOUNT',
    'ACCOUNT_ARCHIVED',
  ],
  emits: ['invoice.updated'],
  example: { reference: 'PO 4711' },
  run: async (context, { id, version, ...changes }) => {
    const before = await lockDraft(context, id, version)
    const request = { ...asRequest(before), ...given(changes) }
    if ((changes.issuedOn !== undefined || changes.paymentTermId !== undefined) && changes.dueOn === undefined) {
      request.dueOn = undefined
    }
    const [draft, accounts] = await Promise.all([
      prepareInvoice(context, request),
      postableAccounts(context, request.lines),
    ])
    mustTakePostings(request.lines, accounts)
    await replaceDraft(context, id, draft)
    return told(context, 'updated', await invoiceOf(context, id))
  },
})

export const removeInvoice = defineAction('delete', {
  isDangerous: true,
  label: 'Delete invoice',
  says: 'Throws a draft away. A posted invoice stays; a credit note cancels it.',
  entity: () => invoice,
  method: 'DELETE',
  path: '/finance/invoices/:id',
  right: 'delete',
  input: { id: documentId },
  output: { id: documentId },
  refuses: ['NOT_FOUND', 'INVOICE_POSTED'],
  emits: ['invoice.deleted'],
  run: async (context, { id }) => {
    const before = await lockDraft(context, id)
    const { sql, companyId } = context
    await sql`delete from finance.invoice_line where company_id = ${companyId} and invoice_id = ${id}`
    await sql`delete from finance.invoice where company_id = ${companyId} and id = ${id}`
    context.emit('invoice.deleted', { entity: 'finance.invoice', id, version: before.version + 1, data: { before } })
    return { id }
  },
})

/** The draft, locked. Refuses NOT_FOUND, INVOICE_POSTED, and VERSION_CONFLICT where another version was read. */
export async function lockDraft(context: Context, id: string, version?: number): Promise<InvoiceAnswer> {
  const { sql, companyId } = context
  await sql`select from finance.invoice where company_id = ${companyId} and id = ${id} for update`
  const found = await invoiceOf(context, id)
  if (found.status !== 'draft') throw financeRefusals.refuse('INVOICE_POSTED')
  if (version !== undefined && version !== found.version) {
    throw refuse('VERSION_CONFLICT', [{ field: 'version', message: `is ${found.version} now`, current: found.version }])
  }
  return found
}

/** A stored draft as it would be asked for again. */
function asRequest({ lines: stored, ...draft }: InvoiceAnswer) {
  const isVendors = draft.vendorId !== null
  return {
    ...draft,
    dueOn: draft.dueOn as string | undefined,
    lines: stored.map(({ description, accountId, taxCategoryId, amount, tax }) => ({
      ...{ description, accountId, amount, taxCategoryId: taxCategoryId ?? undefined },
      ...(isVendors ? { tax } : {}),
    })),
  }
}

/** Without what was not named, so that it stays as it was. */
const given = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

function told(context: Context, what: 'created' | 'updated', after: InvoiceAnswer): InvoiceAnswer {
  const { id, version } = after
  context.emit(`invoice.${what}`, { entity: 'finance.invoice', id, version, data: { after } })
  return after
}
