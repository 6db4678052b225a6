/** The days that a report covers, when the caller does not say. */
import { businessDate, type Context, date, msOf, refuse } from '#kernel'
import { companySettings } from '#modules/companies'
import { fiscalYearStart } from '../period/period.rules.ts'
import type { Span } from './report.rules.ts'

export const fromField = date({ label: 'From', help: 'The first day of the fiscal year unless told.' })
export const toField = date({ label: 'To', help: 'Today in the time zone of the company unless told.' })

export type ReportSpan = Span & {
  /** The first day of the fiscal year of `from`. */
  yearStart: string
  /** Of the company. */
  currency: string
}

/** Completes the span. Refuses VALIDATION_FAILED where it ends before it begins. */
export async function spanOf(
  context: Context,
  given: { from?: string | undefined; to?: string | undefined },
): Promise<ReportSpan> {
  const { timeZone, fiscalYearStartMonth, currency } = await companySettings(context)
  const to = given.to ?? businessDate(msOf(context.now), timeZone)
  const from = given.from ?? fiscalYearStart(to, fiscalYearStartMonth)
  if (from > to) throw refuse('VALIDATION_FAILED', [{ field: 'from', message: `must not be after ${to}` }])
  return { from, to, currency, yearStart: fiscalYearStart(from, fiscalYearStartMonth) }
}
