/** Completes and checks a warehouse before it is written. */
import { type Context, refuse } from '#kernel'
import { companySettings } from '#modules/companies'

/**
 * The first warehouse of a shop sells for it unless told otherwise. Refuses ALREADY_EXISTS for a second one, and
 * VALIDATION_FAILED for a depot (no shop) that is to sell. Currency, costing and the rule for negative
 * stock are the company's.
 */
export async function settleWarehouse(
  context: Context,
  next: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
): Promise<void> {
  const { shopId } = next
  if (!before) {
    const settings = await companySettings(context)
    next.currency = settings.currency
    next.allowsNegative = settings.allowNegativeStock
    next.hasLayers = settings.costing === 'first_in_first_out'
  }
  if (!shopId) {
    if (next.sellsFor) {
      throw refuse('VALIDATION_FAILED', [{ field: 'sellsFor', message: 'Name the shop that it sells for.' }])
    }
    next.sellsFor = false
    return
  }
  if (next.sellsFor === false || (before?.sellsFor && next.sellsFor)) return
  const [selling] = await context.sql`
    select code from inventory.warehouse
    where company_id = ${context.companyId} and shop_id = ${String(shopId)} and sells_for`
  if (selling && next.sellsFor) {
    const message = `Warehouse ${selling.code} sells for this shop. Set its sellsFor to false first.`
    throw refuse('ALREADY_EXISTS', [{ field: 'sellsFor', message }])
  }
  next.sellsFor ??= !selling
}
