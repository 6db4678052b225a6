/** Completes a period, and counts what it holds when it is locked: the proof that nothing came in afterwards. */
import { type Context, refuse, startOfMonth } from '#kernel'
import { companySettings } from '#modules/companies'
import { periodFacts } from './period.rules.ts'

type Row = Record<string, unknown>

/**
 * Runs with the period's row locked against postings, which hold it shared (see `ensurePeriods` and the triggers): what
 * is counted here is all there will be. Refuses VALIDATION_FAILED for a day that is not the first of a month.
 */
export async function guardPeriod(context: Context, next: Row, before: Row | undefined): Promise<void> {
  if (!before) {
    const startsOn = String(next.startsOn)
    if (startOfMonth(startsOn) !== startsOn) {
      throw refuse('VALIDATION_FAILED', [{ field: 'startsOn', message: 'must be the first day of a month' }])
    }
    Object.assign(next, periodFacts(startsOn, (await companySettings(context)).fiscalYearStartMonth))
    return
  }
  if (next.state === before.state) return
  const counted = next.state === 'locked' ? await countPosted(context, String(before.id)) : undefined
  next.lockedAt = counted ? context.now : null
  next.lockedEntries = counted?.entries ?? null
  next.lockedLines = counted?.lines ?? null
}

async function countPosted({ sql, companyId }: Context, periodId: string) {
  const [row] = await sql<{ entries: number; lines: number }[]>`
    select count(distinct e.id) as entries, count(l.id) as lines
    from finance.journal_entry e
    left join finance.ledger_line l on l.company_id = e.company_id and l.entry_id = e.id
    where e.company_id = ${companyId} and e.period_id = ${periodId}`
  return row
}
