/** What other modules may use of inventory. */

export { type AdjustInput, adjustStock } from './adjustment/adjust.ts'
export { adjustment, adjustmentLine } from './adjustment/adjustment.entity.ts'
export { bin } from './bin/bin.entity.ts'
export { lot } from './lot/lot.entity.ts'
export type { NamedLot } from './lot/lot.rules.ts'
export { namedLots } from './lot/lots.fields.ts'
export { type LotOut, lotOuts } from './lot/trace.queries.ts'
export { type MoveKind, move } from './move/move.entity.ts'
export { type AdjustmentEffect, adjustmentReason } from './reason/reason.entity.ts'
export { endReservationsOf } from './reservation/end-of.ts'
export { reservation, reservationLine } from './reservation/reservation.entity.ts'
export { endReservation, type ReserveInput, reserveStock } from './reservation/reserve.ts'
export { lowStock } from './stock/alerts.queries.ts'
export type {
  BookedLine,
  PutBackLine,
  PutBackResult,
  StockDocument,
  StockSource,
  TakeLine,
} from './stock/book.types.ts'
export { putBackStock } from './stock/put-back.ts'
export { lockSellingStock } from './stock/rows.ts'
export { stock } from './stock/stock.entity.ts'
export { type StockOf, stockOf } from './stock/stock.queries.ts'
export {
  countLowStock,
  type IdleStock,
  idleStock,
  type WarehouseStock,
  warehouseStock,
} from './stock/summary.queries.ts'
export { takeStock } from './stock/take.ts'
export { findSellingWarehouse, sellingWarehouse, type TakeInLine, takeInStock } from './stock/take-in.ts'
export { transfer, transferLine } from './transfer/transfer.entity.ts'
export { warehouse } from './warehouse/warehouse.entity.ts'
