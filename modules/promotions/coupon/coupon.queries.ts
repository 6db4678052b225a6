/** Coupons as a sale reads them. */
import type { Context } from '#kernel'
import type { StoredCoupon } from './coupon.rules.ts'

/** Those of the codes that the company has, in one statement; without codes nothing is asked. */
export async function couponsByCode(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  codes: readonly string[],
): Promise<StoredCoupon[]> {
  if (codes.length === 0) return []
  const rows = await sql<StoredCoupon[]>`
    select c.id as "couponId", c.code, c.promotion_id as "promotionId", p.name as "promotionName", c.status,
      p.status as "promotionStatus", c.customer_id as "customerId", c.valid_from as "validFrom",
      c.valid_to as "validTo", c.uses_max as "usesMax", c.uses_per_customer_max as "usesPerCustomerMax", c.uses,
      c.budget_amount as budget, coalesce(c.spent_amount, 0) as spent
    from promotions.coupon c join promotions.promotion p on p.company_id = c.company_id and p.id = c.promotion_id
    where c.company_id = ${companyId} and c.code = any(${[...codes]}::text[])`
  return rows.map((row) => ({ ...row }))
}
