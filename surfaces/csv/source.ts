/** Streams of bytes: looking at the beginning without losing it, and going on from a place in the middle. */
import { sampleBytes } from './detect.ts'

export type Bytes = AsyncIterable<Uint8Array>

/** The first bytes of a stream, and the whole stream again from its start; `close` it when it is not read after all. */
export type Peeked = {
  sample: Uint8Array
  /** There is nothing behind the sample. */
  isWhole: boolean
  stream: Bytes
  close: () => Promise<void>
}

export async function peek(source: Bytes): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let size = 0
  let isWhole = false
  while (size < sampleBytes) {
    const next = await iterator.next()
    if (next.done) {
      isWhole = true
      break
    }
    chunks.push(next.value)
    size += next.value.length
  }
  async function* again(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* chunks.splice(0)
      if (!isWhole) for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  const close = async () => {
    await iterator.return?.()
  }
  return { sample: Buffer.concat(chunks), isWhole, stream: again(), close }
}

/** The stream from a byte on. */
export async function* from(source: Bytes, start: number): AsyncGenerator<Uint8Array, void, undefined> {
  let at = 0
  for await (const chunk of source) {
    const cut = Math.max(0, Math.min(chunk.length, start - at))
    at += chunk.length
    if (cut < chunk.length) yield cut === 0 ? chunk : chunk.subarray(cut)
  }
}

/** Tells of bytes as they pass. */
export async function* counted(
  source: Bytes,
  tell: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of source) {
    tell(chunk.length)
    yield chunk
  }
}

/** A stream of one chunk. */
export async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}
