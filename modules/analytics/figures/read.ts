/** Reading sums out of the read models, by any of a closed set of dimensions. */
import type { Context, Sql } from '#kernel'
import type { Figures } from './figures.rules.ts'
import type { Period } from './period.rules.ts'
import type { View } from './view.ts'

/** What every read model can be grouped by, and the one dimension that each has of its own. */
export const dimensions = ['date', 'week', 'month', 'weekday', 'shop', 'hour', 'product', 'customer'] as const
export type Dimension = (typeof dimensions)[number]

/** How the value of a dimension is named in a row. `weekday` is 1 for Monday to 7. */
export type Keys = {
  date?: string
  /** Its Monday. */
  week?: string
  /** Its first day. */
  month?: string
  weekday?: number
  shopId?: string
  hour?: number
  productId?: string | null
  customerId?: string
}

export type Slice = Period & {
  by: readonly Dimension[]
  /** Whichever measure orders the rows, the largest first; by their keys unless told. */
  order?: Order | undefined
  ascending?: boolean | undefined
  limit: number
  productIds?: readonly string[] | undefined
  customerIds?: readonly string[] | undefined
  /** Products only, no charges such as postage. */
  goodsOnly?: boolean | undefined
  /** Sales to known customers only. */
  knownOnly?: boolean | undefined
}

type Fragment = ReturnType<Sql>

/** What rows can be ordered by. */
export const orders = ['sales', 'returns', 'units', 'net', 'gross', 'returned', 'cost', 'margin'] as const
export type Order = (typeof orders)[number]

const orderOf: Record<Order, (sql: Sql) => Fragment> = {
  sales: (sql) => sql`sum(sales)`,
  returns: (sql) => sql`sum(returns)`,
  units: (sql) => sql`sum(units - returned_units)`,
  net: (sql) => sql`sum(net - returned_net)`,
  gross: (sql) => sql`sum(net + tax - returned_net - returned_tax)`,
  returned: (sql) => sql`sum(returned_net + returned_tax)`,
  cost: (sql) => sql`sum(cost - returned_cost)`,
  margin: (sql) => sql`sum(net - cost - returned_net + returned_cost)`,
}

const keyOf: Record<Dimension, (sql: Sql) => { value: Fragment; name: Fragment }> = {
  date: (sql) => ({ value: sql`date`, name: sql`date` }),
  week: (sql) => ({ value: sql`date_trunc('week', date::timestamp)::date`, name: sql`week` }),
  month: (sql) => ({ value: sql`date_trunc('month', date::timestamp)::date`, name: sql`month` }),
  weekday: (sql) => ({ value: sql`extract(isodow from date)::int`, name: sql`weekday` }),
  shop: (sql) => ({ value: sql`shop_id`, name: sql`"shopId"` }),
  hour: (sql) => ({ value: sql`hour`, name: sql`hour` }),
  product: (sql) => ({ value: sql`product_id`, name: sql`"productId"` }),
  customer: (sql) => ({ value: sql`customer_id`, name: sql`"customerId"` }),
}

/** The dimensions that only one read model has; no two of them can be looked at together. */
export const ownDimensions = ['hour', 'product', 'customer'] as const

function tableOf(sql: Sql, { by, productIds, customerIds, goodsOnly, knownOnly }: Slice): Fragment {
  if (by.includes('hour')) return sql`analytics.hourly_sales`
  if (by.includes('product') || productIds || goodsOnly) return sql`analytics.product_daily`
  if (by.includes('customer') || customerIds || knownOnly) return sql`analytics.customer_daily`
  return sql`analytics.daily_sales`
}

const listed = (sql: Sql, parts: readonly Fragment[]): Fragment =>
  parts.reduce((all, part, index) => (index === 0 ? part : sql`${all}, ${part}`), sql``)

/** The condition of what a caller looks at: the company, the days, its currency, and the shops in reach. */
export const seen = ({ sql, companyId }: Pick<Context, 'sql' | 'companyId'>, view: View, { from, to }: Period) => sql`
  company_id = ${companyId} and date between ${from} and ${to} and currency = ${view.currency}
    and (${view.shops === null} or shop_id = any(${view.shops ?? []}::uuid[]))`

/** Sums of a slice within the view; without a dimension one row, also where there is nothing. */
export async function readFigures(context: Context, view: View, slice: Slice): Promise<(Keys & Figures)[]> {
  const { sql } = context
  const keys = slice.by.map((dimension) => keyOf[dimension](sql))
  const named = keys.map(({ value, name }) => sql`${value} as ${name}, `)
  const values = listed(
    sql,
    keys.map(({ value }) => value),
  )
  const direction = slice.ascending ? sql`asc` : sql`desc`
  const byKeys = keys.length > 0 ? values : sql`1`
  const order = slice.order ? sql`${orderOf[slice.order](sql)} ${direction}, ${byKeys}` : byKeys
  return sql<(Keys & Figures)[]>`
    select ${named.reduce((all, part) => sql`${all}${part}`, sql``)} ${sums(sql)}
    from ${tableOf(sql, slice)}
    where ${seen(context, view, slice)} ${filters(sql, slice)}
    ${keys.length > 0 ? sql`group by ${values}` : sql``}
    order by ${order} limit ${slice.limit}`
}

const sums = (sql: Sql): Fragment => sql`
  coalesce(sum(sales), 0)::bigint as sales, coalesce(sum(returns), 0)::bigint as returns,
  coalesce(sum(units), 0) as units, coalesce(sum(returned_units), 0) as "returnedUnits",
  coalesce(sum(net), 0)::bigint as net, coalesce(sum(tax), 0)::bigint as tax, coalesce(sum(cost), 0)::bigint as cost,
  coalesce(sum(returned_net), 0)::bigint as "returnedNet", coalesce(sum(returned_tax), 0)::bigint as "returnedTax",
  coalesce(sum(returned_cost), 0)::bigint as "returnedCost"`

function filters(sql: Sql, { productIds, customerIds, goodsOnly }: Slice): Fragment {
  const products = productIds ? sql`and product_id = any(${[...productIds]}::uuid[])` : sql``
  const customers = customerIds ? sql`and customer_id = any(${[...customerIds]}::uuid[])` : sql``
  const goods = goodsOnly ? sql`and kind <> 'charge' and product_id is not null` : sql``
  return sql`${products} ${customers} ${goods}`
}

export type TenderFigures = { method: string; payments: number; refunds: number; paid: number; refunded: number }

/** What each method of payment took and gave back. */
export async function readTenders(context: Context, view: View, period: Period): Promise<TenderFigures[]> {
  return context.sql<TenderFigures[]>`
    select method, sum(payments)::bigint as payments, sum(refunds)::bigint as refunds, sum(paid)::bigint as paid,
      sum(refunded)::bigint as refunded
    from analytics.tender_daily where ${seen(context, view, period)} group by method order by method`
}

/** Names of shops by id. */
export async function shopNames({ sql, companyId }: Pick<Context, 'sql' | 'companyId'>): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; name: string }[]>`
    select shop_id as id, name from analytics.shop where company_id = ${companyId}`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
