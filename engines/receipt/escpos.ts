/**
 * A receipt as ESC/POS bytes. Lines are laid out here, in columns; the kept library writes the commands, chooses code
 * pages and draws images. What no code page can show (Devanagari, Arabic) is drawn by whoever has fonts and handed over
 * as pictures; without them the receipt is refused rather than printed with holes.
 */
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { defineRefusals } from '../../kernel/refusal.ts'
import { type Block, blocksOf } from './blocks.ts'
import { type CodePageMapping, codePages, type PageSigns, pageFor, printable, signsOf } from './code-pages.ts'
import { linesOf } from './columns.ts'
import type { ReceiptDocument } from './document.ts'

export const receiptRefusals = defineRefusals({
  RECEIPT_NOT_PRINTABLE: {
    status: 422,
    says: 'The printer has no letters for this text. Print the PDF instead.',
  },
})

export const paperWidths = [58, 80] as const
/** Millimetres of the roll. */
export type PaperWidth = (typeof paperWidths)[number]

/** Pixels of 4 bytes, red, green, blue and opacity, as `ImageData` has them. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/** Draws a block of text in black on white, `width` dots wide (8 dots are a millimetre). */
export type TextRaster = (
  block: TextBlock,
  to: { readonly width: number; readonly direction: 'ltr' | 'rtl' },
) => Picture

export type EscposOptions = {
  readonly width: PaperWidth
  /** Signs in a line: 32 on 58 mm; 48 or, on older printers, 42 on 80 mm. */
  readonly columns?: 32 | 42 | 48 | undefined
  readonly codePages?: CodePageMapping | undefined
  /** What can be scanned: a barcode where it is narrow enough, else a QR code, unless told. */
  readonly code?: 'auto' | 'barcode' | 'qr' | 'none' | undefined
  /** Opens the cash drawer first. */
  readonly drawer?: boolean | undefined
  readonly logo?: Picture | undefined
  readonly raster?: TextRaster | undefined
}

type TextBlock = Exclude<Block, { kind: 'rule' | 'code' }>
type Printer = { encoder: ReceiptPrinterEncoder; columns: number; pages: readonly PageSigns[]; options: EscposOptions }

/** Dots that one sign of the printer's font is wide. */
const dotsOfColumn = 12

export const columnsOf = ({ width, columns }: Pick<EscposOptions, 'width' | 'columns'>): number =>
  columns ?? (width === 58 ? 32 : 48)

/**
 * The whole receipt, paper cut at its end. Refuses RECEIPT_NOT_PRINTABLE where signs are missing and no raster is
 * given.
 */
export function escposOf(document: ReceiptDocument, options: EscposOptions): Uint8Array {
  const missing = options.raster ? [] : unprintableIn(document, options)
  if (missing.length > 0) {
    const message = `The printer's code pages do not have ${missing.slice(0, 10).join(' ')}. Print the PDF instead.`
    throw receiptRefusals.refuse('RECEIPT_NOT_PRINTABLE', [{ field: 'document', message }])
  }
  const printer = openPrinter(options)
  const { encoder, columns } = printer
  encoder.initialize()
  if (options.drawer) encoder.pulse(0, 100, 500)
  if (options.logo) encoder.align('center').image(options.logo, fit(options.logo, columns)).align('left')
  for (const block of blocksOf(document)) printBlock(printer, block, document.direction)
  return encoder.cut('partial').encode()
}

/** The pulse that opens the drawer, with nothing printed. */
export const drawerPulse = (): Uint8Array => new ReceiptPrinterEncoder().initialize().pulse(0, 100, 500).encode()

/** Signs of the receipt that the printer cannot show; a receipt that is written from the right is all of them. */
export function unprintableIn(
  document: ReceiptDocument,
  options: Pick<EscposOptions, 'width' | 'codePages'>,
): string[] {
  const { pages } = openPrinter(options)
  const missing = blocksOf(document).flatMap((block) =>
    isText(block) ? textsOf(block).flatMap((text) => printable(text, pages).missing) : [],
  )
  return [...new Set(missing)]
}

