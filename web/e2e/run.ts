/**
 * `npm run test:browser`: starts Entrepot as a newcomer does, with the demo, and runs every test of this folder against
 * it in Chromium. Names of files run only those. `E2E_URL` and `E2E_API` use an installation that runs already.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { glob } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { forget, newDataDir, start } from '../../tests/start/installation.ts'

/** Files that sell in the shop of the demo, by how their names begin. */
const selling = ['customer', 'live', 'till', 'trade']

const wanted = process.argv.slice(2)
const files = (await Array.fromAsync(glob(join(import.meta.dirname, '*.test.ts'))))
  .filter((path) => wanted.length === 0 || wanted.some((name) => basename(path).includes(name)))
  .toSorted()
if (files.length === 0) throw new Error(`no test is named ${wanted.join(' or ')}`)

process.exitCode = process.env.E2E_URL ? await runTests(process.env) : await runWithServer()

async function runWithServer(): Promise<number> {
  const dataDir = await newDataDir()
  try {
    const site = await start(dataDir, { WEB: 'on' })
    try {
      return await runTests({ ...process.env, E2E_URL: site.pagesUrl, E2E_API: site.url, E2E_DATA: dataDir })
    } finally {
      await site.stop()
    }
  } finally {
    await forget(dataDir)
  }
}

/**
 * Two files at a time, but never two that sell in the demo's shop: a till that empties its queue moves the figures and
 * the feed that another file looks at.
 */
async function runTests(env: NodeJS.ProcessEnv): Promise<number> {
  const sells = (path: string) => selling.some((name) => basename(path).startsWith(name))
  const lanes = [files.filter(sells), files.filter((path) => !sells(path))].filter((lane) => lane.length > 0)
  const codes = await Promise.all(lanes.map((lane) => runLane(lane, env)))
  return Math.max(...codes)
}

async function runLane(lane: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const args = ['--test', '--test-concurrency=1', '--test-timeout=180000', ...lane]
  const child = spawn(process.execPath, args, { env, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}
