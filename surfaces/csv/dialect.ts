import { parse } from 'csv-parse/sync'
import { datePartsOf } from './date-order.ts'
import type { Finding } from './finding.ts'
import { looksNumeric } from './numbers.ts'

/** The characters that separate cells in files found in the wild. */
export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** The character around cells that hold separators; null when the file quotes nothing and quotes are letters. */
export type Quote = '"' | "'" | null

/** Rows enough to tell one separator from another. */
const separatorRows = 500

/** The first rows of a text as cells, forgiving whatever is wrong with them: detection looks, reading judges. */
export function sampleRows(text: string, separator: Separator, quote: Quote, most?: number): string[][] {
  const rows: string[][] = []
  try {
    parse(text, {
      delimiter: separator,
      quote: quote ?? false,
      escape: quote ?? null,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      ...(most ? { to: most } : {}),
      on_record: (row: string[]) => {
        rows.push(row)
        return null
      },
    })
  } catch {
    // A sample that ends inside a quoted cell has still shown the rows before it.
  }
  // The last row may be cut in the middle, where a date or a number reads as another one.
  return rows.length > 20 && rows.length !== most ? rows.slice(0, -1) : rows
}

/** Finds the separator that splits most rows into as many cells as the first one, then into the most cells. */
export function detectSeparator(text: string): Finding<Separator> {
  const scores = separators.map((separator) => {
    const rows = sampleRows(text, separator, '"', separatorRows)
    const width = rows[0]?.length ?? 0
    const even = rows.filter((row) => row.length === width).length
    return { separator, width, rows: rows.length, share: rows.length === 0 ? 0 : even / rows.length }
  })
  const splitting = scores.filter(({ width }) => width > 1)
  const best = splitting.toSorted((a, b) => b.share - a.share || b.width - a.width)[0]
  if (!best) return { value: ',', confidence: 0.3, evidence: 'no separator splits the first row: one column' }
  const name = best.separator === '\t' ? 'tab' : `'${best.separator}'`
  const evidence = `${name} splits ${Math.round(best.share * 100)} % of ${best.rows} rows into ${best.width} cells`
  const rivals = splitting.filter(({ separator, share }) => separator !== best.separator && share > best.share - 0.05)
  return rivals.length === 0
    ? { value: best.separator, confidence: best.share, evidence }
    : { value: best.separator, confidence: best.share / 2, evidence, ambiguous: true }
}

/** Finds the quote by the cells that it opens and closes. An apostrophe must close as often as it opens. */
export function detectQuote(text: string, separator: Separator): Finding<Quote> {
  const edge = separator === '\t' ? '\\t' : `\\${separator}`
  const count = (quote: string) => ({
    opened: text.match(new RegExp(`(?:^|${edge}|[\\r\\n])${quote}`, 'g'))?.length ?? 0,
    closed: text.match(new RegExp(`${quote}(?:${edge}|[\\r\\n]|$)`, 'g'))?.length ?? 0,
  })
  const double = count('"')
  if (double.opened > 0) return { value: '"', confidence: 1, evidence: `" opens ${double.opened} cells` }
  const single = count("'")
  if (single.opened > 1 && single.opened === single.closed) {
    return { value: "'", confidence: 0.8, evidence: `' opens and closes ${single.opened} cells` }
  }
  if (text.includes('"')) return { value: null, confidence: 0.8, evidence: '" stands only inside cells, as a letter' }
  return { value: '"', confidence: 0.6, evidence: 'nothing is quoted so far; " is the standard (RFC 4180)' }
}

/** The first row is a header when its cells are different names, and surer when data below are not words. */
export function detectHeader(rows: readonly string[][]): Finding<boolean> {
  const first = (rows[0] ?? []).map((cell) => cell.trim())
  const datum = first.find((cell) => looksNumeric(cell) || datePartsOf(cell) !== undefined)
  if (datum !== undefined) {
    return { value: false, confidence: 0.9, evidence: `the first row holds '${datum.slice(0, 40)}', which is data` }
  }
  const names = first.filter((cell) => cell !== '')
  if (names.length === 0 || new Set(names).size < names.length) {
    return { value: false, confidence: 0.6, evidence: 'the first row repeats a value or is empty' }
  }
  const isTyped = rows.slice(1).some((row) => row.some((cell) => looksNumeric(cell.trim()) || datePartsOf(cell.trim())))
  return isTyped
    ? { value: true, confidence: 0.95, evidence: 'the first row holds different words, with numbers or dates below' }
    : { value: true, confidence: 0.6, evidence: 'the first row holds different words; nothing below tells more' }
}
