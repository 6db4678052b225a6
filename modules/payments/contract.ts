/** What other modules may use of payments. */
export { payment } from './payment/payment.entity.ts'
export { type PaymentWithEntries, paymentOf } from './payment/payment.queries.ts'
export {
  type PayoutToRecord,
  type RefundToRecord,
  recordPayout,
  recordRefund,
  recordTenders,
  type Source,
  type TendersToRecord,
} from './payment/record.ts'
export { methods } from './payment/tender.entity.ts'
export {
  type Method,
  type RefundInput,
  type RefundShare,
  type SettledTender,
  type Settlement,
  settleTenders,
  type TenderInput,
} from './payment/tender.rules.ts'
