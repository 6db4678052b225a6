/** Says from the first bytes of a file how to read it, with the evidence; the caller may overrule each point. */
import { type DateOrder, detectDateOrder } from './date-order.ts'
import { detectHeader, detectQuote, detectSeparator, type Quote, type Separator, sampleRows } from './dialect.ts'
import { createDecoder, detectEncoding, type Encoding } from './encoding.ts'
import { type Finding, stated } from './finding.ts'
import { countMarks, type DecimalMark, decideMark } from './numbers.ts'

/** What a column's sampled cells show; `decimalMark` only where they are numbers, `dateOrder` only where dates. */
export type DetectedColumn = {
  name: string
  decimalMark?: Finding<DecimalMark>
  dateOrder?: Finding<DateOrder>
}

/** How to read a file. Columns without a header are named `column 1`, `column 2` and so on. */
export type Detected = {
  encoding: Finding<Encoding>
  separator: Finding<Separator>
  quote: Finding<Quote>
  hasHeader: Finding<boolean>
  columns: DetectedColumn[]
}

/** What the caller knows better; `decimalMark` and `dateOrder` for the whole file or, in `columns`, for one column. */
export type Overrides = {
  encoding?: Encoding
  separator?: Separator
  quote?: Quote
  hasHeader?: boolean
  decimalMark?: DecimalMark
  dateOrder?: DateOrder
  columns?: Readonly<Record<string, { decimalMark?: DecimalMark; dateOrder?: DateOrder }>>
}

/** Bytes of a file that `detect` looks at; more would only make it slower. */
export const sampleBytes = 256 * 1024

/** Detects from the first 64 to 256 KB of a file. Never refuses: that is for the reader, which sees all of it. */
export function detect(sample: Uint8Array, overrides: Overrides = {}): Detected {
  const head = sample.subarray(0, sampleBytes)
  const encoding = overrides.encoding ? stated(overrides.encoding) : detectEncoding(head)
  const text = decodeSample(head, encoding.value).replace(/^\uFEFF/, '')
  const separator = overrides.separator ? stated(overrides.separator) : detectSeparator(text)
  const quote = overrides.quote !== undefined ? stated(overrides.quote) : detectQuote(text, separator.value)
  const rows = sampleRows(text, separator.value, quote.value)
  const hasHeader = overrides.hasHeader !== undefined ? stated(overrides.hasHeader) : detectHeader(rows)
  return { encoding, separator, quote, hasHeader, columns: detectColumns(rows, hasHeader.value, overrides) }
}

/** The name of a column that has no header, by its position from 0. */
export const positionName = (index: number): string => `column ${index + 1}`

function detectColumns(rows: readonly string[][], hasHeader: boolean, overrides: Overrides): DetectedColumn[] {
  const header = rows[0] ?? []
  const body = hasHeader ? rows.slice(1) : rows
  const sampled = header.map((cell, index) => {
    const cells = body.map((row) => row[index] ?? '')
    const dateOrder = detectDateOrder(cells)
    const name = hasHeader ? cell.trim() : positionName(index)
    return { name, dateOrder, votes: dateOrder ? undefined : countMarks(cells) }
  })
  const total = (pick: 'point' | 'comma') => sampled.reduce((sum, { votes }) => sum + (votes?.[pick] ?? 0), 0)
  const [points, commas] = [total('point'), total('comma')]
  const rest = points + commas === 0 ? undefined : points >= commas ? '.' : ','
  return sampled.map(({ name, dateOrder, votes }) => {
    const own = overrides.columns && Object.hasOwn(overrides.columns, name) ? overrides.columns[name] : undefined
    const mark = own?.decimalMark ?? overrides.decimalMark
    const order = own?.dateOrder ?? overrides.dateOrder
    const decimalMark = mark ? stated(mark) : votes && decideMark(votes, rest)
    const foundOrder = order ? stated(order) : dateOrder
    return { name, ...(decimalMark ? { decimalMark } : {}), ...(foundOrder ? { dateOrder: foundOrder } : {}) }
  })
}

/** As much of the sample as can be decoded: it may end inside a character, or be in another encoding than stated. */
function decodeSample(sample: Uint8Array, encoding: Encoding): string {
  try {
    return createDecoder(encoding).write(sample)
  } catch {
    return createDecoder('latin1').write(sample)
  }
}
