/** Writes rows as CSV, piece by piece as the receiver asks for them, with every cell safe to open in a spreadsheet. */
import { refuse } from '#kernel'
import type { Separator } from './dialect.ts'
import { guardCell, isPlainNumber } from './guard.ts'
import { isForbiddenName } from './refusals.ts'

/** A column of an export. `isNumber` is for our own number kinds, whose minus sign needs no apostrophe. */
export type WriteColumn = { name: string; isNumber?: boolean }

/**
 * `hasMark` begins the file with the UTF-8 byte-order mark, without which Excel reads UTF-8 as windows-1252.
 * The defaults are a comma and no mark (RFC 4180).
 */
export type WriteOptions = { columns: readonly WriteColumn[]; separator?: Separator; hasMark?: boolean }

/** One row of an export; a value that is missing or undefined is an empty cell. */
export type WriteRow = Readonly<Record<string, string | undefined>>

/** Characters gathered before a piece is handed on: few enough to stay small, enough to be worth a write. */
const pieceLength = 32 * 1024

/** Yields the file in UTF-8 pieces of about 32 KB; the header is there even without rows. Lines end with CR LF. */
export async function* writeRows(
  rows: AsyncIterable<WriteRow> | Iterable<WriteRow>,
  { columns, separator = ',', hasMark = false }: WriteOptions,
): AsyncGenerator<Buffer, void, undefined> {
  refuseForbidden(columns)
  const header = columns.map(({ name }) => quoteCell(guardCell(name), columns.length))
  let piece = `${hasMark ? '\uFEFF' : ''}${header.join(separator)}\r\n`
  for await (const row of rows) {
    const cells = columns.map((column) => quoteCell(safeCell(row, column), columns.length))
    piece += `${cells.join(separator)}\r\n`
    if (piece.length >= pieceLength) {
      yield Buffer.from(piece)
      piece = ''
    }
  }
  if (piece !== '') yield Buffer.from(piece)
}

function safeCell(row: WriteRow, { name, isNumber = false }: WriteColumn): string {
  const value = (Object.hasOwn(row, name) ? row[name] : undefined) ?? ''
  return isNumber && isPlainNumber(value) ? value : guardCell(value)
}

/**
 * Quotes what any separator of ours could cut, whichever was chosen, a cell with an apostrophe at an end, which a
 * detector could take for the file's quote, and an empty cell that is alone in its row, which would be a blank line.
 */
function quoteCell(cell: string, width: number): string {
  const needsQuotes = /["\r\n,;\t|\uFEFF]|^[\s']|[\s']$/.test(cell) || (cell === '' && width === 1)
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}

function refuseForbidden(columns: readonly WriteColumn[]): void {
  const bad = columns.filter(({ name }) => isForbiddenName(name))
  if (bad.length === 0) return
  throw refuse(
    'FORBIDDEN_KEY',
    bad.map(({ name }) => ({ field: name, message: `no column may be named '${name}'` })),
  )
}
