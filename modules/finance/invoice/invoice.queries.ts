/** One invoice with its lines and what is open of it. */
import { type Context, date, defineAction, group, integer, list, type Money, money, refuse, text } from '#kernel'
import { documentId } from '../open-item/matching.actions.ts'
import { invoice } from './invoice.entity.ts'
import type { TaxTotal } from './invoice.rules.ts'
import type { InvoiceKind } from './invoice-kinds.ts'

const lineAnswer = group({
  ...{ id: text({ required: true }), position: integer({ required: true }), description: text({ required: true }) },
  ...{ accountId: text({ required: true }), accountCode: text({ required: true }), accountName: text() },
  ...{ taxCategoryId: text(), taxCode: text() },
  ...{ amount: money({ required: true }), net: money({ required: true }), tax: money({ required: true }) },
})

const matchOfInvoice = group({
  ...{ id: text({ required: true }), number: text({ required: true }), itemId: text({ required: true }) },
  ...{ sourceEntity: text({ required: true }), sourceId: text({ required: true }) },
  ...{ matchedOn: date({ required: true }), amount: money({ required: true }) },
})

/** The answer's shape, for docs and clients. */
export const invoiceAnswer = {
  id: documentId,
  version: integer({ required: true }),
  ...invoice.fields,
  open: money({ required: true, help: 'Above zero, whichever side it is on' }),
  openItemId: text(),
  entryId: text(),
  lines: list(lineAnswer, { max: 500, required: true }),
  matches: list(matchOfInvoice, { max: 500, required: true, help: 'Those that hold' }),
}

type LineAnswer = {
  id: string
  position: number
  description: string
  accountId: string
  accountCode: string
  accountName: string
  taxCategoryId: string | null
  taxCode: string | null
  amount: Money
  net: Money
  tax: Money
}
type MatchAnswer = {
  id: string
  number: string
  itemId: string
  sourceEntity: string
  sourceId: string
  matchedOn: string
  amount: Money
}
export type InvoiceAnswer = {
  id: string
  version: number
  kind: InvoiceKind
  number: string | null
  status: 'draft' | 'posted' | 'cancelled'
  customerId: string | null
  vendorId: string | null
  vendorNumber: string | null
  issuedOn: string
  paymentTermId: string | null
  dueOn: string
  fiscalYear: string
  includesTax: boolean
  net: Money
  tax: Money
  total: Money
  taxes: TaxTotal[]
  reference: string | null
  note: string | null
  creditsId: string | null
  cancelledById: string | null
  postedAt: string | null
  open: Money
  openItemId: string | null
  entryId: string | null
  lines: LineAnswer[]
  matches: MatchAnswer[]
}

export const readInvoice = defineAction('read', {
  label: 'Invoice',
  says: 'Reads one invoice with its lines, what is open of it and what it is matched with.',
  entity: () => invoice,
  method: 'GET',
  path: '/finance/invoices/:id',
  input: { id: documentId },
  output: invoiceAnswer,
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => invoiceOf(context, id),
})

type Header = Omit<InvoiceAnswer, 'lines' | 'matches' | 'net' | 'tax' | 'total' | 'open'> & {
  net: number
  tax: number
  total: number
  open: number | null
  currency: string
}

/** The invoice, in one round trip. Refuses NOT_FOUND alike for missing and foreign ids. */
export async function invoiceOf(context: Context, id: string): Promise<InvoiceAnswer> {
  const [[found], lines, matches] = await Promise.all([
    headerOf(context, id),
    linesOf(context, id),
    matchesOf(context, id),
  ])
  if (!found) throw refuse('NOT_FOUND')
  const { currency, net, tax, total, open, ...header } = found
  const inMoney = (amount: number) => ({ amount, currency })
  return {
    ...header,
    ...{ net: inMoney(net), tax: inMoney(tax), total: inMoney(total) },
    open: inMoney(open ?? (header.status === 'draft' ? total : 0)),
    lines,
    matches,
  }
}

const headerOf = ({ sql, companyId }: Context, id: string) => sql<Header[]>`
  select v.id, v.version, v.kind, v.number, v.status, v.customer_id as "customerId", v.vendor_id as "vendorId",
    v.vendor_number as "vendorNumber", v.issued_on as "issuedOn", v.payment_term_id as "paymentTermId",
    v.due_on as "dueOn", v.fiscal_year as "fiscalYear", v.includes_tax as "includesTax", v.net_amount as net,
    v.tax_amount as tax, v.total_amount as total, v.total_currency as currency, v.taxes, v.reference, v.note,
    v.credits_id as "creditsId", v.cancelled_by_id as "cancelledById", v.posted_at as "postedAt",
    abs(i.open_amount) as open, i.id as "openItemId", (
      select e.id from finance.journal_entry e
      where e.company_id = v.company_id and e.source_id = v.id::text and e.kind = 'invoice' limit 1) as "entryId",
    v.created_at as "createdAt", v.updated_at as "updatedAt"
  from finance.invoice v
  left join finance.open_item i on i.company_id = v.company_id and i.source_entity = 'finance.invoice'
    and i.source_id = v.id::text
  where v.company_id = ${companyId} and v.id = ${id}`

const linesOf = async ({ sql, companyId }: Context, id: string): Promise<LineAnswer[]> =>
  await sql<LineAnswer[]>`
  select l.id, l.position, l.description, l.account_id as "accountId", a.code as "accountCode", a.name as "accountName",
    l.tax_category_id as "taxCategoryId", l.tax_code as "taxCode",
    jsonb_build_object('amount', l.amount_amount, 'currency', l.amount_currency) as amount,
    jsonb_build_object('amount', l.net_amount, 'currency', l.net_currency) as net,
    jsonb_build_object('amount', l.tax_amount, 'currency', l.tax_currency) as tax
  from finance.invoice_line l join finance.account a on a.company_id = l.company_id and a.id = l.account_id
  where l.company_id = ${companyId} and l.invoice_id = ${id} order by l.position`

/** Matches that were not taken back, with the document on the other side. */
const matchesOf = async ({ sql, companyId }: Context, id: string): Promise<MatchAnswer[]> =>
  await sql<MatchAnswer[]>`
  select m.id, o.number, o.id as "itemId", o.source_entity as "sourceEntity", o.source_id as "sourceId",
    m.matched_on as "matchedOn", jsonb_build_object('amount', m.amount_amount, 'currency', m.amount_currency) as amount
  from finance.open_item i
  join finance.matching m on m.company_id = i.company_id and (m.debit_id = i.id or m.credit_id = i.id)
    and m.undoes_id is null
  join finance.open_item o on o.company_id = i.company_id
    and o.id = case when m.debit_id = i.id then m.credit_id else m.debit_id end
  where i.company_id = ${companyId} and i.source_entity = 'finance.invoice' and i.source_id = ${id}
    and not exists (select 1 from finance.matching u where u.company_id = m.company_id and u.undoes_id = m.id)
  order by m.id limit 500`
