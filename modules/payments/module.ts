import { tenderRefusals } from '#engines/tender'
import { defineModule } from '#kernel'
import { payment } from './payment/payment.entity.ts'
import { paymentEquations } from './payment/payment.equations.ts'
import { readPayment } from './payment/payment.queries.ts'
import { refund } from './payment/refund.entity.ts'
import { tender } from './payment/tender.entity.ts'
import { paymentsRefusals } from './refusals.ts'

export const payments = defineModule({
  name: 'payments',
  says: 'Money that changes hands for documents: payments, their tenders, and refunds.',
  uses: ['companies', 'shops'],
  resource: 'payments',
  entities: [payment, tender, refund],
  actions: [readPayment],
  refusals: [paymentsRefusals, tenderRefusals],
  events: {
    'payment.success': 'A document was paid in full.',
    'payment.refunded': 'Money was paid back.',
  },
  equations: paymentEquations,
  tables: ['payments.drawer'],
})
