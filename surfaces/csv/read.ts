/**
 * Reads a CSV file of any size row by row, in constant memory, and refuses a broken one with the places to repair.
 * Rows before the first problem have been handed out by then: whoever stores them does so in a way that can be undone.
 */
import { type Detected, positionName } from './detect.ts'
import { unguardCell } from './guard.ts'
import { readHeader } from './header.ts'
import { type ParsedRow, ParseFault, parseRows } from './parse.ts'
import { type CsvProblem, csvRefusals, maxProblems } from './refusals.ts'

/** The bounds of a file. Cells and rows are measured as UTF-8. */
export type Limits = { maxBytes: number; maxColumns: number; maxCellBytes: number; maxRowBytes: number }

/** The bounds unless told otherwise: 1 GB a file (a setting), 500 columns, 64 KB a cell, 1 MB a row. */
export const defaultLimits: Limits = {
  maxBytes: 1024 ** 3,
  maxColumns: 500,
  maxCellBytes: 64 * 1024,
  maxRowBytes: 1024 * 1024,
}

/**
 * One row. `row` counts as a spreadsheet does: from 1, the header and blank lines included, a cell of several lines
 * as one row. `endOffset` is the byte of the file behind the row, for UTF-8 files only: where to resume. `exact` names
 * the columns whose apostrophe was taken away: their blanks are the value's own.
 */
export type Row = { row: number; cells: Record<string, string>; endOffset?: number; exact?: ReadonlySet<string> }

/**
 * `stripGuard` takes our export's apostrophes away, exactly. `fromRow` skips the rows before it without building them,
 * which is cheap; `resume` is cheaper still: the stream starts at the `endOffset` of row `lastRow`.
 */
export type ReadOptions = {
  detected: Pick<Detected, 'encoding' | 'separator' | 'quote' | 'hasHeader'>
  limits?: Partial<Limits>
  stripGuard?: boolean
  fromRow?: number
  resume?: { lastRow: number; endOffset: number; header: readonly string[] }
}

/** What is wrong with the file so far, and the names of its columns once the header is read. */
type Reading = { limits: Limits; problems: CsvProblem[]; header: readonly string[] | undefined }

/**
 * The rows of a file. Refuses CSV_INVALID with at most 100 rows and columns, PAYLOAD_TOO_LARGE above `maxBytes`, and
 * FORBIDDEN_KEY for a header named `__proto__`, `constructor` or `prototype`.
 */
export async function* readRows(
  stream: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<Row, void, undefined> {
  const limits = { ...defaultLimits, ...options.limits }
  const reading: Reading = { limits, problems: [], header: options.resume?.header }
  const { problems } = reading
  try {
    for await (const rows of openRows(stream, options, limits)) {
      for (const parsed of rows) {
        if (!reading.header) {
          reading.header = headerOf(parsed, options, limits)
          if (options.detected.hasHeader.value) continue
        }
        if (parsed.row < (options.fromRow ?? 1) || isBlank(parsed, reading.header)) continue
        noteProblems(parsed, reading, reading.header)
        if (problems.length === 0) yield toRow(parsed, reading.header, options)
      }
      if (problems.length >= maxProblems) break
    }
  } catch (fault) {
    if (!(fault instanceof ParseFault)) throw fault
    if (problems.length < maxProblems) problems.push(withColumnName(fault.problem, reading.header))
  }
  if (!reading.header && problems.length === 0) {
    problems.push({ message: 'the file is empty: send one with a header and rows' })
  }
  if (problems.length > 0) throw csvRefusals.refuse('CSV_INVALID', problems)
}

function openRows(stream: AsyncIterable<Uint8Array>, { detected, resume }: ReadOptions, limits: Limits) {
  const { encoding, separator, quote } = detected
  const dialect = { encoding: encoding.value, separator: separator.value, quote: quote.value }
  return parseRows(stream, { ...dialect, lastRow: resume?.lastRow ?? 0, ...limits })
}

function withColumnName(problem: CsvProblem, header: readonly string[] | undefined): CsvProblem {
  const { column } = problem
  const name = typeof column === 'number' ? header?.[column - 1] : undefined
  return name === undefined ? problem : { ...problem, column: name }
}

function headerOf({ row, cells }: ParsedRow, { detected, stripGuard = false }: ReadOptions, limits: Limits): string[] {
  const { maxColumns } = limits
  const names = detected.hasHeader.value ? cells : cells.map((_, index) => positionName(index))
  return readHeader(names, { row, separator: detected.separator.value, maxColumns, stripGuard })
}

/** A line of blanks in a file of several columns; a file of one column has rows like that. */
const isBlank = ({ cells }: ParsedRow, header: readonly string[]): boolean =>
  header.length > 1 && cells.length === 1 && (cells[0] ?? '').trim() === ''

function noteProblems({ row, cells }: ParsedRow, { problems, limits }: Reading, header: readonly string[]): void {
  const note = (problem: CsvProblem) => {
    if (problems.length < maxProblems) problems.push(problem)
  }
  const width = header.length
  if (cells.length < width) {
    const message = `row ${row} has ${cells.length} cells where the header has ${width}`
    note({ row, column: header[cells.length] ?? cells.length + 1, message })
  }
  // Cells behind the last column may be there when they are empty: some exporters end each line with separators.
  const extra = cells.findIndex((cell, index) => index >= width && cell !== '')
  if (extra >= 0) {
    const message = `row ${row} has ${cells.length} cells where the header has ${width}: quote cells with separators`
    note({ row, column: extra + 1, message })
  }
  for (const [index, cell] of cells.entries()) {
    const column = header[index] ?? index + 1
    if (cell.includes('\0')) note({ row, column, message: 'the cell holds a NUL character: remove it' })
    if (cell.length * 3 > limits.maxCellBytes && Buffer.byteLength(cell) > limits.maxCellBytes) {
      note({ row, column, message: `the cell is larger than ${limits.maxCellBytes} bytes: shorten it` })
    }
  }
}

function toRow({ row, cells, bytes }: ParsedRow, header: readonly string[], options: ReadOptions): Row {
  const { detected, resume, stripGuard = false } = options
  const named: Record<string, string> = {}
  let exact: Set<string> | undefined
  for (const [index, name] of header.entries()) {
    const cell = cells[index] ?? ''
    const value = stripGuard ? unguardCell(cell) : cell
    if (value !== cell) exact = (exact ?? new Set()).add(name)
    named[name] = value
  }
  const read = { row, cells: named, ...(exact ? { exact } : {}) }
  if (detected.encoding.value !== 'utf-8') return read
  return { ...read, endOffset: (resume?.endOffset ?? 0) + bytes }
}
