/** What part of a sale's line comes back is worth. Pure. */

import type { LineComponent } from '#engines/tax'
import {
  compareDecimal,
  type Decimal,
  decimalProblem,
  digitsOf,
  divideRounded,
  type RefusalDetail,
  refuse,
} from '#kernel'
import type { EventTax } from '../sale/sale.events.ts'

/** Amounts in minor units. */
export type Share = { net: number; tax: number; gross: number; discount: number; heads?: LineComponent[] }
export type Posted = Share & { quantity: Decimal; taxes: readonly EventTax[] }

/**
 * The share of a posted line that lies between what came back before and what has come back after. Shares are
 * differences of running totals, so whatever the parts and their order, they add up to the line exactly, the last one
 * taking what rounding left; none is negative. The discount is the line's own, as it was frozen in the sale: nothing is
 * distributed anew. Tax follows gross, because a part may round to no gross and must then carry no tax. Heads follow it
 * each on its own, so that equal ones stay equal, and are the tax together.
 */
export function shareOf(line: Posted, before: Decimal, after: Decimal): Share {
  const from = upTo(line, before)
  const to = upTo(line, after)
  const discount = to.discount - from.discount
  const share = { net: to.net - from.net, tax: to.tax - from.tax, gross: to.gross - from.gross, discount }
  if (!to.heads) return share
  const heads = to.heads.map((each, index) => {
    return { ...each, amount: each.amount - (from.heads?.[index]?.amount ?? 0) }
  })
  return { ...share, heads }
}

function upTo(line: Posted, returned: Decimal): Share {
  const whole = digitsOf(line.quantity)
  const part = digitsOf(returned)
  const [back, sold] = [part.digits * 10n ** BigInt(whole.scale), whole.digits * 10n ** BigInt(part.scale)]
  const gross = proportion(line.gross, back, sold)
  const ofGross = (amount: number) => (line.gross === 0 ? 0 : proportion(amount, BigInt(gross), BigInt(line.gross)))
  const heads = line.taxes[0]?.components?.map((each) => ({ ...each, amount: ofGross(each.amount) }))
  const tax = heads ? heads.reduce((sum, { amount }) => sum + amount, 0) : ofGross(line.tax)
  const discount = proportion(line.discount, back, sold)
  return { net: gross - tax, tax, gross, discount, ...(heads ? { heads } : {}) }
}

const proportion = (amount: number, part: bigint, whole: bigint): number =>
  Number(divideRounded(BigInt(amount) * part, whole, 'half-up'))

/** The taxes of a share: a line has one rate at most, and the share's tax and components are of that rate. */
export const taxesOf = (
  line: Pick<Posted, 'taxes'>,
  { net, tax, heads }: Pick<Share, 'net' | 'tax' | 'heads'>,
): EventTax[] =>
  line.taxes.map(({ code, percent }) => ({ code, percent, net, amount: tax, ...(heads ? { components: heads } : {}) }))

/** A share that is paid back without reducing output tax: all of it is net, and nothing of any component comes back. */
export const withoutTax = ({ gross, discount, heads }: Share): Share => ({
  ...{ net: gross, tax: 0, gross, discount },
  ...(heads ? { heads: heads.map((each) => ({ ...each, amount: 0 })) } : {}),
})

export type ReturnRequest = { saleLineId: string; quantity: Decimal }
/** A line of the sale as far as a request is checked against it. */
export type ReturnableLine = { id: string; sku: string; decimals: number; quantity: Decimal }

/**
 * Refuses VALIDATION_FAILED for a line named twice and for a quantity that is not above 0 or finer than its unit,
 * REFERENCE_NOT_FOUND for a line of another sale.
 */
export function checkReturn(requests: readonly ReturnRequest[], lines: ReadonlyMap<string, ReturnableLine>): void {
  const unknown = requests.flatMap(({ saleLineId }, index): RefusalDetail[] =>
    lines.has(saleLineId) ? [] : [{ field: `lines.${index}.saleLineId`, message: 'is no line of this sale' }],
  )
  if (unknown.length > 0) throw refuse('REFERENCE_NOT_FOUND', unknown)
  const seen = new Set<string>()
  const invalid = requests.flatMap(({ saleLineId, quantity }, index): RefusalDetail[] => {
    const isRepeated = seen.has(saleLineId)
    seen.add(saleLineId)
    if (isRepeated) return [{ field: `lines.${index}.saleLineId`, message: 'is named twice; add the quantities up' }]
    const problem = decimalProblem(quantity, { scale: lines.get(saleLineId)?.decimals ?? 0 })
    if (problem) return [{ field: `lines.${index}.quantity`, message: problem }]
    return compareDecimal(quantity, '0') > 0
      ? []
      : [{ field: `lines.${index}.quantity`, message: 'must be more than 0' }]
  })
  if (invalid.length > 0) throw refuse('VALIDATION_FAILED', invalid)
}
