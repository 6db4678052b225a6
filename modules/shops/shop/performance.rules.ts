/** Which days a look at a shop's performance covers, and how two stretches of days compare. */
import { addDays, type CalendarDate, daysBetween, divideDecimal, refuse } from '#kernel'

/** A year with a leap day. */
export const daysMax = 366
const daysDefault = 30

/** Both ends belong to the period. */
export type Period = { from: CalendarDate; to: CalendarDate }

/**
 * The period asked for, by default the 30 days up to today, and the one of the same length before it. Refuses
 * VALIDATION_FAILED where it ends before it begins or is longer than a year.
 */
export function periodsOf(
  { from, to }: { from?: CalendarDate | undefined; to?: CalendarDate | undefined },
  today: CalendarDate,
): { period: Period; before: Period } {
  const end = to ?? (from && from > today ? from : today)
  const start = from ?? addDays(end, 1 - daysDefault)
  const days = daysBetween(start, end) + 1
  if (days < 1) throw refuse('VALIDATION_FAILED', [{ field: 'to', message: `Must not be before ${start}.` }])
  if (days > daysMax)
    throw refuse('VALIDATION_FAILED', [{ field: 'from', message: `Ask for at most ${daysMax} days.` }])
  return { period: { from: start, to: end }, before: { from: addDays(start, -days), to: addDays(start, -1) } }
}

/** Figures of a day or of several; amounts in minor units. */
export type Figures = { sales: number; returns: number; net: number; tax: number; total: number }

export const sumFigures = (rows: readonly Figures[]): Figures =>
  rows.reduce(
    (sum, row) => ({
      sales: sum.sales + row.sales,
      returns: sum.returns + row.returns,
      net: sum.net + row.net,
      tax: sum.tax + row.tax,
      total: sum.total + row.total,
    }),
    { sales: 0, returns: 0, net: 0, tax: 0, total: 0 },
  )

/** The change in percent with one decimal, such as "12.5"; null where there was nothing before. */
export const changeOf = (now: number, before: number): string | null =>
  before === 0 ? null : divideDecimal(String(100 * (now - before)), String(Math.abs(before)), 1)
