/**
 * A receipt as blocks from top to bottom: the order is decided here, once; a printer of columns, a page or a screen
 * says how wide and how large.
 */
import type { ReceiptDocument, ReceiptFact, ReceiptFigure, ReceiptItem, ReceiptSection } from './document.ts'

export type Weight = 'normal' | 'bold' | 'large'

/**
 * `text` in the middle or at the start, `pair` with one text at each side, `triple` a row of three columns, a `rule`
 * across, the `code` of the document to scan.
 */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly align: 'start' | 'center'; readonly weight: Weight }
  | { readonly kind: 'pair'; readonly start: string; readonly end: string; readonly weight: Weight }
  | { readonly kind: 'triple'; readonly cells: readonly [string, string, string] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'code'; readonly value: string }

const rule: Block = { kind: 'rule' }
const text = (value: string, align: 'start' | 'center' = 'start', weight: Weight = 'normal'): Block => ({
  kind: 'text',
  text: value,
  align,
  weight,
})
const pair = (start: string, end: string, weight: Weight = 'normal'): Block => ({ kind: 'pair', start, end, weight })

/** All of it. */
export function blocksOf(document: ReceiptDocument): Block[] {
  const { header, title, marks, meta, items, totals, taxes, tenders, sections, notes, code, footer } = document
  return [
    text(header.name, 'center', 'large'),
    ...header.lines.map((line) => text(line, 'center')),
    rule,
    text(title, 'center', 'bold'),
    ...marks.map((mark) => text(`*** ${mark} ***`, 'center', 'bold')),
    ...meta.map(factBlock),
    ...part(items.flatMap(itemBlocks)),
    ...part(totals.map(figureBlock)),
    ...part(tenders.map(figureBlock)),
    ...part(taxes ? [triple(taxes.heads.rate, taxes.heads.net, taxes.heads.tax), ...taxRows(taxes.rows)] : []),
    ...sections.flatMap(sectionBlocks),
    ...part(notes.map((note) => text(note))),
    ...part(footer.map((line) => text(line, 'center'))),
    ...(code === null ? [] : [{ kind: 'code', value: code } as const]),
  ]
}

/** A part under a rule; nothing where it is empty. */
const part = (blocks: readonly Block[]): Block[] => (blocks.length === 0 ? [] : [rule, ...blocks])
const triple = (...cells: [string, string, string]): Block => ({ kind: 'triple', cells })
const taxRows = (rows: NonNullable<ReceiptDocument['taxes']>['rows']): Block[] =>
  rows.map(({ label, net, tax }) => triple(label, net?.text ?? '', tax.text))

const factBlock = ({ label, value }: ReceiptFact): Block => pair(label, value)
const figureBlock = ({ label, text: amount, isMain }: ReceiptFigure): Block =>
  pair(label, amount, isMain ? 'bold' : 'normal')

/** The name has a line of its own, so that a long one leaves the amount where amounts are. */
function itemBlocks({ name, detail, note, text: amount }: ReceiptItem): Block[] {
  const first = detail === null ? [pair(name, amount)] : [text(name), pair(`  ${detail}`, amount)]
  return note === null ? first : [...first, text(`  ${note}`)]
}

function sectionBlocks({ title, figures }: ReceiptSection): Block[] {
  const rows = figures.map((each) => ('value' in each ? factBlock(each) : figureBlock(each)))
  return [rule, text(title, 'start', 'bold'), ...rows]
}
