/** Brings a server back that ended although nobody here asked it to: killed for memory, crashed, stopped outside. */
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './processes.ts'

export type Keeping = {
  pid: () => number
  bringBack: () => Promise<void>
  log: (line: string) => void
}

const LOOK_EVERY_MS = 200
/** After an attempt that failed: what is in the way, such as a full disk, does not go away at once. */
const TRY_AGAIN_MS = 2_000

/** Begins to watch. The function that it returns ends that, and waits for an attempt under way. */
export function keepUp(keeping: Keeping): () => Promise<void> {
  const ended = new AbortController()
  const watching = watch(keeping, ended.signal)
  return () => {
    ended.abort()
    return watching
  }
}

async function watch({ pid, bringBack, log }: Keeping, signal: AbortSignal): Promise<void> {
  let wait = LOOK_EVERY_MS
  while (await passes(wait, signal)) {
    wait = LOOK_EVERY_MS
    if (isAlive(pid())) continue
    log(`PostgreSQL (process ${pid()}) ended unasked and is started again`)
    try {
      await bringBack()
      log(`PostgreSQL is back (process ${pid()})`)
    } catch (error) {
      log(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : error}`)
      wait = TRY_AGAIN_MS
    }
  }
}

/** False when it was broken off. The watch alone keeps no process alive. */
const passes = (ms: number, signal: AbortSignal): Promise<boolean> =>
  pause(ms, true, { ref: false, signal }).catch(() => false)
