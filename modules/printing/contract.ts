/** What processes may use of printing; no module calls it. */
export { createPrinterLine, type PrinterLine, type PrinterLineOptions, printerLine } from './adapters/printer-line.ts'
export { createPrintBell, type PrintBell, printBell } from './print-job/bell.ts'
export { type Spooler, type SpoolerOptions, startSpooler } from './print-job/spooler.ts'
