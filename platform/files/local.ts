/**
 * Files in a local directory. A file appears by renaming a complete, synced temporary one, so a reader or a crash never
 * meets half a file. Content types stand beside them under `.types/`, written first: a file that is seen has one.
 */
import { randomUUID } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refuse } from '#kernel'
import { checkKey, checkPrefix } from './keys.ts'
import { spool } from './spool.ts'
import type { FileStore } from './store.ts'

/** Opens a directory as a store; it is made when it is not there. */
export function createLocalFiles(directory: string): FileStore {
  const pathOf = (key: string): string => join(directory, checkKey(key))
  const typeOf = (key: string): string => join(directory, '.types', checkKey(key))
  const temporary = (): string => join(directory, '.tmp', randomUUID())

  return {
    put: async (key, body, { contentType, maxBytes }) => {
      const [path, typePath, spooled, spooledType] = [pathOf(key), typeOf(key), temporary(), temporary()]
      await mkdir(dirname(spooled), { recursive: true })
      const stored = await spool(spooled, body, maxBytes)
      await spool(spooledType, Buffer.from(contentType))
      await publish(spooledType, typePath)
      await publish(spooled, path)
      return stored
    },
    get: async (key) => {
      const file = await open(pathOf(key)).catch(missing)
      try {
        const { size } = await file.stat()
        const contentType = await readFile(typeOf(key), 'utf8')
        return { stream: file.createReadStream(), size, contentType }
      } catch (error) {
        await file.close()
        throw error
      }
    },
    remove: async (key) => {
      await rm(pathOf(key), { force: true })
      await rm(typeOf(key), { force: true })
    },
    list: (prefix) => walk(directory, checkPrefix(prefix)),
  }
}

/** Moves a complete file to its place and makes the move itself durable. */
async function publish(spooled: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await rename(spooled, path)
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}

/** Depth first in the order of the whole key, as S3 answers it: a folder counts with its slash. */
async function* walk(directory: string, prefix: string): AsyncIterable<{ key: string; size: number }> {
  const entries = await readdir(join(directory, prefix), { withFileTypes: true }).catch((error) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const keyOf = (entry: Dirent): string => `${prefix}${entry.name}${entry.isDirectory() ? '/' : ''}`
  for (const key of entries.map(keyOf).sort()) {
    if (key.endsWith('/')) yield* walk(directory, key)
    else yield { key, size: (await stat(join(directory, key))).size }
  }
}

function missing(error: unknown): never {
  throw codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR' ? refuse('NOT_FOUND') : error
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
