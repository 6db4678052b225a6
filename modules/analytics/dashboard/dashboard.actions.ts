/** The state of the business at a glance. */
import { type Context, code, date, defineAction, group, instant, integer, link, list, money, rate, text } from '#kernel'
import { countLowStock } from '#modules/inventory'
import { shop } from '#modules/shops'
import { countCustomers } from '../customer/customer.queries.ts'
import { amountsOf, answerOf, changeOf, type Figures, figuresOutput, sumFigures } from '../figures/figures.rules.ts'
import { type Compared, daysOf, isWithin, lastDays, periodsToDate } from '../figures/period.rules.ts'
import { readFigures, shopNames } from '../figures/read.ts'
import { type View, viewFor } from '../figures/view.ts'
import { rankedOutput, rankProducts } from '../product/product.queries.ts'

const seriesDays = 14
const bestDays = 30
const bestMax = 10
const shopsMax = 100

const compared = group({
  from: date({ required: true }),
  to: date({ required: true }),
  ...figuresOutput,
  before: group({ from: date({ required: true }), to: date({ required: true }), ...figuresOutput }),
  change: group({ sales: rate({ help: 'Percent' }), net: rate({ help: 'Percent' }) }),
})
const day = group({ date: date({ required: true }), sales: integer(), net: money(), gross: money() })

export const dashboard = defineAction('dashboard', {
  label: 'Dashboard',
  says: 'Says how today, the week and the month sell against as much of the one before, what sells best, what is low.',
  method: 'GET',
  path: '/analytics/dashboard',
  also: ['/erp/dashboard'],
  input: { shop: link({ label: 'Shop', to: () => shop, help: 'All in reach where none is given' }) },
  output: {
    date: date({ required: true, help: 'Today in the zone of the company' }),
    asOf: instant({ help: 'The last sale or return that is counted' }),
    sales: group({ today: compared, week: compared, month: compared }),
    inventory: group({ lowStock: integer({ required: true }), outOfStock: integer({ required: true }) }),
    customers: group({ total: integer({ required: true }), new: integer({ required: true, help: 'This month' }) }),
    bestSellers: list(group(rankedOutput), { max: bestMax }),
    revenueByShop: list(group({ shopId: code({ required: true }), name: text(), ...figuresOutput }), { max: shopsMax }),
    days: list(day, { max: seriesDays }),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, { shopId }) => {
    const view = await viewFor(context, shopId)
    const { today, asOf } = view
    const periods = periodsToDate(today)
    const [days, inventory, customers, bestSellers, revenueByShop] = await Promise.all([
      daysSince(context, view, periods.month.before.from),
      countLowStock(context, view),
      countCustomers(context, view, periods.month.period.from),
      rankProducts(context, view, { ...lastDays(today, bestDays), limit: bestMax }),
      rankShops(context, view),
    ])
    const answer = (which: Compared) => comparedAnswer(which, days, view)
    return {
      ...{ date: today, asOf },
      sales: { today: answer(periods.today), week: answer(periods.week), month: answer(periods.month) },
      inventory: { lowStock: inventory.low, outOfStock: inventory.out },
      ...{ customers, bestSellers, revenueByShop },
      days: daysOf(lastDays(today, seriesDays)).map((date) => dayAnswer(date, days, view)),
    }
  },
})

type DayFigures = Figures & { date: string }

/** The days that any of the periods looks at; a month and a half at most, some days more. */
async function daysSince(context: Context, view: View, from: string): Promise<DayFigures[]> {
  const rows = await readFigures(context, view, { from, to: view.today, by: ['date'], limit: 100 })
  return rows.map((row) => ({ ...row, date: row.date ?? '' }))
}

function comparedAnswer({ period, before }: Compared, days: readonly DayFigures[], view: View) {
  const [now, earlier] = [period, before].map((one) => sumFigures(days.filter(({ date }) => isWithin(date, one))))
  const [a, b] = [now ?? sumFigures([]), earlier ?? sumFigures([])]
  return {
    ...{ ...period, ...answerOf(a, view) },
    before: { ...before, ...answerOf(b, view) },
    change: { sales: changeOf(a.sales, b.sales), net: changeOf(amountsOf(a).net, amountsOf(b).net) },
  }
}

function dayAnswer(date: string, days: readonly DayFigures[], view: View) {
  const { sales, net, gross } = answerOf(sumFigures(days.filter((day) => day.date === date)), view)
  return { date, sales, net, gross }
}

/** Shops by what they brought in over the last days. */
async function rankShops(context: Context, view: View) {
  const [rows, names] = await Promise.all([
    readFigures(context, view, { ...lastDays(view.today, bestDays), by: ['shop'], order: 'net', limit: shopsMax }),
    shopNames(context),
  ])
  return rows.map((row) => {
    const shopId = row.shopId ?? ''
    return { shopId, name: names.get(shopId) ?? null, ...answerOf(row, view) }
  })
}
