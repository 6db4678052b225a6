import { subtractMoney } from '../../kernel/money.ts'
import type { ReceiptDocument, ReceiptFigure, ReceiptSection } from './document.ts'
import { fromLeft, momentText, quantityText } from './figures.ts'
import { factsOf, figureRow, frameOf, mainFigure, methodLabel, readingOf, textLines } from './parts.ts'
import type { ReceiptHeader, ReceiptOptions, SessionForReceipt } from './shapes.ts'
import type { ReceiptWords } from './words.ts'

/** The report of a register's session. While a blind count is still to come the caller leaves `expected` as it is. */
export function sessionReceiptOf(
  session: SessionForReceipt,
  header: ReceiptHeader,
  options: ReceiptOptions = {},
): ReceiptDocument {
  const reading = readingOf(header, options)
  const { words, timeZone } = reading
  const { openedAt, closedAt, at } = session
  const moment = (instant: string | null | undefined) => (instant ? momentText(instant, timeZone, words) : null)
  return {
    kind: 'session',
    ...frameOf(header, reading, options),
    footer: [],
    title: session.kind === 'z' ? words.zReport : words.xReport,
    meta: factsOf(
      [words.number, session.number && fromLeft(session.number, words)],
      [words.register, session.registerName],
      [words.opened, moment(openedAt)],
      [words.openedBy, session.openedBy],
      [words.closed, moment(closedAt)],
      [words.closedBy, session.closedBy],
      [words.printed, moment(at)],
    ),
    items: [],
    totals: [],
    taxes: null,
    tenders: [],
    sections: [takings(session, words), payments(session, words), cash(session, words)],
    notes: textLines(session.note),
    code: session.number ?? null,
  }
}

function takings({ sales, returns, tax }: SessionForReceipt, words: ReceiptWords): ReceiptSection {
  const counted = (label: string, count: number) => `${label} (${quantityText(String(count), words)})`
  return {
    title: words.takings,
    figures: [
      figureRow(counted(words.sales, sales.count), sales.total, words),
      figureRow(counted(words.returns, returns.count), returns.total, words),
      mainFigure(words.balance, subtractMoney(sales.total, returns.total), words),
      ...(tax ? [figureRow(words.includedTax, tax, words)] : []),
    ],
  }
}

function payments({ tenders }: SessionForReceipt, words: ReceiptWords): ReceiptSection {
  return {
    title: words.payments,
    figures: tenders.map(({ method, amount }) => figureRow(methodLabel(method, words), amount, words)),
  }
}

function cash(
  { cash: { opening, paidIn, paidOut, expected, counted, variance } }: SessionForReceipt,
  words: ReceiptWords,
) {
  const figures: ReceiptFigure[] = [
    figureRow(words.opening, opening, words),
    figureRow(words.paidIn, paidIn, words),
    figureRow(words.paidOut, paidOut, words),
    figureRow(words.expected, expected, words),
    ...(counted ? [figureRow(words.counted, counted, words)] : []),
    ...(variance ? [mainFigure(words.variance, variance, words)] : []),
  ]
  return { title: words.cash, figures }
}
