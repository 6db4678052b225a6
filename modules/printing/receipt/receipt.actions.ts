/** Receipts over HTTP: to be shown, kept as PDF, or sent to a printer by the till itself. */
import { codePageMappings, escposOf } from '#engines/escpos'
import { receiptLanguages } from '#engines/receipt'
import { boolean, choice, code, Download, defineAction, type InputOf, record } from '#kernel'
import { registerSession } from '#modules/pos'
import { creditNote, sale } from '#modules/sales'
import { shop } from '#modules/shops'
import { receiptPdf } from '../paper/pdf.ts'
import { receiptRaster } from '../paper/raster.ts'
import { creditNoteReceipt, type LoadedReceipt, receiptHeader, saleReceipt, sessionReceipt } from './load.ts'

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
const id = code({ label: 'Id', required: true, max: 36, pattern: uuid })

const asked = {
  id,
  format: choice(['json', 'pdf', 'escpos'], { label: 'Format', help: 'json unless told' }),
  width: choice(['58', '80'], { label: 'Paper in mm', help: '80 unless told' }),
  columns: choice(['32', '42', '48'], { label: 'Letters in a line' }),
  codePages: choice(codePageMappings, { label: 'Code pages of the printer' }),
  copy: boolean({ label: 'Marked as copy' }),
  language: choice(receiptLanguages, { label: 'Language', help: "The shop's unless told" }),
}
const output = {
  document: record({ label: 'Receipt', help: 'As engines/receipt describes it', required: true, maxBytes: 8_388_608 }),
}
type Asked = InputOf<typeof asked>

export const saleReceiptAction = defineAction('receipt', {
  label: 'Receipt',
  says: 'The receipt of a sale: as data, as PDF, or as bytes for a thermal printer.',
  entity: () => sale,
  method: 'GET',
  path: '/erp/sales/:id/receipt',
  permission: 'sales.sale.read',
  input: asked,
  output,
  refuses: ['NOT_FOUND'],
  run: async (context, input) => inFormat(await saleReceipt(context, input.id, optionsOf(input)), input),
})

export const creditNoteReceiptAction = defineAction('receipt', {
  label: 'Receipt of a return',
  says: 'The receipt of a credit note: as data, as PDF, or as bytes for a thermal printer.',
  entity: () => creditNote,
  method: 'GET',
  path: '/erp/credit-notes/:id/receipt',
  permission: 'sales.creditNote.read',
  input: asked,
  output,
  refuses: ['NOT_FOUND'],
  run: async (context, input) => inFormat(await creditNoteReceipt(context, input.id, optionsOf(input)), input),
})

export const sessionReceiptAction = defineAction('receipt', {
  label: 'Report of a session, on paper',
  says: 'The report of a register session as a receipt: as data, as PDF, or as bytes for a thermal printer.',
  entity: () => registerSession,
  method: 'GET',
  path: '/pos/register-sessions/:id/receipt',
  permission: 'pos.registerSession.report',
  input: asked,
  output,
  refuses: ['NOT_FOUND'],
  run: async (context, input) => inFormat(await sessionReceipt(context, input.id, optionsOf(input)), input),
})

export const receiptHeaderAction = defineAction('receiptHeader', {
  label: 'Receipt header',
  says: "What a shop's receipts begin and end with, for tills that make receipts without a network.",
  entity: () => shop,
  method: 'GET',
  path: '/shops/:id/receipt-header',
  permission: 'shops.shop.read',
  input: { id },
  output: { header: record({ label: 'Header', required: true }) },
  refuses: ['NOT_FOUND'],
  run: async (context, { id }) => ({ header: await receiptHeader(context, id) }),
})

const optionsOf = ({ copy, language }: Asked) => ({ isCopy: copy, language })

function inFormat({ document, number }: LoadedReceipt, { format, width = '80', columns, codePages }: Asked) {
  const paper = width === '58' ? 58 : 80
  if (format === 'pdf') {
    return new Download(`${number}.pdf`, 'application/pdf', () => receiptPdf(document, { width: paper }))
  }
  if (format !== 'escpos') return { document }
  const bytes = escposOf(document, { width: paper, columns: columnsOf(columns), codePages, raster: receiptRaster })
  return new Download(`${number}.bin`, 'application/octet-stream', () => once(bytes))
}

/** Letters in a line as the encoder knows them. */
export const columnsOf = (columns: '32' | '42' | '48' | null | undefined): 32 | 42 | 48 | undefined =>
  columns ? ({ '32': 32, '42': 42, '48': 48 } as const)[columns] : undefined

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
