/** What other modules may use of promotions. */
export { coupon } from './coupon/coupon.entity.ts'
export { type CheckedCoupon, type CouponUse, checkCoupons, codesOf, usesOf } from './coupon/coupon.rules.ts'
export { couponRedemption } from './coupon/coupon-redemption.entity.ts'
export { giveBackCoupons, holdCoupons, redeemCoupons } from './coupon/redeem.ts'
export { inWords, priceTrace, promotionTrace } from './explain/explain.fields.ts'
export { type PromotionsForSale, promotionsForSale, promotionsInForce } from './promotion/for-sale.queries.ts'
export { promotion } from './promotion/promotion.entity.ts'
