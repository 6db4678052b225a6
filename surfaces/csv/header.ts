import { type RefusalDetail, refuse } from '#kernel'
import { separators } from './dialect.ts'
import { unguardCell } from './guard.ts'
import { csvRefusals, isForbiddenName, maxProblems } from './refusals.ts'

/** What the header row is judged by. */
export type HeaderRules = { row: number; separator: string; maxColumns: number; stripGuard: boolean }

/**
 * The names of the columns, trimmed. Nameless columns at the end, which a separator at the end of every line makes, are
 * left out. Refuses FORBIDDEN_KEY for a name that reaches a prototype, CSV_INVALID for a row that is no header.
 */
export function readHeader(cells: readonly string[], rules: HeaderRules): string[] {
  const { row, stripGuard } = rules
  if (cells.length > rules.maxColumns) {
    const message = `the header has ${cells.length} columns; at most ${rules.maxColumns} are read`
    throw csvRefusals.refuse('CSV_INVALID', [{ row, column: rules.maxColumns + 1, message }])
  }
  const names = cells.map((cell) => (stripGuard ? unguardCell(cell) : cell).trim())
  names.length = names.findLastIndex((name) => name !== '') + 1
  const forbidden = names.filter(isForbiddenName)
  if (forbidden.length > 0) {
    throw refuse(
      'FORBIDDEN_KEY',
      forbidden.map((name) => forbiddenDetail(name, row, names.indexOf(name) + 1)),
    )
  }
  const problems = headerProblems(names, cells.length, rules)
  if (problems.length > 0) throw csvRefusals.refuse('CSV_INVALID', problems.slice(0, maxProblems))
  return names
}

const forbiddenDetail = (name: string, row: number, column: number): RefusalDetail => ({
  field: name,
  row,
  column,
  message: `no column may be named '${name}': rename it`,
})

function headerProblems(names: readonly string[], width: number, { row, separator }: HeaderRules): RefusalDetail[] {
  if (names.length === 0) return [{ row, message: 'the header is empty: name the columns in the first row' }]
  const [only = ''] = names
  const other = separators.find((candidate) => candidate !== separator && only.includes(candidate))
  if (width === 1 && other) {
    const [read, seen] = [shown(separator), shown(other)]
    return [{ row, column: 1, message: `read with ${read} this is one column, yet it holds ${seen}: state ${seen}` }]
  }
  const seenAt = new Map<string, number>()
  return names.flatMap((name, index) => {
    const column = index + 1
    if (name === '') return [{ row, column, message: `column ${column} has no name: name it` }]
    const before = seenAt.get(name)
    if (before !== undefined) return [{ row, column, message: `'${name}' also names column ${before}: rename one` }]
    seenAt.set(name, column)
    return []
  })
}

/** A separator as a person would call it. */
const shown = (separator: string): string => (separator === '\t' ? 'the tab' : `'${separator}'`)
