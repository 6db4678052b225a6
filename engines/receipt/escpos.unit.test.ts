import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { columnsOf, drawerPulse, type EscposOptions, escposOf, paperWidths, type TextRaster } from '#engines/escpos'
import { type ReceiptDocument, receiptOf } from '#engines/receipt'
import { isRefusal } from '#kernel'
import { linesPrinted, readEscpos } from '../../tests/emulators/escpos.ts'
import { britishSale, gifts, receipts, smallSale } from './receipt.fixture.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const sizes: readonly EscposOptions[] = [...paperWidths.map((width) => ({ width })), { width: 80, columns: 42 }]
const hexOf = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('hex')
      .match(/.{1,64}/g) ?? []
  ).join('\n')
const named = (name: string): ReceiptDocument => {
  const found = receipts[name]
  assert.ok(found, name)
  return found
}

// After a change of how receipts look: `GOLDEN=write`, and read the difference, for printers get it.
for (const [name, document] of Object.entries(receipts)) {
  for (const width of paperWidths) {
    test(`${name} on ${width} mm has the bytes of its golden file`, () => {
      const path = join(import.meta.dirname, 'golden', `${name}-${width}.hex`)
      const hex = hexOf(escposOf(document, { width, drawer: true }))
      if (process.env.GOLDEN === 'write') writeFileSync(path, `${hex}\n`)
      assert.equal(hex, readFileSync(path, 'utf8').trim())
    })
  }
}

/** All amounts of a document, as they read. */
const amountsOf = ({ items, totals, tenders, taxes, sections }: ReceiptDocument): string[] => [
  ...[...items, ...totals, ...tenders].map(({ text }) => text),
  ...(taxes?.rows ?? []).flatMap(({ net, tax }) => [...(net ? [net.text] : []), tax.text]),
  ...sections.flatMap(({ figures }) => figures.map((each) => ('text' in each ? each.text : each.value))),
]
/** What stands at the ends of lines and in the middle column of taxes, in order. */
const figuresIn = (bytes: Uint8Array): string[] =>
  linesPrinted(bytes).flatMap(({ text }) => text.match(/-?\d[\d.,]*(?=\s{2,}|$)/g) ?? [])

test('no line is wider than the paper', () => {
  for (const document of Object.values(receipts)) {
    for (const size of sizes) {
      const widest = Math.max(...linesPrinted(escposOf(document, size)).map(({ columns }) => columns))
      assert.ok(widest <= columnsOf(size), `${widest} on ${columnsOf(size)}`)
    }
  }
})

test('the amounts in the bytes are those of the document, in its order', () => {
  for (const [name, document] of Object.entries(receipts)) {
    for (const size of sizes) {
      const printed = figuresIn(escposOf(document, size))
      let at = 0
      for (const amount of amountsOf(document)) {
        const found = printed.indexOf(amount, at)
        assert.ok(found >= 0, `${name}: ${amount} is missing after ${printed.slice(0, at)}`)
        at = found + 1
      }
    }
  }
})

test('the drawer opens first and the paper is cut last', () => {
  const printed = readEscpos(escposOf(named('sale-gbp'), { width: 80, drawer: true }))
  assert.deepEqual(printed[0], { kind: 'pulse', pin: 0, onMs: 100 })
  assert.deepEqual(
    printed.findLast(({ kind }) => kind !== 'line'),
    { kind: 'cut' },
  )
  assert.ok(!readEscpos(escposOf(named('sale-gbp'), { width: 80 })).some(({ kind }) => kind === 'pulse'))
})

test('the pulse alone prints nothing', () => {
  assert.deepEqual(readEscpos(drawerPulse()), [{ kind: 'pulse', pin: 0, onMs: 100 }])
})

test('what a scanner reads is the number: a barcode where it fits, else a QR code', () => {
  const codeOf = (options: EscposOptions) =>
    readEscpos(escposOf(named('sale-gbp'), options)).find(({ kind }) => kind === 'qr' || kind === 'barcode')
  assert.deepEqual(codeOf({ width: 80 }), { kind: 'barcode', value: britishSale.number, dots: 444, align: 1 })
  assert.deepEqual(codeOf({ width: 58 }), { kind: 'qr', value: britishSale.number, align: 1 })
  assert.deepEqual(codeOf({ width: 80, code: 'qr' }), { kind: 'qr', value: britishSale.number, align: 1 })
  assert.equal(codeOf({ width: 80, code: 'none' }), undefined)
})

