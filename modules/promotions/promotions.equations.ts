import type { Equation } from '#kernel'

/** What must hold of coupons and their uses. */
export const promotionEquations: readonly Equation[] = [
  {
    name: 'coupon-uses-are-redemptions',
    says: 'A coupon was used as often, and took off as much, as its uses say that were not given back.',
    sql: `select c.company_id, c.id as what, c.uses, c.spent_amount, r.uses as redemptions, r.amount
      from promotions.coupon c left join (
        select company_id, coupon_id, count(*) as uses, sum(amount_amount) as amount
        from promotions.coupon_redemption where given_back_at is null group by 1, 2) r
        on r.company_id = c.company_id and r.coupon_id = c.id
      where c.uses <> coalesce(r.uses, 0) or coalesce(c.spent_amount, 0) <> coalesce(r.amount, 0)`,
  },
  {
    name: 'coupon-within-its-limits',
    says: 'No coupon was used more often than it may be, nor took off more than its budget.',
    sql: `select company_id, id as what, uses, uses_max, spent_amount, budget_amount from promotions.coupon
      where uses > uses_max or coalesce(spent_amount, 0) > budget_amount or spent_currency <> budget_currency`,
  },
  {
    name: 'coupon-counts-by-customer',
    says: 'A coupon with a limit for each customer was used by each as often as its uses say.',
    sql: `select k.company_id, k.coupon_id as what, k.customer_id, k.uses, count(r.id) as redemptions
      from promotions.coupon_customer k left join promotions.coupon_redemption r
        on r.company_id = k.company_id and r.coupon_id = k.coupon_id and r.customer_id = k.customer_id
          and r.given_back_at is null
      group by k.company_id, k.coupon_id, k.customer_id, k.uses having count(r.id) < k.uses`,
  },
]
