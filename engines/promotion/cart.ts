/** The lines of a document while promotions are applied to them, found by what they are. */
import { compareDecimal, digitsOf } from '../../kernel/decimal.ts'
import { compareNumber, compareText } from '../../kernel/order.ts'
import type { AppliedPromotion, GoodsRef, PromotionLine } from './shapes.ts'
import { partOf } from './shares.ts'

/** A line with what is left of its amount. Its quantity is `digits` over `unit`; `units` are the whole ones of it. */
export type CartLine = {
  readonly line: PromotionLine
  /** Its place in the document. */
  readonly position: number
  /** Its place in the order that does not depend on the document's. */
  rank: number
  readonly digits: number
  readonly unit: number
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
  readonly #goodsById = new Map<string, CartLine[]>()
  readonly #chargesById = new Map<string, CartLine[]>()

  constructor(lines: readonly PromotionLine[]) {
    this.all = lines.map(cartLineOf)
    // A gift card is money: nothing is taken off it, and it opens no promotion.
    const isOpen = ({ line, left }: CartLine) => left > 0 && !line.isByHand && line.kind !== 'gift_card'
    const open = this.all.filter(isOpen).sort(byWhatTheyAre)
    for (const [rank, each] of open.entries()) {
      each.rank = rank
      const byId = each.line.kind === 'charge' ? this.#chargesById : this.#goodsById
      for (const id of idsOf(each.line)) {
        const known = byId.get(id)
        if (known) known.push(each)
        else byId.set(id, [each])
      }
    }
    this.goods = open.filter(({ line }) => line.kind !== 'charge')
    this.charges = open.filter(({ line }) => line.kind === 'charge')
  }

  /** The goods that one of the references names, or all of them without any, each once. */
  goodsNamed = (refs: readonly GoodsRef[]): readonly CartLine[] => named(refs, this.goods, this.#goodsById)
  /** The same of charges. */
  chargesNamed = (refs: readonly GoodsRef[]): readonly CartLine[] => named(refs, this.charges, this.#chargesById)
}

const nothing: readonly CartLine[] = []

/** Most promotions name one thing, whose lines stand in their order already. */
function named(
  refs: readonly GoodsRef[],
  all: readonly CartLine[],
  byId: ReadonlyMap<string, readonly CartLine[]>,
): readonly CartLine[] {
  if (refs.length === 0) return all
  let found = nothing
  let isMixed = false
  for (const { productId, categoryId } of refs) {
    const some = byId.get(productId ?? categoryId ?? '')
    if (!some) continue
    isMixed = found.length > 0
    found = isMixed ? [...found, ...some] : some
  }
  return isMixed ? [...new Set(found)].sort((a, b) => a.rank - b.rank) : found
}

const idsOf = ({ productId, variantId, categoryIds }: PromotionLine): Set<string> =>
  new Set([productId, ...(variantId ? [variantId] : []), ...categoryIds])

function cartLineOf(line: PromotionLine, position: number): CartLine {
  const { digits, scale } = digitsOf(line.quantity)
  const unit = 10 ** scale
  const whole = digits > 0n ? Number(digits / BigInt(unit)) : 0
  return {
    line,
    position,
    rank: -1,
    digits: Number(digits),
    unit,
    units: whole,
    left: line.amount,
    applied: [],
    isTaken: false,
  }
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
  const part = units * unit
  return part === digits ? left : partOf(left, part, digits)
}

/** Below zero where a unit of the first is worth less. */
export function compareUnitValue(a: CartLine, b: CartLine): number {
  const first = a.left * a.unit * b.digits
  const second = b.left * b.unit * a.digits
  if (Number.isSafeInteger(first) && Number.isSafeInteger(second)) return first - second || a.rank - b.rank
  const exact = BigInt(a.left) * BigInt(a.unit) * BigInt(b.digits) - BigInt(b.left) * BigInt(b.unit) * BigInt(a.digits)
  return exact < 0n ? -1 : exact > 0n ? 1 : a.rank - b.rank
}
