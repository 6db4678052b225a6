/** What other modules may use of sales. */
export { creditNote } from './credit-note/credit-note.entity.ts'
export { type WholeCreditNote, wholeCreditNote } from './credit-note/credit-note.queries.ts'
export { creditNoteLine } from './credit-note/credit-note-line.entity.ts'
export { shipment } from './fulfilment/shipment.entity.ts'
export {
  type OfflineSeries,
  type OfflineSeriesState,
  offlineDigits,
  offlineKey,
  offlineSeries,
  openOfflineSeries,
  skipOfflineNumber,
} from './number-series/offline-series.ts'
export { salesOrder } from './order/order.entity.ts'
export type { OrderEventData } from './order/order.events.ts'
export { orderLine } from './order/order-line.entity.ts'
export type { OrderPaymentReceivedData, OrderPaymentRefundedData } from './order-payment/order-payment.events.ts'
export { type DocumentFigures, figuresOfDocuments, salesById, type TaxFigures } from './sale/document-figures.ts'
export {
  type GstDocumentRow,
  type GstDocumentsWanted,
  type GstPeriod,
  gstCube,
  gstDocuments,
  gstNumbers,
} from './sale/gst-cube.queries.ts'
export { type PostedSale, postSale, type SaleToPost } from './sale/post-sale.ts'
export { appliedPromotions, sale, saleTender, taxSummary } from './sale/sale.entity.ts'
export type {
  EventLine,
  SaleCompletedData,
  SaleReturnedData,
} from './sale/sale.events.ts'
export { wholeSale } from './sale/sale.queries.ts'
export { lineTaxes, saleLine } from './sale/sale-line.entity.ts'
export { sharedCart } from './shared-cart/shared-cart.entity.ts'
