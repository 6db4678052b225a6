import type { Money } from '../../kernel/money.ts'
import type { ReceiptDocument, ReceiptFigure, ReceiptItem } from './document.ts'
import { fromLeft, momentText, moneyText, quantityText } from './figures.ts'
import { factsOf, figureRow, frameOf, mainFigure, methodLabel, readingOf, taxesOf, textLines } from './parts.ts'
import type { ReceiptHeader, ReceiptOptions, SaleForReceipt } from './shapes.ts'
import type { ReceiptWords } from './words.ts'

/**
 * The receipt of a sale. Lines show what their price says: where no price includes tax, amounts without it, which sum
 * up to the net; otherwise amounts with it, which sum up to the total.
 */
export function receiptOf(sale: SaleForReceipt, header: ReceiptHeader, options: ReceiptOptions = {}): ReceiptDocument {
  const reading = readingOf(header, options)
  const { words } = reading
  const isNet = sale.lines.length > 0 && sale.lines.every(({ includesTax }) => !includesTax)
  return {
    kind: 'sale',
    ...frameOf(header, reading, options),
    title: words.receipt,
    meta: factsOf(
      [words.number, fromLeft(sale.number, words)],
      [words.sold, momentText(sale.soldAt, reading.timeZone, words)],
      [words.register, sale.registerName],
      [words.cashier, sale.cashierName],
      [words.customer, sale.customerName],
    ),
    items: sale.lines.map((line) => itemOf(line, isNet ? line.net : line.gross, words)),
    totals: totalsOf(sale, isNet, words),
    taxes: taxesOf(sale.taxes, words),
    tenders: tendersOf(sale, words),
    sections: [],
    notes: textLines(sale.note),
    code: sale.number,
  }
}

function itemOf(line: SaleForReceipt['lines'][number], money: Money, words: ReceiptWords): ReceiptItem {
  const { name, sku = null, quantity, unit, unitPrice } = line
  const isPlain = quantity === '1' && unitPrice.amount === money.amount
  const times = fromLeft(`${quantityText(quantity, words)} ${unit} x ${moneyText(unitPrice, words)}`, words)
  return { name, sku, detail: isPlain ? null : times, note: offText(line, words), text: moneyText(money, words), money }
}

/** What came off the line, promotion by promotion; its amount is what is left. */
function offText({ promotions, unitPrice }: SaleForReceipt['lines'][number], words: ReceiptWords): string | null {
  const texts = (promotions ?? []).map(({ name, amount }) => {
    const off = moneyText({ amount: 0 - amount, currency: unitPrice.currency }, words)
    return `${name} ${fromLeft(off, words)}`
  })
  return texts.length > 0 ? texts.join(', ') : null
}

function totalsOf(sale: SaleForReceipt, isNet: boolean, words: ReceiptWords): ReceiptFigure[] {
  const { net, tax, total, discount } = sale
  const main = mainFigure(words.total, total, words)
  const saved = discount && discount.amount > 0 ? [figureRow(words.saved, discount, words)] : []
  if (tax.amount === 0) return [main, ...saved]
  return isNet
    ? [figureRow(words.net, net, words), figureRow(words.tax, tax, words), main, ...saved]
    : [main, figureRow(words.includedTax, tax, words), ...saved]
}

function tendersOf({ tenders, change }: SaleForReceipt, words: ReceiptWords): ReceiptFigure[] {
  const paid = tenders.map(({ method, amount, reference }) =>
    figureRow(`${methodLabel(method, words)}${reference ? ` ${fromLeft(reference, words)}` : ''}`, amount, words),
  )
  return change.amount !== 0 ? [...paid, figureRow(words.change, change, words)] : paid
}
