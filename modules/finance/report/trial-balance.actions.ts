import { type Context, date, defineAction, group, list, money, text } from '#kernel'
import { type AccountSums, trialRows, trialTotals } from './report.rules.ts'
import { fromField, type ReportSpan, spanOf, toField } from './span.ts'

const columns = {
  opening: money({ required: true }),
  debit: money({ required: true }),
  credit: money({ required: true }),
  closing: money({ required: true }),
}

export const trialBalance = defineAction('trialBalance', {
  label: 'Trial balance',
  says: 'What stands on each account: at the start, what moved since, and on the day. Debit is above zero.',
  method: 'GET',
  path: '/finance/reports/trial-balance',
  input: { date: toField, from: fromField },
  output: {
    from: date({ required: true }),
    date: date({ required: true }),
    rows: list(
      group({
        ...{ accountId: text({ required: true }), code: text({ required: true }) },
        ...{ name: text({ required: true }), type: text({ required: true }), ...columns },
      }),
      { max: 10_000, required: true },
    ),
    totals: list(group(columns), { max: 100, required: true }),
  },
  run: async (context, input) => {
    const span = await spanOf(context, { from: input.from, to: input.date })
    const rows = trialRows(await sumsOf(context, span))
    return { from: span.from, date: span.to, rows, totals: trialTotals(rows) }
  },
})

/**
 * Sums of every account up to the day, out of the index alone, one run of it for each account. Retained earnings are
 * there in every currency, because earlier years may have left something in it.
 */
async function sumsOf({ sql, companyId }: Context, { from, to, yearStart }: ReportSpan): Promise<AccountSums[]> {
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
    select a.id as "accountId", a.code, a.name, a.type, a.role, w.currency, coalesce(s.earlier, 0) as earlier,
      coalesce(s.opening, 0) as opening, coalesce(s.debit, 0) as debit, coalesce(s.credit, 0) as credit
    from shown w join finance.account a on a.company_id = ${companyId} and a.id = w.id
    left join sums s on s.id = w.id and s.currency = w.currency
    order by a.code, w.currency`
}
