/** How tenders settle what is due, and how a refund goes back. Pure. */
import { type Money, refuse, splitByLargestRemainder } from '#kernel'
import { paymentsRefusals } from '../refusals.ts'
import type { methods } from './tender.entity.ts'

export type Method = (typeof methods)[number]
/** What a customer hands over. `amount` in minor units of the document's currency. */
export type TenderInput = { method: Method; amount: Money; reference?: string | undefined }
/** A tender with the change given out of it; amounts in minor units. `amount - change` is what it pays. */
export type SettledTender = { method: Method; amount: number; change: number; reference: string | null }
export type Settlement = { change: number; tenders: SettledTender[] }

/**
 * Settles `due` (minor units, not negative) exactly: what is handed over too much is change, given out of the last
 * cash. Refuses CURRENCY_MISMATCH, TENDER_EXCEEDS_DUE where card and other come to more than what is due, and
 * TENDER_INSUFFICIENT, naming `tenders`.
 */
export function settleTenders(due: number, currency: string, tenders: readonly TenderInput[]): Settlement {
  if (!(Number.isSafeInteger(due) && due >= 0)) throw new RangeError(`${due} cannot be due.`)
  for (const [index, { amount }] of tenders.entries()) mustBeIn(currency, amount.currency, `tenders.${index}.amount`)
  const handedOver = sumOf(tenders)
  const withoutChange = sumOf(tenders.filter(({ method }) => method !== 'cash'))
  if (withoutChange > due) {
    const message = `Card and other tenders come to ${withoutChange}, due is ${due} (minor units of ${currency}).`
    throw paymentsRefusals.refuse('TENDER_EXCEEDS_DUE', [{ field: 'tenders', message }])
  }
  if (handedOver < due) {
    const message = `${handedOver} of ${due} is covered (minor units of ${currency}).`
    throw paymentsRefusals.refuse('TENDER_INSUFFICIENT', [{ field: 'tenders', message, missing: due - handedOver }])
  }
  return giveChange(handedOver - due, tenders)
}

function giveChange(change: number, tenders: readonly TenderInput[]): Settlement {
  let left = change
  const settled = tenders.toReversed().map(({ method, amount, reference }): SettledTender => {
    const share = method === 'cash' ? Math.min(left, amount.amount) : 0
    left -= share
    return { method, amount: amount.amount, change: share, reference: reference ?? null }
  })
  return { change, tenders: settled.toReversed() }
}

/** What a method paid (net of change) and got back so far, in minor units. */
export type MethodBalance = { method: Method; paid: number; refunded: number }
export type RefundInput = { method: Method; amount: Money }
export type RefundShare = { method: Method; amount: number }

/**
 * Splits a refund (minor units) over the methods that were paid with: as wanted, or in proportion to what each has
 * left, by largest remainder. Refuses REFUND_EXCEEDS_CAPTURE where a method would give back more than it took,
 * CURRENCY_MISMATCH, and VALIDATION_FAILED where the wanted shares do not add up to the refund; all naming `refunds`.
 */
export function splitRefund(
  amount: number,
  currency: string,
  balances: readonly MethodBalance[],
  wanted?: readonly RefundInput[],
): RefundShare[] {
  const left = new Map(balances.map(({ method, paid, refunded }) => [method, paid - refunded]))
  const total = [...left.values()].reduce((sum, each) => sum + each, 0)
  if (amount > total) throw exceeds('refunds', `At most ${total} can go back.`)
  if (wanted === undefined) return inProportion(amount, currency, left)
  for (const [index, { amount: each }] of wanted.entries()) mustBeIn(currency, each.currency, `refunds.${index}.amount`)
  if (sumOf(wanted) !== amount) {
    const message = `The refunds must add up to ${amount} (minor units of ${currency}), not ${sumOf(wanted)}.`
    throw refuse('VALIDATION_FAILED', [{ field: 'refunds', message }])
  }
  for (const [index, { method, amount: each }] of wanted.entries()) {
    const rest = (left.get(method) ?? 0) - each.amount
    if (rest < 0) throw exceeds(`refunds.${index}.amount`, `At most ${left.get(method) ?? 0} can go back by ${method}.`)
    left.set(method, rest)
  }
  return wanted.filter((each) => each.amount.amount > 0).map((each) => ({ ...each, amount: each.amount.amount }))
}

function inProportion(amount: number, currency: string, left: ReadonlyMap<Method, number>): RefundShare[] {
  if (amount === 0) return []
  const shares = splitByLargestRemainder({ amount, currency }, [...left.values()])
  return [...left.keys()]
    .map((method, index) => ({ method, amount: shares[index]?.amount ?? 0 }))
    .filter((share) => share.amount > 0)
}

const exceeds = (field: string, message: string) =>
  paymentsRefusals.refuse('REFUND_EXCEEDS_CAPTURE', [{ field, message }])

function mustBeIn(currency: string, given: string, field: string): void {
  if (given === currency) return
  throw refuse('CURRENCY_MISMATCH', [{ field, message: `must be in ${currency}, not ${given}` }])
}

const sumOf = (entries: readonly { amount: Money }[]): number =>
  entries.reduce((sum, { amount }) => {
    if (!Number.isSafeInteger(sum + amount.amount)) throw refuse('VALIDATION_FAILED', 'The amounts are too large.')
    return sum + amount.amount
  }, 0)
