/** Card numbers stay out of the house. Pure. */
import { paymentsRefusals } from '../refusals.ts'

/** Refuses CARD_NUMBER_REFUSED for a source that holds what may be a card number: 12 to 19 digits that pass Luhn. */
export function mustBeToken(source: string | undefined): void {
  const digits = source?.replace(/[\s-]/g, '') ?? ''
  for (const [run] of digits.matchAll(/\d{12,19}/g)) {
    if (!passesLuhn(run)) continue
    throw paymentsRefusals.refuse('CARD_NUMBER_REFUSED', [{ field: 'source', message: 'looks like a card number' }])
  }
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
