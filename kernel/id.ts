/**
 * Ids are UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then a counter and random bits. They sort by time,
 * which keeps indexes compact, and a till can make them offline.
 */

/** Makes the next id. */
export type IdSource = () => string

/** `now` in milliseconds since 1970; `random(n)` gives n unpredictable bytes. */
export type IdSourceOptions = { now: () => number; random?: (size: number) => Uint8Array }

const webRandom = (size: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(size))

const lastCount = 0xfff
/** Bytes for this many ids are drawn at once, because a draw costs more than an id. */
const idsPerDraw = 128

/**
 * A source whose ids always increase, also within one millisecond and when the clock steps back (RFC 9562, 6.2,
 * method 1): 12 bits count within the millisecond from a random start in the lower half, and when they run out the
 * id's time goes one millisecond ahead of the clock. 62 bits stay random.
 */
export function makeIdSource({ now, random = webRandom }: IdSourceOptions): IdSource {
  let time = -1
  let count = 0
  let bytes = new Uint8Array(0)
  let used = 0
  return () => {
    if (used === bytes.length) {
      bytes = Uint8Array.from(random(idsPerDraw * 10))
      used = 0
    }
    const at = used
    used += 10
    const clock = Math.floor(now())
    if (clock > time) {
      time = clock
      count = ((byte(bytes, at + 8) << 8) | byte(bytes, at + 9)) & 0x7ff
    } else if (count === lastCount) {
      time += 1
      count = 0
    } else {
      count += 1
    }
    return write(time, count, bytes, at)
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Whether the text is an id: a UUID in lower case. Ours are version 7; other versions are let in because imported
 * records may carry an id made from their key elsewhere. Upper case is not, so that equal ids are equal texts.
 */
export const isId = (text: string): boolean => uuid.test(text)

function write(time: number, count: number, bytes: Uint8Array, at: number): string {
  const clock = hex(time, 12)
  const variant = hex(0x8000 | ((byte(bytes, at) & 0x3f) << 8) | byte(bytes, at + 1), 4)
  let node = ''
  for (let index = at + 2; index < at + 8; index++) node += hexOfByte[byte(bytes, index)]
  return `${clock.slice(0, 8)}-${clock.slice(8)}-7${hex(count, 3)}-${variant}-${node}`
}

const hexOfByte = Array.from({ length: 256 }, (_, value) => hex(value, 2))

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0')
}

const byte = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0
