/** Writes drafts of invoices: header and lines in one statement. */
import type { Context } from '#kernel'
import type { PreparedInvoice } from './prepare-invoice.ts'

/** Inserts a draft. Refuses ALREADY_EXISTS for a bill of a vendor that is there already in its fiscal year. */
export async function insertDraft(context: Context, id: string, draft: PreparedInvoice): Promise<void> {
  const { sql, companyId, now } = context
  await sql`
    with made as (
      insert into finance.invoice (company_id, id, created_at, updated_at, kind, customer_id, vendor_id, vendor_number,
        issued_on, payment_term_id, due_on, fiscal_year, includes_tax, net_amount, net_currency, tax_amount,
        tax_currency, total_amount, total_currency, taxes, reference, note, credits_id)
      values (${companyId}, ${id}, ${now}, ${now}, ${draft.kind}, ${draft.customerId}, ${draft.vendorId},
        ${draft.vendorNumber}, ${draft.issuedOn}, ${draft.paymentTermId}, ${draft.dueOn}, ${draft.fiscalYear},
        ${draft.includesTax}, ${draft.net}, ${draft.currency}, ${draft.tax}, ${draft.currency}, ${draft.total},
        ${draft.currency}, ${sql.json(draft.taxes as never)}, ${draft.reference}, ${draft.note}, ${draft.creditsId})
      returning id)
    ${insertLines(context, id, draft, 'made')}`
}

/** Replaces the content of a draft that the caller has locked. */
export async function replaceDraft(context: Context, id: string, draft: PreparedInvoice): Promise<void> {
  const { sql, companyId, now } = context
  await sql`delete from finance.invoice_line where company_id = ${companyId} and invoice_id = ${id}`
  await sql`
    with made as (
      update finance.invoice set version = version + 1, updated_at = ${now}, customer_id = ${draft.customerId},
        vendor_id = ${draft.vendorId}, vendor_number = ${draft.vendorNumber}, issued_on = ${draft.issuedOn},
        payment_term_id = ${draft.paymentTermId}, due_on = ${draft.dueOn}, fiscal_year = ${draft.fiscalYear},
        includes_tax = ${draft.includesTax}, net_amount = ${draft.net}, tax_amount = ${draft.tax},
        total_amount = ${draft.total}, taxes = ${sql.json(draft.taxes as never)}, reference = ${draft.reference},
        note = ${draft.note}
      where company_id = ${companyId} and id = ${id} returning id)
    ${insertLines(context, id, draft, 'made')}`
}

const insertLines = (
  { sql, companyId, now }: Context,
  id: string,
  { currency, lines }: PreparedInvoice,
  of: string,
) => sql`
  insert into finance.invoice_line (company_id, id, created_at, updated_at, invoice_id, position, description,
    account_id, tax_category_id, tax_code, amount_amount, amount_currency, net_amount, net_currency, tax_amount,
    tax_currency)
  select ${companyId}, l.id, ${now}, ${now}, ${id}, l.position, l.description, l."accountId", l."taxCategoryId",
    l."taxCode", l.amount, ${currency}, l.net, ${currency}, l.tax, ${currency}
  from ${sql(of)}, jsonb_to_recordset(${sql.json(lines)}) as l(id uuid, position int, description text,
    "accountId" uuid, "taxCategoryId" uuid, "taxCode" text, amount bigint, net bigint, tax bigint)`
