/** Hand-written reads of vendors. */
import { type Context, refuse } from '#kernel'

/** What a document needs to know of who bills. */
export type VendorForDocument = { id: string; name: string; paymentTermId: string | null }

/** The vendor. Refuses REFERENCE_NOT_FOUND naming `vendorId` for a missing or inactive one. */
export async function vendorForDocument({ sql, companyId }: Context, id: string): Promise<VendorForDocument> {
  const [row] = await sql<VendorForDocument[]>`
    select id, name, payment_term_id as "paymentTermId" from purchasing.vendor
    where company_id = ${companyId} and id = ${id} and status = 'active'`
  if (!row) throw refuse('REFERENCE_NOT_FOUND', [{ field: 'vendorId', message: 'There is no such active vendor.' }])
  return { ...row }
}

/** Names of vendors by id, inactive ones too; ids that are unknown are left out. */
export async function vendorNames(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from purchasing.vendor where company_id = ${companyId} and id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
