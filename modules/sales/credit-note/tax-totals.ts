import type { TaxTotal } from '#engines/sale'
import { addMoney, type Money } from '#kernel'
import type { CreditLine } from './post-credit-note.ts'

/** The taxes of the document: the sums of its lines by rate. */
export function taxTotalsOf(lines: readonly CreditLine[], currency: string): TaxTotal[] {
  const inMoney = (amount: number): Money => ({ amount, currency })
  const totals = new Map<string, TaxTotal>()
  for (const { net, tax, taxes } of lines) {
    const { code = null, percent = null } = taxes[0] ?? {}
    const parts = (taxes[0]?.components ?? []).map((each) => `${each.code} ${each.percent}`)
    const key = [code, percent, ...parts].join(' ')
    const known = totals.get(key)
    const sum = (money: Money | undefined, amount: number) => addMoney(money ?? inMoney(0), inMoney(amount))
    totals.set(key, {
      ...{ code, label: code, percent },
      components: (taxes[0]?.components ?? []).map(({ code: part, percent: each, amount }, index) => ({
        ...{ code: part, label: `${part.toUpperCase()} ${each} %` },
        tax: sum(known?.components[index]?.tax, amount),
      })),
      ...{ net: sum(known?.net, net), tax: sum(known?.tax, tax) },
    })
  }
  return [...totals.values()]
}
