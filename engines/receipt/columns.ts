/** Blocks as lines of a fixed number of columns, a sign in each. */
import type { Block } from './blocks.ts'

/** What fits on a line; long words are broken. Never empty. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((each) => pieces(each, columns))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= columns) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].map((each) => each.trimEnd())
}

/** Leading spaces are the indent of the whole text. */
function wrapIndented(text: string, columns: number): string[] {
  const indent = text.slice(0, text.length - text.trimStart().length)
  return wrap(text.trimStart(), columns - indent.length).map((line) => indent + line)
}

const pieces = (word: string, size: number): string[] =>
  word.length <= size ? [word] : (word.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [])

/** The lines of a block of text; `rule` and `code` are the printer's own. */
export function linesOf(block: Exclude<Block, { kind: 'rule' | 'code' }>, columns: number): string[] {
  if (block.kind === 'triple') return tripleLines(block.cells, columns)
  if (block.kind === 'pair') return pairLines(block.start, block.end, columns)
  const lines = wrapIndented(block.text, columns)
  return block.align === 'center' ? lines.map((line) => centered(line, columns)) : lines
}

const centered = (line: string, columns: number): string => ' '.repeat((columns - line.length) >> 1) + line

/** The end stands at the right edge of the last line, on a line of its own where it finds no room. */
function pairLines(start: string, end: string, columns: number): string[] {
  const room = columns - end.length - 1
  if (start.length <= room) return [start + end.padStart(columns - start.length)]
  const lines = wrapIndented(start, columns)
  const last = lines.at(-1) ?? ''
  if (last.length <= room) return [...lines.slice(0, -1), last + end.padStart(columns - last.length)]
  return [...lines, ...wrap(end, columns).map((line) => line.padStart(columns))]
}

/** The second column ends at two thirds. A row that is too wide for that takes two lines. */
function tripleLines([first, second, third]: readonly [string, string, string], columns: number): string[] {
  const middle = Math.round((columns * 2) / 3)
  const fits = first.length + second.length < middle && third.length < columns - middle
  if (fits) return [first + second.padStart(middle - first.length) + third.padStart(columns - middle)]
  if (second === '') return pairLines(first, third, columns)
  return [...wrap(first, columns), ...pairLines(`  ${second}`, third, columns)]
}
