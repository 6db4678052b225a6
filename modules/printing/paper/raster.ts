/**
 * Text as a picture for printers that have no letters for it. The outlines come from the fonts; a dot is black where at
 * least half of its nine samples lie inside of them.
 */
import type { Glyph } from 'fontkit'
import type { Picture, TextRaster } from '#engines/escpos'
import { type PlacedRun, placeBlock } from '../text/place.ts'

/** Dots; the printer's own letters are 24 high. */
const size = 22
const samples = 3
const samplesForBlack = 4

type Point = { x: number; y: number }
type Edge = { from: Point; to: Point }

export const receiptRaster: TextRaster = (block, { width, direction }) => {
  const { runs, height } = placeBlock(block, { width, size, direction })
  const rows = Math.ceil(height)
  const edges = runs.flatMap(outlinesOf)
  return pictureOf(coverage(edges, width, rows), width, rows)
}

/** All outlines of a run, as straight edges in dots. */
function outlinesOf({ run, x, baseline, size: em }: PlacedRun): Edge[] {
  const { font } = run.typeface
  const scale = em / font.unitsPerEm
  const { glyphs, positions } = font.layout(run.text, [])
  let pen = x
  return glyphs.flatMap((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    const origin = { x: pen + xOffset * scale, y: baseline - yOffset * scale }
    pen += xAdvance * scale
    return edgesOf(glyph, (px, py) => ({ x: origin.x + px * scale, y: origin.y - py * scale }))
  })
}

const stepsOfCurve = 6

function edgesOf(glyph: Glyph, place: (x: number, y: number) => Point): Edge[] {
  const edges: Edge[] = []
  let start: Point = place(0, 0)
  let at = start
  const lineTo = (to: Point): void => {
    edges.push({ from: at, to })
    at = to
  }
  for (const { command, args } of glyph.path.commands as readonly { command: string; args: readonly number[] }[]) {
    const points = pairsOf(args, place)
    const [first] = points
    if (command === 'moveTo' && first) start = at = first
    else if (command === 'closePath') lineTo(start)
    else {
      const control = [at, ...points]
      const steps = command === 'lineTo' ? 1 : stepsOfCurve
      for (let step = 1; step <= steps; step++) lineTo(onCurve(control, step / steps))
    }
  }
  return edges
}

const pairsOf = (args: readonly number[], place: (x: number, y: number) => Point): Point[] =>
  Array.from({ length: args.length >> 1 }, (_, index) => place(args[index * 2] ?? 0, args[index * 2 + 1] ?? 0))

/** De Casteljau: a point of a Bezier curve of any degree. */
function onCurve(control: readonly Point[], t: number): Point {
  const [first] = control
  if (control.length === 1 && first) return first
  return onCurve(
    control.slice(1).map((to, index) => {
      const from = control[index] ?? to
      return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }
    }),
    t,
  )
}

/** How many samples of each dot lie inside, by the non-zero rule: outlines that overlap do not cancel out. */
function coverage(edges: readonly Edge[], width: number, height: number): Uint8Array {
  const counts = new Uint8Array(width * height)
  const byRow: { x: number; turn: number }[][] = Array.from({ length: height * samples }, () => [])
  for (const { from, to } of edges) {
    if (from.y === to.y) continue
    const [upper, lower, turn] = from.y < to.y ? [from, to, 1] : [to, from, -1]
    const first = Math.max(0, Math.ceil(upper.y * samples - 0.5))
    const last = Math.min(byRow.length - 1, Math.ceil(lower.y * samples - 0.5) - 1)
    for (let row = first; row <= last; row++) {
      const y = (row + 0.5) / samples
      byRow[row]?.push({ x: upper.x + ((lower.x - upper.x) * (y - upper.y)) / (lower.y - upper.y), turn })
    }
  }
  for (const [row, crossings] of byRow.entries()) {
    fillRow(counts.subarray(Math.floor(row / samples) * width).subarray(0, width), crossings)
  }
  return counts
}

function fillRow(counts: Uint8Array, crossings: { x: number; turn: number }[]): void {
  crossings.sort((a, b) => a.x - b.x)
  let winding = 0
  for (const [index, { x, turn }] of crossings.entries()) {
    winding += turn
    const next = crossings[index + 1]
    if (winding === 0 || !next) continue
    const first = Math.max(0, Math.ceil(x * samples - 0.5))
    const last = Math.min(counts.length * samples - 1, Math.ceil(next.x * samples - 0.5) - 1)
    for (let sample = first; sample <= last; sample++) {
      const dot = Math.floor(sample / samples)
      counts[dot] = (counts[dot] ?? 0) + 1
    }
  }
}

function pictureOf(counts: Uint8Array, width: number, height: number): Picture {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [dot, count] of counts.entries()) if (count >= samplesForBlack) data.fill(0, dot * 4, dot * 4 + 3)
  return { width, height, data }
}
