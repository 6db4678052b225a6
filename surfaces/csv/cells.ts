/** How a cell becomes a value of a field: one exhaustive answer for each kind. Links are looked up later, by batch. */
import { type Field, type FieldKind, type FieldOf, isRefusal } from '#kernel'
import { parseJsonBody } from '#platform/http'
import type { DateOrder } from './date-order.ts'
import type { DecimalMark } from './numbers.ts'
import {
  type CellResult,
  parseBoolean,
  parseDate,
  parseDecimal,
  parseInteger,
  parseMoment,
  parseText,
} from './values.ts'

/** How the cells of a column are spelled. `isExact`: text is taken to the letter, with the blanks around it. */
export type CellFormat = { decimalMark: DecimalMark; dateOrder: DateOrder; timeZone: string; isExact?: boolean }

type Reader<K extends FieldKind> = (cell: string, format: CellFormat, field: FieldOf<K>) => CellResult<unknown>

const decimal = (cell: string, { decimalMark }: CellFormat) => parseDecimal(cell, { decimalMark })
const plain = (cell: string, { isExact }: CellFormat): CellResult<string> =>
  isExact ? { ok: true, value: cell } : parseText(cell)

const readers: { [K in FieldKind]: Reader<K> } = {
  text: plain,
  note: plain,
  email: plain,
  phone: plain,
  url: plain,
  code: plain,
  file: plain,
  secret: plain,
  integer: (cell, { decimalMark }, { min, max }) => parseInteger(cell, { decimalMark, min, max }),
  quantity: decimal,
  rate: decimal,
  // Amounts need the currency of their row, see rows.ts; what comes here is the text of the amount.
  money: plain,
  boolean: parseBoolean,
  date: (cell, { dateOrder }) => parseDate(cell, { order: dateOrder }),
  instant: (cell, { dateOrder, timeZone }) => parseMoment(cell, { order: dateOrder, timeZone }),
  time: (cell) => parseTime(cell.trim()),
  choice: (cell, _, { of }) => parseChoice(cell.trim(), of),
  state: (cell, _, { of }) => parseChoice(cell.trim(), of),
  link: plain,
  tags: (cell) => parseTags(cell.trim()),
  record: (cell) => parseJson(cell.trim()),
  list: (cell) => parseJson(cell.trim()),
  group: (cell) => parseJson(cell.trim()),
}

/** Reads a cell by the kind of its field. An empty cell is an absent value. */
export const readCell = (cell: string, format: CellFormat, field: Field): CellResult<unknown> =>
  (readers[field.kind] as Reader<FieldKind>)(cell, format, field as never)

const absent: CellResult<never> = { ok: true, value: undefined }

function parseTime(text: string): CellResult<string> {
  if (text === '') return absent
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/.exec(text) ?? []
  if (minute === '') return { ok: false, message: `'${text.slice(0, 40)}' is not a time: write it as 08:30` }
  return { ok: true, value: `${hour.padStart(2, '0')}:${minute}` }
}

/** Words of a fixed set are read in any case; the schema says what is wrong with others. */
function parseChoice(text: string, of: readonly string[]): CellResult<string> {
  if (text === '') return absent
  return { ok: true, value: of.find((word) => word.toLowerCase() === text.toLowerCase()) ?? text }
}

/** Words between `|`, else between `;` or `,`; or a JSON list, as our export writes words that hold such marks. */
function parseTags(text: string): CellResult<unknown> {
  if (text === '') return absent
  if (text.startsWith('[')) return parseJson(text)
  const mark = ['|', ';', ','].find((each) => text.includes(each)) ?? '|'
  const words = text.split(mark).map((word) => word.trim())
  return { ok: true, value: [...new Set(words)].filter((word) => word !== '') }
}

/** The same bounds as a request body: depth, property names, well-formed text. */
function parseJson(text: string): CellResult<unknown> {
  if (text === '') return absent
  try {
    return { ok: true, value: parseJsonBody(text) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { ok: false, message: `this is read as JSON: ${error.details[0]?.message ?? error.message}` }
  }
}
