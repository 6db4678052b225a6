/** What is to be said of rows, as a CSV file that stands beside the one that was imported. */
import type { ImportReport } from '#sdk/answers'

export function reportText({ errors, notes, kept }: ImportReport): string {
  const lines = [
    ['row', 'kind', 'column', 'code', 'message'],
    ...errors.map(({ row, column, code, message }) => [String(row), 'error', column ?? '', code, message]),
    ...notes.map(({ row, message }) => [String(row), 'note', '', '', message]),
    ...kept.map(({ row, message }) => [String(row), 'kept', '', '', message]),
  ]
  // The mark tells Excel that it is UTF-8.
  return `\uFEFF${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`
}

/** Quoted, and with an apostrophe where a spreadsheet would run it: messages quote what stands in strangers' files. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
