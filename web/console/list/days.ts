/** Days and periods of filters. Days are texts (YYYY-MM-DD), so that no zone can move them. */

/** Periods that move with the calendar; a filter keeps the word, so that a saved view of this month stays one. */
export const periods = [
  ...['today', 'yesterday', 'last7', 'last30'],
  ...['thisMonth', 'lastMonth', 'thisYear', 'lastYear'],
] as const
export type Period = 'today' | 'yesterday' | 'last7' | 'last30' | 'thisMonth' | 'lastMonth' | 'thisYear' | 'lastYear'
export type Days = { from: string; to: string }

/** `@thisMonth` is how a filter's value says a period. */
export const periodOf = (value: string): Period | undefined =>
  value.startsWith('@') ? (periods.find((period) => `@${period}` === value) as Period | undefined) : undefined

/** The first and last day of a period, seen from a day. */
export function daysOf(period: Period, today: string): Days {
  const [year = 0, month = 1] = today.split('-').map(Number)
  switch (period) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'last7':
      return { from: addDays(today, -6), to: today }
    case 'last30':
      return { from: addDays(today, -29), to: today }
    case 'thisMonth':
      return monthOf(year, month)
    case 'lastMonth':
      return month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1)
    case 'thisYear':
      return { from: `${year}-01-01`, to: `${year}-12-31` }
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  }
}

const monthOf = (year: number, month: number): Days => ({
  from: dayText(Date.UTC(year, month - 1, 1)),
  to: dayText(Date.UTC(year, month, 0)),
})

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10)
export const addDays = (day: string, count: number): string =>
  dayText(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000)

/** The moment at which a day begins where the person is. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
export const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value)

/** Today where the person is. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
