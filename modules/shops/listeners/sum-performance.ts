import { defineListener } from '#kernel'
import { salesFigureOf } from '#modules/companies'

/** Keeps what each shop sold on each trading day. */
export const sumPerformance = defineListener('sum-performance', {
  says: 'Sums the sales and returns of a shop by day.',
  on: ['sale.completed', 'sale.returned'],
  rebuilds: ['shops.performance_daily'],
  run: async ({ sql, companyId }, events) => {
    const figures = events.flatMap((event) => salesFigureOf(event) ?? [])
    await sql`
      insert into shops.performance_daily as d (company_id, shop_id, date, currency, sales, returns, net, tax, total)
      select ${companyId}, "shopId", date, currency, sum(sales), sum(returns), sum(net), sum(tax), sum(total)
      from jsonb_to_recordset(${sql.json(figures)}) as f("shopId" uuid, date date, currency text, sales int,
        returns int, net bigint, tax bigint, total bigint)
      group by "shopId", date, currency order by "shopId", date, currency
      on conflict (company_id, shop_id, date, currency) do update set sales = d.sales + excluded.sales,
        returns = d.returns + excluded.returns, net = d.net + excluded.net, tax = d.tax + excluded.tax,
        total = d.total + excluded.total`
  },
})
