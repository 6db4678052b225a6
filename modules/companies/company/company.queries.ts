/** Hand-written reads of the company's record. */
import type { Seller } from '#engines/gst'
import { type Context, refuse, type Sql } from '#kernel'

/** How a company keeps its books and counts its days; what almost every document needs to know. */
export type CompanySettings = {
  id: string
  name: string
  /** ISO 4217. */
  currency: string
  /** IANA name. */
  timeZone: string
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** 1 to 12. */
  fiscalYearStartMonth: number
  pricesIncludeTax: boolean
  taxRounding: 'line' | 'document'
  allowNegativeStock: boolean
  costing: 'average' | 'first_in_first_out'
  /** Its registration for GST; shops may have a GSTIN of their own. Null where GST is not its tax. */
  gst: Seller | null
}

/** The settings of the caller's company, in one statement. Refuses NOT_FOUND where there is no such company. */
export async function companySettings({
  sql,
  companyId,
}: Pick<Context, 'sql' | 'companyId'>): Promise<CompanySettings> {
  const [row] = await sql<CompanySettings[]>`
    select id, name, currency, time_zone as "timeZone", country, fiscal_year_start_month as "fiscalYearStartMonth",
      prices_include_tax as "pricesIncludeTax", tax_rounding as "taxRounding",
      allow_negative_stock as "allowNegativeStock", costing,
      case when gst_registration is not null then jsonb_build_object('gstin', gstin, 'registration', gst_registration,
        'lut', lut) end as gst
    from companies.company where company_id = ${companyId} and id = ${companyId}`
  if (!row) throw refuse('NOT_FOUND', [{ field: 'company', message: 'There is no such company.' }])
  return { ...row }
}

/** How a company names itself on its receipts. Refuses NOT_FOUND where there is no such company. */
export async function companyOnReceipt({
  sql,
  companyId,
}: Pick<Context, 'sql' | 'companyId'>): Promise<CompanyOnReceipt> {
  const [row] = await sql<CompanyOnReceipt[]>`
    select name, legal_name as "legalName", tax_number as "taxNumber"
    from companies.company where company_id = ${companyId} and id = ${companyId}`
  if (!row) throw refuse('NOT_FOUND', [{ field: 'company', message: 'There is no such company.' }])
  return { ...row }
}

export type CompanyOnReceipt = { name: string; legalName: string | null; taxNumber: string | null }

/** Names of those of the companies that are active. For who belongs to several: `sql` is of the relay role. */
export async function namesOfCompanies(sql: Sql, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from companies.company where company_id = any(${[...ids]}::uuid[]) and status = 'active'`
  return [...rows]
}

/**
 * The active company with this id or short name; undefined for one that is missing or deactivated, whose people may not
 * act. For sign-in, which looks across companies: `sql` is of the relay role.
 */
export async function activeCompany(
  sql: Sql,
  by: { id: string } | { slug: string },
): Promise<{ id: string; name: string } | undefined> {
  const meant = 'id' in by ? sql`company_id = ${by.id} and id = ${by.id}` : sql`slug = ${by.slug}`
  const [row] = await sql<{ id: string; name: string }[]>`
    select id, name from companies.company where ${meant} and status = 'active'`
  return row && { ...row }
}
