/** What was sold in a period, by day, week, month, hour, shop, method of payment or product. */
import {
  type Context,
  choice,
  date,
  defineAction,
  group,
  instant,
  integer,
  link,
  list,
  money,
  rate,
  text,
} from '#kernel'
import { productLabels } from '#modules/catalog'
import { shop } from '#modules/shops'
import { amountsOf, answerOf, changeOf, type Figures, figuresOutput, noFigures } from '../figures/figures.rules.ts'
import { daysMax, type Period, periodAsked } from '../figures/period.rules.ts'
import { type Dimension, type Keys, readFigures, readTenders, shopNames } from '../figures/read.ts'
import { type View, viewFor } from '../figures/view.ts'

const groups = ['day', 'week', 'month', 'hour', 'shop', 'tender', 'product'] as const
type Group = (typeof groups)[number]

const row = group({
  key: text({ required: true, help: "A day, a week's Monday, a month's first, an hour, an id or a method" }),
  label: text(),
  ...figuresOutput,
  payments: integer({ help: 'By method of payment only, like the three below' }),
  refunds: integer(),
  paid: money(),
  refunded: money(),
})

export const salesReport = defineAction('sales', {
  label: 'Sales report',
  says: 'Says what was sold in a period and in the one before, grouped as wanted. What was not sold has no row.',
  method: 'GET',
  path: '/analytics/sales',
  also: ['/erp/reports/sales'],
  input: {
    from: date({ label: 'From', help: 'Thirty days up to the end where none is given' }),
    to: date({ label: 'To', help: 'Today where none is given' }),
    shop: link({ label: 'Shop', to: () => shop, help: 'All in reach where none is given' }),
    groupBy: choice(groups, {
      label: 'Group by',
      default: 'day',
      help: 'Hours count what was sold, not what came back',
    }),
    limit: integer({ label: 'Limit', min: 1, max: 200, default: 50, help: 'Of shops and products, the largest first' }),
  },
  output: {
    from: date({ required: true }),
    to: date({ required: true }),
    asOf: instant({ help: 'The last sale or return that is counted' }),
    totals: group(figuresOutput),
    before: group({ from: date({ required: true }), to: date({ required: true }), ...figuresOutput }),
    change: group({ sales: rate({ help: 'Percent' }), net: rate({ help: 'Percent' }) }),
    rows: list(row, { max: daysMax }),
  },
  refuses: ['NOT_FOUND', 'VALIDATION_FAILED'],
  run: async (context, { shopId, groupBy = 'day', limit = 50, ...asked }) => {
    const view = await viewFor(context, shopId)
    const { period, before } = periodAsked(asked, view.today)
    const [totals, earlier, rows] = await Promise.all([
      totalsOf(context, view, period),
      totalsOf(context, view, before),
      rowsOf(context, view, { ...period, by: groupBy, limit }),
    ])
    return {
      ...{ ...period, asOf: view.asOf, totals: answerOf(totals, view) },
      before: { ...before, ...answerOf(earlier, view) },
      change: {
        sales: changeOf(totals.sales, earlier.sales),
        net: changeOf(amountsOf(totals).net, amountsOf(earlier).net),
      },
      rows,
    }
  },
})

const totalsOf = async (context: Context, view: View, period: Period): Promise<Figures> =>
  (await readFigures(context, view, { ...period, by: [], limit: 1 }))[0] ?? noFigures

type Asked = Period & { by: Group; limit: number }

async function rowsOf(context: Context, view: View, { by, limit, ...period }: Asked) {
  if (by === 'tender') return tenderRows(context, view, period)
  const isRanked = by === 'shop' || by === 'product'
  const dimension: Dimension = by === 'day' ? 'date' : by
  const order = isRanked ? 'net' : undefined
  const slice = { ...period, by: [dimension], order, limit: isRanked ? limit : daysMax } as const
  const rows = await readFigures(context, view, slice)
  const labels = await labelsOf(context, by, rows)
  return rows.map((each) => {
    const key = keyOf(by, each)
    return { key, label: labels.get(key) ?? null, ...answerOf(each, view) }
  })
}

function keyOf(by: Exclude<Group, 'tender'>, row: Keys): string {
  const { date = '', week = '', month = '', hour = 0, shopId = '', productId } = row
  return { day: date, week, month, hour: String(hour).padStart(2, '0'), shop: shopId, product: productId ?? '' }[by]
}

async function labelsOf(context: Context, by: Group, rows: readonly Keys[]): Promise<Map<string, string>> {
  if (by === 'shop') return shopNames(context)
  if (by !== 'product') return new Map()
  const ids = rows.flatMap(({ productId }) => productId ?? [])
  const labels = await productLabels(context, ids)
  return new Map([...labels].map(([id, { sku, name }]) => [id, `${sku} ${name}`]))
}

async function tenderRows(context: Context, view: View, period: Period) {
  const inMoney = (amount: number) => ({ amount, currency: view.currency })
  const rows = await readTenders(context, view, period)
  return rows.map(({ method, payments, refunds, paid, refunded }) => ({
    ...{ key: method, label: null, payments, refunds },
    ...{ paid: inMoney(paid), refunded: inMoney(refunded) },
  }))
}
