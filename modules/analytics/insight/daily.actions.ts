/** A day against the same weekday in the four weeks before. */
import { addDays, type Context, date, defineAction, group, instant, link, list, record, text } from '#kernel'
import { productLabels } from '#modules/catalog'
import { countLowStock } from '#modules/inventory'
import { shop } from '#modules/shops'
import { type Figures, noFigures } from '../figures/figures.rules.ts'
import { readFigures, seen } from '../figures/read.ts'
import { type View, viewFor } from '../figures/view.ts'
import { factsOf, type Mover } from './insight.rules.ts'

const weeks = 4
const moversMax = 3

export const dailyInsights = defineAction('insights', {
  label: 'Insights of the day',
  says: 'Says what stood out on a day against the same weekday in the four weeks before, and what is low now.',
  method: 'GET',
  path: '/insights/daily',
  input: {
    date: date({ label: 'Day', help: 'Yesterday where none is given' }),
    shop: link({ label: 'Shop', to: () => shop, help: 'All in reach where none is given' }),
  },
  output: {
    date: date({ required: true }),
    asOf: instant(),
    facts: list(
      group({ code: text({ required: true }), text: text({ required: true, max: 500 }), figures: record() }),
      { max: 20 },
    ),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, { date, shopId }) => {
    const view = await viewFor(context, shopId)
    const day = date ?? addDays(view.today, -1)
    const before = Array.from({ length: weeks }, (_, index) => addDays(day, -7 * (index + 1)))
    const from = before.at(-1) ?? day
    const [days, hours, low] = await Promise.all([
      readFigures(context, view, { from, to: day, by: ['date'], limit: 7 * weeks + 1 }),
      readFigures(context, view, { from: day, to: day, by: ['hour'], order: 'sales', limit: 1 }),
      countLowStock(context, view),
    ])
    const figuresOn = new Map<string, Figures>(days.map((each) => [each.date ?? '', each]))
    const earlier = before.flatMap((each) => figuresOn.get(each) ?? [])
    const comparedDays = before.filter((each) => figuresOn.has(each))
    const [best, worst] = await movers(context, view, { day, comparedDays })
    const [busiest] = hours.map(({ hour = 0, sales }) => ({ hour, sales }))
    const { currency } = view
    const facts = { date: day, currency, day: figuresOn.get(day) ?? noFigures, earlier, busiest, best, worst, low }
    return { date: day, asOf: view.asOf, facts: factsOf(facts) }
  },
})

type Days = { day: string; comparedDays: readonly string[] }

/** The products furthest above and below what they usually bring in; none where no day can be compared. */
async function movers(context: Context, view: View, days: Days): Promise<[Mover[], Mover[]]> {
  if (days.comparedDays.length === 0) return [[], []]
  const [up, down] = await Promise.all([furthest(context, view, days, 'up'), furthest(context, view, days, 'down')])
  const labels = await productLabels(
    context,
    [...up, ...down].map(({ productId }) => productId),
  )
  const named = (rows: readonly Moved[]): Mover[] =>
    rows.flatMap((row) => {
      const label = labels.get(row.productId)
      return label ? [{ ...row, ...label }] : []
    })
  return [named(up), named(down)]
}

type Moved = { productId: string; net: number; usual: number }

function furthest(
  context: Context,
  view: View,
  { day, comparedDays }: Days,
  way: 'up' | 'down',
): Promise<readonly Moved[]> {
  const { sql } = context
  const period = { from: comparedDays.at(-1) ?? day, to: day }
  return sql<Moved[]>`
    select product_id as "productId", net, usual from (
      select product_id, coalesce(sum(net - returned_net) filter (where date = ${day}), 0)::bigint as net,
        round(coalesce(sum(net - returned_net) filter (where date <> ${day}), 0) / ${comparedDays.length}::int)::bigint
          as usual
      from analytics.product_daily
      where ${seen(context, view, period)} and date = any(${[day, ...comparedDays]}::date[])
        and kind <> 'charge' and product_id is not null
      group by product_id) m
    order by ${way === 'up' ? sql`usual - net` : sql`net - usual`}, product_id limit ${moversMax}`
}