test('name and total stand out', () => {
  const lines = linesPrinted(escposOf(named('sale-gbp'), { width: 80 }))
  assert.equal(lines.find(({ text }) => text.includes('Gift Wholesale'))?.height, 2)
  assert.equal(lines.find(({ text }) => text.startsWith('Total GBP'))?.bold, true)
  assert.equal(lines.find(({ text }) => text.startsWith('Cash'))?.bold, false)
})

test('a reprint says that it is a copy, and a sale that waits to be sent says so', () => {
  const texts = linesPrinted(escposOf(named('sale-gbp-copy'), { width: 58 })).map(({ text }) => text.trim())
  assert.ok(texts.includes('*** COPY ***') && texts.includes('*** NOT YET SENT ***'))
})

test('Turkish letters arrive as they are', () => {
  const texts = linesPrinted(escposOf(named('sale-tr'), { width: 80 })).map(({ text }) => text.trim())
  assert.ok(texts.includes('İğne İplik Çarşısı') && texts.includes('Güneş gözlüğü ışıltılı şık'))
})

test('a name cannot send commands to the printer', () => {
  // Code page 437 has the arrow at 1Bh, the escape: "←p0" would open the drawer.
  const name = 'Free ←p0\u001bp0\u0000\u001dV0\n\u0007tea ☺☕♥'
  const bytes = escposOf(receiptOf(smallSale('GBP', 100, name), gifts), { width: 80, raster: blank })
  assert.deepEqual(
    readEscpos(bytes).flatMap(({ kind }) => (kind === 'pulse' || kind === 'cut' ? [kind] : [])),
    ['cut'],
  )
})

const blank: TextRaster = (_, { width }) => ({
  width,
  height: 24,
  data: new Uint8ClampedArray(width * 24 * 4).fill(255),
})
const hindi = receiptOf(smallSale('INR', 100, 'चाय'), gifts)

test('letters that the printer has not are refused by name, and the PDF is offered', () => {
  assert.throws(
    () => escposOf(hindi, { width: 80 }),
    (error) =>
      isRefusal(error) && error.code === 'RECEIPT_NOT_PRINTABLE' && /च.*PDF/.test(error.details[0]?.message ?? ''),
  )
})

test('with a raster such lines are pictures as wide as the paper, and the others stay text', () => {
  const printed = readEscpos(escposOf(hindi, { width: 58, raster: blank }))
  assert.equal(printed.filter((each) => each.kind === 'image' && each.width === 384).length, 1)
  assert.ok(printed.some((each) => each.kind === 'line' && each.text.startsWith('Total INR')))
})

test('a receipt that is written from the right is drawn throughout', () => {
  const arabic = receiptOf(britishSale, gifts, { language: 'ar' })
  const printed = readEscpos(escposOf(arabic, { width: 80, raster: blank }))
  assert.ok(printed.every((each) => each.kind !== 'line' || /^-*$/.test(each.text)))
})

test('a logo is no wider than two thirds of the paper', () => {
  const logo = { width: 1000, height: 100, data: new Uint8ClampedArray(1000 * 100 * 4).fill(255) }
  const image = readEscpos(escposOf(named('sale-gbp'), { width: 58, logo })).find(({ kind }) => kind === 'image')
  assert.ok(image?.kind === 'image' && image.width === 256 && image.align === 1)
})

test('any name and any amount fit any paper', () => {
  const amounts = fc.integer({ min: 0, max: 9_007_199_254_740 })
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      amounts,
      fc.constantFrom(...sizes),
      (name, price, size) => {
        const document = receiptOf(smallSale('GBP', price, name), gifts)
        const lines = linesPrinted(escposOf(document, { ...size, raster: blank }))
        assert.ok(lines.every(({ columns }) => columns <= columnsOf(size)))
      },
    ),
    { seed, numRuns: 300 },
  )
})
