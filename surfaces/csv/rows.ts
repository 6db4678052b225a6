/** A row of a file as values of its target's fields: cells read by kinds, money in its currency, links still by key. */
import { exponentOf, isCurrency } from '#kernel'
import { readCell } from './cells.ts'
import type { PlannedColumn } from './plan.ts'
import type { Row } from './read.ts'
import { type CellResult, parseMoney } from './values.ts'

/** One thing wrong with a row. `column` is the header in the file. */
export type RowProblem = { row: number; column?: string; code: string; message: string }

/** A row as read. `links` holds the text of link cells by property; they become ids when their batch is written. */
export type ImportedRow = {
  row: number
  endOffset: number | undefined
  values: Record<string, unknown>
  links: Map<string, string>
  problems: RowProblem[]
}

/** Rows as they were read. Writing fills in links and problems, and a transaction may have to begin again. */
export const copiesOf = (rows: readonly ImportedRow[]): ImportedRow[] =>
  rows.map((row) => ({ ...row, values: { ...row.values }, problems: [...row.problems] }))

/** Reads rows by the planned columns; `currency` is that of amounts whose row names none. */
export function makeRowReader(columns: readonly PlannedColumn[], currency: string): (row: Row) => ImportedRow {
  const currencies = new Map(
    columns.filter(({ column }) => column.of === 'currency').map(({ header, column }) => [column.fieldName, header]),
  )
  const values = columns.filter(({ column }) => column.of === 'value')
  return ({ row, cells, endOffset, exact }) => {
    const read: ImportedRow = { row, endOffset, values: {}, links: new Map(), problems: [] }
    for (const { header, column, format } of values) {
      const cell = cells[header] ?? ''
      const result =
        column.field.kind === 'money'
          ? readMoney(cell, { ...format, currency: cells[currencies.get(column.fieldName) ?? '']?.trim() || currency })
          : readCell(cell, exact?.has(header) ? { ...format, isExact: true } : format, column.field)
      if (!result.ok) read.problems.push({ row, column: header, code: 'VALIDATION_FAILED', message: result.message })
      else if (result.value === undefined) continue
      else if (column.field.kind === 'link') read.links.set(column.property, String(result.value))
      else read.values[column.property] = result.value
    }
    return read
  }
}

function readMoney(cell: string, format: { decimalMark: '.' | ','; currency: string }): CellResult<unknown> {
  const currency = format.currency.toUpperCase()
  if (cell.trim() === '') return { ok: true, value: undefined }
  if (!isCurrency(currency)) return { ok: false, message: `'${currency.slice(0, 20)}' is not a currency of ISO 4217` }
  const result = parseMoney(cell, { ...format, currency, exponent: exponentOf(currency) })
  return result.ok ? { ok: true, value: { amount: result.value, currency } } : result
}
