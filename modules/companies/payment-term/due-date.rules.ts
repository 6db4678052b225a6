/** When a document is due. Pure. */
import { addDays, type CalendarDate, startOfMonth } from '#kernel'

export type TermRule = { days: number; fromMonthEnd: boolean; dueDay: number | null }

const lastOfMonth = (date: CalendarDate): CalendarDate => addDays(startOfMonth(addDays(startOfMonth(date), 31)), -1)

/**
 * The due date of a document: `days` after its date, or after the last day of its month; then on to the next `dueDay`,
 * where a month that is shorter ends on its last day. Without a term it is due on its own day.
 */
export function dueDate(date: CalendarDate, term: TermRule | undefined): CalendarDate {
  if (!term) return date
  const counted = addDays(term.fromMonthEnd ? lastOfMonth(date) : date, term.days)
  if (term.dueDay === null) return counted
  const within = dayOfMonth(counted, term.dueDay)
  return within >= counted ? within : dayOfMonth(addDays(lastOfMonth(counted), 1), term.dueDay)
}

function dayOfMonth(month: CalendarDate, day: number): CalendarDate {
  const last = lastOfMonth(month)
  const wanted = `${month.slice(0, 8)}${String(day).padStart(2, '0')}`
  return wanted < last ? wanted : last
}
