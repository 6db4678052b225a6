/** What the promotion engine reads and answers: plain JSON both ways. */
import type { Decimal } from '../../kernel/decimal.ts'
import type { Money } from '../../kernel/money.ts'
import type { CalendarDate } from '../../kernel/time.ts'

/** `bundle` sells a set at a price of its own; `free_shipping` takes off charges and nothing else. */
export const promotionKinds = ['percent', 'fixed', 'buy_x_get_y', 'bundle', 'free_shipping'] as const
export type PromotionKind = (typeof promotionKinds)[number]

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** One product (or one variant, or the parent of variants), or a category with all below it. */
export type GoodsRef = { readonly productId?: string | null; readonly categoryId?: string | null }
/** How many of which goods a set holds; with neither product nor category, any of the promotion's goods. */
export type BundlePart = GoodsRef & { readonly quantity: number }

/**
 * A promotion. Empty lists and nulls set no condition. Amounts are off the price as the line states it, with tax where
 * the price includes tax. Quantities are whole units as the line sells them.
 */
export type Promotion = {
  readonly id: string
  readonly name: string
  readonly kind: PromotionKind
  /** The lower goes first; equal ones by id. */
  readonly priority: number
  /** It takes its lines for itself: no other promotion touches them, and it touches none that another has. */
  readonly exclusive: boolean
  readonly needsCoupon: boolean
  /** Off its goods; of `buy_x_get_y` and `free_shipping` off what is given, 100 where there is none. */
  readonly percent?: Decimal | null
  /** `fixed`: off its goods once. `bundle`: the price of a set. */
  readonly amount?: Money | null
  readonly buyQuantity?: number | null
  readonly getQuantity?: number | null
  /** What must be in the cart; with neither, all goods and services. */
  readonly goods: readonly GoodsRef[]
  /** What is given: of `buy_x_get_y` its own goods where empty, of `free_shipping` every charge. */
  readonly rewards: readonly GoodsRef[]
  /** The set of a `bundle`. */
  readonly parts: readonly BundlePart[]
  /** How many sets of a `bundle` or `buy_x_get_y` one sale may have. */
  readonly setsMax?: number | null
  readonly maxDiscount?: Money | null
  readonly minSpend?: Money | null
  readonly minQuantity?: Decimal | null
  readonly customerIds: readonly string[]
  readonly customerGroupIds: readonly string[]
  readonly shopIds: readonly string[]
  readonly channels: readonly string[]
  /** Both days are included. */
  readonly validFrom?: CalendarDate | null
  readonly validTo?: CalendarDate | null
  /** Happy hour: days and times by the shop's clock. A window over midnight belongs to the day on which it began. */
  readonly days: readonly Weekday[]
  readonly timeFrom?: string | null
  readonly timeTo?: string | null
}

/** A coupon that somebody has checked: its code opens a promotion that needs one. */
export type GivenCoupon = { readonly code: string; readonly promotionId: string }

/** A line before promotions. `amount` in minor units, unit price times quantity. */
export type PromotionLine = {
  readonly key: string
  readonly kind: 'goods' | 'service' | 'charge' | 'gift_card'
  /** The parent of a variant. */
  readonly productId: string
  readonly variantId: string | null
  /** From the nearest category to the root. */
  readonly categoryIds: readonly string[]
  readonly quantity: Decimal
  readonly unit: string
  readonly amount: number
  /** Its price was set by hand, which is the last word: no promotion touches it. */
  readonly isByHand: boolean
}

/** Who buys, where and when. `date` is the trading date; `clock` the wall's, "2026-12-01T17:05", null when unknown. */
export type PromotionContext = {
  readonly customer?: string | null
  readonly customerGroups?: readonly string[]
  readonly shop?: string | null
  readonly channel?: string | null
  readonly currency: string
  readonly date: CalendarDate
  readonly clock?: string | null
}

export type PromotionInput = PromotionContext & {
  readonly promotions: readonly Promotion[]
  readonly coupons: readonly GivenCoupon[]
  readonly lines: readonly PromotionLine[]
}

/** What a promotion takes off one line, or off the document, in minor units. */
export type AppliedPromotion = {
  readonly promotionId: string
  readonly name: string
  readonly coupon: string | null
  readonly amount: number
}

/** What a promotion came to: applied with its shares, or not and why. Amounts in minor units. */
export type PromotionTrace = {
  readonly promotionId: string
  readonly name: string
  readonly kind: PromotionKind
  readonly coupon: string | null
  readonly applied: boolean
  readonly why: string
  readonly amount: number
  readonly shares: readonly { readonly key: string; readonly amount: number }[]
}

/** What came off each line, in the order of the lines, and every promotion in the order in which it was considered. */
export type Promoted = {
  readonly lines: readonly { readonly discount: number; readonly promotions: readonly AppliedPromotion[] }[]
  readonly trace: readonly PromotionTrace[]
}
