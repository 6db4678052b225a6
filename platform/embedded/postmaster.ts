import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import { commandLine, isAlive, signal } from './processes.ts'

/** A server process as its own file `postmaster.pid` tells; `port` 0 while it has not come that far. */
export type Postmaster = { pid: number; port: number; status: 'starting' | 'ready' | 'stopping' }

/** `fast` breaks off transactions and writes all to disk; `immediate` leaves that to the recovery at the next start. */
export type StopMode = 'fast' | 'immediate'

/** How a server is run. `port` 0 takes a free one. */
export type Launch = {
  postgres: string
  data: string
  account: Account | undefined
  port: number
  settings: Record<string, string>
  logFile: string
}

/** A server that ended before it was ready. `passes` where another attempt may do: a port or a process in the way. */
export class LaunchFailure extends Error {
  readonly passes: boolean
  constructor(message: string, passes: boolean) {
    super(message)
    this.passes = passes
  }
}

const LOOK_EVERY_MS = 20
const START_LIMIT_MS = 600_000
const STOP_LIMIT_MS = 20_000

/**
 * The server that runs on this data, if one does. A number in `postmaster.pid` alone proves nothing: after a crash,
 * and in a restarted container as a rule, another process may bear it. PostgreSQL would then refuse to start, so a
 * file that points at a stranger is removed.
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const noted = await readPidFile(data)
  if (!noted || !isAlive(noted.pid)) return undefined
  const command = commandLine(noted.pid)
  if (command === undefined || command.includes(data)) return noted
  await rm(join(data, 'postmaster.pid'), { force: true })
  return undefined
}

/** Starts a server and waits until it takes connections, through crash recovery if need be. Throws `LaunchFailure`. */
export async function launch(options: Launch): Promise<{ child: ChildProcess; postmaster: Postmaster }> {
  const port = options.port || (await freePort())
  const logFrom = (await stat(options.logFile).catch(() => undefined))?.size ?? 0
  const log = openSync(options.logFile, 'a', 0o600)
  const settings = Object.entries({ ...options.settings, port: String(port) })
  const child = spawn(
    options.postgres,
    ['-D', options.data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...options.account,
      cwd: '/',
      // Its own process group: Ctrl+C in the terminal must reach us alone, so that requests under way can end first.
      detached: true,
      // Nothing of our environment: it holds secrets.
      env: { LC_ALL: 'C', TZ: 'UTC' },
      // A file and not a pipe: the server must be able to write after we were killed.
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  const postmaster = await untilReady(child, options).catch(async (error: Error) => {
    const said = (await readFile(options.logFile)).subarray(logFrom).toString('utf8').trim()
    if (options.port && said.includes('Address already in use')) {
      throw new LaunchFailure(`PostgreSQL cannot start: port ${options.port} is taken, choose another`, false)
    }
    throw new LaunchFailure(`${error.message}${said && `:\n${said}`}`, mayPass(said, options.port))
  })
  child.unref()
  return { child, postmaster: { ...postmaster, port } }
}

/** Stops a server and waits until it is gone; one that does not end in time is stopped the harder way. */
export async function endPostmaster(pid: number, mode: StopMode): Promise<void> {
  signal(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  if (await isGone(pid, STOP_LIMIT_MS)) return
  if (mode === 'fast') return endPostmaster(pid, 'immediate')
  signal(pid, 'SIGKILL')
  await isGone(pid, STOP_LIMIT_MS)
}

/** Waits until a server that is starting or stopping has come to an end of it. */
export async function settle(data: string): Promise<Postmaster | undefined> {
  const deadline = performance.now() + STOP_LIMIT_MS
  for (;;) {
    const found = await findPostmaster(data)
    if (!found || found.status === 'ready' || performance.now() > deadline) return found
    await pause(LOOK_EVERY_MS)
  }
}

async function untilReady(child: ChildProcess, { data }: Launch): Promise<Postmaster> {
  const failed = new Promise<never>((_, fail) => {
    child.once('error', (error) => fail(new Error(`PostgreSQL could not be run: ${error.message}`)))
    child.once('exit', (code, name) => fail(new Error(`PostgreSQL did not start (${name ?? `exit code ${code}`})`)))
  })
  const deadline = performance.now() + START_LIMIT_MS
  while (performance.now() < deadline) {
    const noted = await Promise.race([readPidFile(data), failed])
    if (noted?.pid === child.pid && noted?.status === 'ready') return noted
    await Promise.race([pause(LOOK_EVERY_MS), failed])
  }
  throw new Error('PostgreSQL was not ready in time')
}

/** The lines: process id, data folder, start time, port, socket folder, address, shared memory key, status. */
async function readPidFile(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const status = lines[7] === 'ready' || lines[7] === 'stopping' ? lines[7] : 'starting'
  return { pid, port: Number(lines[3] || 0), status }
}

/** Old server processes need a moment to see that their postmaster was killed; a free port can be taken by another. */
function mayPass(said: string, port: number): boolean {
  const inTheWay = said.includes('pre-existing shared memory block') || said.includes('"postmaster.pid" already exists')
  return inTheWay || (port === 0 && said.includes('could not create any TCP/IP sockets'))
}

async function isGone(pid: number, limit: number): Promise<boolean> {
  const deadline = performance.now() + limit
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false
    await pause(LOOK_EVERY_MS)
  }
  return true
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
