/** Whether coupons hold for a sale, and what of them it uses. Pure. */
import { type GivenCoupon, type PromotionTrace, reasons } from '#engines/promotion'
import type { RefusalDetail } from '#kernel'
import { promotionRefusals } from '../refusals.ts'

/** A coupon as it is stored. Amounts in minor units of the company's currency. */
export type StoredCoupon = {
  couponId: string
  code: string
  promotionId: string
  promotionName: string
  status: 'active' | 'paused'
  promotionStatus: 'draft' | 'active' | 'archived'
  customerId: string | null
  validFrom: string | null
  validTo: string | null
  usesMax: number | null
  usesPerCustomerMax: number | null
  uses: number
  budget: number | null
  spent: number
}
export type CheckedCoupon = GivenCoupon & Pick<StoredCoupon, 'couponId' | 'promotionName'>
export type CouponUse = { couponId: string; code: string; amount: number; place: number }

/** Codes as they are stored: customers type them in any case. */
export const codesOf = (typed: readonly string[]): string[] => typed.map((code) => code.trim().toUpperCase())

/**
 * The coupons in the order of their codes. Refuses, naming `coupons.<i>`: COUPON_INVALID for one that is unknown, out
 * of force, another customer's, named twice or for a promotion that another one opens already, and COUPON_EXHAUSTED.
 */
export function checkCoupons(
  codes: readonly string[],
  stored: readonly StoredCoupon[],
  { date, customerId }: { date: string; customerId: string | null },
): CheckedCoupon[] {
  const byCode = new Map(stored.map((coupon) => [coupon.code, coupon]))
  const found = codes.map((code) => byCode.get(code))
  const opened = new Set<string>()
  const invalid = found.flatMap((coupon, index): RefusalDetail[] => {
    const isSecond = coupon !== undefined && opened.has(coupon.promotionId)
    if (coupon) opened.add(coupon.promotionId)
    const why = isSecond ? 'Another coupon gives the same already.' : whyNot(coupon, { date, customerId })
    return why ? [{ field: `coupons.${index}`, message: why }] : []
  })
  if (invalid.length > 0) throw promotionRefusals.refuse('COUPON_INVALID', invalid)
  const used = found.flatMap((coupon, index) =>
    coupon && isUsedUp(coupon) ? [{ field: `coupons.${index}`, message: `${coupon.code} is used up.` }] : [],
  )
  if (used.length > 0) throw promotionRefusals.refuse('COUPON_EXHAUSTED', used)
  return found.flatMap((coupon) => {
    if (!coupon) return []
    const { couponId, code, promotionId, promotionName } = coupon
    return [{ couponId, code, promotionId, promotionName }]
  })
}

const isUsedUp = ({ uses, usesMax, spent, budget }: StoredCoupon): boolean =>
  (usesMax !== null && uses >= usesMax) || (budget !== null && spent >= budget)

function whyNot(
  coupon: StoredCoupon | undefined,
  { date, customerId }: { date: string; customerId: string | null },
): string | undefined {
  if (!coupon) return 'There is no such coupon.'
  const { code, validFrom, validTo } = coupon
  if (coupon.status !== 'active' || coupon.promotionStatus !== 'active') return `${code} is not in force.`
  if (validFrom && validFrom > date) return `${code} holds from ${validFrom} on.`
  if (validTo && validTo < date) return `${code} held until ${validTo}.`
  if (coupon.customerId !== null && coupon.customerId !== customerId) return `${code} is for another customer.`
  const isNameless = coupon.usesPerCustomerMax !== null && customerId === null
  return isNameless ? `${code} is limited for each customer. Say who buys.` : undefined
}

/**
 * What the sale uses of its coupons. A coupon that takes nothing off is not used up in silence: COUPON_INVALID, naming
 * `coupons.<i>` with the reason.
 */
export function usesOf(coupons: readonly CheckedCoupon[], trace: readonly PromotionTrace[]): CouponUse[] {
  const byPromotion = new Map(trace.map((each) => [each.promotionId, each]))
  const idle = coupons.flatMap(({ code, promotionId }, index): RefusalDetail[] => {
    const { applied, why } = byPromotion.get(promotionId) ?? { applied: false, why: reasons.shop }
    return applied ? [] : [{ field: `coupons.${index}`, message: `${code} takes nothing off here. ${why}` }]
  })
  if (idle.length > 0) throw promotionRefusals.refuse('COUPON_INVALID', idle)
  return coupons.map(({ couponId, code, promotionId }, place) => ({
    ...{ couponId, code, place },
    amount: byPromotion.get(promotionId)?.amount ?? 0,
  }))
}
