/** What holds at a shop: its own policy, else the company's, else what stands here. */
import { type Context, exponentOf, type Money } from '#kernel'

export type Policy = {
  varianceTolerance: Money
  offlineCardTicketMax: Money
  offlineCardTotalMax: Money
  offlineHoursMax: number
}

/** In whole units of the currency. A bank's usual floor limit, and the day after which it may decline. */
const defaults = { tolerance: 5, cardTicket: 250, cardTotal: 2500, hours: 24 } as const

type Row = {
  tolerance: number | null
  ticket: number | null
  total: number | null
  hours: number | null
}

/** Each value from the nearest policy that says it. */
export async function policyAt(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  { shopId, currency }: { shopId: string; currency: string },
): Promise<Policy> {
  const rows = await sql<Row[]>`
    select variance_tolerance_amount as tolerance, offline_card_ticket_max_amount as ticket,
      offline_card_total_max_amount as total, offline_hours_max as hours
    from pos.till_policy where company_id = ${companyId} and (shop_id = ${shopId} or shop_id is null)
    order by shop_id nulls last`
  const said = <K extends keyof Row>(name: K) => rows.find((row) => row[name] !== null)?.[name] ?? null
  const whole = (units: number): Money => ({ amount: units * 10 ** exponentOf(currency), currency })
  const amount = (minor: number | null, units: number) => (minor === null ? whole(units) : { amount: minor, currency })
  return {
    varianceTolerance: amount(said('tolerance'), defaults.tolerance),
    offlineCardTicketMax: amount(said('ticket'), defaults.cardTicket),
    offlineCardTotalMax: amount(said('total'), defaults.cardTotal),
    offlineHoursMax: said('hours') ?? defaults.hours,
  }
}
