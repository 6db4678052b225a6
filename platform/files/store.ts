/** The port of the file store. */
import type { Readable } from 'node:stream'

/** `maxBytes`: a longer body is refused and leaves nothing behind (100 MiB). */
export type PutOptions = { contentType: string; maxBytes?: number }

/** What was stored: its size in bytes and its SHA-256 in hex. */
export type StoredFile = { size: number; sha256: string }

/** A file being read. Who takes the stream must consume or destroy it. */
export type OpenFile = { stream: Readable; size: number; contentType: string }

/** Every method refuses VALIDATION_FAILED for a key that `fileKey` would not make. */
export type FileStore = {
  /** Stores whole or not at all, replacing what was there. Refuses PAYLOAD_TOO_LARGE. */
  put: (key: string, body: Readable | Uint8Array, options: PutOptions) => Promise<StoredFile>
  /** Refuses NOT_FOUND. */
  get: (key: string) => Promise<OpenFile>
  /** Removing what is not there is no error. */
  remove: (key: string) => Promise<void>
  /** The keys of one company below a prefix (`<company>/` or deeper, ending with a slash), in order of their text. */
  list: (prefix: string) => AsyncIterable<{ key: string; size: number }>
}
