/** The pages as Next builds them; built anew only when something that they are made of has changed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { compressFiles } from './compress.ts'

export const root = join(import.meta.dirname, '../..')
export const webDir = join(root, 'web')
/** Where the build lies, seen from `web/`; another one keeps two checkouts or servers apart. */
export const distDir = process.env.WEB_DIST ?? '.next'
/** Scripts, styles and fonts of the build. */
export const staticDir = join(webDir, distDir, 'static')

/** Builds if need be. Rejects with what Next said when the build fails; `signal` breaks it off. */
export async function ensureBuilt(tell: (line: string) => void, signal: AbortSignal): Promise<void> {
  const stampPath = join(webDir, distDir, 'entrepot-sources')
  const sources = await digestOfSources()
  const built = await readFile(stampPath, 'utf8').catch(() => '')
  if (built === sources) return
  const release = await alone(join(webDir, `${distDir}.building`))
  try {
    if ((await readFile(stampPath, 'utf8').catch(() => '')) === sources) return
    tell('Building the web pages (once, and again when they change) ...')
    await build(signal)
    await compressFiles(staticDir)
    await writeFile(stampPath, sources)
  } finally {
    await release()
  }
}

/** Waits until no other process builds here; one that died leaves its note, which then counts for nothing. */
async function alone(path: string): Promise<() => Promise<void>> {
  for (;;) {
    const isOurs = await writeFile(path, String(process.pid), { flag: 'wx' }).then(
      () => true,
      () => false,
    )
    if (isOurs) return () => rm(path, { force: true })
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (holder > 0 && !isRunning(holder)) await rm(path, { force: true })
    else await setTimeout(200)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function build(signal: AbortSignal): Promise<void> {
  const next = join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build', 'web'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the web pages could not be built:\n${said}`)
}

/** One figure for everything that goes into the pages. */
async function digestOfSources(): Promise<string> {
  const folders = ['web', 'sdk', 'engines', 'kernel']
  const files = (await Promise.all(folders.map((folder) => filesIn(join(root, folder))))).flat()
  const hash = createHash('sha256')
  for (const path of [...files, join(root, 'package-lock.json')].toSorted()) {
    hash
      .update(relative(root, path))
      .update('\0')
      .update(await readFile(path))
      .update('\0')
  }
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/\/(\.next[^/]*|node_modules|e2e)\/|\.building$|\.test\.tsx?$|next-env\.d\.ts$|\.md$/.test(path))
}
