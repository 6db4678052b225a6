import type { Context } from '#kernel'

/** A company has one default: the category that becomes it takes it from the one that was. */
export async function guardTaxCategory(
  context: Context,
  next: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
): Promise<void> {
  if (next.isDefault !== true || before?.isDefault === true) return
  const rows = await context.sql`
    update catalog.tax_category set is_default = false, version = version + 1, updated_at = ${context.now}
    where company_id = ${context.companyId} and is_default
    returning id, version, code, name, is_default as "isDefault", hsn, supply,
      reverse_charge as "reverseCharge", created_at as "createdAt", updated_at as "updatedAt"`
  for (const after of rows) {
    context.emit('tax_category.updated', {
      entity: 'catalog.taxCategory',
      id: after.id,
      version: after.version,
      data: { before: { isDefault: true }, after: { ...after }, changed: ['isDefault'] },
    })
  }
}
