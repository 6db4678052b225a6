import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { clusterFiles } from './files.ts'

const START_LIMIT_MS = 60_000
const TRY_AGAIN_MS = 5_000

/** The superuser's url of the tests' server, which is started when nobody has. `TEST_DATABASE_URL` names another. */
export async function clusterUrl(isSafe: boolean): Promise<string> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return given
  const files = clusterFiles(isSafe)
  const deadline = performance.now() + START_LIMIT_MS
  let startAgainAt = 0
  while (performance.now() < deadline) {
    const url = await readFile(files.url, 'utf8').catch(() => undefined)
    if (url && (await answers(url))) return url
    if (performance.now() > startAgainAt) {
      await startKeeper(isSafe)
      startAgainAt = performance.now() + TRY_AGAIN_MS
    }
    await pause(50)
  }
  const said = await readFile(files.log, 'utf8').catch(() => '')
  throw new Error(`The PostgreSQL server of the tests did not start (see ${files.log}):\n${said.slice(-2000)}`)
}

/** Several keepers may be started at once; all but one see that and end. */
async function startKeeper(isSafe: boolean): Promise<void> {
  const files = clusterFiles(isSafe)
  await mkdir(files.folder, { recursive: true })
  const log = openSync(files.log, 'a')
  const args = [join(import.meta.dirname, 'keeper.ts'), isSafe ? 'fsync' : 'fast']
  const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH, HOME: process.env.HOME }
  spawn(process.execPath, args, { detached: true, stdio: ['ignore', log, log], env }).unref()
  closeSync(log)
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3 })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
