/** Cash as people hand it over: notes and coins of each currency, and the amounts that are likely next. Pure. */
import { exponentOf } from '#engines/currency'

/** Notes and coins in use, in minor units, largest first. */
const cash: Readonly<Record<string, readonly number[]>> = {
  GBP: [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  EUR: [50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  USD: [10_000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1],
  INR: [50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100],
  TRY: [20_000, 10_000, 5000, 2000, 1000, 500, 100, 50, 25, 10, 5],
  AED: [100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 100, 50, 25],
  SAR: [50_000, 20_000, 10_000, 5000, 1000, 500, 200, 100, 50, 25, 10, 5],
  KWD: [20_000, 10_000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5],
  JPY: [10_000, 5000, 1000, 500, 100, 50, 10, 5, 1],
}

/** What there is of a currency; of one that nobody has listed, the steps that most have. */
export function denominationsOf(currency: string): readonly number[] {
  const known = cash[currency]
  if (known) return known
  const unit = 10 ** exponentOf(currency)
  const steps = [100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.01].map((step) => Math.round(step * unit))
  return [...new Set(steps)].filter((step) => step > 0)
}

/** The notes alone: what stands on buttons. */
export const notesOf = (currency: string): readonly number[] =>
  denominationsOf(currency)
    .filter((value) => value >= 5 * 10 ** exponentOf(currency))
    .slice(0, 6)

/** Up to four amounts that somebody who owes `due` is likely to hand over, the exact one not among them. */
export function quickAmounts(due: number, currency: string): number[] {
  const unit = 10 ** exponentOf(currency)
  const steps = denominationsOf(currency).filter((value) => value >= unit)
  const rounded = steps.map((step) => Math.ceil(due / step) * step)
  return [...new Set(rounded)]
    .filter((amount) => amount > due)
    .toSorted((a, b) => a - b)
    .slice(0, 4)
}

/** Change in the fewest notes and coins: how many of each value. */
export function changeIn(amount: number, currency: string): { value: number; count: number }[] {
  let left = amount
  return denominationsOf(currency).flatMap((value) => {
    const count = Math.floor(left / value)
    left -= count * value
    return count > 0 ? [{ value, count }] : []
  })
}
