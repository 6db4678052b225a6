import iconv from 'iconv-lite'
import type { Finding } from './finding.ts'

/** The encodings that files of trading companies come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'latin1'

/** Turns the bytes of a file into text, chunk by chunk. Throws `EncodingFault` on what it cannot hold. */
export type Decoder = { write: (bytes: Uint8Array) => string; end: () => string }

/** The bytes are not in the encoding they are read with. */
export class EncodingFault extends Error {}

/** What a byte-order mark says, and how many bytes it takes. */
type Mark = { encoding: Encoding; bytes: readonly number[]; name: string }
const marks: readonly Mark[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf], name: 'UTF-8' },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe], name: 'UTF-16 little endian' },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff], name: 'UTF-16 big endian' },
]

/** Names the encoding of the first bytes of a file: mark, NUL pattern, valid UTF-8, and last the one-byte encodings. */
export function detectEncoding(sample: Uint8Array): Finding<Encoding> {
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => sample[at] === byte))
  if (mark) return { value: mark.encoding, confidence: 1, evidence: `the file begins with the ${mark.name} mark` }
  const wide = detectByNulPattern(sample)
  if (wide) return wide
  if (isUtf8(sample)) {
    const isAscii = sample.every((byte) => byte < 0x80)
    return isAscii
      ? { value: 'utf-8', confidence: 0.9, evidence: 'only ASCII so far, which UTF-8 contains' }
      : { value: 'utf-8', confidence: 0.99, evidence: 'accented letters form valid UTF-8' }
  }
  // The five bytes that windows-1252 leaves undefined (WHATWG Encoding, index-windows-1252) are controls in latin1.
  const at = sample.findIndex((byte) => undefinedInWindows1252.has(byte))
  if (at < 0) return { value: 'windows-1252', confidence: 0.8, evidence: 'not UTF-8; every byte is in windows-1252' }
  return { value: 'latin1', confidence: 0.5, evidence: `not UTF-8; byte ${at} is not in windows-1252` }
}

const undefinedInWindows1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Latin text in UTF-16 has a NUL in one half of nearly every pair; text of one-byte encodings has none at all. */
function detectByNulPattern(sample: Uint8Array): Finding<Encoding> | undefined {
  const head = sample.subarray(0, 4096)
  const pairs = Math.floor(head.length / 2)
  if (pairs < 2) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1
    if (head[at + 1] === 0) odd += 1
  }
  const evidence = `${Math.max(even, odd)} of ${pairs} byte pairs have a NUL in the same half`
  if (odd > pairs * 0.3 && even < pairs * 0.05) return { value: 'utf-16le', confidence: 0.9, evidence }
  if (even > pairs * 0.3 && odd < pairs * 0.05) return { value: 'utf-16be', confidence: 0.9, evidence }
  return undefined
}

/** `stream` lets the sample end inside a character, which a cut at a byte count does. */
function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * A decoder that refuses what it cannot read. The Unicode ones are the platform's, because iconv-lite replaces
 * a broken character without a word; the one-byte ones are iconv-lite's. A byte-order mark stays, as U+FEFF, for the
 * parser to drop, so that its byte offsets are those of the file.
 */
export function createDecoder(encoding: Encoding): Decoder {
  if (encoding === 'windows-1252' || encoding === 'latin1') {
    const decoder = iconv.getDecoder(encoding)
    return { write: (bytes) => whole(decoder.write(Buffer.from(bytes))), end: () => whole(decoder.end() ?? '') }
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const decode = (bytes: Uint8Array | undefined, stream: boolean): string => {
    try {
      return decoder.decode(bytes, { stream })
    } catch (cause) {
      throw new EncodingFault(`The bytes are not ${encoding}.`, { cause })
    }
  }
  return { write: (bytes) => decode(bytes, true), end: () => decode(undefined, false) }
}

/** iconv-lite marks an undefined byte of a one-byte encoding with U+FFFD, which no such encoding contains. */
function whole(text: string): string {
  if (text.includes('\uFFFD')) throw new EncodingFault('The bytes are not in this encoding.')
  return text
}
