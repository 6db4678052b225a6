/** A receipt as a PDF on a strip of paper, its text searchable and its fonts inside. */
import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { type Block, blocksOf, type ReceiptDocument } from '#engines/receipt'
import { type Placed, placeBlock, type Strip } from '../text/place.ts'
import { typefaces } from '../text/typefaces.ts'
import { qrMatrix } from './qr.ts'

const pointsPerMm = 72 / 25.4
/** Readers refuse pages beyond 14,400 points; a receipt of many lines goes on with the next page. */
const heightMax = 5_000
/** So many blocks are laid out before others get their turn. */
const blocksAtOnce = 50

type Paper = { width: number; margin: number; strip: Strip }
type Sheet = { block: Block; placed: Placed; top: number }

/** The file in parts. `width` in millimetres. */
export async function* receiptPdf(
  document: ReceiptDocument,
  { width }: { width: 58 | 80 },
): AsyncGenerator<Uint8Array> {
  const paper = paperOf(width, document)
  const pages = await layOut(document, paper)
  const pdf = new PDFDocument({
    ...{ autoFirstPage: false, margin: 0, lang: document.language },
    info: { Title: `${document.title} ${document.code ?? ''}`.trim(), Author: document.header.name },
  })
  for (const typeface of [...typefaces('normal'), ...typefaces('bold')]) {
    pdf.registerFont(typeface.name, typeface.bytes)
  }
  for (const page of pages) {
    const height = page.reduce((lowest, { top, placed }) => Math.max(lowest, top + placed.height), 0)
    pdf.addPage({ size: [paper.width, height + paper.margin], margin: 0 })
    for (const sheet of page) draw(pdf, sheet, paper)
  }
  pdf.end()
  for await (const part of pdf) yield part as Uint8Array
}

function paperOf(mm: 58 | 80, { direction }: ReceiptDocument): Paper {
  const width = mm * pointsPerMm
  const margin = mm === 58 ? 8 : 12
  return { width, margin, strip: { width: width - 2 * margin, size: mm === 58 ? 7 : 8.5, direction } }
}

async function layOut(document: ReceiptDocument, paper: Paper): Promise<Sheet[][]> {
  const pages: Sheet[][] = [[]]
  let top = paper.margin
  for (const [index, block] of blocksOf(document).entries()) {
    if (index % blocksAtOnce === blocksAtOnce - 1) await setImmediate()
    const placed = place(block, paper.strip)
    if (top + placed.height > heightMax) {
      pages.push([])
      top = paper.margin
    }
    pages.at(-1)?.push({ block, placed, top })
    top += placed.height
  }
  return pages
}

const codeSize = 64

function place(block: Block, strip: Strip): Placed {
  if (block.kind === 'rule') return { runs: [], height: strip.size }
  if (block.kind === 'code') return { runs: [], height: codeSize + strip.size }
  return placeBlock(block, strip)
}

function draw(pdf: PDFKit.PDFDocument, { block, placed, top }: Sheet, { margin, strip }: Paper): void {
  if (block.kind === 'rule') {
    const y = top + placed.height / 2
    pdf
      .moveTo(margin, y)
      .lineTo(margin + strip.width, y)
      .lineWidth(0.5)
      .dash(2, { space: 1.5 })
      .stroke('#000')
      .undash()
  } else if (block.kind === 'code')
    drawCode(pdf, block.value, { x: margin + (strip.width - codeSize) / 2, y: top + strip.size })
  for (const { run, x, baseline, size } of placed.runs) {
    // With features named, a run is shaped as a whole; otherwise word by word, which puts Arabic words in the wrong
    // order.
    const options = { lineBreak: false, features: [], baseline: 'alphabetic' as const }
    pdf
      .font(run.typeface.name, size)
      .fillColor('#000')
      .text(run.text, margin + x, top + baseline, options)
  }
}

function drawCode(pdf: PDFKit.PDFDocument, value: string, { x, y }: { x: number; y: number }): void {
  const matrix = qrMatrix(value)
  const side = codeSize / matrix.length
  for (const [row, cells] of matrix.entries()) {
    for (const [column, isDark] of cells.entries()) {
      if (isDark) pdf.rect(x + column * side, y + row * side, side, side)
    }
  }
  pdf.fill('#000')
}