function openPrinter(options: EscposOptions): Printer {
  const mapping = options.codePages ?? 'epson'
  const pages = pagesOf(mapping)
  const columns = columnsOf(options)
  const encoder = new ReceiptPrinterEncoder({
    ...{ columns, codepageMapping: mapping, codepageCandidates: [...pages], errors: 'strict' },
    ...{ imageMode: 'raster', newline: '\n', feedBeforeCut: 4 },
  })
  return { encoder, columns, pages: pages.map(signsOf), options }
}

/** Those of our code pages that printers of this make have. */
function pagesOf(mapping: CodePageMapping) {
  const encoder = new ReceiptPrinterEncoder({ codepageMapping: mapping })
  return codePages.filter((page) => {
    try {
      encoder.codepage(page)
      return true
    } catch {
      return false
    }
  })
}

const isText = (block: Block): block is TextBlock => block.kind !== 'rule' && block.kind !== 'code'
const textsOf = (block: TextBlock): readonly string[] => {
  if (block.kind === 'text') return [block.text]
  return block.kind === 'pair' ? [block.start, block.end] : block.cells
}

function printBlock(printer: Printer, block: Block, direction: 'ltr' | 'rtl'): void {
  const { encoder, columns, pages, options } = printer
  if (block.kind === 'rule') encoder.codepage('cp437').line('-'.repeat(columns))
  else if (block.kind === 'code') printCode(printer, block.value)
  else {
    const isMissing = textsOf(block).some((text) => printable(text, pages).missing.length > 0)
    if (options.raster && (isMissing || direction === 'rtl')) {
      encoder.image(options.raster(block, { width: columns * dotsOfColumn, direction }))
    } else printText(printer, inSigns(block, pages))
  }
}

/** The block with texts that the code pages have. An indent is the layout's and stays. */
function inSigns(block: TextBlock, pages: readonly PageSigns[]): TextBlock {
  const show = (text: string): string => printable(text, pages).text
  if (block.kind === 'text') return { ...block, text: show(block.text) }
  if (block.kind === 'pair') return { ...block, start: show(block.start), end: show(block.end) }
  const [first, second, third] = block.cells
  return { ...block, cells: [show(first), show(second), show(third)] }
}

function printText({ encoder, columns, pages }: Printer, block: TextBlock): void {
  const weight = block.kind === 'triple' ? 'normal' : block.weight
  const isLarge = weight === 'large'
  if (weight !== 'normal') encoder.bold(true)
  if (isLarge) encoder.size(2, 2)
  for (const line of linesOf(block, isLarge ? columns >> 1 : columns)) {
    encoder.codepage(pageFor(line, pages) ?? 'auto').line(line)
  }
  if (isLarge) encoder.size(1, 1)
  if (weight !== 'normal') encoder.bold(false)
}

/** CODE128 in set B takes 11 bars of 2 dots for each sign, beside start, check and stop. */
const barcodeDots = (value: string): number => (11 * (value.length + 2) + 13) * 2
const isBarcodeText = (value: string): boolean => /^[\x20-\x7a|}~]{1,80}$/.test(value)

function printCode({ encoder, columns, options }: Printer, value: string): void {
  const { code = 'auto' } = options
  const isNarrow = isBarcodeText(value) && barcodeDots(value) <= columns * dotsOfColumn
  if (code === 'none') return
  encoder.align('center')
  if (code === 'qr' || !isNarrow) encoder.qrcode(value, { model: 2, size: 6, errorlevel: 'm' })
  else encoder.barcode(value, 'code128', { height: 60, width: 1, text: 'none' })
  encoder.align('left')
}

/** A logo is made no wider than the paper, and the whole paper's width is too much for it. */
function fit({ width, height }: Picture, columns: number): { width: number; height: number } {
  const widest = Math.floor((columns * dotsOfColumn * 2) / 3)
  if (width <= widest) return { width, height }
  return { width: widest, height: Math.max(1, Math.round((height * widest) / width)) }
}
