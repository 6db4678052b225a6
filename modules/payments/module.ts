import { tenderRefusals } from '#engines/tender'
import { defineModule } from '#kernel'
import { gatewayConnection } from './gateway/gateway-connection.entity.ts'
import { testConnection } from './gateway/test-connection.actions.ts'
import { gatewayMovement } from './intent/gateway-movement.entity.ts'
import { gatewayOperation } from './intent/gateway-operation.entity.ts'
import { intentEquations } from './intent/intent.equations.ts'
import { lookUpIntent } from './intent/look-up.actions.ts'
import { captureIntent, processPayment, refundIntent, voidIntent } from './intent/operate.actions.ts'
import { paymentIntent } from './intent/payment-intent.entity.ts'
import { startIntent } from './intent/start.actions.ts'
import { settleUnknown } from './jobs/settle-unknown.ts'
import { payment } from './payment/payment.entity.ts'
import { paymentEquations } from './payment/payment.equations.ts'
import { readPayment } from './payment/payment.queries.ts'
import { refund } from './payment/refund.entity.ts'
import { tender } from './payment/tender.entity.ts'
import { paymentsRefusals } from './refusals.ts'

export const payments = defineModule({
  name: 'payments',
  says: 'Money that changes hands: payments of documents with tenders and refunds, and payment gateways.',
  uses: ['companies', 'shops', 'crm'],
  resource: 'payments',
  entities: [payment, tender, refund, gatewayConnection, paymentIntent, gatewayOperation, gatewayMovement],
  actions: [
    readPayment,
    testConnection,
    startIntent,
    processPayment,
    captureIntent,
    voidIntent,
    refundIntent,
    lookUpIntent,
  ],
  jobs: [settleUnknown],
  refusals: [paymentsRefusals, tenderRefusals],
  events: {
    'payment.success': 'A document was paid in full.',
    'payment.refunded': 'Money was paid back.',
    'payment.initiated': 'A payment was asked for at a gateway.',
    'payment.processing': 'A gateway is being asked for something about a payment.',
    'payment.processed': 'A gateway captured the money of a payment.',
    'payment.failed': 'A gateway declined a payment or refused it.',
    'payment_intent.refunded': 'A gateway paid money of a payment back.',
    'payment_intent.updated':
      'A payment at a gateway stands differently: authorised, voided, unknown or to be reviewed.',
  },
  equations: [...paymentEquations, ...intentEquations],
  tables: ['payments.drawer', 'payments.test_payment'],
})
