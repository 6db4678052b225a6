/** What other modules may use of sales. */
export { creditNote } from './credit-note/credit-note.entity.ts'
export { type WholeCreditNote, wholeCreditNote } from './credit-note/credit-note.queries.ts'
export { creditNoteLine } from './credit-note/credit-note-line.entity.ts'
export { sale } from './sale/sale.entity.ts'
export type {
  EventLine,
  SaleCompletedData,
  SaleReturnedData,
} from './sale/sale.events.ts'
export { type WholeSale, wholeSale } from './sale/sale.queries.ts'
export { saleLine } from './sale/sale-line.entity.ts'
