import { type Context, date, defineAction, group, integer, money, refuse } from '#kernel'
import { countMembers } from '#modules/auth'
import { company } from './company.entity.ts'
import { pathId } from './company.record.ts'

const period = { sales: integer(), returns: integer(), revenue: money({ help: 'Without tax, less returns' }) }

/** The figures of a company at a glance, from read models that follow the log: a moment behind, never slow. */
export const companyStats = defineAction('stats', {
  label: 'Company figures',
  says: 'Says how many shops, products, people and customers a company has, and what it sold today and this month.',
  entity: () => company,
  method: 'GET',
  path: '/companies/:id/stats',
  input: { id: pathId },
  output: {
    counts: group({ shops: integer(), products: integer(), users: integer(), customers: integer(), sales: integer() }),
    date: date({ help: 'Today in the time zone of the company' }),
    today: group(period),
    month: group(period),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, { id }) => {
    if (id !== context.companyId) throw refuse('NOT_FOUND')
    const [count, users, sold] = await Promise.all([counts(context), countMembers(context), salesOf(context)])
    const { currency } = sold
    return {
      counts: {
        shops: count.get('shop') ?? 0,
        products: count.get('product') ?? 0,
        users,
        customers: count.get('customer') ?? 0,
        sales: sold.sales,
      },
      date: sold.date,
      today: { sales: sold.daySales, returns: sold.dayReturns, revenue: { amount: sold.dayNet, currency } },
      month: { sales: sold.monthSales, returns: sold.monthReturns, revenue: { amount: sold.monthNet, currency } },
    }
  },
})

async function counts({ sql, companyId }: Context): Promise<Map<string, number>> {
  const rows = await sql<{ what: string; count: number }[]>`
    select what, count from companies.record_count where company_id = ${companyId}`
  return new Map(rows.map(({ what, count }) => [what, count]))
}

type Sold = {
  date: string
  currency: string
  sales: number
  daySales: number
  dayReturns: number
  dayNet: number
  monthSales: number
  monthReturns: number
  monthNet: number
}

async function salesOf({ sql, companyId, now }: Context): Promise<Sold> {
  const [row] = await sql<Sold[]>`
    select t.date, c.currency,
      coalesce(sum(r.sales), 0)::bigint as sales,
      coalesce(sum(r.sales) filter (where r.date = t.date), 0)::bigint as "daySales",
      coalesce(sum(r.returns) filter (where r.date = t.date), 0)::bigint as "dayReturns",
      coalesce(sum(r.net) filter (where r.date = t.date), 0)::bigint as "dayNet",
      coalesce(sum(r.sales) filter (where r.date >= t.month), 0)::bigint as "monthSales",
      coalesce(sum(r.returns) filter (where r.date >= t.month), 0)::bigint as "monthReturns",
      coalesce(sum(r.net) filter (where r.date >= t.month), 0)::bigint as "monthNet"
    from companies.company c
    cross join lateral (select (${now}::timestamptz at time zone c.time_zone)::date as date,
      date_trunc('month', ${now}::timestamptz at time zone c.time_zone)::date as month) t
    left join companies.daily_revenue r on r.company_id = c.company_id and r.currency = c.currency and r.date <= t.date
    where c.company_id = ${companyId} and c.id = ${companyId}
    group by t.date, c.currency`
  if (!row) throw refuse('NOT_FOUND')
  return row
}
