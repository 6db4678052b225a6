/** Who buys, who came back, and who is new. */
import { type Context, code, date, defineAction, group, instant, integer, link, list, money, text } from '#kernel'
import { shop } from '#modules/shops'
import { amountsOf, answerOf, averageOf, figuresOutput, noFigures, sumFigures } from '../figures/figures.rules.ts'
import { type Period, periodAsked } from '../figures/period.rules.ts'
import { readFigures } from '../figures/read.ts'
import { type View, viewFor } from '../figures/view.ts'
import { type Buyers, countBuyers, namesFor } from './customer.queries.ts'

const rowsMax = 100
const counts = { customers: integer(), newCustomers: integer(), returningCustomers: integer() }

export const customerFigures = defineAction('customers', {
  label: 'Customers',
  says: 'Says how many known customers bought in a period, how many for the first time, and who bought the most.',
  method: 'GET',
  path: '/analytics/customers',
  input: {
    from: date({ label: 'From', help: 'Thirty days up to the end where none is given' }),
    to: date({ label: 'To', help: 'Today where none is given' }),
    shop: link({ label: 'Shop', to: () => shop, help: 'All in reach where none is given' }),
    limit: integer({ label: 'Limit', min: 1, max: rowsMax, default: 10 }),
  },
  output: {
    from: date({ required: true }),
    to: date({ required: true }),
    asOf: instant(),
    ...counts,
    averageNet: money({ help: 'What a known customer brought in; null without any' }),
    known: group(figuresOutput, { help: 'Sales to known customers' }),
    unknown: group({ sales: integer({ help: 'Sales without a customer' }) }),
    before: group({ from: date({ required: true }), to: date({ required: true }), ...counts }),
    top: list(group({ customerId: code({ required: true }), name: text(), ...figuresOutput }), { max: rowsMax }),
  },
  refuses: ['NOT_FOUND', 'VALIDATION_FAILED'],
  run: async (context, { shopId, limit = 10, ...asked }) => {
    const view = await viewFor(context, shopId)
    const { period, before } = periodAsked(asked, view.today)
    const [buyers, earlier, all, known, top] = await Promise.all([
      countBuyers(context, view, period),
      countBuyers(context, view, before),
      readFigures(context, view, { ...period, by: [], limit: 1 }),
      knownOf(context, view, period),
      topOf(context, view, { ...period, limit }),
    ])
    const averageNet = averageOf(amountsOf(known).net, buyers.customers)
    return {
      ...{ ...period, asOf: view.asOf, ...withReturning(buyers) },
      averageNet: averageNet === null ? null : { amount: averageNet, currency: view.currency },
      known: answerOf(known, view),
      unknown: { sales: sumFigures(all).sales - known.sales },
      before: { ...before, ...withReturning(earlier) },
      top,
    }
  },
})

const withReturning = ({ customers, newCustomers }: Buyers) => ({
  ...{ customers, newCustomers },
  returningCustomers: customers - newCustomers,
})

/** All sales to known customers: the sums by customer, added up by the database. */
const knownOf = async (context: Context, view: View, period: Period) =>
  (await readFigures(context, view, { ...period, by: [], knownOnly: true, limit: 1 }))[0] ?? noFigures

async function topOf(context: Context, view: View, slice: Period & { limit: number }) {
  const rows = await readFigures(context, view, { ...slice, by: ['customer'], order: 'net' })
  const names = await namesFor(
    context,
    rows.flatMap(({ customerId }) => customerId ?? []),
  )
  return rows.map((row) => {
    const customerId = row.customerId ?? ''
    return { customerId, name: names.get(customerId) ?? null, ...answerOf(row, view) }
  })
}
