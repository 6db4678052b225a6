import type { Equation } from '#kernel'

/** What must hold between payments and their entries. */
export const paymentEquations: readonly Equation[] = [
  {
    name: 'paid-is-tendered-less-change',
    says: 'What a payment captured is what was handed over less the change.',
    sql: `select p.company_id, p.id as what, p.captured_amount, t.paid
      from payments.payment p left join (
        select company_id, payment_id, sum(amount_amount - change_amount) as paid from payments.tender group by 1, 2) t
        on t.company_id = p.company_id and t.payment_id = p.id
      where p.captured_amount <> coalesce(t.paid, 0)`,
  },
  {
    name: 'refunded-is-sum-of-refunds',
    says: 'What a payment gave back is the sum of its refunds, in its currency.',
    sql: `select p.company_id, p.id as what, p.refunded_amount, r.refunded
      from payments.payment p left join (
        select company_id, payment_id, sum(amount_amount) as refunded, min(amount_currency) as lowest,
          max(amount_currency) as highest from payments.refund where payment_id is not null group by 1, 2) r
        on r.company_id = p.company_id and r.payment_id = p.id
      where p.refunded_amount <> coalesce(r.refunded, 0) or r.lowest <> p.captured_currency
        or r.highest <> p.captured_currency`,
  },
  {
    name: 'refunded-within-captured',
    says: 'No method gives back more than it paid; store credit may take the place of money.',
    sql: `select company_id, payment_id as what, method, sum(amount) as left from (
        select company_id, payment_id, method, amount_amount - change_amount as amount from payments.tender
        union all
        select company_id, payment_id, method, -amount_amount from payments.refund where payment_id is not null) entry
      group by company_id, payment_id, method having sum(amount) < 0 and method <> 'store_credit'`,
  },
]
