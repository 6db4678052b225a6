/** What goes back for a part of a line, as the server works it out: differences of running totals, so parts add up. */
import { addDecimal, digitsOf, divideRounded } from '#engines/ground'

type Line = { quantity: string; returned?: string | null; gross: { amount: number } }

/** In minor units; only shown and offered, the server decides. */
export function refundOf(line: Line, quantity: string): number {
  const before = line.returned ?? '0'
  return upTo(line, addDecimal(before, quantity)) - upTo(line, before)
}

function upTo({ quantity, gross }: Line, returned: string): number {
  const whole = digitsOf(quantity)
  const part = digitsOf(returned)
  const up = BigInt(gross.amount) * part.digits * 10n ** BigInt(whole.scale)
  return Number(divideRounded(up, whole.digits * 10n ** BigInt(part.scale), 'half-up'))
}
