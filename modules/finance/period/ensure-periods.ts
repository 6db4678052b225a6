/** Finds the periods of postings, and makes those that are missing. */
import { type CalendarDate, type Context, startOfMonth } from '#kernel'
import { companySettings } from '#modules/companies'
import { openDay, periodFacts } from './period.rules.ts'

/** A month's period, held against locking until the transaction ends. */
export type Period = { id: string; startsOn: CalendarDate; state: 'open' | 'locked' }
/** Where a posting goes: an open day and its period. */
export type Place = { date: CalendarDate; periodId: string }

/**
 * The periods of these days and all known later ones by their first day. Their rows are held shared: whoever wants to
 * lock one waits for this transaction, and then counts what it posted.
 */
export async function ensurePeriods(
  context: Context,
  dates: readonly CalendarDate[],
): Promise<ReadonlyMap<CalendarDate, Period>> {
  const months = [...new Set(dates.map(startOfMonth))].toSorted()
  const [first] = months
  if (first === undefined) return new Map()
  const found = await holdPeriods(context, first)
  const missing = months.filter((month) => !found.has(month))
  if (missing.length === 0) return found
  await makePeriods(context, missing)
  return holdPeriods(context, first)
}

async function holdPeriods({ sql, companyId }: Context, since: CalendarDate): Promise<Map<CalendarDate, Period>> {
  const rows = await sql<Period[]>`
    select id, starts_on as "startsOn", state from finance.accounting_period
    where company_id = ${companyId} and starts_on >= ${since} order by starts_on for share`
  return new Map(rows.map((row) => [row.startsOn, row]))
}

type Stamped = { id: string; version: number; [name: string]: unknown }

async function makePeriods(context: Context, months: readonly CalendarDate[]): Promise<void> {
  const { sql, companyId, now, newId } = context
  const { fiscalYearStartMonth } = await companySettings(context)
  const rows = months.map((startsOn) => ({ id: newId(), startsOn, ...periodFacts(startsOn, fiscalYearStartMonth) }))
  const made = await sql<Stamped[]>`
    insert into finance.accounting_period
      (company_id, id, starts_on, ends_on, fiscal_year, month, created_at, updated_at)
    select ${companyId}, p.id, p."startsOn", p."endsOn", p."fiscalYear", p.month,
      ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${sql.json(rows)})
      as p(id uuid, "startsOn" date, "endsOn" date, "fiscalYear" text, month int)
    order by p."startsOn"
    on conflict (company_id, starts_on) do nothing
    returning id, version, starts_on as "startsOn", ends_on as "endsOn", fiscal_year as "fiscalYear", month, state,
      locked_at as "lockedAt", locked_entries as "lockedEntries", locked_lines as "lockedLines",
      created_at as "createdAt", updated_at as "updatedAt"`
  for (const period of made) {
    const { id, version } = period
    const entity = 'finance.accountingPeriod'
    context.emit('accounting_period.created', { entity, id, version, data: { after: { ...period } } })
  }
}

/** Where what happened on each of these days is posted: on the day, or on the first open one after a locked period. */
export async function placesOf(context: Context, dates: readonly CalendarDate[]): Promise<(date: string) => Place> {
  const known = await ensurePeriods(context, dates)
  const locked = new Set([...known.values()].filter(({ state }) => state === 'locked').map(({ startsOn }) => startsOn))
  const days = new Map([...new Set(dates)].map((date) => [date, openDay(date, locked)]))
  const isKnown = [...days.values()].every((day) => known.has(startOfMonth(day)))
  const periods = isKnown ? known : await ensurePeriods(context, [...days.values()])
  return (date) => {
    const day = days.get(date) ?? date
    const period = periods.get(startOfMonth(day))
    if (!period) throw new Error(`no period was made for ${day}`)
    return { date: day, periodId: period.id }
  }
}
