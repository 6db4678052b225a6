/** How old what is open is. Pure. */
import { type CalendarDate, daysBetween } from '#kernel'

/** From when to when in days past the due date; the first one is not overdue, the last has no end. */
export const buckets = ['notDue', 'to30', 'to60', 'to90', 'over90'] as const
export type Bucket = (typeof buckets)[number]

/** Days past the due date: 0 on it and before, 1 on the day after it. */
export const daysOverdue = (dueOn: CalendarDate, on: CalendarDate): number => Math.max(0, daysBetween(dueOn, on))

/** 0, 1 to 30, 31 to 60, 61 to 90 and more days past the due date. */
export function bucketOf(dueOn: CalendarDate, on: CalendarDate): Bucket {
  const days = daysOverdue(dueOn, on)
  if (days === 0) return 'notDue'
  if (days <= 30) return 'to30'
  if (days <= 60) return 'to60'
  return days <= 90 ? 'to90' : 'over90'
}
