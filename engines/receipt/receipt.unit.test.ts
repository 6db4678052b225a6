import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  blocksOf,
  creditNoteReceiptOf,
  receiptLanguages,
  receiptOf,
  receiptWords,
  sessionReceiptOf,
} from '#engines/receipt'
import { britishReturn, britishSale, britishSession, gifts, indianSale, money, smallSale } from './receipt.fixture.ts'

const gbp = money('GBP')
const sumOf = (figures: readonly { money: { amount: number } }[]) =>
  figures.reduce((sum, each) => sum + each.money.amount, 0)

test('where prices include tax the lines sum up to the total', () => {
  const { items, totals } = receiptOf(britishSale, gifts)
  assert.equal(sumOf(items), 1990)
  assert.deepEqual(
    totals.map(({ label, text, isMain }) => [label, text, isMain]),
    [
      ['Total GBP', '19.90', true],
      ['Includes tax of', '3.31', undefined],
    ],
  )
})

test('where no price includes tax the lines sum up to the net, and tax comes on top', () => {
  const { items, totals } = receiptOf(indianSale, gifts)
  assert.equal(sumOf(items), 12_345_600)
  assert.deepEqual(
    totals.map(({ text }) => text),
    ['1,23,456.00', '22,222.08', '1,45,678.08'],
  )
})

test('a sale of prices of both kinds shows all lines with tax', () => {
  const [first, ...rest] = britishSale.lines
  assert.ok(first)
  const { items } = receiptOf({ ...britishSale, lines: [{ ...first, includesTax: false }, ...rest] }, gifts)
  assert.equal(sumOf(items), 1990)
})

test('a discount stands under its line, which is less it already, and what was saved under the total', () => {
  const [first, ...rest] = britishSale.lines
  assert.ok(first)
  const promotions = [
    { name: 'Happy hour', amount: 50 },
    { name: 'Welcome', amount: 10 },
  ]
  const line = { ...first, gross: gbp(530), promotions }
  const { items, totals } = receiptOf({ ...britishSale, lines: [line, ...rest], discount: gbp(60) }, gifts)
  assert.deepEqual([items[0]?.text, items[0]?.note], ['5.30', 'Happy hour -0.50, Welcome -0.10'])
  assert.deepEqual([totals.at(-1)?.label, totals.at(-1)?.text], ['You saved', '0.60'])
  assert.equal(receiptOf(britishSale, gifts).items[0]?.note, null)
})

test('a credit note says which part of a discount its amount is less', () => {
  const [first, ...rest] = britishReturn.lines
  assert.ok(first)
  const line = { ...first, reason: 'Chipped', discount: gbp(25) }
  const { items } = creditNoteReceiptOf({ ...britishReturn, lines: [line, ...rest] }, gifts)
  assert.equal(items[0]?.note, 'Less discount of 0.25, Reason: Chipped')
})

test('one piece at its price needs no sum, more do', () => {
  const details = receiptOf(britishSale, gifts).items.map(({ detail }) => detail)
  assert.deepEqual(details, ['2 pcs x 2.95', null, '1.5 m x 1.00'])
})

test('the parts of a tax stand below it', () => {
  const rows = receiptOf(indianSale, gifts).taxes?.rows.map(({ label, net, tax }) => [label, net?.text, tax.text])
  assert.deepEqual(rows, [
    ['GST 18%', '1,23,456.00', '22,222.08'],
    ['CGST', undefined, '11,111.04'],
    ['SGST', undefined, '11,111.04'],
  ])
})

test('a rate whose name says how much it is is not told twice', () => {
  const labelOf = (label: string) => {
    const [tax] = britishSale.taxes
    assert.ok(tax)
    return receiptOf({ ...britishSale, taxes: [{ ...tax, label }] }, gifts).taxes?.rows[0]?.label
  }
  assert.deepEqual(['VAT 20%', 'VAT 20 %', 'VAT'].map(labelOf), ['VAT 20%', 'VAT 20 %', 'VAT 20%'])
})

test('a sale without tax says nothing of tax', () => {
  const document = receiptOf(smallSale('GBP', 100), gifts)
  assert.equal(document.taxes, null)
  assert.equal(document.totals.length, 1)
})

