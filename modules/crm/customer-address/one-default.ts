/** One default address of each kind: a new default takes the place of the one before. */
import type { Context } from '#kernel'

type Demoted = { id: string; version: number }

/** Runs before an address is written; the database's partial unique index holds the rule against races. */
export async function keepOneDefault(
  context: Context,
  next: Record<string, unknown>,
  before?: Record<string, unknown>,
): Promise<void> {
  if (next.isDefault !== true || before?.isDefault === true) return
  const { sql, companyId, now } = context
  const demoted = await sql<Demoted[]>`
    update crm.customer_address set is_default = false, version = version + 1, updated_at = ${now}
    where company_id = ${companyId} and customer_id = ${String(next.customerId)} and kind = ${String(next.kind)}
      and is_default
    returning id, version`
  for (const { id, version } of demoted) {
    context.emit('customer_address.updated', {
      entity: 'crm.customerAddress',
      id,
      version,
      data: { before: { isDefault: true }, after: { id, version, isDefault: false }, changed: ['isDefault'] },
    })
  }
}
