/**
 * What promotions take off the lines of a document, after their list prices and before tax (rules of trade, 1.3).
 * Each is considered in the order of priority on what the ones before it left.
 */

import { compareDecimal, type Decimal, digitsOf, sumDecimal } from '../../kernel/decimal.ts'
import { compareNumber, compareText } from '../../kernel/order.ts'
import { type CartLine, PromotionCart, worthOf } from './cart.ts'
import { whyNotHere } from './conditions.ts'
import { reasons } from './reasons.ts'
import { bundledUnits, givenUnits, type Taken } from './sets.ts'
import type { Promoted, Promotion, PromotionInput, PromotionTrace } from './shapes.ts'
import { partOf, sharesOf as splitOf } from './shares.ts'

/** What comes off one line. */
type Share = { of: CartLine; amount: number }
/** Shares, or why there are none. */
type Verdict = Share[] | string

/**
 * Applies promotions by priority. A percentage or an amount is taken off the sum of the goods that it is for, rounded
 * once, and shared over their lines by value with largest remainder; sets are valued at what their units are worth.
 * No line goes below zero. Minimum spend and quantity look at the lines that the promotion may touch, as earlier
 * promotions left them. The order of the lines does not matter; nothing is refused.
 */
export function promote(input: PromotionInput): Promoted {
  const cart = new PromotionCart(input.lines)
  const trace: PromotionTrace[] = []
  const coupons = new Map(input.coupons.map(({ code, promotionId }) => [promotionId, code]))
  for (const promotion of input.promotions.toSorted(byPriority)) {
    const coupon = promotion.needsCoupon ? (coupons.get(promotion.id) ?? null) : null
    const isClosed = promotion.needsCoupon && coupon === null
    const verdict = isClosed ? reasons.coupon : (whyNotHere(promotion, input) ?? sharesOf(promotion, cart))
    trace.push(typeof verdict === 'string' ? refused(promotion, coupon, verdict) : applied(promotion, coupon, verdict))
  }
  const lines = cart.all.map(({ line, left, applied }) => ({ discount: line.amount - left, promotions: applied }))
  return { lines, trace }
}

const noShares: PromotionTrace['shares'] = []

const refused = ({ id, name, kind }: Promotion, coupon: string | null, why: string): PromotionTrace => {
  return { promotionId: id, name, kind, coupon, applied: false, why, amount: 0, shares: noShares }
}

/** Takes the shares off their lines. */
function applied(promotion: Promotion, coupon: string | null, taken: Share[]): PromotionTrace {
  const { id, name, kind } = promotion
  for (const share of taken) takeOff(share, promotion, coupon)
  const inOrder = taken.length > 1 ? taken.toSorted((a, b) => a.of.position - b.of.position) : taken
  const shares = inOrder.map(({ of, amount }) => ({ key: of.line.key, amount }))
  return { promotionId: id, name, kind, coupon, applied: true, why: reasons.applied, amount: sumOf(taken), shares }
}

const byPriority = (a: Promotion, b: Promotion): number =>
  compareNumber(a.priority, b.priority) || compareText(a.id, b.id)

const sumOf = (shares: readonly Share[]): number => shares.reduce((sum, { amount }) => sum + amount, 0)

function takeOff({ of, amount }: Share, { id, name, exclusive }: Promotion, coupon: string | null): void {
  of.left -= amount
  of.applied.push({ promotionId: id, name, coupon, amount })
  of.isTaken ||= exclusive
}

/** The lines that the promotion may touch: an exclusive one none that others have, nobody those of an exclusive one. */
const open = (lines: readonly CartLine[], { exclusive }: Promotion): CartLine[] =>
  lines.filter(({ isTaken, applied, left }) => left > 0 && !isTaken && !(exclusive && applied.length > 0))

function sharesOf(promotion: Promotion, cart: PromotionCart): Verdict {
  const named = cart.goodsNamed(promotion.goods)
  if (named.length === 0) return reasons.goods
  const lines = open(named, promotion)
  const isOnGoods = promotion.kind !== 'free_shipping'
  if (isOnGoods && lines.length === 0) return reasons.taken
  const why = whyTooLittle(promotion, isOnGoods ? lines : named)
  if (why) return why
  const verdict = offBy(promotion, lines, cart)
  if (typeof verdict === 'string') return verdict
  const shares = withinLimit(promotion, verdict).filter(({ amount }) => amount > 0)
  return shares.length === 0 ? reasons.nothing : shares
}

