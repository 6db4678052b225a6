import type { Finding } from './finding.ts'

/** The character between the whole and the fraction of a number. */
export type DecimalMark = '.' | ','

/** A cell that may be a number: a sign, digits, and the marks that group or split them. */
const numberShape = /^[-+]?\d[\d.,' \u00a0\u202f]*$/

/** Whether a cell reads as a number in some country's spelling. Two marks in a row, or a mark last, are no number. */
export const looksNumeric = (cell: string): boolean =>
  numberShape.test(cell) && !/[.,' \u00a0\u202f]{2}|[.,' \u00a0\u202f]$/.test(cell)

/**
 * The decimal mark that one cell proves, or `either` for `1,234`, which is a thousand in one country and a fraction in
 * the next, or undefined for a cell without marks. The last of two different marks splits; a repeated mark groups.
 */
export function markOf(cell: string): DecimalMark | 'either' | undefined {
  const points = cell.split('.').length - 1
  const commas = cell.split(',').length - 1
  if (points + commas === 0) return undefined
  if (points > 0 && commas > 0) return cell.lastIndexOf('.') > cell.lastIndexOf(',') ? '.' : ','
  if (points > 1) return ','
  if (commas > 1) return '.'
  const mark = points === 1 ? '.' : ','
  return /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(cell) ? 'either' : mark
}

/** The votes of a column's cells for each mark. */
export type MarkVotes = { point: number; comma: number; either: number; sampled: number }

/** Counts what the cells of a column prove; undefined when the column does not hold numbers (fewer than 9 in 10). */
export function countMarks(cells: readonly string[]): MarkVotes | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const numeric = filled.filter(looksNumeric)
  if (numeric.length === 0 || numeric.length < filled.length * 0.9) return undefined
  const votes: MarkVotes = { point: 0, comma: 0, either: 0, sampled: numeric.length }
  for (const cell of numeric) {
    const mark = markOf(cell)
    if (mark === '.') votes.point += 1
    if (mark === ',') votes.comma += 1
    if (mark === 'either') votes.either += 1
  }
  return votes
}

/** Decides a column's mark by its own votes and, where it proves nothing, by the mark of the rest of the file. */
export function decideMark(votes: MarkVotes, rest: DecimalMark | undefined): Finding<DecimalMark> {
  const { point, comma, either } = votes
  if (point + comma > 0) {
    const value = point >= comma ? '.' : ','
    const won = Math.max(point, comma)
    const evidence = `${won} of ${point + comma} telling numbers split at '${value}'`
    const isMixed = point > 0 && comma > 0
    return { value, confidence: won / (point + comma), evidence, ...(isMixed ? { ambiguous: true } : {}) }
  }
  const value = rest ?? '.'
  const source = rest ? `other columns split at '${rest}'` : "no column tells; '.' is assumed"
  if (either === 0) return { value, confidence: 1, evidence: `no number here has a mark; ${source}` }
  const evidence = `${either} numbers such as 1,234 can be read both ways; ${source}`
  return { value, confidence: rest ? 0.7 : 0.5, evidence, ambiguous: true }
}
