import { defineRefusals } from '#kernel'

export const paymentsRefusals = defineRefusals({
  REFUND_EXCEEDS_CAPTURE: { status: 422, says: 'More would be paid back than was paid.' },
})