test('amounts have the decimals of their currency and the signs of the language', () => {
  const totalOf = (currency: string, language: 'en' | 'tr' | 'hi' | 'ar') =>
    receiptOf(smallSale(currency, 123_456_789), gifts, { language }).totals[0]?.text
  assert.equal(totalOf('JPY', 'en'), '370,370,367')
  assert.equal(totalOf('KWD', 'en'), '370,370.367')
  assert.equal(totalOf('TRY', 'tr'), '3.703.703,67')
  assert.equal(totalOf('INR', 'hi'), '37,03,703.67')
  assert.equal(totalOf('INR', 'en'), '37,03,703.67')
  // Between the marks that keep it from being turned around.
  assert.equal(totalOf('KWD', 'ar'), '\u2066370,370.367\u2069')
})

test('the time is that of the shop, also on the day the clocks change', () => {
  const dateOf = (language: 'en' | 'tr') => receiptOf(britishSale, gifts, { language }).meta[1]?.value
  assert.equal(dateOf('en'), '30 Mar 2025 14:05')
  assert.equal(dateOf('tr'), '30.03.2025 14:05')
})

test("the language is the one asked for, else the shop's", () => {
  const turkish = { ...gifts, shop: { ...gifts.shop, receipt: { language: 'tr' as const } } }
  assert.equal(receiptOf(britishSale, turkish).language, 'tr')
  assert.equal(receiptOf(britishSale, turkish, { language: 'ar' }).direction, 'rtl')
})

test('a reprint and a sale that is not sent yet are marked', () => {
  assert.deepEqual(receiptOf(britishSale, gifts).marks, [])
  assert.deepEqual(receiptOf(britishSale, gifts, { isCopy: true, isPending: true }).marks, ['COPY', 'NOT YET SENT'])
})

test('change is shown where there is some', () => {
  assert.deepEqual(
    receiptOf(britishSale, gifts).tenders.map(({ label, text }) => [label, text]),
    [
      ['Card 4242', '10.00'],
      ['Cash', '10.00'],
      ['Change', '0.10'],
    ],
  )
  assert.equal(receiptOf(smallSale('GBP', 100), gifts).tenders.length, 1)
})

test('what the shop wants on its receipts stands there: its header, its word for the tax number, its footer', () => {
  const { header, footer } = receiptOf(britishSale, {
    ...gifts,
    shop: { ...gifts.shop, receipt: { ...gifts.shop.receipt, taxNumberLabel: 'VAT Reg.' } },
  })
  assert.ok(header.lines.includes('VAT Reg. GB 123 4567 89') && header.lines.includes('Open daily 9 to 6'))
  assert.deepEqual(footer, ['Thank you for your visit', 'Goods may come back for 30 days'])
})

test('a return names the sale, why each thing came back, and what was paid back', () => {
  const document = creditNoteReceiptOf(britishReturn, gifts)
  assert.deepEqual(document.meta[1], { label: 'For receipt', value: 'LON-1/2025/000042' })
  assert.equal(document.items[0]?.note, 'Reason: Damaged')
  assert.equal(document.totals[0]?.label, 'Refunded GBP')
})

test('the report of an open session leaves out what is not counted yet', () => {
  const { counted: _counted, variance: _variance, ...cash } = britishSession.cash
  const labelsOf = (kind: 'x' | 'z') =>
    sessionReceiptOf({ ...britishSession, kind, ...(kind === 'x' ? { cash, closedAt: null } : {}) }, gifts)
  assert.equal(labelsOf('x').title, 'X report')
  assert.ok(!labelsOf('x').sections[2]?.figures.some(({ label }) => label === 'Counted'))
  assert.ok(labelsOf('z').sections[2]?.figures.some(({ label }) => label === 'Counted'))
})

test('every language has every word', () => {
  const keysOf = (language: (typeof receiptLanguages)[number]) => Object.keys(receiptWords(language)).sort()
  for (const language of receiptLanguages) {
    assert.deepEqual(keysOf(language), keysOf('en'))
    const empty = Object.entries(receiptWords(language)).filter(([, word]) => word === '')
    assert.deepEqual(empty, [])
  }
})

test('documents and blocks are plain JSON', () => {
  const document = receiptOf(britishSale, gifts)
  assert.deepEqual(JSON.parse(JSON.stringify(document)), document)
  assert.deepEqual(JSON.parse(JSON.stringify(blocksOf(document))), blocksOf(document))
  assert.equal(blocksOf(document).at(-1)?.kind, 'code')
})

test('an unknown way to pay keeps its own name', () => {
  const sale = { ...smallSale('GBP', 100), tenders: [{ method: 'voucher', amount: money('GBP')(300) }] }
  assert.equal(receiptOf(sale, gifts).tenders[0]?.label, 'voucher')
})
