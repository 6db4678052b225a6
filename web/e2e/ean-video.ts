/**
 * A film for a camera that is none: an EAN-13 code that is held still, as raw YUV4MPEG2.
 * Source: GS1 General Specifications, 5.2.1.
 */
import { writeFile } from 'node:fs/promises'

const [width, height] = [640, 480]
const [white, black] = [235, 16]
const dotsAModule = 5
/** The left-hand digits of sets A and B; those of the right are set A with bars and spaces changed over. */
const setA = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
]
const changed = (bits: string): string => bits.replace(/./g, (bit) => (bit === '0' ? '1' : '0'))
const setC = setA.map(changed)
const setB = setC.map((bits) => [...bits].toReversed().join(''))
/** Which of the six left-hand digits are of set B: what the first digit, which has no bars, is told by. */
const sets = ['AAAAAA', 'AABABB', 'AABBAB', 'AABBBA', 'ABAABB', 'ABBAAB', 'ABBBAA', 'ABABAB', 'ABABBA', 'ABBABA']

/** The 95 modules of a code, a bar as 1. `code` has its check digit. */
export function modulesOf(code: string): string {
  const [first = 0, ...digits] = [...code].map(Number)
  const left = digits.slice(0, 6).map((digit, at) => (sets[first]?.[at] === 'B' ? setB : setA)[digit])
  const right = digits.slice(6).map((digit) => setC[digit])
  return ['101', ...left, '01010', ...right, '101'].join('')
}

/** Writes a film of two pictures, which the browser shows again and again. */
export async function filmCode(code: string, path: string): Promise<void> {
  const luma = Buffer.alloc(width * height, white)
  const modules = modulesOf(code)
  const start = Math.floor((width - modules.length * dotsAModule) / 2)
  for (const [at, module] of [...modules].entries()) {
    if (module === '0') continue
    for (let row = 120; row < 360; row++) {
      const from = row * width + start + at * dotsAModule
      luma.fill(black, from, from + dotsAModule)
    }
  }
  const picture = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)])
  await writeFile(
    path,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`), picture, picture]),
  )
}
