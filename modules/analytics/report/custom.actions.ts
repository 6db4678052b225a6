/** A report that the caller puts together. */
import { boolean, choice, code, date, defineAction, group, instant, integer, list, record } from '#kernel'
import { periodAsked } from '../figures/period.rules.ts'
import { dimensions, orders, readFigures } from '../figures/read.ts'
import { viewFor } from '../figures/view.ts'
import { checkWanted, measures, reportRow } from './custom.rules.ts'

const rowsMax = 1000
const uuid = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
const ids = (label: string) => list(code({ pattern: uuid, max: 36 }), { label, min: 1, max: 200 })

/** A POST because what it asks for is long; it reads only. */
export const customReport = defineAction('report', {
  label: 'Custom report',
  says: 'Sums chosen measures of sales by chosen dimensions, at most 1,000 rows. Changes nothing.',
  path: '/analytics/reports',
  right: 'read',
  input: {
    measures: list(choice(measures), { label: 'Measures', required: true, min: 1, max: measures.length }),
    dimensions: list(choice(dimensions), {
      label: 'Dimensions',
      help: 'One row of totals where none is given; only one of hour, product and customer',
      max: 4,
    }),
    from: date({ label: 'From', help: 'Thirty days up to the end where none is given' }),
    to: date({ label: 'To', help: 'Today where none is given' }),
    filters: group(
      { shopIds: ids('Shops'), productIds: ids('Products'), customerIds: ids('Customers') },
      { label: 'Filters', help: 'What is beyond reach counts for nothing' },
    ),
    sort: choice(orders, { label: 'Sort by', help: 'By the dimensions where none is given' }),
    ascending: boolean({ label: 'The smallest first', help: 'Where sorted by a measure' }),
    limit: integer({ label: 'Limit', min: 1, max: rowsMax }),
  },
  output: {
    from: date({ required: true }),
    to: date({ required: true }),
    asOf: instant(),
    rows: list(record({ help: 'The dimensions and measures by name' }), { max: rowsMax }),
    isCut: boolean({ required: true, help: 'There are more rows than the limit' }),
  },
  refuses: ['VALIDATION_FAILED'],
  example: {
    ...{ measures: ['net', 'units'], dimensions: ['month', 'shop'] },
    ...{ from: '2026-01-01', to: '2026-06-30', sort: 'net' },
  },
  run: async (context, { from, to, filters = {}, sort, ascending, limit = rowsMax, ...asked }) => {
    const { shopIds, ...others } = filters
    const wanted = { measures: asked.measures, dimensions: asked.dimensions ?? [], sort, ...others }
    const all = await viewFor(context)
    checkWanted(wanted, all)
    const view = { ...all, shops: narrowed(all.shops, shopIds) }
    const { period } = periodAsked({ from, to }, view.today)
    const slice = { ...period, by: wanted.dimensions, order: sort, ascending, ...others }
    const rows = await readFigures(context, view, { ...slice, limit: limit + 1 })
    return {
      ...{ ...period, asOf: view.asOf },
      rows: rows.slice(0, limit).map((row) => reportRow(row, wanted, view)),
      isCut: rows.length > limit,
    }
  },
})

/** Of the shops in reach those that are asked for; null is all. */
function narrowed(reach: string[] | null, asked: string[] | undefined): string[] | null {
  if (!asked) return reach
  const wanted = asked.map((id) => id.toLowerCase())
  return reach ? wanted.filter((id) => reach.includes(id)) : wanted
}
