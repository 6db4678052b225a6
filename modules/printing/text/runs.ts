/**
 * A line of text as runs of one typeface and one direction, in the order in which they stand on the paper from left to
 * right. Shaping within a run (joined Arabic letters, Devanagari conjuncts) is the font's, through fontkit.
 */
import bidiModule, { type Bidi } from 'bidi-js'
import { type Boldness, type Typeface, typefaceFor, typefaces } from './typefaces.ts'

export type Direction = 'ltr' | 'rtl'
/** `width` is in ems: times the size it is the width on paper. */
export type TextRun = { readonly text: string; readonly typeface: Typeface; readonly width: number }

/** Its types say `default`, its file for Node is the function itself. */
const bidi = (bidiModule as unknown as () => Bidi)()

export function runsOf(text: string, boldness: Boldness, direction: Direction): TextRun[] {
  return inVisualOrder(segmentsOf(text, boldness, direction)).map(({ text: logical, typeface, level }) => {
    const shown = level % 2 === 1 && !isArabic(typeface) ? backwards(logical) : logical
    return { text: shown, typeface, width: widthOf(shown, typeface) }
  })
}

/** In ems. */
export const widthOfText = (text: string, boldness: Boldness): number =>
  segmentsOf(text, boldness, 'ltr').reduce((sum, each) => sum + widthOf(each.text, each.typeface), 0)

/** They have told where text of the other direction begins and ends, and are not shown. */
const controls = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

type Segment = { text: string; typeface: Typeface; level: number }

function segmentsOf(text: string, boldness: Boldness, direction: Direction): Segment[] {
  const faces = typefaces(boldness)
  const { levels } = bidi.getEmbeddingLevels(text, direction)
  const segments: Segment[] = []
  let at = 0
  for (const sign of text) {
    const level = levels[at] ?? 0
    at += sign.length
    if (controls.test(sign)) continue
    const before = segments.at(-1)
    const last = before?.level === level ? before : undefined
    const typeface = typefaceFor(sign, last?.typeface, faces)
    if (last?.typeface === typeface) last.text += sign
    else segments.push({ text: sign, typeface, level })
  }
  return segments
}

/** Rule L2 of the bidirectional algorithm: from the highest level down, what stands together is turned around. */
function inVisualOrder(segments: readonly Segment[]): Segment[] {
  const ordered = [...segments]
  const highest = Math.max(0, ...ordered.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start
      while ((ordered[end]?.level ?? -1) >= level) end += 1
      if (end - start > 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = Math.max(start, end - 1)
    }
  }
  return ordered
}

const isArabic = ({ name }: Typeface): boolean => name.includes('arabic')

/**
 * Signs of other fonts amid text from the right, such as brackets, are turned around here: fontkit sees no Arabic in
 * them.
 */
const backwards = (text: string): string =>
  [...text]
    .reverse()
    .map((sign) => bidi.getMirroredCharacter(sign) ?? sign)
    .join('')

const widthOf = (text: string, { font }: Typeface): number => font.layout(text, []).advanceWidth / font.unitsPerEm
