/** The processes of a bench run: the server under test, short-lived workers, and what each costs. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BareJob, BareResult } from './bare-statements.ts'
import type { LoadJob, LoadResult } from './load.ts'

export type Server = { pid: number; port: number; readyMs: number; stop: () => Promise<void> }

const root = join(import.meta.dirname, '../../..')
/** What `npm start` tells Node: the limits of memory and the entry point. */
const startArguments = (): string[] =>
  String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.start)
    .split(' ')
    .slice(1)

/** Starts the product as `npm start` does and waits until it says that it is up. */
export async function startServer(environment: Record<string, string>): Promise<Server> {
  const begun = performance.now()
  const child = spawn(process.execPath, startArguments(), {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DEMO: 'off',
      WEB: 'off',
      LOG_LEVEL: 'warn',
      ACCESS_TOKEN_MINUTES: '60',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes
      const found = /API\s+(http:\S+)\/api/.exec(said)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    pid: child.pid ?? 0,
    port: Number(new URL(address).port),
    readyMs: performance.now() - begun,
    stop: () => ended(child),
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exit
}

/** Starts a worker that reports by its first message. */
function work<Job, Result>(file: string, job: Job): Promise<Result> {
  const child = fork(join(import.meta.dirname, file))
  child.send(job as never)
  return new Promise((resolve, reject) => {
    child.once('message', (result) => resolve(result as Result))
    // Not at `exit`, which may come before a long message is read.
    child.once('disconnect', () => reject(new Error(`${file} ended without a result`)))
  })
}

export const runLoad = (job: LoadJob): Promise<LoadResult> => work('load.ts', job)
export const runBare = (job: BareJob): Promise<BareResult> => work('bare-statements.ts', job)

/** A bare Fastify route in a process of its own. */
export async function startBareRoute(): Promise<{ port: number; stop: () => void }> {
  const child = fork(join(import.meta.dirname, 'bare-route.ts'))
  const port = await new Promise<number>((resolve) => child.once('message', (said) => resolve(Number(said))))
  return { port, stop: () => child.disconnect() }
}

/** Resident memory of a process in MB. */
export const memoryMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)

/** Seconds of CPU that a process has taken, with its children that ended. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0) / 100
}

/** The same of a process and all that descend from it. */
export function familyCpuSeconds(pid: number): number {
  let total = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
      if (Number(name) === pid || parent === pid) total += cpuSeconds(Number(name))
    } catch {
      // It ended between the two looks.
    }
  }
  return total
}
