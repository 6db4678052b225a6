import { defineRefusals } from '#kernel'

export const paymentsRefusals = defineRefusals({
  REFUND_EXCEEDS_CAPTURE: { status: 422, says: 'More would be paid back than was paid.' },
  CAPTURE_EXCEEDS_AUTHORISED: { status: 422, says: 'More would be captured than was authorised.' },
  PAYMENT_DECLINED: { status: 402, says: 'The payment was declined. Ask for another way to pay.' },
  PAYMENT_IN_PROGRESS: {
    status: 409,
    says: 'The gateway is being asked about this payment already. Read it again shortly.',
  },
  GATEWAY_REFUSED: { status: 422, says: 'The gateway refused this. The details say what it said.' },
  CARD_NUMBER_REFUSED: { status: 422, says: "Card numbers are not taken here. Send the gateway's token for the card." },
  SECRET_REQUIRED: { status: 422, says: 'The key must be given again.' },
  REFUND_STORED_VALUE_FIRST: {
    status: 422,
    says: 'What was paid by gift card or points goes back there, and not as money.',
  },
})
