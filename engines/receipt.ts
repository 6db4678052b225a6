/** The door of receipts: what a receipt says, on server and in browser alike. Bytes for printers are in `escpos.ts`. */
export { type Block, blocksOf } from './receipt/blocks.ts'
export { creditNoteReceiptOf } from './receipt/credit-note.ts'
export {
  type ReceiptAmount,
  type ReceiptDocument,
  type ReceiptFact,
  type ReceiptFigure,
  type ReceiptItem,
  type ReceiptKind,
  type ReceiptLanguage,
  type ReceiptSection,
  type ReceiptTax,
  type ReceiptTaxes,
  receiptLanguages,
} from './receipt/document.ts'
export { receiptOf } from './receipt/sale.ts'
export { sessionReceiptOf } from './receipt/session.ts'
export type {
  CreditNoteForReceipt,
  ReceiptHeader,
  ReceiptOptions,
  ReceiptSettings,
  SaleForReceipt,
  SessionForReceipt,
  TaxTotal,
} from './receipt/shapes.ts'
export { type ReceiptWords, receiptWords } from './receipt/words.ts'
