import { defineRefusals } from '#kernel'

export const salesRefusals = defineRefusals({
  PRICE_OVERRIDE_FORBIDDEN: {
    status: 403,
    says: 'A price by hand needs the permission sales.sale.override_price and a reason.',
  },
  CART_CLAIMED: { status: 409, says: 'Another till has claimed this cart.' },
  CART_FINISHED: { status: 409, says: 'This cart is finished.' },
  RETURN_EXCEEDS_SALE: { status: 422, says: 'More would come back than was sold and not yet returned.' },
  ORDER_PAYMENT_DUE: {
    status: 409,
    says: 'What was received for the order does not cover this. Record a payment first; the details say how much.',
  },
  ORDER_NOTHING_DUE: { status: 409, says: 'Nothing is due on this order, so it takes no payment.' },
  ORDER_NOTHING_OWED: {
    status: 409,
    says: 'No more was received for this order than is due, so nothing is paid back.',
  },
  EXCEEDS_OPEN: {
    status: 422,
    says: 'More is named than is open on the order, or held of it. The details say how much.',
  },
  SALE_OF_ORDER: { status: 409, says: 'This sale is an invoice of an order. Return it through the order.' },
})
