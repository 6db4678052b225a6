/** Which days figures cover, and which they are compared with. Both ends of a period belong to it. */
import { addDays, type CalendarDate, compareText, daysBetween, refuse, startOfMonth, startOfWeek } from '#kernel'

export type Period = { from: CalendarDate; to: CalendarDate }
/** A period and the one that it is measured against. */
export type Compared = { period: Period; before: Period }

/** Two years, so that a year compares with the one before in one look. */
export const daysMax = 731
const daysDefault = 30

/**
 * The days asked for, by default the 30 up to today, and as many before them. Refuses VALIDATION_FAILED where they end
 * before they begin or are more than two years.
 */
export function periodAsked(
  asked: { from?: string | undefined; to?: string | undefined },
  today: CalendarDate,
): Compared {
  const to = asked.to ?? (asked.from && asked.from > today ? asked.from : today)
  const from = asked.from ?? addDays(to, 1 - daysDefault)
  const days = daysBetween(from, to) + 1
  if (days < 1) throw refuse('VALIDATION_FAILED', [{ field: 'to', message: `Must not be before ${from}.` }])
  if (days > daysMax) {
    throw refuse('VALIDATION_FAILED', [{ field: 'from', message: `Ask for at most ${daysMax} days.` }])
  }
  return { period: { from, to }, before: { from: addDays(from, -days), to: addDays(from, -1) } }
}

/** The last so many days, today among them. */
export const lastDays = (today: CalendarDate, days: number): Period => ({ from: addDays(today, 1 - days), to: today })

/** All days of a period, in order. */
export const daysOf = ({ from, to }: Period): CalendarDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))

export const isWithin = (date: CalendarDate, { from, to }: Period): boolean => date >= from && date <= to

/**
 * Today, this week and this month so far, each with as much of the one before: a Wednesday's week with Monday to
 * Wednesday of last week, the 31st's month with all of a shorter month before.
 */
export function periodsToDate(today: CalendarDate): { today: Compared; week: Compared; month: Compared } {
  const monday = startOfWeek(today)
  const first = startOfMonth(today)
  const lastOfBefore = addDays(first, -1)
  const firstOfBefore = startOfMonth(lastOfBefore)
  const sameDay = addDays(firstOfBefore, daysBetween(first, today))
  return {
    today: { period: { from: today, to: today }, before: { from: addDays(today, -1), to: addDays(today, -1) } },
    week: { period: { from: monday, to: today }, before: { from: addDays(monday, -7), to: addDays(today, -7) } },
    month: {
      period: { from: first, to: today },
      before: { from: firstOfBefore, to: earlierOf(sameDay, lastOfBefore) },
    },
  }
}

const earlierOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (compareText(a, b) < 0 ? a : b)

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** "Tuesday". */
export const weekdayOf = (date: CalendarDate): string => weekdays[daysBetween(startOfWeek(date), date)] ?? ''
