/** Brings together what an invoice depends on, in one round trip, and what it comes to. */

import type { RatesByCategory } from '#engines/tax'
import { businessDate, type CalendarDate, type Context, fiscalYearOf, type Money, msOf, refuse } from '#kernel'
import { ratesOfCategories } from '#modules/catalog'
import { companySettings, dueDate, paymentTermRule } from '#modules/companies'
import { customerOnAccount } from '#modules/crm'
import { vendorForDocument } from '#modules/purchasing'
import { draftInvoice, type InvoiceDraft, type LineRequest } from './invoice.rules.ts'
import { type InvoiceKind, invoiceFacts } from './invoice-kinds.ts'

/** What is asked for, whoever asks. */
export type InvoiceRequest = {
  kind: InvoiceKind
  customerId?: string | null | undefined
  vendorId?: string | null | undefined
  vendorNumber?: string | null | undefined
  issuedOn?: string | undefined
  paymentTermId?: string | null | undefined
  dueOn?: string | undefined
  includesTax?: boolean | undefined
  reference?: string | null | undefined
  note?: string | null | undefined
  creditsId?: string | null | undefined
  lines: readonly LineRequest[]
}

/** An invoice before it is written. */
export type PreparedInvoice = InvoiceDraft & {
  kind: InvoiceKind
  customerId: string | null
  vendorId: string | null
  vendorNumber: string | null
  issuedOn: CalendarDate
  paymentTermId: string | null
  dueOn: CalendarDate
  fiscalYear: string
  includesTax: boolean
  currency: string
  reference: string | null
  note: string | null
  creditsId: string | null
}

/**
 * Refuses VALIDATION_FAILED where it names no party or the wrong one, or is due before its date; REFERENCE_NOT_FOUND
 * for an unknown party or term; and as `draftInvoice` does.
 */
export async function prepareInvoice(context: Context, request: InvoiceRequest): Promise<PreparedInvoice> {
  const { kind, customerId = null, vendorId = null, creditsId = null, reference = null, note = null } = request
  const settings = await companySettings(context)
  const { currency, fiscalYearStartMonth, taxRounding } = settings
  const issuedOn = request.issuedOn ?? businessDate(msOf(context.now), settings.timeZone)
  const [buyer, seller, rates] = await Promise.all([
    customerId ? customerOnAccount(context, customerId) : undefined,
    vendorId ? vendorForDocument(context, vendorId) : undefined,
    ratesOfCategories(context, categoriesOf(request.lines), issuedOn),
    creditsId ? mustBeOfItsParty(context, request) : undefined,
  ])
  const party = buyer ?? seller
  mustNameItsParty(request)
  mustKnowCategories(request.lines, rates)
  const isCredit = invoiceFacts[kind].item === 'credit'
  const paymentTermId = request.paymentTermId === undefined && !isCredit ? party?.paymentTermId : request.paymentTermId
  const term = paymentTermId ? await paymentTermRule(context, paymentTermId) : undefined
  const dueOn = request.dueOn ?? dueDate(issuedOn, term)
  if (dueOn < issuedOn)
    throw refuse('VALIDATION_FAILED', [{ field: 'dueOn', message: `must not be before ${issuedOn}` }])
  const { includesTax = false, lines } = request
  const draft = draftInvoice({
    ...{ kind, lines, rates, currency, includesTax, date: issuedOn },
    ...{ rounding: taxRounding, newId: context.newId },
  })
  return {
    ...{ ...draft, kind, customerId, vendorId, vendorNumber: request.vendorNumber ?? null, issuedOn, dueOn },
    ...{ paymentTermId: paymentTermId ?? null, fiscalYear: fiscalYearOf(issuedOn, fiscalYearStartMonth) },
    ...{ includesTax, currency, reference, note, creditsId },
  }
}

const categoriesOf = (lines: readonly { taxCategoryId?: string | undefined; amount: Money }[]): string[] => [
  ...new Set(lines.flatMap(({ taxCategoryId }) => (taxCategoryId ? [taxCategoryId] : []))),
]

function mustKnowCategories(lines: readonly LineRequest[], rates: RatesByCategory): void {
  const details = lines.flatMap(({ taxCategoryId }, index) =>
    taxCategoryId === undefined || Object.hasOwn(rates, taxCategoryId)
      ? []
      : [{ field: `lines.${index}.taxCategoryId`, message: 'There is no such tax category.' }],
  )
  if (details.length > 0) throw refuse('REFERENCE_NOT_FOUND', details)
}

/** What a credit note takes back is a posted invoice of the same party. */
async function mustBeOfItsParty({ sql, companyId }: Context, request: InvoiceRequest): Promise<void> {
  const { creditsId = null, customerId = null, vendorId = null } = request
  const [row] = await sql`
    select from finance.invoice
    where company_id = ${companyId} and id = ${creditsId} and status <> 'draft'
      and kind in ('customer_invoice', 'vendor_invoice') and customer_id is not distinct from ${customerId}::uuid
      and vendor_id is not distinct from ${vendorId}::uuid`
  if (row && invoiceFacts[request.kind].item === 'credit') return
  const message = 'There is no such posted invoice of this customer or vendor for a credit note to take back.'
  throw refuse('REFERENCE_NOT_FOUND', [{ field: 'creditsId', message }])
}

function mustNameItsParty({ kind, customerId, vendorId, vendorNumber }: InvoiceRequest): void {
  const isReceivable = invoiceFacts[kind].side === 'receivable'
  const [named, other] = isReceivable ? ([customerId, vendorId] as const) : ([vendorId, customerId] as const)
  const fault = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message }])
  if (!named) throw fault(isReceivable ? 'customerId' : 'vendorId', 'is required for this kind')
  if (other) throw fault(isReceivable ? 'vendorId' : 'customerId', 'does not belong to this kind')
  if (isReceivable && vendorNumber) throw fault('vendorNumber', 'is for documents of vendors')
}
