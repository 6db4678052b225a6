/** How fast stock turns. */
import { type Decimal, divideDecimal } from '#kernel'

const daysInYear = 365

/**
 * Times a year that stock of this value would be sold at the pace of the period, and how many days it lasts; null where
 * there is no stock or nothing was sold. Measured on the stock of today, not on the average of the period.
 */
export function turnoverOf({ cost, value, days }: { cost: number; value: number; days: number }): {
  timesAYear: Decimal | null
  daysOfStock: Decimal | null
} {
  return {
    timesAYear: value > 0 ? divideDecimal(String(cost * daysInYear), String(value * days), 2) : null,
    daysOfStock: cost > 0 ? divideDecimal(String(value * days), String(cost), 1) : null,
  }
}
