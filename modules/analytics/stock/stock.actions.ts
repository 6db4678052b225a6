/** What lies in the warehouses, how fast it turns, and what nobody buys. */
import {
  type Context,
  code,
  date,
  daysBetween,
  defineAction,
  group,
  instant,
  instantOf,
  integer,
  link,
  list,
  money,
  msOf,
  quantity,
  rate,
  text,
} from '#kernel'
import { productLabels } from '#modules/catalog'
import { idleStock, type WarehouseStock, warehouseStock } from '#modules/inventory'
import { shop } from '#modules/shops'
import { amountsOf, noFigures, seesCost } from '../figures/figures.rules.ts'
import { daysMax, type Period, periodAsked } from '../figures/period.rules.ts'
import { readFigures } from '../figures/read.ts'
import { type View, viewFor } from '../figures/view.ts'
import { turnoverOf } from './turnover.rules.ts'

const warehousesMax = 500
const idleMax = 100
const dayMs = 86_400_000

const held = { products: integer(), lowStock: integer(), outOfStock: integer(), value: money({ see: seesCost }) }

export const stockFigures = defineAction('inventory', {
  label: 'Stock figures',
  says: 'Says what the stock of each warehouse is worth, how fast it turns, what is low, and what is not sold.',
  method: 'GET',
  path: '/analytics/inventory',
  input: {
    from: date({ label: 'From', help: 'Turnover is of these days; thirty up to the end where none is given' }),
    to: date({ label: 'To', help: 'Today where none is given' }),
    shop: link({ label: 'Shop', to: () => shop, help: 'All in reach where none is given' }),
    idleDays: integer({ label: 'Not sold for so many days', min: 1, max: daysMax, default: 90 }),
    limit: integer({ label: 'Limit of slow movers', min: 1, max: idleMax, default: 20 }),
  },
  output: {
    from: date({ required: true }),
    to: date({ required: true }),
    asOf: instant(),
    totals: group(held),
    warehouses: list(group({ warehouseId: code(), code: text(), name: text(), shopId: code(), ...held }), {
      max: warehousesMax,
    }),
    turnover: group(
      {
        costOfGoods: money({ required: true }),
        timesAYear: rate({ help: 'At the pace of the period, of the stock of today' }),
        daysOfStock: rate({ help: 'How long the stock of today lasts at that pace' }),
      },
      { see: seesCost },
    ),
    slowMovers: list(
      group({
        ...{ productId: code(), sku: text(), name: text(), warehouseId: code() },
        ...{ onHand: quantity(), lastSoldAt: instant(), value: money({ see: seesCost }) },
      }),
      { max: idleMax },
    ),
  },
  refuses: ['NOT_FOUND', 'VALIDATION_FAILED'],
  run: async (context, { shopId, idleDays = 90, limit = 20, ...asked }) => {
    const view = await viewFor(context, shopId)
    const { period } = periodAsked(asked, view.today)
    const [warehouses, slowMovers, sold] = await Promise.all([
      warehouseStock(context, view),
      slowMoversOf(context, view, { idleDays, limit }),
      readFigures(context, view, { ...period, by: [], limit: 1 }),
    ])
    const { cost } = amountsOf(sold[0] ?? noFigures)
    return {
      ...{ ...period, asOf: view.asOf, totals: heldAnswer(warehouses, view) },
      warehouses: warehouses.map((each) => {
        const { warehouseId, code, name, shopId } = each
        return { warehouseId, code, name, shopId, ...heldAnswer([each], view) }
      }),
      ...(view.costs ? { turnover: turnoverAnswer(warehouses, { cost, period, currency: view.currency }) } : {}),
      slowMovers,
    }
  },
})

function heldAnswer(warehouses: readonly WarehouseStock[], { costs, currency }: View) {
  const sum = (of: 'products' | 'low' | 'out' | 'value') => warehouses.reduce((total, each) => total + each[of], 0)
  return {
    ...{ products: sum('products'), lowStock: sum('low'), outOfStock: sum('out') },
    ...(costs ? { value: { amount: sum('value'), currency } } : {}),
  }
}

type Sold = { cost: number; period: Period; currency: string }

function turnoverAnswer(warehouses: readonly WarehouseStock[], { cost, period, currency }: Sold) {
  const value = warehouses.reduce((total, each) => total + each.value, 0)
  const days = daysBetween(period.from, period.to) + 1
  return { costOfGoods: { amount: cost, currency }, ...turnoverOf({ cost, value, days }) }
}

async function slowMoversOf(context: Context, view: View, { idleDays, limit }: { idleDays: number; limit: number }) {
  const since = instantOf(msOf(context.now) - idleDays * dayMs)
  const rows = await idleStock(context, { shops: view.shops, since, limit })
  const labels = await productLabels(
    context,
    rows.map(({ productId }) => productId),
  )
  return rows.map(({ value, ...row }) => ({
    ...{ ...row, ...labels.get(row.productId) },
    ...(view.costs ? { value: { amount: value, currency: view.currency } } : {}),
  }))
}
