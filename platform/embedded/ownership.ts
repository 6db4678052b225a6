import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isAlive, startedAt } from './processes.ts'

/**
 * Takes a cluster for this process. False where another living process has it: we are then its guest, and must not
 * stop a server that serves someone else. A process that was killed leaves its note, and the next one takes over.
 */
export async function takeOwnership(note: string): Promise<boolean> {
  const [pid, started] = (await readFile(note, 'utf8').catch(() => '')).split(' ')
  const isOther = pid !== undefined && Number(pid) !== process.pid
  if (isOther && Number(pid) > 0 && isAlive(Number(pid)) && startedAt(Number(pid)) === started) return false
  const draft = `${note}-${process.pid}-${randomBytes(4).toString('hex')}`
  await writeFile(draft, `${process.pid} ${startedAt(process.pid)}`, { mode: 0o600 })
  await rename(draft, note)
  return true
}

/** Lets go of it before this process ends, so that whoever comes next is no guest of somebody who left. */
export async function releaseOwnership(note: string): Promise<void> {
  const [pid] = (await readFile(note, 'utf8').catch(() => '')).split(' ')
  if (Number(pid) === process.pid) await rm(note, { force: true })
}

const DEADLY = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const atExit = new Set<() => void>()

/** Runs `stop` when this process ends in any way that lets it still act. Returns a function that calls this off. */
export function stopAtExit(stop: () => void): () => void {
  if (atExit.size === 0) {
    process.on('exit', stopAll)
    for (const name of DEADLY) process.on(name, stopOnSignal)
  }
  atExit.add(stop)
  return () => {
    if (!atExit.delete(stop) || atExit.size > 0) return
    process.off('exit', stopAll)
    for (const name of DEADLY) process.off(name, stopOnSignal)
  }
}

function stopAll(): void {
  for (const stop of atExit) stop()
}

/** Where the application handles the signal itself it will end by its own rules, and `exit` follows. */
function stopOnSignal(name: NodeJS.Signals): void {
  if (process.listenerCount(name) > 1) return
  stopAll()
  process.off(name, stopOnSignal)
  process.kill(process.pid, name)
}
