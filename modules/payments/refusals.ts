import { defineRefusals } from '#kernel'

export const paymentsRefusals = defineRefusals({
  TENDER_INSUFFICIENT: { status: 422, says: 'The tenders do not cover what is due. Take more, or sell less.' },
  TENDER_EXCEEDS_DUE: { status: 422, says: 'Only cash gives change: other tenders may not exceed what is due.' },
  REFUND_EXCEEDS_CAPTURE: { status: 422, says: 'More would be paid back than was paid.' },
})