function whyTooLittle({ minSpend, minQuantity }: Promotion, lines: readonly CartLine[]): string | undefined {
  if (minSpend && lines.reduce((sum, { left }) => sum + left, 0) < minSpend.amount) return reasons.spend
  const isFewer = minQuantity && compareDecimal(sumDecimal(lines.map(({ line }) => line.quantity)), minQuantity) < 0
  return isFewer ? reasons.quantity : undefined
}

/** One rule for each kind. */
function offBy(promotion: Promotion, lines: readonly CartLine[], cart: PromotionCart): Verdict {
  switch (promotion.kind) {
    case 'percent':
      return shared(lines, percentOf(totalOf(lines), promotion.percent ?? '0'))
    case 'fixed':
      return shared(lines, Math.min(promotion.amount?.amount ?? 0, totalOf(lines)))
    case 'buy_x_get_y':
      return given(promotion, lines, cart)
    case 'bundle':
      return bundled(promotion, lines, cart)
    case 'free_shipping': {
      const charges = open(cart.chargesNamed(promotion.rewards), promotion)
      if (charges.length === 0) return reasons.charges
      return shared(charges, percentOf(totalOf(charges), promotion.percent ?? '100'))
    }
  }
}

const totalOf = (lines: readonly CartLine[]): number => lines.reduce((sum, { left }) => sum + left, 0)

function given(promotion: Promotion, lines: readonly CartLine[], cart: PromotionCart): Verdict {
  const { rewards, buyQuantity, getQuantity, setsMax, percent } = promotion
  const others = rewards.length > 0 ? open(cart.goodsNamed(rewards), promotion) : undefined
  const counts = { buy: buyQuantity ?? 1, get: getQuantity ?? 1, setsMax: setsMax ?? Infinity }
  const taken = givenUnits(lines, others, counts)
  if (taken.length === 0) return reasons.sets
  return taken.map(({ of, units }) => ({ of, amount: percentOf(worthOf(of, units), percent ?? '100') }))
}

function bundled(promotion: Promotion, lines: readonly CartLine[], cart: PromotionCart): Verdict {
  const { parts, setsMax, amount } = promotion
  const among = new Set(lines)
  const { sets, taken } = bundledUnits(
    parts.map((part) => ({
      lines: part.productId || part.categoryId ? cart.goodsNamed([part]).filter((line) => among.has(line)) : lines,
      quantity: part.quantity,
      breadth: part.productId ? 0 : part.categoryId ? 1 : 2,
    })),
    setsMax ?? Infinity,
  )
  if (sets === 0) return reasons.sets
  const worth = taken.map(({ of, units }: Taken) => ({ of, value: worthOf(of, units) }))
  const off = worth.reduce((sum, { value }) => sum + value, 0) - sets * (amount?.amount ?? 0)
  return off > 0 ? shareByValue(worth, off) : reasons.price
}

const percentOf = (amount: number, percent: Decimal): number => {
  const { digits, scale } = digitsOf(percent)
  return partOf(amount, Number(digits), 100 * 10 ** scale)
}

const shared = (lines: readonly CartLine[], amount: number): Share[] =>
  shareByValue(
    lines.map((of) => ({ of, value: of.left })),
    amount,
  )

/** The amount, which is at most the sum of the values, over the lines by value; none gets more than its value. */
function shareByValue(worth: readonly { of: CartLine; value: number }[], amount: number): Share[] {
  const total = worth.reduce((sum, { value }) => sum + value, 0)
  if (amount === 0 || total === 0) return []
  const shares = splitOf(
    amount,
    worth.map(({ value }) => value),
    total,
  )
  return worth.map(({ of }, index) => ({ of, amount: shares[index] ?? 0 }))
}

function withinLimit({ maxDiscount }: Promotion, shares: Share[]): Share[] {
  if (!maxDiscount || sumOf(shares) <= maxDiscount.amount) return shares
  return shareByValue(
    shares.map(({ of, amount }) => ({ of, value: amount })),
    maxDiscount.amount,
  )
}
