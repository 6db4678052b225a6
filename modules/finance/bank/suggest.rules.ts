/** What a bank line probably is. Pure; amounts in minor units. */
import { type CalendarDate, daysBetween } from '#kernel'
import type { Item } from '../open-item/match.rules.ts'
import type { Side } from '../open-item/open-item.entity.ts'

export type Line = {
  id: string
  bookedOn: CalendarDate
  amount: number
  text: string
  party: string | null
  reference: string | null
}
/** A payment that was recorded already; `amount` above zero where it came in. */
export type KnownPayment = { id: string; number: string; paidOn: CalendarDate; amount: number }
export type LearnedParty = { key: string; side: Side; partyId: string }

export const reasons = ['payment', 'number', 'amount', 'party'] as const
export type Reason = (typeof reasons)[number]

/** Either a payment that is there, or a party with the items that it pays; without items what is due first. */
export type Suggestion = {
  lineId: string
  isExact: boolean
  reasons: Reason[]
  paymentId: string | null
  side: Side | null
  partyId: string | null
  itemIds: string[]
}

/** How a name on bank lines is recognised again. */
export const keyOf = ({ party, text }: Pick<Line, 'party' | 'text'>): string =>
  (party ?? text)
    .toLowerCase()
    .replace(/[0-9]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 140)

/** What may be a document's number in a line, in capitals. */
export const numbersIn = ({ text, reference }: Pick<Line, 'text' | 'reference'>): string[] =>
  [...`${text} ${reference ?? ''}`.toUpperCase().matchAll(/[A-Z0-9][A-Z0-9/_-]{3,79}/g)].map(([found]) => found)

type Known = { items: readonly Item[]; payments: readonly KnownPayment[]; learned: ReadonlyMap<string, LearnedParty> }

/**
 * The best guess for a line; undefined where there is none. Exact ones may be accepted unseen: a recorded payment of
 * the same amount within a week, documents named by number that come to the amount, or the only document of the amount
 * where the party is one that was learned.
 */
export function suggest(line: Line, { items, payments, learned }: Known): Suggestion | undefined {
  const base = { lineId: line.id, paymentId: null, side: null, partyId: null, itemIds: [] }
  const same = payments.filter(
    ({ amount, paidOn }) => amount === line.amount && Math.abs(daysBetween(paidOn, line.bookedOn)) <= 7,
  )
  const [payment] = same
  if (payment) return { ...base, isExact: same.length === 1, reasons: ['payment', 'amount'], paymentId: payment.id }
  const open = items.filter((item) => Math.sign(item.open) === Math.sign(line.amount))
  const party = learned.get(keyOf(line))
  return byNumber(line, open, base) ?? byAmount(line, open, { base, party }) ?? byParty(base, party)
}

type Base = Pick<Suggestion, 'lineId' | 'paymentId'>

function byNumber(line: Line, open: readonly Item[], base: Base): Suggestion | undefined {
  const numbers = new Set(numbersIn(line))
  const named = open.filter(({ number }) => numbers.has(number.toUpperCase()))
  const [first] = named
  if (!first || named.some(({ partyId, side }) => partyId !== first.partyId || side !== first.side)) return undefined
  const isExact = named.reduce((sum, item) => sum + item.open, 0) === line.amount
  return { ...base, isExact, reasons: isExact ? ['number', 'amount'] : ['number'], ...of(first, named) }
}

function byAmount(
  line: Line,
  open: readonly Item[],
  { base, party }: { base: Base; party: LearnedParty | undefined },
): Suggestion | undefined {
  const same = open.filter((item) => item.open === line.amount)
  const own = same.filter(({ partyId }) => partyId === party?.partyId)
  const [found] = own.length > 0 ? own : same
  if (!found || (own.length === 0 && same.length > 1)) return undefined
  const isExact = own.length === 1
  return { ...base, isExact, reasons: own.length > 0 ? ['party', 'amount'] : ['amount'], ...of(found, [found]) }
}

const byParty = (base: Base, party: LearnedParty | undefined): Suggestion | undefined =>
  party && { ...base, isExact: false, reasons: ['party'], side: party.side, partyId: party.partyId, itemIds: [] }

const of = ({ side, partyId }: Item, items: readonly Item[]) => ({ side, partyId, itemIds: items.map(({ id }) => id) })
