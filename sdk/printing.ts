// Written by tools/sdk.ts from the registry.

import type { ListQuery } from './values.ts'

/** A receipt printer of a shop, and how it is reached. */
export type PrintingPrinter = {
  name: string
  shopId: string
  registerId: string | null
  kind: 'network' | 'browser'
  host: string | null
  port: number
  width: '58' | '80'
  columns: '32' | '42' | '48' | null
  codePages: 'epson' | 'epson/legacy' | 'bixolon' | 'bixolon/legacy' | 'citizen' | 'fujitsu' | 'hp' | 'metapace' | 'mpt' | 'pos-5890' | 'pos-8360' | 'star' | 'sunmi' | 'xprinter' | 'youku'
  drawer: boolean
  copies: number
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A receipt on its way to a printer, and how often that was tried. */
export type PrintingPrintJob = {
  printerId: string
  shopId: string
  what: 'sale' | 'credit_note' | 'register_session' | 'drawer'
  sourceId: string | null
  number: string | null
  status: 'queued' | 'printing' | 'printed' | 'failed' | 'cancelled'
  copies: number
  isCopy: boolean
  opensDrawer: boolean
  language: 'en' | 'hi' | 'ar' | 'tr' | null
  attempts: number
  error: string | null
  nextAttemptAt: string
  printedAt: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type PrintingPrinterField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'shopId' | 'registerId' | 'kind' | 'host' | 'port' | 'width' | 'columns' | 'codePages' | 'drawer' | 'copies'

export type PrintingPrintJobField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'printerId' | 'shopId' | 'what' | 'sourceId' | 'number' | 'status' | 'copies' | 'isCopy' | 'opensDrawer' | 'language' | 'attempts' | 'error' | 'nextAttemptAt' | 'printedAt'

export type PrintingPrinterCreateBody = {
  name: string
  shopId: string
  registerId?: string | null
  kind?: 'network' | 'browser'
  host?: string | null
  port?: number
  width?: '58' | '80'
  columns?: '32' | '42' | '48' | null
  codePages?: 'epson' | 'epson/legacy' | 'bixolon' | 'bixolon/legacy' | 'citizen' | 'fujitsu' | 'hp' | 'metapace' | 'mpt' | 'pos-5890' | 'pos-8360' | 'star' | 'sunmi' | 'xprinter' | 'youku'
  drawer?: boolean
  copies?: number
  id?: string
}

export type PrintingPrinterUpdateBody = {
  name?: string | null
  registerId?: string | null
  kind?: 'network' | 'browser' | null
  host?: string | null
  port?: number | null
  width?: '58' | '80' | null
  columns?: '32' | '42' | '48' | null
  codePages?: 'epson' | 'epson/legacy' | 'bixolon' | 'bixolon/legacy' | 'citizen' | 'fujitsu' | 'hp' | 'metapace' | 'mpt' | 'pos-5890' | 'pos-8360' | 'star' | 'sunmi' | 'xprinter' | 'youku' | null
  drawer?: boolean | null
  copies?: number | null
  version?: number
}

export type PrintingPrinterDeleteAnswer = {
  id: string
}

export type SalesSaleReceiptAnswer = {
  document: Record<string, unknown>
}

export type SalesCreditNoteReceiptAnswer = {
  document: Record<string, unknown>
}

export type PosRegisterSessionReceiptAnswer = {
  document: Record<string, unknown>
}

export type ShopsShopReceiptHeaderAnswer = {
  header: Record<string, unknown>
}

export type PrintingPrintJobPrintBody = {
  id?: string
  printerId: string
  document: {
    saleId?: string
    creditNoteId?: string
    registerSessionId?: string
  }
  copies?: number
  isCopy?: boolean
  openDrawer?: boolean
  language?: 'en' | 'hi' | 'ar' | 'tr'
}

export type PrintingPrintJobPrintAnswer = {
  printerId: string
  shopId: string
  what: 'sale' | 'credit_note' | 'register_session' | 'drawer'
  sourceId?: string | null
  number?: string | null
  status?: 'queued' | 'printing' | 'printed' | 'failed' | 'cancelled' | null
  copies: number
  isCopy: boolean
  opensDrawer: boolean
  language?: 'en' | 'hi' | 'ar' | 'tr' | null
  attempts: number
  error?: string | null
  nextAttemptAt: string
  printedAt?: string | null
  id: string
  version: number
}

export type PrintingPrintJobOpenDrawerBody = {
  printerId: string
}

export type PrintingPrintJobOpenDrawerAnswer = {
  printerId: string
  shopId: string
  what: 'sale' | 'credit_note' | 'register_session' | 'drawer'
  sourceId?: string | null
  number?: string | null
  status?: 'queued' | 'printing' | 'printed' | 'failed' | 'cancelled' | null
  copies: number
  isCopy: boolean
  opensDrawer: boolean
  language?: 'en' | 'hi' | 'ar' | 'tr' | null
  attempts: number
  error?: string | null
  nextAttemptAt: string
  printedAt?: string | null
  id: string
  version: number
}

export type PrintingPrintJobRetryBody = Record<string, never>

export type PrintingPrintJobRetryAnswer = {
  printerId: string
  shopId: string
  what: 'sale' | 'credit_note' | 'register_session' | 'drawer'
  sourceId?: string | null
  number?: string | null
  status?: 'queued' | 'printing' | 'printed' | 'failed' | 'cancelled' | null
  copies: number
  isCopy: boolean
  opensDrawer: boolean
  language?: 'en' | 'hi' | 'ar' | 'tr' | null
  attempts: number
  error?: string | null
  nextAttemptAt: string
  printedAt?: string | null
  id: string
  version: number
}

export type PrintingPrintJobCancelBody = Record<string, never>

export type PrintingPrintJobCancelAnswer = {
  printerId: string
  shopId: string
  what: 'sale' | 'credit_note' | 'register_session' | 'drawer'
  sourceId?: string | null
  number?: string | null
  status?: 'queued' | 'printing' | 'printed' | 'failed' | 'cancelled' | null
  copies: number
  isCopy: boolean
  opensDrawer: boolean
  language?: 'en' | 'hi' | 'ar' | 'tr' | null
  attempts: number
  error?: string | null
  nextAttemptAt: string
  printedAt?: string | null
  id: string
  version: number
}

export interface PrintingRoutes {
  /** Lists printers. `printing.printer.list`, permission `printing.printer.read`. */
  'GET /hardware/printers': {
    params: never
    query: ListQuery<PrintingPrinterField>
    body: never
    answer: PrintingPrinter
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one printer. `printing.printer.read`, permission `printing.printer.read`. */
  'GET /hardware/printers/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PrintingPrinter
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a printer. `printing.printer.create`, permission `printing.printer.create`. */
  'POST /hardware/printers': {
    params: never
    query: never
    body: PrintingPrinterCreateBody
    answer: PrintingPrinter
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a printer. `printing.printer.update`, permission `printing.printer.update`. */
  'PATCH /hardware/printers/:id': {
    params: { id: string }
    query: never
    body: PrintingPrinterUpdateBody
    answer: PrintingPrinter
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /hardware/printers/:id': PrintingRoutes['PATCH /hardware/printers/:id']
  /** Removes a printer that nothing refers to. `printing.printer.delete`, permission `printing.printer.delete`. */
  'DELETE /hardware/printers/:id': {
    params: { id: string }
    query: never
    body: never
    answer: PrintingPrinterDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists print jobs. `printing.printJob.list`, permission `printing.printJob.read`. */
  'GET /hardware/print-jobs': {
    params: never
    query: ListQuery<PrintingPrintJobField>
    body: never
    answer: PrintingPrintJob
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one print job. `printing.printJob.read`, permission `printing.printJob.read`. */
  'GET /hardware/print-jobs/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PrintingPrintJob
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** The receipt of a sale: as data, as PDF, or as bytes for a thermal printer. `sales.sale.receipt`, permission `sales.sale.read`. */
  'GET /erp/sales/:id/receipt': {
    params: { id: string }
    query: {
      format?: 'json' | 'pdf' | 'escpos'
      width?: '58' | '80'
      columns?: '32' | '42' | '48'
      codePages?: 'epson' | 'epson/legacy' | 'bixolon' | 'bixolon/legacy' | 'citizen' | 'fujitsu' | 'hp' | 'metapace' | 'mpt' | 'pos-5890' | 'pos-8360' | 'star' | 'sunmi' | 'xprinter' | 'youku'
      copy?: boolean
      language?: 'en' | 'hi' | 'ar' | 'tr'
    }
    body: never
    answer: SalesSaleReceiptAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** The receipt of a credit note: as data, as PDF, or as bytes for a thermal printer. `sales.creditNote.receipt`, permission `sales.creditNote.read`. */
  'GET /erp/credit-notes/:id/receipt': {
    params: { id: string }
    query: {
      format?: 'json' | 'pdf' | 'escpos'
      width?: '58' | '80'
      columns?: '32' | '42' | '48'
      codePages?: 'epson' | 'epson/legacy' | 'bixolon' | 'bixolon/legacy' | 'citizen' | 'fujitsu' | 'hp' | 'metapace' | 'mpt' | 'pos-5890' | 'pos-8360' | 'star' | 'sunmi' | 'xprinter' | 'youku'
      copy?: boolean
      language?: 'en' | 'hi' | 'ar' | 'tr'
    }
    body: never
    answer: SalesCreditNoteReceiptAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** The report of a register session as a receipt: as data, as PDF, or as bytes for a thermal printer. `pos.registerSession.receipt`, permission `pos.registerSession.report`. */
  'GET /pos/register-sessions/:id/receipt': {
    params: { id: string }
    query: {
      format?: 'json' | 'pdf' | 'escpos'
      width?: '58' | '80'
      columns?: '32' | '42' | '48'
      codePages?: 'epson' | 'epson/legacy' | 'bixolon' | 'bixolon/legacy' | 'citizen' | 'fujitsu' | 'hp' | 'metapace' | 'mpt' | 'pos-5890' | 'pos-8360' | 'star' | 'sunmi' | 'xprinter' | 'youku'
      copy?: boolean
      language?: 'en' | 'hi' | 'ar' | 'tr'
    }
    body: never
    answer: PosRegisterSessionReceiptAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** What a shop's receipts begin and end with, for tills that make receipts without a network. `shops.shop.receiptHeader`, permission `shops.shop.read`. */
  'GET /shops/:id/receipt-header': {
    params: { id: string }
    query: never
    body: never
    answer: ShopsShopReceiptHeaderAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Sends a receipt to a printer of the network, in the background. `printing.printJob.print`, permission `sales.sale.sell`. */
  'POST /hardware/print': {
    params: never
    query: never
    body: PrintingPrintJobPrintBody
    answer: PrintingPrintJobPrintAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND' | 'PRINTER_IN_BROWSER' | 'PRINTER_HAS_NO_DRAWER' | 'ALREADY_EXISTS'
  }
  /** Opens the cash drawer without a sale. `printing.printJob.openDrawer`, permission `printing.printJob.openDrawer`. */
  'POST /hardware/drawer': {
    params: never
    query: never
    body: PrintingPrintJobOpenDrawerBody
    answer: PrintingPrintJobOpenDrawerAnswer
    isList: false
    refuses: 'REFERENCE_NOT_FOUND' | 'PRINTER_IN_BROWSER' | 'PRINTER_HAS_NO_DRAWER'
  }
  /** Tries a job again that failed or was cancelled. `printing.printJob.retry`, permission `sales.sale.sell`. */
  'POST /hardware/print-jobs/:id/retry': {
    params: { id: string }
    query: never
    body: PrintingPrintJobRetryBody
    answer: PrintingPrintJobRetryAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION'
  }
  /** Takes back a job that has not been printed yet. `printing.printJob.cancel`, permission `sales.sale.sell`. */
  'POST /hardware/print-jobs/:id/cancel': {
    params: { id: string }
    query: never
    body: PrintingPrintJobCancelBody
    answer: PrintingPrintJobCancelAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION'
  }
}
