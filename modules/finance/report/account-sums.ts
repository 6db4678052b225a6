import type { Context } from '#kernel'
import type { AccountSums } from './report.rules.ts'
import type { ReportSpan } from './span.ts'

/**
 * Sums of every account up to the day, out of the index alone, one run of it for each account. Retained earnings are
 * there in every currency, because earlier years may have left something in it.
 */
export async function accountSums(
  { sql, companyId }: Context,
  { from, to, yearStart }: ReportSpan,
): Promise<AccountSums[]> {
  return await sql<AccountSums[]>`
    with sums as materialized (
      select a.id, s.* from finance.account a cross join lateral (
        select l.currency,
          coalesce(sum(l.debit - l.credit) filter (where l.business_date < ${yearStart}), 0)::bigint as earlier,
          coalesce(sum(l.debit - l.credit)
            filter (where l.business_date >= ${yearStart} and l.business_date < ${from}), 0)::bigint as opening,
          coalesce(sum(l.debit) filter (where l.business_date >= ${from}), 0)::bigint as debit,
          coalesce(sum(l.credit) filter (where l.business_date >= ${from}), 0)::bigint as credit
        from finance.ledger_line l
        where l.company_id = ${companyId} and l.account_id = a.id and l.business_date <= ${to}
        group by l.currency) s
      where a.company_id = ${companyId}),
    shown as (
      select id, currency from sums
      union select a.id, s.currency from finance.account a, sums s
      where a.company_id = ${companyId} and a.role = 'retained_earnings')
    select a.id as "accountId", a.code, a.name, a.type, a.role,
      a.cash_flow as "cashFlow", w.currency, coalesce(s.earlier, 0) as earlier,
      coalesce(s.opening, 0) as opening, coalesce(s.debit, 0) as debit, coalesce(s.credit, 0) as credit
    from shown w join finance.account a on a.company_id = ${companyId} and a.id = w.id
    left join sums s on s.id = w.id and s.currency = w.currency
    order by a.code, w.currency`
}
