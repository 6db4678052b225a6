/** What a cart comes to, by the same engine as the server's, from the price book of this device. */
import { businessDate, clockOf, isRefusal, type Refusal } from '#engines/ground'
import type { Price } from '#engines/price'
import { type BookLine, explainLine, explainPromotions, priceCart } from '#engines/price-book'
import type { PromotionTrace } from '#engines/promotion'
import type { Draft } from '#engines/sale'
import type { BookGoods, BookHead, Cart } from '#web/till/values.ts'

export type Pricing = {
  head: BookHead
  goodsOf: (productId: string) => BookGoods | undefined
  nowMs: number
  newId: () => string
}

/** `problems` by the key of the line, `general` where it is of no line. The draft is there only without any. */
export type PricedCart = { draft: Draft | undefined; problems: Map<string, string>; general: string | undefined }

export function priceOfCart(cart: Cart, pricing: Pricing): PricedCart {
  const problems = new Map<string, string>()
  const { lines, missing } = linesOf(cart, pricing)
  for (const key of missing) problems.set(key, 'NOT_IN_BOOK')
  if (problems.size > 0 || lines.length === 0) return { draft: undefined, problems, general: undefined }
  try {
    return {
      draft: priceCart({ ...factsOf(cart, pricing), lines, newId: pricing.newId }),
      problems,
      general: undefined,
    }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const index = Number(/^lines\.(\d+)/.exec(error.details[0]?.field ?? '')?.[1] ?? Number.NaN)
    const line = cart.lines[index]
    if (line) problems.set(line.key, whyOf(error))
    return { draft: undefined, problems, general: line ? undefined : whyOf(error) }
  }
}

/** Why a line has its price; undefined where it has none. */
export function explain(cart: Cart, key: string, pricing: Omit<Pricing, 'newId'>): Price | undefined {
  const { lines, missing } = linesOf(cart, pricing)
  const index = cart.lines.findIndex((line) => line.key === key)
  if (index < 0 || missing.length > 0) return undefined
  try {
    return explainLine({ ...factsOf(cart, pricing), lines }, index)
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** What became of every promotion; lines go by the ids of `newId`, in the order of the cart. */
export function explainOffers(cart: Cart, pricing: Pricing): readonly PromotionTrace[] {
  const { lines, missing } = linesOf(cart, pricing)
  if (missing.length > 0 || lines.length === 0) return []
  try {
    return explainPromotions({ ...factsOf(cart, pricing), lines, newId: pricing.newId })
  } catch (error) {
    if (isRefusal(error)) return []
    throw error
  }
}

function linesOf(cart: Cart, { goodsOf }: Pick<Pricing, 'goodsOf'>): { lines: BookLine[]; missing: string[] } {
  const lines: BookLine[] = []
  const missing: string[] = []
  for (const { key, productId, unit, quantity, unitPrice, priceReason } of cart.lines) {
    const goods = goodsOf(productId)
    if (goods) lines.push({ goods, unit, quantity, unitPrice, priceReason })
    else missing.push(key)
  }
  return { lines, missing }
}

const factsOf = (cart: Cart, { head, nowMs }: Pick<Pricing, 'head' | 'nowMs'>) => ({
  book: head,
  shopId: head.shop.id,
  ...{ customer: cart.customer, coupons: cart.coupons ?? [] },
  date: businessDate(nowMs, head.shop.timeZone, head.shop.dayStart),
  clock: clockOf(nowMs, head.shop.timeZone),
})

const whyOf = ({ details, message }: Refusal): string => details[0]?.message ?? message
