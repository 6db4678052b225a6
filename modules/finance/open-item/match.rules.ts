/** What may be matched with what. Pure; amounts in minor units, debit above zero. */
import { type CalendarDate, compareText, refuse } from '#kernel'
import { financeRefusals } from '../refusals.ts'
import type { Side } from './open-item.entity.ts'

export type Item = {
  id: string
  side: Side
  partyId: string
  currency: string
  number: string
  issuedOn: CalendarDate
  dueOn: CalendarDate
  open: number
}

/** `amount` is above zero; without one as much as both have open. */
export type WantedMatch = { debitId: string; creditId: string; amount?: number | undefined }
export type Match = { debitId: string; creditId: string; amount: number; currency: string; matchedOn: CalendarDate }
/** The matches, and what is open afterwards of each item that they touch. */
export type Matched = { matches: Match[]; open: Map<string, number> }

/**
 * Matches one after the other. Refuses REFERENCE_NOT_FOUND for items that are not there, MATCH_IMPOSSIBLE for items of
 * two parties, ledgers or currencies, or of one side, and MATCH_EXCEEDS_OPEN, each naming `matches.<i>`.
 */
export function matchAll(items: ReadonlyMap<string, Item>, wanted: readonly WantedMatch[]): Matched {
  const open = new Map<string, number>()
  const matches = wanted.map(({ debitId, creditId, amount: asked }, index): Match => {
    const [debit, credit] = [items.get(debitId), items.get(creditId)]
    const field = `matches.${index}`
    if (!debit || !credit) throw unknown(`${field}.${debit ? 'creditId' : 'debitId'}`)
    mustBelongTogether(debit, credit, field)
    const [due, given] = [open.get(debitId) ?? debit.open, -(open.get(creditId) ?? credit.open)]
    const most = Math.min(due, given)
    const amount = asked ?? most
    if (amount <= 0 || amount > most) {
      const message = `At most ${most} (minor units) is open of both ${debit.number} and ${credit.number}.`
      throw financeRefusals.refuse('MATCH_EXCEEDS_OPEN', [{ field: `${field}.amount`, message }])
    }
    open.set(debitId, due - amount)
    open.set(creditId, amount - given)
    const matchedOn = debit.issuedOn > credit.issuedOn ? debit.issuedOn : credit.issuedOn
    return { debitId, creditId, amount, currency: debit.currency, matchedOn }
  })
  return { matches, open }
}

function mustBelongTogether(debit: Item, credit: Item, field: string): void {
  if (debit.side !== credit.side || debit.partyId !== credit.partyId) {
    throw impossible(field, `${debit.number} and ${credit.number} are of two parties.`)
  }
  if (debit.currency !== credit.currency) {
    throw impossible(field, `${debit.number} is in ${debit.currency}, ${credit.number} in ${credit.currency}.`)
  }
  if (debit.open < 0 || credit.open > 0) {
    throw impossible(field, `${debit.number} and ${credit.number} are not a debit and a credit.`)
  }
}

const unknown = (field: string) => refuse('REFERENCE_NOT_FOUND', [{ field, message: 'There is no such open item.' }])

const impossible = (field: string, message: string) => financeRefusals.refuse('MATCH_IMPOSSIBLE', [{ field, message }])

/** Items as they are paid unless told: those due first, then by date and id. */
export const dueFirst = (items: readonly Item[]): Item[] =>
  items.toSorted(
    (a, b) => compareText(a.dueOn, b.dueOn) || compareText(a.issuedOn, b.issuedOn) || compareText(a.id, b.id),
  )

/**
 * Sets an item against others of the opposite side, those due first, until nothing is left of it. What remains stays
 * open as a credit on account.
 */
export function spread(item: Item, others: readonly Item[]): WantedMatch[] {
  let left = Math.abs(item.open)
  const wanted: WantedMatch[] = []
  for (const other of dueFirst(others)) {
    const amount = Math.min(left, Math.abs(other.open))
    if (amount <= 0) continue
    left -= amount
    wanted.push(
      item.open > 0
        ? { debitId: item.id, creditId: other.id, amount }
        : { debitId: other.id, creditId: item.id, amount },
    )
  }
  return wanted
}
