/** Who buys: how many, how many of them for the first time, and what they are called. */
import type { CalendarDate, Context } from '#kernel'
import { customerNames } from '#modules/crm'
import type { Period } from '../figures/period.rules.ts'
import { seen } from '../figures/read.ts'
import type { View } from '../figures/view.ts'

export type Buyers = { customers: number; newCustomers: number }

/** How many known customers bought in a period, and how many of them never before at the shops in view. */
export async function countBuyers(context: Context, view: View, period: Period): Promise<Buyers> {
  const { sql, companyId } = context
  const [row] = await sql<Buyers[]>`
    select count(*)::int as customers, count(*) filter (where not exists (
      select from analytics.customer_daily e
      where e.company_id = ${companyId} and e.customer_id = b.customer_id and e.date < ${period.from} and e.sales > 0
        and (${view.shops === null} or e.shop_id = any(${view.shops ?? []}::uuid[]))))::int as "newCustomers"
    from (
      select customer_id from analytics.customer_daily where ${seen(context, view, period)} and sales > 0
      group by customer_id) b`
  return row ?? { customers: 0, newCustomers: 0 }
}

/** How many customer records the company has, and how many came since a day began in its zone. */
export async function countCustomers(
  { sql, companyId }: Context,
  { timeZone }: View,
  since: CalendarDate,
): Promise<{ total: number; new: number }> {
  const [row] = await sql<{ total: number; new: number }[]>`
    select count(*)::int as total,
      count(*) filter (where since >= (${since}::date)::timestamp at time zone ${timeZone})::int as new
    from analytics.customer where company_id = ${companyId}`
  return row ?? { total: 0, new: 0 }
}

/** Names for those who may read customers; none for others. */
export const namesFor = (context: Context, ids: readonly string[]): Promise<Map<string, string>> =>
  customerNames(context, context.may('crm.customer.read') ? ids : [])
