/** What reports make of sums. Pure; amounts in minor units of the row's currency, debit above zero. */
import { addDays, type CalendarDate, daysBetween, type Money, startOfMonth } from '#kernel'
import type { AccountType, CashFlow } from '../account/chart.ts'
import { nextMonth } from '../period/period.rules.ts'

/** The sums of one account in one currency. `earlier` is what earlier fiscal years left on it. */
export type AccountSums = {
  accountId: string
  code: string
  name: string
  type: AccountType
  role: string | null
  /** Where the cash flow statement shows it, where the company says so. */
  cashFlow: CashFlow | null
  currency: string
  earlier: number
  opening: number
  debit: number
  credit: number
}
export type TrialRow = {
  accountId: string
  code: string
  name: string
  type: AccountType
  opening: Money
  debit: Money
  credit: Money
  closing: Money
}

/**
 * The rows of a trial balance. Revenue and expenses begin each fiscal year at nothing: what earlier years left on them
 * is part of the retained earnings, without a closing entry. Openings and closings add up to nothing in each currency.
 */
export function trialRows(sums: readonly AccountSums[]): TrialRow[] {
  const retained = new Map<string, number>()
  for (const { type, currency, earlier } of sums) {
    if (isOfResult(type)) retained.set(currency, (retained.get(currency) ?? 0) + earlier)
  }
  return sums
    .map(({ type, role, cashFlow: _, earlier, opening, ...row }) => {
      const kept = role === 'retained_earnings' ? (retained.get(row.currency) ?? 0) : 0
      return { ...row, type, opening: isOfResult(type) ? opening : earlier + opening + kept }
    })
    .filter(({ opening, debit, credit }) => opening !== 0 || debit !== 0 || credit !== 0)
    .map(({ accountId, code, name, type, currency, opening, debit, credit }) => ({
      ...{ accountId, code, name, type },
      opening: { amount: opening, currency },
      debit: { amount: debit, currency },
      credit: { amount: credit, currency },
      closing: { amount: opening + debit - credit, currency },
    }))
}

export type TrialTotal = { opening: Money; debit: Money; credit: Money; closing: Money }

/** The totals of each currency; the first and last are nothing in sound books. */
export function trialTotals(rows: readonly TrialRow[]): TrialTotal[] {
  return [...Map.groupBy(rows, ({ opening }) => opening.currency)].map(([currency, of]) => {
    const total = (column: keyof TrialTotal) => ({
      amount: of.reduce((sum, row) => sum + row[column].amount, 0),
      currency,
    })
    return { opening: total('opening'), debit: total('debit'), credit: total('credit'), closing: total('closing') }
  })
}

const isOfResult = (type: AccountType): boolean => type === 'revenue' || type === 'expense'

/** What an account of the result made, as people read it: revenue earned and expenses spent above zero. */
export type ResultRow = {
  accountId: string
  code: string
  name: string
  type: AccountType
  currency: string
  amount: number
  previous: number
}
export type ResultTotal = { revenue: Money; expense: Money; profit: Money }

/** The result of each currency, of one column. */
export function resultTotals(rows: readonly ResultRow[], column: 'amount' | 'previous'): ResultTotal[] {
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, of]) => {
    const sum = (type: AccountType) => of.reduce((all, row) => all + (row.type === type ? row[column] : 0), 0)
    const [revenue, expense] = [sum('revenue'), sum('expense')]
    const inMoney = (amount: number) => ({ amount, currency })
    return { revenue: inMoney(revenue), expense: inMoney(expense), profit: inMoney(revenue - expense) }
  })
}

export type Span = { from: CalendarDate; to: CalendarDate }

/** The span before: as many whole months where it is whole months, otherwise as many days. */
export function spanBefore({ from, to }: Span): Span {
  const end = addDays(from, -1)
  if (startOfMonth(from) !== from || nextMonth(to) !== addDays(to, 1)) {
    return { from: addDays(from, -1 - daysBetween(from, to)), to: end }
  }
  let start = from
  for (let month = from; month <= to; month = nextMonth(month)) start = startOfMonth(addDays(start, -1))
  return { from: start, to: end }
}
