/** What of a sale can still come back, and what that is worth. */
import { addDecimal, compareDecimal, subtractDecimal } from '#engines/ground'
import type { StoredMethod } from '#engines/tender'

type Line = { quantity: string; returned?: string | null; returnable?: string | null }

export const leftOf = ({ quantity, returned, returnable }: Line): string =>
  returnable ?? subtractDecimal(quantity, returned ?? '0')

export const isAnyLeft = (lines: readonly Line[]): boolean =>
  lines.some((line) => compareDecimal(leftOf(line), '0') > 0)

export type SaleState = 'complete' | 'partly' | 'returned'

export function stateOfSale(lines: readonly Line[]): SaleState {
  const returned = lines.reduce((sum, line) => addDecimal(sum, line.returned ?? '0'), '0')
  if (compareDecimal(returned, '0') === 0) return 'complete'
  return isAnyLeft(lines) ? 'partly' : 'returned'
}

export type Method = 'cash' | 'card' | 'other' | 'deposit' | StoredMethod
type Tender = { method: Method; amount: { amount: number }; change: { amount: number } }
type Refund = { method: Method; amount: { amount: number } }

/** What each method took and has not given back, in minor units; only methods that took anything. */
export function balancesOf(tenders: readonly Tender[], refunds: readonly Refund[]): { method: Method; left: number }[] {
  const left = new Map<Method, number>()
  for (const { method, amount, change } of tenders) {
    left.set(method, (left.get(method) ?? 0) + amount.amount - change.amount)
  }
  for (const { method, amount } of refunds) left.set(method, (left.get(method) ?? 0) - amount.amount)
  return [...left].map(([method, amount]) => ({ method, left: amount }))
}
