/** Decisions about gift cards, without I/O. */
import { type Decimal, type RefusalDetail, refuse } from '#kernel'

/** A line of a sale that sells gift cards; `gross` in minor units. */
export type CardLine = { lineId: string; place: number; quantity: Decimal; gross: number }

/** More cards are not sold on one line. */
const cardsMax = 100

/**
 * What each card of a line holds, in minor units: what was paid for it, so that nothing is owed that was not paid.
 * Refuses VALIDATION_FAILED, naming `lines.<i>`, for parts of cards, more than 100 of them, cards for nothing, and a
 * price that does not go into the cards evenly (each taken back must give back exactly what it held).
 */
export function cardValues({ place, quantity, gross }: CardLine): number[] {
  const field = `lines.${place}.quantity`
  const count = /^\d{1,3}$/.test(quantity) ? Number(quantity) : 0
  if (count < 1 || count > cardsMax) throw invalid(field, `Sell 1 to ${cardsMax} whole gift cards on a line.`)
  if (gross <= 0) throw invalid(`lines.${place}`, 'A gift card holds what is paid for it: sell it for more than 0.')
  if (gross % count !== 0) throw invalid(field, 'The price does not go into so many cards: sell them on lines of one.')
  return Array.from({ length: count }, () => gross / count)
}

export type CodeRequest = {
  /** Who asks, and who issued the card. */
  actorId: string
  issuedById: string
  /** May see every code. */
  isManager: boolean
  /** Milliseconds since the card was made. */
  age: number
  isTouched: boolean
}

/** Long enough to print the card again after a paper jam. */
const minutesToPrint = 15

/** Whether the code may be shown: to managers, and to whoever sold the card, while it is being handed over. */
export const mayReveal = ({ actorId, issuedById, isManager, age, isTouched }: CodeRequest): boolean =>
  isManager || (actorId === issuedById && age <= minutesToPrint * 60_000 && !isTouched)

const invalid = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message } as RefusalDetail])
