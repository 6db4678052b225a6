/** What other modules may use of payments. */
export {
  assignDrawer,
  cashOf,
  type DrawerFigures,
  drawerFigures,
  type MethodFigures,
  releaseDrawer,
} from './drawer/drawer.ts'
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
export type { RefundInput, RefundShare } from './payment/tender.rules.ts'
