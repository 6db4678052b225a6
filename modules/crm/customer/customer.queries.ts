/** Hand-written reads of customers. */
import type { Buyer } from '#engines/gst'
import { type Context, refuse, type Sql } from '#kernel'

/** What a sale needs to know of who buys. */
export type CustomerForSale = { id: string; name: string; groupId: string | null; gst: Buyer }

/** A GSTIN without a kind is a regular registration. */
const buyerOf = (sql: Sql) => sql`jsonb_build_object('gstin', gstin, 'state', gst_state,
  'kind', coalesce(gst_kind, case when gstin is null then 'unregistered' else 'regular' end))`

/** The customer, in one statement. Refuses REFERENCE_NOT_FOUND naming `customerId` for a missing or inactive one. */
export async function customerForSale({ sql, companyId }: Context, id: string): Promise<CustomerForSale> {
  const [row] = await sql<CustomerForSale[]>`
    select id, name, group_id as "groupId", ${buyerOf(sql)} as gst from crm.customer
    where company_id = ${companyId} and id = ${id} and status = 'active'`
  if (!row) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'customerId', message: 'There is no such active customer.' }])
  return { ...row }
}

/** What a document on account needs to know of who buys. */
export type CustomerOnAccount = CustomerForSale & { paymentTermId: string | null }

/** The customer with their term. Refuses REFERENCE_NOT_FOUND naming `customerId` for a missing or inactive one. */
export async function customerOnAccount({ sql, companyId }: Context, id: string): Promise<CustomerOnAccount> {
  const [row] = await sql<CustomerOnAccount[]>`
    select id, name, group_id as "groupId", payment_term_id as "paymentTermId" from crm.customer
    where company_id = ${companyId} and id = ${id} and status = 'active'`
  if (!row) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'customerId', message: 'There is no such active customer.' }])
  return { ...row }
}

/** Names of customers by id, inactive ones too; ids that are unknown are left out. */
export async function customerNames(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from crm.customer where company_id = ${companyId} and id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Customers by id as sales need them, inactive ones too; ids that are unknown are left out. */
export async function customersOfTickets(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  ids: readonly string[],
): Promise<Map<string, CustomerForSale>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<CustomerForSale[]>`
    select id, name, group_id as "groupId", ${buyerOf(sql)} as gst from crm.customer
    where company_id = ${companyId} and id = any(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, { ...row }]))
}

/** A statement part: the name of the customer whose id stands in a column of the statement, such as `s.customer_id`. */
export const customerNameOf = (sql: Sql, column: `${string}.${string}`) =>
  sql`(select name from crm.customer c where c.company_id = ${sql(column.replace(/[^.]+$/, 'company_id'))}
    and c.id = ${sql(column)})`
