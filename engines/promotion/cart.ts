/** The lines of a document while promotions are applied to them, found by what they are. */
import { compareDecimal, digitsOf } from '../../kernel/decimal.ts'
import { compareNumber, compareText } from '../../kernel/order.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import type { AppliedPromotion, GoodsRef, PromotionLine } from './shapes.ts'

/** A line with what is left of its amount. `digits` over 10^`scale` is its quantity; `units` the whole units of it. */
export type CartLine = {
  readonly line: PromotionLine
  /** Its place in the document. */
  readonly position: number
  /** Its place in the order that does not depend on the document's. */
  rank: number
  readonly digits: bigint
  readonly unit: bigint
  readonly units: number
  left: number
  readonly applied: AppliedPromotion[]
  isTaken: boolean
}

/**
 * The lines that promotions may touch: with an amount above zero and no price by hand. They stand in an order of what
 * they are, so that shares do not depend on the order of the document's lines.
 */
export class PromotionCart {
  readonly all: readonly CartLine[]
  readonly goods: readonly CartLine[]
  readonly charges: readonly CartLine[]
  readonly #byId = new Map<string, CartLine[]>()

  constructor(lines: readonly PromotionLine[]) {
    this.all = lines.map(cartLineOf)
    // A gift card is money: nothing is taken off it, and it opens no promotion.
    const isOpen = ({ line, left }: CartLine) => left > 0 && !line.isByHand && line.kind !== 'gift_card'
    const open = this.all.filter(isOpen).sort(byWhatTheyAre)
    for (const [rank, each] of open.entries()) {
      each.rank = rank
      for (const id of idsOf(each.line)) {
        const known = this.#byId.get(id)
        if (known) known.push(each)
        else this.#byId.set(id, [each])
      }
    }
    this.goods = open.filter(({ line }) => line.kind !== 'charge')
    this.charges = open.filter(({ line }) => line.kind === 'charge')
  }

  /** Those of `among` that one of the references names, or all of them without any, each once. */
  named(refs: readonly GoodsRef[], among: readonly CartLine[]): readonly CartLine[] {
    if (refs.length === 0) return among
    const wantsCharges = among === this.charges
    const found = new Set<CartLine>()
    for (const { productId, categoryId } of refs) {
      for (const id of [productId, categoryId]) {
        if (!id) continue
        for (const each of this.#byId.get(id) ?? []) {
          if ((each.line.kind === 'charge') === wantsCharges) found.add(each)
        }
      }
    }
    return [...found].sort((a, b) => a.rank - b.rank)
  }
}

const idsOf = ({ productId, variantId, categoryIds }: PromotionLine): Set<string> =>
  new Set([productId, ...(variantId ? [variantId] : []), ...categoryIds])

function cartLineOf(line: PromotionLine, position: number): CartLine {
  const { digits, scale } = digitsOf(line.quantity)
  const unit = 10n ** BigInt(scale)
  const units = digits > 0n ? Number(digits / unit) : 0
  return { line, position, rank: -1, digits, unit, units, left: line.amount, applied: [], isTaken: false }
}

function byWhatTheyAre({ line: a }: CartLine, { line: b }: CartLine): number {
  return (
    compareText(a.productId, b.productId) ||
    compareText(a.variantId ?? '', b.variantId ?? '') ||
    compareText(a.unit, b.unit) ||
    compareNumber(a.amount, b.amount) ||
    compareDecimal(a.quantity, b.quantity) ||
    compareText(a.key, b.key)
  )
}

/** What so many whole units of the line are worth now; all of a line is worth what is left of it. */
export function worthOf({ left, digits, unit }: CartLine, units: number): number {
  const part = BigInt(units) * unit
  if (part === digits) return left
  return Number(divideRounded(BigInt(left) * part, digits, 'half-up'))
}

/** Below zero where a unit of the first is worth less. */
export function compareUnitValue(a: CartLine, b: CartLine): number {
  const first = BigInt(a.left) * a.unit * b.digits
  const second = BigInt(b.left) * b.unit * a.digits
  return first < second ? -1 : first > second ? 1 : a.rank - b.rank
}
