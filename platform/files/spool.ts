/** Writes a body of unknown length to a file in bounded memory, counting and hashing on the way. */
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { refuse } from '#kernel'
import type { StoredFile } from './store.ts'

const usualLimit = 104_857_600

/** Writes and syncs the file, which must not exist yet; on any failure it is gone again. Refuses PAYLOAD_TOO_LARGE. */
export async function spool(path: string, body: Readable | Uint8Array, maxBytes = usualLimit): Promise<StoredFile> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const part of body instanceof Readable ? body : [body]) {
      const bytes: Uint8Array = typeof part === 'string' ? Buffer.from(part) : part
      size += bytes.length
      if (size > maxBytes) throw refuse('PAYLOAD_TOO_LARGE', `The file is longer than ${maxBytes} bytes.`)
      hash.update(bytes)
      // writeFile, not write: a nearly full disk may take only a part of the bytes.
      await file.writeFile(bytes)
    }
    await file.sync()
    await file.close()
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(path, { force: true })
    throw error
  }
  return { size, sha256: hash.digest('hex') }
}
