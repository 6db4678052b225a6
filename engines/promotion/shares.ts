/**
 * Exact parts of amounts. Products that fit into a safe integer are taken as numbers and others as big integers: both
 * come to the same, and a till with a thousand promotions prices while a cashier scans.
 */
import { divideRounded, shareOut } from '../../kernel/rounding.ts'

/** `amount` times `part` over `whole`, rounded half-up. None is negative and the whole is above zero. */
export function partOf(amount: number, part: number, whole: number): number {
  const product = amount * part
  if (!Number.isSafeInteger(product) || !Number.isSafeInteger(whole)) {
    return Number(divideRounded(BigInt(amount) * BigInt(part), BigInt(whole), 'half-up'))
  }
  const rest = product % whole
  const cut = (product - rest) / whole
  return rest * 2 >= whole ? cut + 1 : cut
}

/**
 * The amount over the values by largest remainder; equal remainders are served by position. The amount is at most the
 * sum of the values, so no share is more than its value.
 */
export function sharesOf(amount: number, values: readonly number[], total: number): number[] {
  if (!Number.isSafeInteger(amount * total)) {
    const whole = BigInt(amount)
    const exact = values.map((value) => whole * BigInt(value))
    return shareOut(exact, BigInt(total), whole).map(Number)
  }
  let missing = amount
  const rests: number[] = []
  const shares = values.map((value) => {
    const exact = amount * value
    const rest = exact % total
    const share = (exact - rest) / total
    rests.push(rest)
    missing -= share
    return share
  })
  if (missing === 0) return shares
  const served = rests.map((_, place) => place).sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b)
  for (const place of served.slice(0, missing)) shares[place] = (shares[place] ?? 0) + 1
  return shares
}
