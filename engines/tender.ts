/** How tenders settle what is due: pure, the same on server and till. */
import { formatMoney, type Money } from '../kernel/money.ts'
import { defineRefusals, refuse } from '../kernel/refusal.ts'

export const tenderRefusals = defineRefusals({
  TENDER_INSUFFICIENT: { status: 422, says: 'The tenders do not cover what is due. Take more, or sell less.' },
  TENDER_EXCEEDS_DUE: { status: 422, says: 'Only cash gives change: other tenders may not exceed what is due.' },
})

/**
 * What the company itself keeps for customers. Spending it needs the server, and what was paid by it goes back there
 * before any money does.
 */
export const storedMethods = ['gift_card', 'store_credit', 'points'] as const
export type StoredMethod = (typeof storedMethods)[number]
/** How money changes hands. Only cash gives change; `other` is what is settled elsewhere, such as a bank transfer. */
export const handedOver = ['cash', 'card', 'other'] as const
/** What a document can be paid with; `deposit` is money that the company holds already, of an order paid ahead. */
export const methods = [...handedOver, 'deposit', ...storedMethods] as const
export type Method = (typeof methods)[number]
export const isStored = (method: Method): method is StoredMethod =>
  (storedMethods as readonly Method[]).includes(method)

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
  const shown = (amount: number) => formatMoney({ amount, currency })
  const handedOver = sumOf(tenders)
  const withoutChange = sumOf(tenders.filter(({ method }) => method !== 'cash'))
  if (withoutChange > due) {
    const message = `Card and other tenders come to ${shown(withoutChange)}, due is ${shown(due)} ${currency}.`
    throw tenderRefusals.refuse('TENDER_EXCEEDS_DUE', [{ field: 'tenders', message }])
  }
  if (handedOver < due) {
    const message = `${shown(handedOver)} of ${shown(due)} ${currency} is covered.`
    throw tenderRefusals.refuse('TENDER_INSUFFICIENT', [{ field: 'tenders', message, missing: due - handedOver }])
  }
  return giveChange(handedOver - due, tenders)
}

function giveChange(change: number, tenders: readonly TenderInput[]): Settlement {
  let left = change
  const settled = tenders.toReversed().map(({ method, amount, reference }): SettledTender => {
    const share = method === 'cash' ? Math.min(left, amount.amount) : 0
    left -= share
    const shown = method === 'gift_card' ? endingOf(reference) : reference
    return { method, amount: amount.amount, change: share, reference: shown ?? null }
  })
  return { change, tenders: settled.toReversed() }
}

/** The code of a gift card spends it, so what is kept and shown of it is how it ends. */
const endingOf = (code = ''): string =>
  `*${code
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(-4)
    .toUpperCase()}`

/** Refuses CURRENCY_MISMATCH for an amount in another currency than the document's. */
export function mustBeIn(currency: string, given: string, field: string): void {
  if (given === currency) return
  throw refuse('CURRENCY_MISMATCH', [{ field, message: `must be in ${currency}, not ${given}` }])
}

/** The sum in minor units. Refuses VALIDATION_FAILED where it cannot be kept. */
export const sumOf = (entries: readonly { amount: Money }[]): number =>
  entries.reduce((sum, { amount }) => {
    if (!Number.isSafeInteger(sum + amount.amount)) throw refuse('VALIDATION_FAILED', 'The amounts are too large.')
    return sum + amount.amount
  }, 0)
