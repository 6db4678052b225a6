/** What part of an ordered line is worth when it ships or is cancelled, and the taxes of such parts. Pure. */
import type { AppliedPromotion } from '#engines/promotion'
import type { TaxTotal } from '#engines/sale'
import { addDecimal, type Decimal, type Money, splitByLargestRemainder } from '#kernel'
import { type Share, shareOf, taxesOf } from '../credit-note/return.rules.ts'
import type { EventTax } from '../sale/sale.events.ts'

type Priced = Share & {
  quantity: Decimal
  shipped: Decimal
  cancelled: Decimal
  taxes: readonly EventTax[]
  promotions: readonly AppliedPromotion[]
}

export type LineShare = Share & { taxes: EventTax[]; promotions: AppliedPromotion[] }

/**
 * The share of the line's amounts that the next `quantity` of it carries. What shipped and what was cancelled count up
 * one total, so that all parts of a line together are the line, whatever their order.
 */
export function nextShare(line: Priced, quantity: Decimal): LineShare {
  const before = addDecimal(line.shipped, line.cancelled)
  const share = shareOf(line, before, addDecimal(before, quantity))
  return { ...share, taxes: taxesOf(line, share), promotions: promotionsOf(line.promotions, share.discount) }
}

/** What the part of a discount is made of, in proportion to what the whole is. */
function promotionsOf(promotions: readonly AppliedPromotion[], discount: number): AppliedPromotion[] {
  if (promotions.length === 0 || discount === 0) return []
  const amounts = promotions.map(({ amount }) => amount)
  const shares = splitByLargestRemainder({ amount: discount, currency: 'XXX' }, amounts)
  return promotions.map((each, index) => ({ ...each, amount: shares[index]?.amount ?? 0 }))
}

/** What promotions took off several lines together. */
export function promotionTotals(lines: readonly { promotions: readonly AppliedPromotion[] }[]): AppliedPromotion[] {
  const totals = new Map<string, AppliedPromotion>()
  for (const each of lines.flatMap(({ promotions }) => promotions)) {
    const key = `${each.promotionId} ${each.coupon ?? ''}`
    totals.set(key, { ...each, amount: (totals.get(key)?.amount ?? 0) + each.amount })
  }
  return [...totals.values()]
}

type Part = { net: number; tax: number; taxes: readonly EventTax[] }

/** The taxes of a part of an order by rate; components in proportion to those of the whole order. */
export function taxesOfPart(parts: readonly Part[], ofOrder: readonly TaxTotal[], currency: string): TaxTotal[] {
  const money = (amount: number): Money => ({ amount, currency })
  const sums = new Map<string, { net: number; tax: number }>()
  for (const { net, tax, taxes } of parts) {
    const key = keyOf(taxes[0])
    const known = sums.get(key)
    sums.set(key, { net: (known?.net ?? 0) + net, tax: (known?.tax ?? 0) + tax })
  }
  return ofOrder.flatMap((whole): TaxTotal[] => {
    const sum = sums.get(keyOf(whole))
    if (!sum) return []
    const weights = whole.components.map(({ tax }) => tax.amount)
    const isSplit = weights.some((weight) => weight !== 0)
    const shares = isSplit ? splitByLargestRemainder(money(sum.tax), weights) : weights.map(() => money(0))
    const components = whole.components.map((each, index) => ({ ...each, tax: shares[index] ?? money(0) }))
    return [{ ...whole, net: money(sum.net), tax: money(sum.tax), components }]
  })
}

const keyOf = (rate: { code: string | null; percent: string | null } | undefined): string =>
  `${rate?.code ?? null} ${rate?.percent ?? null}`
