/** Exact division of whole numbers with a named rounding: the one place where money is rounded. */

/** What to do with an exact half: `half-up` goes away from zero (commercial), `half-even` to the even neighbour. */
export type Rounding = 'half-up' | 'half-even'

/** The quotient of two whole numbers, rounded to a whole number. The divisor is positive. Symmetric around zero. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor
  const rest = dividend % divisor
  if (rest === 0n) return quotient
  const twice = (rest < 0n ? -rest : rest) * 2n
  if (twice < divisor) return quotient
  if (twice === divisor && rounding === 'half-even' && quotient % 2n === 0n) return quotient
  return dividend < 0n ? quotient - 1n : quotient + 1n
}

/**
 * Whole shares that add up to `total`, each less than one from its exact share `exact[i] / divisor`. Every share is
 * cut towards zero; the units that are missing (or too many, when shares of both signs meet) go to the largest
 * remainders of that sign, and equal remainders are served by position. `total` must be the sum of the exact shares,
 * rounded or not: any other total is a RangeError. The divisor is positive.
 */
export function shareOut(exact: readonly bigint[], divisor: bigint, total: bigint): bigint[] {
  const shares = exact.map((share) => share / divisor)
  let missing = shares.reduce((rest, share) => rest - share, total)
  if (missing === 0n) return shares
  const step = missing > 0n ? 1n : -1n
  const remainders = exact.map((share, position) => ({ position, size: (share % divisor) * step }))
  const served = remainders.filter((one) => one.size > 0n).sort(bySizeThenPosition)
  for (const { position } of served) {
    if (missing === 0n) break
    shares[position] = (shares[position] ?? 0n) + step
    missing -= step
  }
  if (missing !== 0n) throw new RangeError('The total is not the sum of the shares.')
  return shares
}

type Remainder = { position: number; size: bigint }

function bySizeThenPosition(a: Remainder, b: Remainder): number {
  if (a.size === b.size) return a.position - b.position
  return a.size > b.size ? -1 : 1
}
