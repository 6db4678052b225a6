import { defineListener } from '#kernel'
import { salesFigureOf } from '../company/sales-figure.ts'

/** Keeps what a company sold on each day, for its figures at a glance. */
export const sumRevenue = defineListener('sum-revenue', {
  says: 'Sums the sales and returns of a company by day.',
  on: ['sale.completed', 'sale.returned'],
  rebuilds: ['companies.daily_revenue'],
  run: async ({ sql, companyId }, events) => {
    const figures = events.flatMap((event) => salesFigureOf(event) ?? [])
    await sql`
      insert into companies.daily_revenue as d (company_id, date, currency, sales, returns, net, tax, total)
      select ${companyId}, date, currency, sum(sales), sum(returns), sum(net), sum(tax), sum(total)
      from jsonb_to_recordset(${sql.json(figures)}) as f(date date, currency text, sales int, returns int,
        net bigint, tax bigint, total bigint)
      group by date, currency order by date, currency
      on conflict (company_id, date, currency) do update set sales = d.sales + excluded.sales,
        returns = d.returns + excluded.returns, net = d.net + excluded.net, tax = d.tax + excluded.tax,
        total = d.total + excluded.total`
  },
})
