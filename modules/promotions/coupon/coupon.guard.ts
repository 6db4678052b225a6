import { type Context, type Money, refuse } from '#kernel'
import { companySettings } from '#modules/companies'

/** Refuses a promotion that needs no coupon, a foreign budget, days that run backwards, and less than was used. */
export async function guardCoupon(
  context: Context,
  next: Record<string, unknown>,
  before?: Record<string, unknown>,
): Promise<void> {
  const { sql, companyId } = context
  const [settings, [promotion]] = await Promise.all([
    companySettings(context),
    sql<{ needsCoupon: boolean }[]>`select needs_coupon as "needsCoupon" from promotions.promotion
      where company_id = ${companyId} and id = ${String(next.promotionId)}`,
  ])
  const budget = next.budget as Money | null | undefined
  const { validFrom, validTo, usesMax } = next as Record<string, string | number | null>
  const uses = Number(before?.uses ?? 0)
  const spent = (before?.spent as Money | null | undefined)?.amount ?? 0
  const problems = [
    ...(promotion && !promotion.needsCoupon
      ? [{ field: 'promotionId', message: 'It holds without a coupon. Say "only with a coupon" in the promotion.' }]
      : []),
    ...(budget && budget.currency !== settings.currency
      ? [{ field: 'budget.currency', message: `Must be ${settings.currency}.` }]
      : []),
    ...(budget && budget.amount < spent ? [{ field: 'budget', message: 'More has been taken off already.' }] : []),
    ...(usesMax && Number(usesMax) < uses ? [{ field: 'usesMax', message: `It was used ${uses} times already.` }] : []),
    ...(validFrom && validTo && validTo < validFrom
      ? [{ field: 'validTo', message: 'Must not be before the first day.' }]
      : []),
  ]
  if (problems.length > 0) throw refuse('VALIDATION_FAILED', problems)
}
