/** Bytes to rows of cells: decodes and parses in small pieces, in constant memory, whatever the file does. */
import { CsvError, type Parser, parse } from 'csv-parse'
import { refuse } from '#kernel'
import type { Quote, Separator } from './dialect.ts'
import { createDecoder, type Encoding, EncodingFault } from './encoding.ts'
import type { CsvProblem } from './refusals.ts'

/** A row as it stands in the file: its number and cells, and the bytes of the decoded file up to its end. */
export type ParsedRow = { row: number; cells: string[]; bytes: number }

/** How to parse. `lastRow` is the row before the stream, 0 at the beginning of a file. */
export type ParseOptions = {
  encoding: Encoding
  separator: Separator
  quote: Quote
  lastRow: number
  maxBytes: number
  maxRowBytes: number
}

/** The file cannot be parsed beyond this problem; all rows before it have been handed out. */
export class ParseFault extends Error {
  readonly problem: CsvProblem

  constructor(problem: CsvProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Bytes parsed at a time: the rows of one piece are all that is in memory. */
const pieceBytes = 64 * 1024

/**
 * The rows of a file, a piece at a time, blank lines left out but counted. Throws `ParseFault` where the file breaks
 * off, refuses PAYLOAD_TOO_LARGE above `maxBytes`. Rows are collected in the parser's callback and not taken from its
 * readable side, because a parser that fails throws away what it has not handed out yet.
 */
export async function* parseRows(
  stream: AsyncIterable<Uint8Array>,
  options: ParseOptions,
): AsyncGenerator<ParsedRow[], void, undefined> {
  const ready: ParsedRow[] = []
  const parser = openParser(options, ready)
  const { maxRowBytes } = options
  let lastRow = options.lastRow
  let sinceRow = 0
  try {
    for await (const piece of decodedPieces(stream, options)) {
      const fault = await new Promise((resolve) => parser.write(piece, resolve))
      // The parser's own limit counts no separators, so a line of a million of them needs this one.
      sinceRow = ready.length > 0 ? piece.byteLength : sinceRow + piece.byteLength
      lastRow = ready.at(-1)?.row ?? lastRow
      yield ready.splice(0)
      if (fault) throw asParseFault(fault, options)
      if (sinceRow > maxRowBytes + pieceBytes) throw rowTooLarge(lastRow + 1, maxRowBytes)
    }
    const fault = await new Promise((resolve) => parser.end(resolve))
    yield ready.splice(0)
    if (fault) throw asParseFault(fault, options)
  } finally {
    parser.destroy()
  }
}

/** Line ends are given, not discovered: the parser would settle on the first, and a mixed file lose rows silently. */
function openParser({ separator, quote, lastRow, maxRowBytes }: ParseOptions, ready: ParsedRow[]): Parser {
  const parser = parse({
    bom: lastRow === 0,
    delimiter: separator,
    quote: quote ?? false,
    escape: quote ?? null,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRowBytes,
    on_record: (cells: string[], { records, empty_lines, bytes }) => {
      ready.push({ row: lastRow + records + empty_lines, cells, bytes })
      return null
    },
  })
  // Faults arrive with the callback of `write` or `end`; without a listener the event would end the process.
  parser.on('error', () => undefined)
  return parser.resume()
}

/** The file as UTF-8, in pieces that are small whatever the chunks of the stream are. */
async function* decodedPieces(
  stream: AsyncIterable<Uint8Array>,
  { encoding, maxBytes }: ParseOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const decoder = createDecoder(encoding)
  let total = 0
  try {
    for await (const chunk of stream) {
      total += chunk.byteLength
      if (total > maxBytes) throw refuse('PAYLOAD_TOO_LARGE', `the file is larger than ${maxBytes} bytes: split it`)
      for (let at = 0; at < chunk.byteLength; at += pieceBytes) {
        yield Buffer.from(decoder.write(chunk.subarray(at, at + pieceBytes)))
      }
    }
    yield Buffer.from(decoder.end())
  } catch (fault) {
    if (!(fault instanceof EncodingFault)) throw fault
    const message = `the file holds bytes that are not ${encoding}: state its encoding, such as windows-1252`
    throw new ParseFault({ message })
  }
}

const rowTooLarge = (row: number, maxRowBytes: number): ParseFault =>
  new ParseFault({
    row,
    message: `row ${row} is larger than ${maxRowBytes} bytes: is a quote opened and never closed?`,
  })

/** Says in words and with its place what the parser reports; what is not the parser's is passed on. */
function asParseFault(fault: unknown, { lastRow, maxRowBytes }: ParseOptions): unknown {
  if (!(fault instanceof CsvError)) return fault
  const row = lastRow + count(fault.records) + count(fault.empty_lines) + 1
  if (fault.code === 'CSV_MAX_RECORD_SIZE') return rowTooLarge(row, maxRowBytes)
  return new ParseFault({ row, column: count(fault.column) + 1, message: sayings[fault.code] ?? fault.message })
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0)

const sayings: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened here and not closed before the end of the file',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote: double the quotes inside of a quoted cell',
  INVALID_OPENING_QUOTE: 'a quote stands inside an unquoted cell: quote the cell and double it, or read without quotes',
}
