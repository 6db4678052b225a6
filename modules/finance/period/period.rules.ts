/** Months of the books, and the day on which something is posted. Pure. */
import { addDays, type CalendarDate, fiscalYearOf, startOfMonth } from '#kernel'

/** The first day of the month after a date's. */
export const nextMonth = (date: CalendarDate): CalendarDate => startOfMonth(addDays(startOfMonth(date), 31))

/** What a period is beside its first day. `month` counts within the fiscal year, from 1. */
export type PeriodFacts = { endsOn: CalendarDate; fiscalYear: string; month: number }

/**
 * The facts of the month that starts on a day, for a fiscal year that starts on the first of `startMonth` (1 to 12).
 */
export function periodFacts(startsOn: CalendarDate, startMonth: number): PeriodFacts {
  return {
    endsOn: addDays(nextMonth(startsOn), -1),
    fiscalYear: fiscalYearOf(startsOn, startMonth),
    month: ((Number(startsOn.slice(5, 7)) - startMonth + 12) % 12) + 1,
  }
}

/**
 * The day on which what happened on `date` is posted: itself, or the first day of the next month that is not locked.
 */
export function openDay(date: CalendarDate, locked: ReadonlySet<CalendarDate>): CalendarDate {
  if (!locked.has(startOfMonth(date))) return date
  let month = nextMonth(date)
  while (locked.has(month)) month = nextMonth(month)
  return month
}

/** The first day of the fiscal year of a date. */
export function fiscalYearStart(date: CalendarDate, startMonth: number): CalendarDate {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < startMonth ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(startMonth).padStart(2, '0')}-01`
}
