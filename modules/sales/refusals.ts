import { defineRefusals } from '#kernel'

export const salesRefusals = defineRefusals({
  PRICE_OVERRIDE_FORBIDDEN: {
    status: 403,
    says: 'A price by hand needs the permission sales.sale.override_price and a reason.',
  },
  CART_CLAIMED: { status: 409, says: 'Another till has claimed this cart.' },
  CART_FINISHED: { status: 409, says: 'This cart is finished.' },
  RETURN_EXCEEDS_SALE: { status: 422, says: 'More would come back than was sold and not yet returned.' },
})
