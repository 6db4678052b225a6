/**
 * The door of receipts as bytes for thermal printers (ESC/POS), on the server for printers of the network and in the
 * browser for WebUSB.
 */
export { type CodePageMapping, codePageMappings } from './receipt/code-pages.ts'
export {
  columnsOf,
  drawerPulse,
  type EscposOptions,
  escposOf,
  type PaperWidth,
  type Picture,
  paperWidths,
  receiptRefusals,
  type TextRaster,
  unprintableIn,
} from './receipt/escpos.ts'
