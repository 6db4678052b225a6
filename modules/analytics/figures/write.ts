/** Adds sums to the read models: one statement a table, all in one round trip. */
import type { Context, Sql } from '#kernel'
import type { Tally } from './tally.rules.ts'

/** Adds what events came to. Whoever calls sees to it that each event is added once. */
export async function addTally({ sql, companyId }: Context, tally: Tally): Promise<void> {
  const to: Target = { sql, companyId }
  await Promise.all([
    tally.shops.length > 0 && writeShops(to, tally),
    tally.daily.length > 0 && addDaily(to, tally),
    tally.hourly.length > 0 && addHourly(to, tally),
    tally.products.length > 0 && addProducts(to, tally),
    tally.customers.length > 0 && addCustomers(to, tally),
    tally.tenders.length > 0 && addTenders(to, tally),
    tally.events > 0 && noteProgress(to, tally),
  ])
}

type Target = { sql: Sql; companyId: string }

/** The columns of figures, as they are stored, given, typed and added. */
const columns = (sql: Sql) =>
  sql`sales, returns, units, returned_units, net, tax, cost, returned_net, returned_tax, returned_cost`
const given = (sql: Sql) =>
  sql`sales, returns, units, "returnedUnits", net, tax, cost, "returnedNet", "returnedTax", "returnedCost"`
const types = (sql: Sql) => sql`date date, "shopId" uuid, currency text, sales int, returns int, units numeric,
  "returnedUnits" numeric, net bigint, tax bigint, cost bigint, "returnedNet" bigint, "returnedTax" bigint,
  "returnedCost" bigint`
const added = (sql: Sql) => sql`sales = d.sales + excluded.sales, returns = d.returns + excluded.returns,
  units = d.units + excluded.units, returned_units = d.returned_units + excluded.returned_units,
  net = d.net + excluded.net, tax = d.tax + excluded.tax, cost = d.cost + excluded.cost,
  returned_net = d.returned_net + excluded.returned_net, returned_tax = d.returned_tax + excluded.returned_tax,
  returned_cost = d.returned_cost + excluded.returned_cost`

const addDaily = ({ sql, companyId }: Target, { daily }: Tally) => sql`
  insert into analytics.daily_sales as d (company_id, date, shop_id, currency, ${columns(sql)})
  select ${companyId}, date, "shopId", currency, ${given(sql)}
  from jsonb_to_recordset(${sql.json(daily)}) as r(${types(sql)})
  on conflict (company_id, date, shop_id, currency) do update set ${added(sql)}`

const addHourly = ({ sql, companyId }: Target, { hourly }: Tally) => sql`
  insert into analytics.hourly_sales as d (company_id, date, shop_id, currency, hour, ${columns(sql)})
  select ${companyId}, date, "shopId", currency, hour, ${given(sql)}
  from jsonb_to_recordset(${sql.json(hourly)}) as r(${types(sql)}, hour int)
  on conflict (company_id, date, shop_id, hour, currency) do update set ${added(sql)}`

const addProducts = ({ sql, companyId }: Target, { products }: Tally) => sql`
  insert into analytics.product_daily as d
    (company_id, date, shop_id, currency, product_id, kind, unit, ${columns(sql)})
  select ${companyId}, date, "shopId", currency, "productId", kind, unit, ${given(sql)}
  from jsonb_to_recordset(${sql.json(products)}) as r(${types(sql)}, "productId" uuid, kind text, unit text)
  on conflict (company_id, date, product_id, shop_id, currency, kind, unit) do update set ${added(sql)}`

const addCustomers = ({ sql, companyId }: Target, { customers }: Tally) => sql`
  insert into analytics.customer_daily as d (company_id, date, shop_id, currency, customer_id, ${columns(sql)})
  select ${companyId}, date, "shopId", currency, "customerId", ${given(sql)}
  from jsonb_to_recordset(${sql.json(customers)}) as r(${types(sql)}, "customerId" uuid)
  on conflict (company_id, date, customer_id, shop_id, currency) do update set ${added(sql)}`

const addTenders = ({ sql, companyId }: Target, { tenders }: Tally) => sql`
  insert into analytics.tender_daily as d
    (company_id, date, shop_id, currency, method, payments, refunds, paid, refunded)
  select ${companyId}, date, "shopId", currency, method, payments, refunds, paid, refunded
  from jsonb_to_recordset(${sql.json(tenders)}) as r(date date, "shopId" uuid, currency text, method text,
    payments int, refunds int, paid bigint, refunded bigint)
  on conflict (company_id, date, shop_id, currency, method) do update set payments = d.payments + excluded.payments,
    refunds = d.refunds + excluded.refunds, paid = d.paid + excluded.paid, refunded = d.refunded + excluded.refunded`

const writeShops = ({ sql, companyId }: Target, { shops }: Tally) => sql`
  insert into analytics.shop (company_id, shop_id, code, name, time_zone)
  select ${companyId}, "shopId", code, name, "timeZone"
  from jsonb_to_recordset(${sql.json(shops)}) as r("shopId" uuid, code text, name text, "timeZone" text)
  on conflict (company_id, shop_id) do update set code = excluded.code, name = excluded.name,
    time_zone = excluded.time_zone`

const noteProgress = ({ sql, companyId }: Target, { events, latest = '' }: Tally) => sql`
  insert into analytics.progress as p (company_id, events, counted_to) values (${companyId}, ${events}, ${latest})
  on conflict (company_id) do update set events = p.events + excluded.events,
    counted_to = greatest(p.counted_to, excluded.counted_to)`
