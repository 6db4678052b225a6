/** Runs the real server as a process that a test may kill, stop and start again on the same port and data. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Where a server runs: its settings by their names in the environment. */
export type Place = { env: Record<string, string>; url: string }

export type Server = {
  url: string
  process: ChildProcess
  /** From the command to the first line that says that it is up. */
  readyInMs: number
  /** What it wrote so far. */
  output: () => string
  /** Resolves with the exit code, or the signal's name. */
  ended: Promise<number | string>
  /** SIGKILL, and gone. */
  kill: () => Promise<void>
  /** SIGTERM; resolves with what it ended with. */
  stop: () => Promise<number | string>
}

const root = join(import.meta.dirname, '../..')
const startLimitMs = 60_000
/** The requirement. It holds where nothing else keeps the cores, which `npm test` sees to by running these last. */
export const readyLimitMs = 5_000

/** A place of its own on a database: a free port and the given folder. */
export async function makePlace(
  databaseUrl: string,
  dataDir: string,
  env: Record<string, string> = {},
): Promise<Place> {
  const port = await freePort()
  return {
    url: `http://127.0.0.1:${port}`,
    env: { NODE_ENV: 'test', WEB: 'off', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: String(port), ...env },
  }
}

/**
 * Starts `processes/start.ts`; with a fault, the process that breaks there. Rejects with the output if it ends first.
 */
export async function startServer(place: Place, fault?: string, times = 1): Promise<Server> {
  const begun = performance.now()
  const entry = fault ? 'tests/faults/server-process.ts' : 'processes/start.ts'
  const child = spawn(process.execPath, [join(root, entry)], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      ...place.env,
      ...(fault ? { FAULT: fault, FAULT_TIMES: String(times) } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const orphan = () => child.kill('SIGKILL')
  process.once('exit', orphan)
  let output = ''
  const ended = once(child, 'exit').then(([code, signal]) => {
    process.removeListener('exit', orphan)
    return (code ?? signal) as number | string
  })
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not up in time:\n${output}`)), startLimitMs)
    const read = (chunk: Buffer) => {
      output += chunk
      if (!output.includes('Entrepot is up')) return
      clearTimeout(late)
      resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then((how) => reject(new Error(`ended with ${how}:\n${output}`)))
  })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    url: place.url,
    process: child,
    readyInMs: Math.round(performance.now() - begun),
    output: () => output,
    ended,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
