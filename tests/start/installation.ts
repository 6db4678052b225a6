/** Starts Entrepot the way a newcomer does, in a folder of its own, and tells when it is up. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Installation = {
  url: string
  /** Where the pages are; undefined without them. */
  pagesUrl: string | undefined
  dataDir: string
  /** What it printed so far. */
  output: () => string
  process: ChildProcess
  /** Milliseconds from the command to the greeting. */
  startedInMs: number
  /** SIGTERM to the server, as a service manager sends it; answers the exit code that npm hands on. */
  stop: () => Promise<number | null>
}

export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'entrepot-'))
export const forget = (dataDir: string): Promise<void> => rm(dataDir, { recursive: true, force: true })

/** Resolves when the greeting is printed; rejects with the output when the process ends before. */
export async function start(dataDir: string, env: Record<string, string> = {}): Promise<Installation> {
  const [port, webPort] = [await freePort(), await freePort()]
  const begun = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: dataDir,
      PORT: port,
      WEB_PORT: webPort,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const up = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      if (output.includes('Entrepot is up')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)))
  })
  await up
  return {
    pagesUrl: /Pages {2}(\S+)/.exec(output)?.[1],
    url: `http://127.0.0.1:${port}`,
    dataDir,
    process: child,
    output: () => output,
    startedInMs: performance.now() - begun,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const ended = once(child, 'exit')
      process.kill(await serverPid(dataDir), 'SIGTERM')
      const [code] = await ended
      return code as number | null
    },
  }
}

/** The process behind npm and its shell, which would not wait for it: the one that owns the database. */
async function serverPid(dataDir: string): Promise<number> {
  const [pid] = (await readFile(join(dataDir, 'postgres.owner'), 'utf8')).split(' ')
  return Number(pid)
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return String(typeof address === 'object' && address ? address.port : 0)
}
