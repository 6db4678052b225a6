/**
 * Keeps spreadsheets from running an exported cell as a formula (abuse A43; OWASP "CSV Injection"). A leading
 * apostrophe makes a cell text in every spreadsheet. The danger is also seen behind blanks, controls and characters
 * that cannot be seen, which spreadsheets drop before they look (the bypass of CVE-2026-55154), and in the full-width
 * forms of East Asian keyboards. csv-stringify's own option misses blanks, NUL and line feed, hence this one.
 */

/**
 * A cell that needs the apostrophe. Cells that begin with apostrophes before the danger count too: without theirs,
 * taking the apostrophe away again could not tell `'=1` of a user from `=1` guarded by us.
 */
const dangerous = /^'*[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@\t\r\n＝＋－＠]/u

/** Blanks around a cell, which a reader drops: behind the apostrophe they are meant, and come back. */
const blankEdge = /^'*\s|\s$/u

const isGuarded = (cell: string): boolean => dangerous.test(cell) || blankEdge.test(cell)

/** The cell as it may stand in an export. */
export const guardCell = (cell: string): string => (isGuarded(cell) ? `'${cell}` : cell)

/** Undoes `guardCell` exactly: `unguardCell(guardCell(x)) === x` for every x, and nothing else loses its apostrophe. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && isGuarded(cell.slice(1)) ? cell.slice(1) : cell

/** A number as our number kinds write it, with either mark: the one sort of cell that may begin with a minus. */
const plainNumber = /^-?\d+(?:[.,]\d+)?$/

/** Whether a cell of a number kind may stand as it is. */
export const isPlainNumber = (cell: string): boolean => plainNumber.test(cell)
