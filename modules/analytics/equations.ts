/** What must hold between what was sold and what is told of it. */
import type { Equation } from '#kernel'

const perDay = 'company_id, date, shop_id, currency'
const sums = `sum(sales) as sales, sum(returns) as returns, sum(units) as units, sum(returned_units) as returned_units,
  sum(net) as net, sum(tax) as tax, sum(cost) as cost, sum(returned_net) as returned_net,
  sum(returned_tax) as returned_tax, sum(returned_cost) as returned_cost`
const what = `d.date || ' in shop ' || d.shop_id as what, d.currency`

/** Figures follow the log: a company with sales that wait to be counted breaks nothing. */
const isCounted = `exists (
    select from event_log.cursor c where c.listener = 'analytics.sum-sales' and c.rebuild_asked_at is null
      and not exists (select from event_log.event e where (e.xid, e.seq) > (c.xid, c.seq)
        and e.company_id = d.company_id and e.type in ('sale.completed', 'sale.returned')))
  and not exists (select from event_log.delivery w
    where w.listener = 'analytics.sum-sales' and w.company_id = d.company_id)`

export const equations: readonly Equation[] = [
  {
    name: 'days-are-sales',
    says: 'The figures of a day are the sums of its sales and credit notes, once all are counted.',
    sql: `
      with document as (
        select company_id, business_date as date, shop_id, net_currency as currency, 1 as sales, 0 as returns,
          net_amount as net, tax_amount as tax, 0 as returned_net, 0 as returned_tax from sales.sale
        union all
        select company_id, business_date, shop_id, net_currency, 0, 1, 0, 0, net_amount, tax_amount
        from sales.credit_note),
      sold as (
        select ${perDay}, sum(sales) as sales, sum(returns) as returns, sum(net) as net, sum(tax) as tax,
          sum(returned_net) as returned_net, sum(returned_tax) as returned_tax
        from document group by ${perDay})
      select d.company_id, ${what}, d.sales, d.returns, d.net, d.tax, d.counted_sales, d.counted_returns, d.counted_net,
        d.counted_tax
      from (
        select ${perDay}, coalesce(s.sales, 0) as sales, coalesce(s.returns, 0) as returns, coalesce(s.net, 0) as net,
          coalesce(s.tax, 0) as tax, coalesce(s.returned_net, 0) as returned_net,
          coalesce(s.returned_tax, 0) as returned_tax, coalesce(f.sales, 0) as counted_sales,
          coalesce(f.returns, 0) as counted_returns, coalesce(f.net, 0) as counted_net,
          coalesce(f.tax, 0) as counted_tax, coalesce(f.returned_net, 0) as counted_returned_net,
          coalesce(f.returned_tax, 0) as counted_returned_tax
        from sold s full join analytics.daily_sales f using (${perDay})) d
      where (d.sales, d.returns, d.net, d.tax, d.returned_net, d.returned_tax) <> (d.counted_sales, d.counted_returns,
        d.counted_net, d.counted_tax, d.counted_returned_net, d.counted_returned_tax) and ${isCounted}`,
  },
  {
    name: 'products-are-days',
    says: 'The products of a day add up to the day: amounts, costs and units.',
    sql: `
      select d.company_id, ${what}, d.net, d.cost, p.net as products_net, p.cost as products_cost
      from analytics.daily_sales d
      left join (select ${perDay}, ${sums} from analytics.product_daily group by ${perDay}) p using (${perDay})
      where (p.units, p.returned_units, p.net, p.tax, p.cost, p.returned_net, p.returned_tax, p.returned_cost)
        is distinct from (d.units, d.returned_units, d.net, d.tax, d.cost, d.returned_net, d.returned_tax,
          d.returned_cost)`,
  },
  {
    name: 'hours-are-days',
    says: 'The hours of a day add up to what was sold on it.',
    sql: `
      select d.company_id, ${what}, d.sales, d.net, h.sales as hours_sales, h.net as hours_net
      from analytics.daily_sales d
      left join (select ${perDay}, ${sums} from analytics.hourly_sales group by ${perDay}) h using (${perDay})
      where (coalesce(h.sales, 0), coalesce(h.net, 0), coalesce(h.tax, 0), coalesce(h.cost, 0))
        <> (d.sales, d.net, d.tax, d.cost)`,
  },
  {
    name: 'tenders-are-days',
    says: 'What was paid on a day is what was sold, and what was paid back is what came back.',
    sql: `
      select d.company_id, ${what}, d.net + d.tax as sold, t.paid, d.returned_net + d.returned_tax as returned,
        t.refunded
      from analytics.daily_sales d
      left join (select ${perDay}, sum(paid) as paid, sum(refunded) as refunded from analytics.tender_daily
        group by ${perDay}) t using (${perDay})
      where (coalesce(t.paid, 0), coalesce(t.refunded, 0)) <> (d.net + d.tax, d.returned_net + d.returned_tax)`,
  },
]
