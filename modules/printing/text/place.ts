/** Where the runs of a block stand on a strip of paper: the one layout of PDF and picture. */
import type { Block } from '#engines/receipt'
import { type Direction, runsOf, type TextRun, widthOfText } from './runs.ts'
import type { Boldness } from './typefaces.ts'

export type TextBlock = Exclude<Block, { kind: 'rule' | 'code' }>
/** `x` is the left end and `baseline` the line that letters stand on, from the block's top. */
export type PlacedRun = { readonly run: TextRun; readonly x: number; readonly baseline: number; readonly size: number }
export type Placed = { readonly runs: readonly PlacedRun[]; readonly height: number }
/** `size` is that of normal text, in the unit of `width`. */
export type Strip = { readonly width: number; readonly size: number; readonly direction: Direction }

/** Devanagari and Arabic reach further up and down than Latin. */
const lineHeight = 1.45
const baselineAt = 1.08
const largeScale = 1.5

type Pen = Strip & { boldness: Boldness }
type Piece = { text: string; align: 'start' | 'center' | 'middle' | 'end' }

export function placeBlock(block: TextBlock, strip: Strip): Placed {
  const weight = block.kind === 'triple' ? 'normal' : block.weight
  const size = weight === 'large' ? strip.size * largeScale : strip.size
  const pen: Pen = { ...strip, size, boldness: weight === 'normal' ? 'normal' : 'bold' }
  const lines = linesOf(block, pen)
  return {
    height: lines.length * size * lineHeight,
    runs: lines.flatMap((pieces, index) => {
      const baseline = (index * lineHeight + baselineAt) * size
      return pieces.flatMap((piece) => placePiece(piece, baseline, pen))
    }),
  }
}

/** What stands on each line. */
function linesOf(block: TextBlock, pen: Pen): Piece[][] {
  if (block.kind === 'text') return wrap(block.text, pen).map((text) => [{ text, align: block.align }])
  if (block.kind === 'pair') return pairLines(block.start, block.end, pen)
  return tripleLines(block.cells, pen)
}

/** The second column ends at two thirds, where each finds its room; else the amounts stand side by side at the end. */
function tripleLines([first, second, third]: readonly [string, string, string], pen: Pen): Piece[][] {
  if (second === '') return pairLines(first, third, pen)
  const taken = measure(first, pen) + measure(second, pen) + pen.size
  const fits = taken <= (pen.width * 2) / 3 && measure(third, pen) + pen.size <= pen.width / 3
  if (!fits) return pairLines(first, `${second}    ${third}`, pen)
  return [
    [
      { text: first, align: 'start' },
      { text: second, align: 'middle' },
      { text: third, align: 'end' },
    ],
  ]
}

/** The end stands on the last line of the start, or below it where it finds no room. */
function pairLines(start: string, end: string, pen: Pen): Piece[][] {
  const endWidth = measure(end, pen) + pen.size
  const room = pen.width - endWidth
  const rest = room >= pen.width / 4 ? wrap(start, { ...pen, width: room }) : wrap(start, pen)
  const lines = rest.map((text): Piece[] => [{ text, align: 'start' }])
  if (room >= pen.width / 4) return [...lines.slice(0, -1), [...(lines.at(-1) ?? []), { text: end, align: 'end' }]]
  return [...lines, ...wrap(end, pen).map((text): Piece[] => [{ text, align: 'end' }])]
}

const measure = (text: string, { boldness, size }: Pen): number => widthOfText(text, boldness) * size

/** An indent of spaces stays at the first line. Words that are wider than the strip are broken. */
function wrap(text: string, pen: Pen): string[] {
  const lines: string[] = []
  let line = text.slice(0, text.length - text.trimStart().length)
  let isEmpty = true
  for (const word of text
    .trimStart()
    .split(' ')
    .flatMap((each) => pieces(each, pen))) {
    const longer = isEmpty ? line + word : `${line} ${word}`
    if (isEmpty || measure(longer, pen) <= pen.width) line = longer
    else {
      lines.push(line)
      line = word
    }
    isEmpty = false
  }
  return [...lines, line]
}

function pieces(word: string, pen: Pen): string[] {
  if (measure(word, pen) <= pen.width) return [word]
  const found: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measure(piece + segment, pen) > pen.width) {
      found.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...found, piece]
}
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function placePiece({ text, align }: Piece, baseline: number, { width, size, direction, boldness }: Pen): PlacedRun[] {
  const runs = runsOf(text, boldness, direction)
  const total = runs.reduce((sum, run) => sum + run.width, 0) * size
  let x = leftOf(align, { width, direction, total })
  return runs.map((run) => {
    const placed = { run, x, baseline, size }
    x += run.width * size
    return placed
  })
}

function leftOf(align: Piece['align'], to: { width: number; direction: Direction; total: number }): number {
  const { width, direction, total } = to
  if (align === 'center') return (width - total) / 2
  const fromStart = { start: 0, middle: (width * 2) / 3 - total, end: width - total }[align]
  return direction === 'ltr' ? fromStart : width - total - fromStart
}
