import { defineRefusals } from '#kernel'

export const promotionRefusals = defineRefusals({
  COUPON_INVALID: { status: 422, says: 'The coupon does not hold for this sale. The details say why.' },
  COUPON_EXHAUSTED: { status: 409, says: 'The coupon has been used as often as it may, or its budget is spent.' },
})
