/** What the sums of accounts make of a balance sheet and a cash flow. Pure; amounts in minor units. */
import type { Money } from '#kernel'
import { type AccountType, cashFlowOf } from '../account/chart.ts'
import type { AccountSums } from './report.rules.ts'

export const sections = ['asset', 'liability', 'equity'] as const
export type Section = (typeof sections)[number]

/** A row as people read it: assets above zero where they are debits, liabilities and equity where they are credits. */
export type SheetRow = { accountId: string | null; code: string; name: string; section: Section; amount: Money }
export type SheetTotal = { assets: Money; liabilities: Money; equity: Money; difference: Money }

const isOfResult = (type: AccountType): boolean => type === 'revenue' || type === 'expense'
const closing = ({ earlier, opening, debit, credit }: AccountSums): number => earlier + opening + debit - credit

/**
 * The rows of a balance sheet. What revenue and expenses of earlier years left stands with the retained earnings, that
 * of the current one on a row of its own, whose `accountId` is null. Sums must begin with the fiscal year.
 */
export function sheetRows(sums: readonly AccountSums[]): SheetRow[] {
  const kept = byCurrency(sums, ({ earlier }) => earlier)
  const current = byCurrency(sums, ({ opening, debit, credit }) => opening + debit - credit)
  const rows = sums.flatMap((sum): SheetRow[] => {
    const { accountId, code, name, type, role, currency } = sum
    if (type === 'revenue' || type === 'expense') return []
    const amount = closing(sum) + (role === 'retained_earnings' ? (kept.get(currency) ?? 0) : 0)
    return amount === 0
      ? []
      : [{ accountId, code, name, section: type, amount: { amount: shown(type, amount), currency } }]
  })
  const results = [...current].filter(([, amount]) => amount !== 0)
  return [
    ...rows,
    ...results.map(
      ([currency, amount]): SheetRow => ({
        ...{ accountId: null, code: '', name: 'Result of the year', section: 'equity' },
        amount: { amount: shown('equity', amount), currency },
      }),
    ),
  ]
}

const shown = (section: Section, debit: number): number => (section === 'asset' ? debit : 0 - debit)

/** Sums over revenue and expenses, debit above zero. */
function byCurrency(sums: readonly AccountSums[], of: (sum: AccountSums) => number): Map<string, number> {
  const found = new Map<string, number>()
  for (const sum of sums) {
    if (isOfResult(sum.type)) found.set(sum.currency, (found.get(sum.currency) ?? 0) + of(sum))
  }
  return found
}

/** The totals of each currency; the difference is nothing in sound books. */
export function sheetTotals(rows: readonly SheetRow[]): SheetTotal[] {
  return [...Map.groupBy(rows, ({ amount }) => amount.currency)].map(([currency, of]) => {
    const sum = (section: Section) =>
      of.reduce((all, row) => all + (row.section === section ? row.amount.amount : 0), 0)
    const [assets, liabilities, equity] = [sum('asset'), sum('liability'), sum('equity')]
    const inMoney = (amount: number) => ({ amount, currency })
    return {
      ...{ assets: inMoney(assets), liabilities: inMoney(liabilities), equity: inMoney(equity) },
      difference: inMoney(assets - liabilities - equity),
    }
  })
}

export const flowSections = ['profit', 'non_cash', 'operating', 'investing', 'financing'] as const
export type FlowSection = (typeof flowSections)[number]
/** Money that came in is above zero. */
export type FlowRow = { accountId: string | null; code: string; name: string; section: FlowSection; amount: Money }
export type FlowTotal = {
  opening: Money
  operating: Money
  investing: Money
  financing: Money
  closing: Money
  difference: Money
}

/**
 * The cash flow of the days of the sums, by the indirect method: the profit, then what every other account tied up or
 * set free. Together they are what the accounts of money changed by.
 */
export function flowRows(sums: readonly AccountSums[]): FlowRow[] {
  const moved = (sum: AccountSums) => sum.credit - sum.debit
  const profits = new Map<string, number>()
  const rows = sums.flatMap((sum): FlowRow[] => {
    const { accountId, code, name, type, currency } = sum
    if (isOfResult(type)) profits.set(currency, (profits.get(currency) ?? 0) + moved(sum))
    const section = isOfResult(type) ? 'cash' : cashFlowOf(sum)
    if (section === 'cash' || moved(sum) === 0) return []
    return [{ accountId, code, name, section, amount: { amount: moved(sum), currency } }]
  })
  const results = [...profits].filter(([, amount]) => amount !== 0)
  return [
    ...results.map(
      ([currency, amount]): FlowRow => ({
        ...{ accountId: null, code: '', name: 'Profit', section: 'profit' },
        amount: { amount, currency },
      }),
    ),
    ...rows,
  ]
}

/** Per currency: money at the start, what came in from where, and money at the end; the difference is nothing. */
export function flowTotals(sums: readonly AccountSums[], rows: readonly FlowRow[]): FlowTotal[] {
  const isMoney = (sum: AccountSums) => !isOfResult(sum.type) && cashFlowOf(sum) === 'cash'
  const currencies = [...new Set(sums.map(({ currency }) => currency))]
  return currencies.map((currency) => {
    const cash = sums.filter((sum) => sum.currency === currency && isMoney(sum))
    const flow = (of: readonly FlowSection[]) =>
      rows.reduce(
        (all, row) => all + (row.amount.currency === currency && of.includes(row.section) ? row.amount.amount : 0),
        0,
      )
    const [opening, end] = [
      cash.reduce((all, each) => all + each.earlier + each.opening, 0),
      cash.reduce((all, each) => all + closing(each), 0),
    ]
    const [operating, investing, financing] = [
      flow(['profit', 'non_cash', 'operating']),
      flow(['investing']),
      flow(['financing']),
    ]
    const inMoney = (amount: number) => ({ amount, currency })
    return {
      ...{ opening: inMoney(opening), operating: inMoney(operating), investing: inMoney(investing) },
      ...{ financing: inMoney(financing), closing: inMoney(end) },
      difference: inMoney(opening + operating + investing + financing - end),
    }
  })
}
