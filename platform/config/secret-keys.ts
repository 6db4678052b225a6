import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { makeRingKey } from '../identity/secrets.ts'

/**
 * The key ring for `createSecretBox`: the setting, or (never in production, where the setting is required) a ring that
 * is made once in DATA_DIR/keys and readable by its owner alone.
 */
export async function readSecretKeys(config: Pick<Config, 'secretKeys' | 'dataDir'>): Promise<string> {
  if (config.secretKeys) return config.secretKeys
  const folder = join(config.dataDir, 'keys')
  const path = join(folder, 'secret-keys')
  const existing = await readFile(path, 'utf8').catch(() => undefined)
  if (existing !== undefined) return existing.trim()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // One of its own for every start: several of one process would write and remove each other's.
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, makeRingKey('local'), { mode: 0o600 })
  try {
    // Of several that start at once the first makes the ring; the link fails for the others.
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
  return (await readFile(path, 'utf8')).trim()
}
