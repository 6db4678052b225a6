/** The fonts for paper: Noto Sans, a file for each group of scripts, read when the first receipt needs them. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create, type Font } from 'fontkit'
import { plainFont } from './woff.ts'

export type Boldness = 'normal' | 'bold'
export type Typeface = { readonly name: string; readonly bytes: Buffer; readonly font: Font }

const weights: Readonly<Record<Boldness, number>> = { normal: 400, bold: 700 }
/** The first that has a sign shows it, so Latin's own digits and brackets stand in all scripts. */
const files = [
  ['noto-sans', 'noto-sans-latin'],
  ['noto-sans', 'noto-sans-latin-ext'],
  ['noto-sans-devanagari', 'noto-sans-devanagari-devanagari'],
  ['noto-sans-arabic', 'noto-sans-arabic-arabic'],
  ['noto-sans', 'noto-sans-greek'],
  ['noto-sans', 'noto-sans-cyrillic'],
  ['noto-sans', 'noto-sans-vietnamese'],
] as const

const read = new Map<Boldness, readonly Typeface[]>()

/** All typefaces of a weight, about 1 MB; kept for as long as the process runs. */
export function typefaces(boldness: Boldness): readonly Typeface[] {
  const known = read.get(boldness)
  if (known) return known
  const made = files.map(([folder, file]): Typeface => {
    const name = `${file}-${weights[boldness]}`
    const bytes = plainFont(
      readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${folder}/files/${name}-normal.woff`))),
    )
    return { name, bytes, font: create(bytes) as Font }
  })
  read.set(boldness, made)
  return made
}

/** Marks, joiners and spaces stay with what stands before them: a font shapes them together or not at all. */
const leans = /[\p{M}\p{Zs}\u200c\u200d]/u

/** Which typeface shows a sign that follows another; the first one shows what nobody has, as an empty box. */
export function typefaceFor(sign: string, before: Typeface | undefined, faces: readonly Typeface[]): Typeface {
  const codePoint = sign.codePointAt(0) ?? 0
  if (before && leans.test(sign)) return before
  const found = faces.find(({ font }) => font.hasGlyphForCodePoint(codePoint)) ?? before ?? faces[0]
  if (!found) throw new Error('there are no typefaces')
  return found
}
