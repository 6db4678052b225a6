/** How a refund goes back. Pure; how tenders settle what is due is an engine, which the till needs as well. */
import { isStored, type Method, mustBeIn, sumOf } from '#engines/tender'
import { formatMoney, type Money, refuse, splitByLargestRemainder } from '#kernel'
import { paymentsRefusals } from '../refusals.ts'

/** What a method paid (net of change) and got back so far, in minor units. */
export type MethodBalance = { method: Method; paid: number; refunded: number }
export type RefundInput = { method: Method; amount: Money }
export type RefundShare = { method: Method; amount: number }

/**
 * Splits a refund (minor units) over the methods that were paid with. Gift cards, store credit and points come first;
 * the rest goes back as wanted, or in proportion to what each has left, by largest remainder. Store credit may take the
 * place of money. Refuses REFUND_EXCEEDS_CAPTURE where another method would give back more than it took,
 * REFUND_STORED_VALUE_FIRST where money is wanted for what a gift card or points paid, CURRENCY_MISMATCH, and
 * VALIDATION_FAILED where the wanted shares do not add up to the refund; all naming `refunds`.
 */
export function splitRefund(
  amount: number,
  currency: string,
  balances: readonly MethodBalance[],
  wanted?: readonly RefundInput[],
): RefundShare[] {
  const left = new Map(balances.map(({ method, paid, refunded }) => [method, paid - refunded]))
  const total = [...left.values()].reduce((sum, each) => sum + each, 0)
  const shown = (minor: number) => formatMoney({ amount: minor, currency })
  if (amount > total) throw exceeds('refunds', `At most ${shown(total)} ${currency} can go back.`)
  if (wanted === undefined) return storedFirst(amount, currency, left)
  for (const [index, { amount: each }] of wanted.entries()) mustBeIn(currency, each.currency, `refunds.${index}.amount`)
  if (sumOf(wanted) !== amount) {
    const message = `The refunds must add up to ${shown(amount)} ${currency}, not ${shown(sumOf(wanted))}.`
    throw refuse('VALIDATION_FAILED', [{ field: 'refunds', message }])
  }
  mustGiveBackStored(amount, left, wanted)
  for (const [index, { method, amount: each }] of wanted.entries()) {
    if (method === 'store_credit') continue
    const rest = (left.get(method) ?? 0) - each.amount
    if (rest < 0) {
      const most = `${shown(left.get(method) ?? 0)} ${currency}`
      throw exceeds(`refunds.${index}.amount`, `At most ${most} can go back by ${method}.`)
    }
    left.set(method, rest)
  }
  return wanted.filter((each) => each.amount.amount > 0).map((each) => ({ ...each, amount: each.amount.amount }))
}

/** What a gift card or points paid is no money, and does not become any by a return. */
function mustGiveBackStored(amount: number, left: ReadonlyMap<Method, number>, wanted: readonly RefundInput[]): void {
  const stored = ['gift_card', 'points'] as const
  const due = Math.min(
    amount,
    stored.reduce((sum, method) => sum + Math.max(left.get(method) ?? 0, 0), 0),
  )
  const given = sumOf(wanted.filter(({ method }) => method === 'gift_card' || method === 'points'))
  if (given >= due) return
  const message = `${due} (minor units) was paid by gift card or points and goes back there first.`
  throw paymentsRefusals.refuse('REFUND_STORED_VALUE_FIRST', [{ field: 'refunds', message }])
}

function storedFirst(amount: number, currency: string, left: ReadonlyMap<Method, number>): RefundShare[] {
  let rest = amount
  const stored = [...left].flatMap(([method, paid]): RefundShare[] => {
    const share = isStored(method) ? Math.min(rest, Math.max(paid, 0)) : 0
    rest -= share
    return share > 0 ? [{ method, amount: share }] : []
  })
  const money = new Map([...left].filter(([method]) => !isStored(method)))
  return [...stored, ...inProportion(rest, currency, money)]
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
