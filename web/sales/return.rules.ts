/** A return as it is filled in: what comes back of each line, and how its money is spread over the ways it was paid. */
import { compareDecimal, decimalProblem } from '#engines/ground'
import type { BodyOf } from '#sdk/client'
import type { Money } from '#sdk/values'
import { type Marks, readDecimal, readMoney } from '#web/console/inputs/numbers.rules.ts'
import { refundOf } from '#web/till/returns/refund.rules.ts'
import { leftOf, type Method } from './returnable.rules.ts'

export type BackRow = { typed: string; restock: boolean }
export type SoldLine = {
  id: string
  name: string
  sku: string
  quantity: string
  unit: string
  gross: Money
  returned?: string | null
  returnable?: string | null
}
export type BackLine = BackRow & { line: SoldLine; left: string; quantity: string; isWrong: boolean }

export function readRows(
  lines: readonly SoldLine[],
  rows: Readonly<Record<string, BackRow>>,
  marks: Marks,
): BackLine[] {
  return lines.map((line) => {
    const { typed = '', restock = true } = rows[line.id] ?? {}
    const left = leftOf(line)
    const quantity = typed.trim() === '' ? '0' : readDecimal(typed, marks)
    const isWrong =
      quantity === undefined ||
      decimalProblem(quantity, { min: '0' }) !== undefined ||
      compareDecimal(quantity, left) > 0
    return { line, left, typed, restock, quantity: quantity ?? '0', isWrong }
  })
}

/** What goes back for the lines, in minor units; the server works it out again, and alike. */
export const backOf = (lines: readonly Pick<BackLine, 'line' | 'quantity'>[]): number =>
  lines.reduce((sum, { line, quantity }) => sum + refundOf(line, quantity), 0)

export type RefundFault =
  | { kind: 'number' | 'sum' }
  | { kind: 'over'; method: Method; left: number }
  | { kind: 'tooMuch'; left: number }
type Given = NonNullable<BodyOf<'POST /erp/sales/:id/returns'>['refunds']>

/** The refunds as they are sent: none where it goes back as it was paid. They add up, and none exceeds what it took. */
export function refundsOf(
  amounts: Partial<Record<Method, string>> | undefined,
  {
    back,
    currency,
    marks,
    balances,
  }: { back: number; currency: string; marks: Marks; balances: readonly { method: Method; left: number }[] },
): { given?: Given; fault?: RefundFault } {
  if (!amounts) return {}
  const given: Given = []
  for (const { method, left } of balances) {
    const typed = amounts[method]?.trim() ?? ''
    if (typed === '') continue
    const money = readMoney(typed, currency, marks)
    if (!money || money.amount < 0) return { fault: { kind: 'number' } }
    if (money.amount > left) return { fault: { kind: 'over', method, left } }
    if (money.amount > 0) given.push({ method, amount: money })
  }
  const sum = given.reduce((total, { amount }) => total + amount.amount, 0)
  return sum === back ? { given } : { fault: { kind: 'sum' } }
}
