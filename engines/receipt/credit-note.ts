import type { ReceiptDocument, ReceiptItem } from './document.ts'
import { fromLeft, momentText, moneyText, quantityText } from './figures.ts'
import { factsOf, figureRow, frameOf, mainFigure, methodLabel, readingOf, taxesOf, textLines } from './parts.ts'
import type { CreditNoteForReceipt, ReceiptHeader, ReceiptOptions } from './shapes.ts'
import type { ReceiptWords } from './words.ts'

/** The receipt of what came back: amounts are positive and with tax, the total is what was paid back. */
export function creditNoteReceiptOf(
  note: CreditNoteForReceipt,
  header: ReceiptHeader,
  options: ReceiptOptions = {},
): ReceiptDocument {
  const reading = readingOf(header, options)
  const { words } = reading
  const main = mainFigure(words.refunded, note.total, words)
  return {
    kind: 'credit-note',
    ...frameOf(header, reading, options),
    title: words.creditNote,
    meta: factsOf(
      [words.number, fromLeft(note.number, words)],
      [words.originalSale, note.saleNumber && fromLeft(note.saleNumber, words)],
      [words.sold, momentText(note.returnedAt, reading.timeZone, words)],
      [words.register, note.registerName],
      [words.cashier, note.cashierName],
      [words.customer, note.customerName],
    ),
    items: note.lines.map((line) => itemOf(line, words)),
    totals: note.tax.amount === 0 ? [main] : [main, figureRow(words.includedTax, note.tax, words)],
    taxes: taxesOf(note.taxes, words),
    tenders: note.refunds.map(({ method, amount }) => figureRow(methodLabel(method, words), amount, words)),
    sections: [],
    notes: textLines(note.note),
    code: note.number,
  }
}

function itemOf(line: CreditNoteForReceipt['lines'][number], words: ReceiptWords): ReceiptItem {
  const { name, sku = null, quantity, unit, gross, reason, discount } = line
  const notes = [
    ...(discount && discount.amount > 0 ? [`${words.lessDiscount} ${moneyText(discount, words)}`] : []),
    ...(reason ? [`${words.reason}: ${reason}`] : []),
  ]
  return {
    name,
    sku,
    detail: fromLeft(`${quantityText(quantity, words)} ${unit}`, words),
    note: notes.length > 0 ? notes.join(', ') : null,
    text: moneyText(gross, words),
    money: gross,
  }
}
