import {
  businessDate,
  type Context,
  date,
  defineAction,
  group,
  integer,
  list,
  money,
  msOf,
  rate,
  refuse,
} from '#kernel'
import { companySettings } from '#modules/companies'
import { changeOf, daysMax, type Figures, periodsOf, sumFigures } from './performance.rules.ts'
import { pathId, shop } from './shop.entity.ts'

const figures = { sales: integer(), returns: integer(), net: money(), tax: money(), total: money() }

/** What a shop sold by trading day, less what came back, from a read model that follows the log. */
export const shopPerformance = defineAction('performance', {
  label: 'Performance',
  says: 'Says what the shop sold on each day of a period, less returns, and how that compares with the period before.',
  entity: () => shop,
  method: 'GET',
  path: '/shops/:id/performance',
  input: {
    id: pathId,
    from: date({ label: 'From', help: 'Thirty days up to the end where none is given' }),
    to: date({ label: 'To', help: 'Today where none is given' }),
  },
  output: {
    from: date(),
    to: date(),
    totals: group(figures),
    before: group({ from: date(), to: date(), ...figures }),
    change: group({ sales: rate({ help: 'Percent' }), net: rate({ help: 'Percent' }) }),
    days: list(group({ date: date(), ...figures }), { max: daysMax }),
  },
  refuses: ['NOT_FOUND', 'VALIDATION_FAILED'],
  run: async (context, { id, from, to }) => {
    context.requireShop(id)
    const [today, { currency }] = await Promise.all([todayAt(context, id), companySettings(context)])
    const { period, before } = periodsOf({ from, to }, today)
    const rows = await daysOf(context, { shopId: id, from: before.from, to: period.to, currency })
    const days = rows.filter((row) => row.date >= period.from)
    const totals = sumFigures(days)
    const earlier = sumFigures(rows.filter((row) => row.date < period.from))
    return {
      ...period,
      totals: inMoney(totals, currency),
      before: { ...before, ...inMoney(earlier, currency) },
      change: { sales: changeOf(totals.sales, earlier.sales), net: changeOf(totals.net, earlier.net) },
      days: days.map((day) => ({ date: day.date, ...inMoney(day, currency) })),
    }
  },
})

/** The trading date at the shop. Refuses NOT_FOUND where there is no such shop. */
async function todayAt({ sql, companyId, now }: Context, shopId: string): Promise<string> {
  const [row] = await sql<{ timeZone: string; dayStart: string }[]>`
    select time_zone as "timeZone", to_char(day_start, 'HH24:MI') as "dayStart"
    from shops.shop where company_id = ${companyId} and id = ${shopId}`
  if (!row) throw refuse('NOT_FOUND')
  return businessDate(msOf(now), row.timeZone, row.dayStart)
}

type Wanted = { shopId: string; from: string; to: string; currency: string }

const daysOf = ({ sql, companyId }: Context, { shopId, from, to, currency }: Wanted) =>
  sql<(Figures & { date: string })[]>`
    select date, sales, returns, net, tax, total from shops.performance_daily
    where company_id = ${companyId} and shop_id = ${shopId} and currency = ${currency}
      and date between ${from} and ${to}
    order by date`

const inMoney = ({ sales, returns, net, tax, total }: Figures, currency: string) => ({
  sales,
  returns,
  net: { amount: net, currency },
  tax: { amount: tax, currency },
  total: { amount: total, currency },
})
