import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReceiptDocument, receiptOf } from '#engines/receipt'
import { britishSale, gifts, smallSale } from '../../engines/receipt/receipt.fixture.ts'
import { receiptPdf } from './paper/pdf.ts'
import { qrMatrix } from './paper/qr.ts'
import { receiptRaster } from './paper/raster.ts'
import { runsOf, widthOfText } from './text/runs.ts'

async function pdfOf(document: ReceiptDocument, width: 58 | 80 = 80): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of receiptPdf(document, { width })) parts.push(part)
  return Buffer.concat(parts).toString('latin1')
}
const shown = (text: string, direction: 'ltr' | 'rtl') =>
  runsOf(text, 'normal', direction).map(({ text: each }) => each)

test('a PDF is as wide as the paper and carries its fonts', async () => {
  const pdf = await pdfOf(receiptOf(britishSale, gifts))
  assert.match(pdf, /^%PDF-1\.3/)
  assert.match(pdf, /\/MediaBox \[0 0 226\.77/)
  assert.match(await pdfOf(receiptOf(britishSale, gifts), 58), /\/MediaBox \[0 0 164\.4/)
  assert.match(pdf, /\/FontFile2/)
})

test('a receipt longer than readers take goes on with the next page', async () => {
  const sale = smallSale('GBP', 100)
  const [line] = sale.lines
  assert.ok(line)
  const pdf = await pdfOf(receiptOf({ ...sale, lines: Array.from({ length: 400 }, () => line) }, gifts))
  assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 3)
})

test('Arabic stands from the right, numbers within it from the left', () => {
  assert.equal(shown('المجموع KWD', 'rtl')[0], 'KWD')
  assert.equal(shown('هاتف \u2066+965 2222\u2069', 'rtl')[0], '+965 2222')
})

test('a bracket amid Arabic is mirrored', () => {
  const runs = shown('شاي (أخضر)', 'rtl')
  assert.equal(runs[0], '(')
  assert.equal(runs.filter((run) => run === ')').length, 1)
})

test('Devanagari is shaped as a whole: conjuncts are narrower than their letters', () => {
  assert.ok(widthOfText('क्ष', 'normal') < widthOfText('क', 'normal') + widthOfText('ष', 'normal'))
})

test('what no font has is an empty box and no fault', () => {
  assert.ok(widthOfText('漢', 'normal') > 0)
})

test('a picture of text has its ink in the middle where that is asked for', () => {
  const block = { kind: 'text', text: 'धन्यवाद', align: 'center', weight: 'normal' } as const
  const { width, height, data } = receiptRaster(block, { width: 384, direction: 'ltr' })
  const isBlack = (x: number, y: number) => data[(y * width + x) * 4] === 0
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: height }, (_, y) => y).some((y) => isBlack(x, y)),
  )
  assert.equal(data.length, width * height * 4)
  const [left = 0, right = 0] = [columns[0], columns.at(-1)]
  assert.ok(left > 100 && right < 284 && right - left > 40, `${left} to ${right}`)
  assert.ok(Math.abs(left - (width - 1 - right)) < 6, 'in the middle')
})

test('a QR code has the three eyes that scanners look for', () => {
  const matrix = qrMatrix('LON-1/2025/000042')
  const eye = (x: number, y: number) => [0, 1, 2, 3, 4, 5, 6].every((step) => matrix[y]?.[x + step])
  const far = matrix.length - 7
  assert.ok(eye(0, 0) && eye(far, 0) && eye(0, far) && !eye(far, far))
})
