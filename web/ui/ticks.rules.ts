/** Where the lines of a chart stand. */

/**
 * Whole, even steps that enclose the values and zero, lowest first: at most six of them, as 0, 500, 1000, 1500. Values
 * are what bars are drawn from; they may be inexact, and the figures beside them are not.
 */
export function ticksFor(values: readonly number[]): number[] {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const step = stepFor((high - low) / 4)
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

/** The next of 1, 2, 2.5, 5, 10 and so on; nothing between whole numbers. */
function stepFor(least: number): number {
  if (least <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 2.5, 5].find((each) => each * power >= least && Number.isInteger(each * power))
  return (factor ?? 10) * power
}
