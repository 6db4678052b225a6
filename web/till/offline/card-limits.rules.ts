/** Whether a till without network may take a card: the limits of its shop, decided before the card is out. Pure. */
import type { Limits, Money, Tender } from '#web/till/values.ts'

export type CardRisk = {
  limits: Limits | undefined
  /** By card on sales that wait for the server. */
  waitingByCard: number
  /** For how long the server has been gone. */
  offlineMs: number
}
export type CardProblem = { why: 'unknown' } | { why: 'ticket' | 'total'; max: Money } | { why: 'hours'; hours: number }

const hourMs = 3_600_000

/** Why `amount` (minor units) cannot go on a card now; undefined where it can. */
export function cardProblem(amount: number, { limits, waitingByCard, offlineMs }: CardRisk): CardProblem | undefined {
  if (!limits) return { why: 'unknown' }
  const { cardTicketMax, cardTotalMax, hoursMax } = limits
  if (offlineMs > hoursMax * hourMs) return { why: 'hours', hours: hoursMax }
  if (amount > cardTicketMax.amount) return { why: 'ticket', max: cardTicketMax }
  return waitingByCard + amount > cardTotalMax.amount ? { why: 'total', max: cardTotalMax } : undefined
}

/** What tenders take by card, in minor units. */
export const byCard = (tenders: readonly Tender[]): number =>
  tenders.reduce((sum, { method, amount }) => (method === 'card' ? sum + amount.amount : sum), 0)
