/** What may be counted, and what a count means. Pure. */
import { formatMoney, type Money, multiplyMoney, type RefusalDetail, refuse, sumMoney } from '#kernel'

export type Denomination = { value: Money; count: number }

/**
 * Refuses CURRENCY_MISMATCH for another currency than the company's, VALIDATION_FAILED where coins and notes do not add
 * up to what was counted.
 */
export function checkCount(
  field: string,
  counted: Money,
  { currency, denominations }: { currency: string; denominations?: readonly Denomination[] | undefined },
): void {
  const values = denominations?.map(({ value }) => value) ?? []
  const foreign = [counted, ...values].find((each) => each.currency !== currency)
  if (foreign)
    throw refuse('CURRENCY_MISMATCH', [{ field, message: `must be in ${currency}, not ${foreign.currency}` }])
  if (!denominations?.length) return
  const sum = sumMoney(
    denominations.map(({ value, count }) => multiplyMoney(value, String(count))),
    currency,
  )
  if (sum.amount === counted.amount) return
  const details: RefusalDetail[] = [
    { field: 'denominations', message: `come to ${formatMoney(sum)}, but ${field} says ${formatMoney(counted)}` },
  ]
  throw refuse('VALIDATION_FAILED', details)
}

/** Minor units: what came into the drawer and left it. `cash` is net of change and refunds. */
export type Flow = { openingFloat: number; cash: number; paidIn: number; paidOut: number }

/** What should be in the drawer. */
export const expectedOf = ({ openingFloat, cash, paidIn, paidOut }: Flow): number =>
  openingFloat + cash + paidIn - paidOut

/** Whether so much over or short needs a word. */
export const needsReason = (variance: number, tolerance: number): boolean => Math.abs(variance) > tolerance
