/** Which products bring in the most and the least. */
import { date, defineAction, group, instant, integer, link, list } from '#kernel'
import { shop } from '#modules/shops'
import { periodAsked } from '../figures/period.rules.ts'
import { viewFor } from '../figures/view.ts'
import { rankedOutput, rankProducts } from './product.queries.ts'

const rowsMax = 100

export const productFigures = defineAction('products', {
  label: 'Products',
  says: 'Says which products brought in the most and which the least of those that moved in a period.',
  method: 'GET',
  path: '/analytics/products',
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
    best: list(group(rankedOutput), { max: rowsMax }),
    worst: list(group(rankedOutput), { max: rowsMax }),
  },
  refuses: ['NOT_FOUND', 'VALIDATION_FAILED'],
  run: async (context, { shopId, limit = 10, ...asked }) => {
    const view = await viewFor(context, shopId)
    const { period } = periodAsked(asked, view.today)
    const [best, worst] = await Promise.all([
      rankProducts(context, view, { ...period, limit }),
      rankProducts(context, view, { ...period, limit, ascending: true }),
    ])
    return { ...period, asOf: view.asOf, best, worst }
  },
})
