import { type Context, code, date, defineAction, group, list, money, text } from '#kernel'
import { type ResultRow, resultTotals, type Span, spanBefore } from './report.rules.ts'
import { fromField, spanOf, toField } from './span.ts'

const days = group({ from: date({ required: true }), to: date({ required: true }) }, { required: true })
const totals = list(
  group({
    revenue: money({ required: true }),
    expense: money({ required: true }),
    profit: money({ required: true }),
  }),
  { max: 100, required: true },
)

export const profitLoss = defineAction('profitLoss', {
  label: 'Profit and loss',
  says: 'Revenue less expenses of some days, beside those of the days before: as many whole months, or as many days.',
  method: 'GET',
  path: '/finance/reports/profit-loss',
  input: {
    from: fromField,
    to: toField,
    shopId: code({ label: 'Shop', max: 36, help: 'Only what was posted for one shop.' }),
  },
  output: {
    period: days,
    previousPeriod: days,
    rows: list(
      group({
        ...{ accountId: text({ required: true }), code: text({ required: true }), name: text({ required: true }) },
        ...{ type: text({ required: true }), amount: money({ required: true }), previous: money({ required: true }) },
      }),
      { max: 10_000, required: true },
    ),
    totals,
    previousTotals: totals,
  },
  run: async (context, { shopId, ...given }) => {
    const { from, to } = await spanOf(context, given)
    const before = spanBefore({ from, to })
    const rows = await resultOf(context, { from, to }, { before, shopId })
    return {
      period: { from, to },
      previousPeriod: before,
      rows: rows.map(({ currency, amount, previous, ...row }) => ({
        ...row,
        amount: { amount, currency },
        previous: { amount: previous, currency },
      })),
      totals: resultTotals(rows, 'amount'),
      previousTotals: resultTotals(rows, 'previous'),
    }
  },
})

async function resultOf(
  { sql, companyId }: Context,
  { from, to }: Span,
  { before, shopId }: { before: Span; shopId: string | undefined },
): Promise<ResultRow[]> {
  const ofShop = shopId === undefined ? sql`` : sql`and l.shop_id = ${shopId}`
  return await sql<ResultRow[]>`
    select a.id as "accountId", a.code, a.name, a.type, s.currency,
      (case a.type when 'revenue' then -s.amount else s.amount end)::bigint as amount,
      (case a.type when 'revenue' then -s.previous else s.previous end)::bigint as previous
    from finance.account a cross join lateral (
      select l.currency, coalesce(sum(l.debit - l.credit) filter (where l.business_date >= ${from}), 0) as amount,
        coalesce(sum(l.debit - l.credit) filter (where l.business_date < ${from}), 0) as previous
      from finance.ledger_line l
      where l.company_id = ${companyId} and l.account_id = a.id
        and l.business_date between ${before.from} and ${to} ${ofShop}
      group by l.currency) s
    where a.company_id = ${companyId} and a.type in ('revenue', 'expense')
    order by a.type desc, a.code, s.currency`
}
