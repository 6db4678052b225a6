import type { Finding } from './finding.ts'

/** Which of day, month and year comes first, second and third. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

const dateShape = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[T ]\s*\d{1,2}[:.]\d{2}.*)?$/

type Parts = { first: string; second: string; third: string; mark: string }

/** The three numbers of a cell that looks like a date, with or without a time behind it. */
export function datePartsOf(cell: string): Parts | undefined {
  const [, first, mark, second, third] = dateShape.exec(cell) ?? []
  if (!first || !mark || !second || !third) return undefined
  const lengths = [first.length, third.length]
  const isYearFirst = first.length === 4 && third.length <= 2
  if (!isYearFirst && !(first.length <= 2 && (third.length === 2 || third.length === 4))) return undefined
  return lengths.includes(3) ? undefined : { first, second, third, mark }
}

/** The orders in which the three numbers make a month and a day at all. */
function possibleOrders({ first, second, third }: Parts): DateOrder[] {
  const isMonth = (part: string) => Number(part) >= 1 && Number(part) <= 12
  const isDay = (part: string) => Number(part) >= 1 && Number(part) <= 31
  if (first.length === 4) return isMonth(second) && isDay(third) ? ['ymd'] : []
  const orders: DateOrder[] = []
  if (isDay(first) && isMonth(second)) orders.push('dmy')
  if (isMonth(first) && isDay(second)) orders.push('mdy')
  // Two-digit years come first only where nothing else fits: 10-12-25 as year-month-day is rare outside of East Asia.
  if (orders.length === 0 && third.length === 2 && isMonth(second) && isDay(third)) orders.push('ymd')
  return orders
}

/**
 * Finds the order of a column of dates by the values that only one order allows. Undefined when the column does not
 * hold dates (fewer than 9 in 10 cells).
 */
export function detectDateOrder(cells: readonly string[]): Finding<DateOrder> | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const dates = filled.map(datePartsOf).filter((parts) => parts !== undefined)
  if (dates.length === 0 || dates.length < filled.length * 0.9) return undefined
  const proofs: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 }
  for (const parts of dates) {
    const [only, ...others] = possibleOrders(parts)
    if (only && others.length === 0) proofs[only] += 1
  }
  const total = proofs.dmy + proofs.mdy + proofs.ymd
  if (total === 0) return guessByVariety(dates)
  const ranked = (['dmy', 'mdy', 'ymd'] as const).toSorted((a, b) => proofs[b] - proofs[a])
  const value = ranked[0] ?? 'dmy'
  const evidence = `${proofs[value]} of ${total} telling dates can only be ${value}`
  return { value, confidence: proofs[value] / total, evidence, ...(proofs[value] < total ? { ambiguous: true } : {}) }
}

/** No value decides: in a stretch of days the day varies more than the month, so the more varied number is the day. */
function guessByVariety(dates: readonly Parts[]): Finding<DateOrder> {
  const firsts = new Set(dates.map(({ first }) => Number(first))).size
  const seconds = new Set(dates.map(({ second }) => Number(second))).size
  if (firsts !== seconds) {
    const value = firsts > seconds ? 'dmy' : 'mdy'
    const evidence = `no value decides; the first number takes ${firsts} values and the second ${seconds}`
    return { value, confidence: 0.7, evidence, ambiguous: true }
  }
  return { value: 'dmy', confidence: 0.5, evidence: 'no value decides; day first is assumed', ambiguous: true }
}
