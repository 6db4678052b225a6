/**
 * Runs the registry's listeners over the log. Each is run by one process at a time; another takes over within a second
 * when that one dies. Nothing to do costs one small query a look.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { defineService, type ListenerEntry, refuse } from '#kernel'
import type { App, Log } from '../execution/app.ts'
import { announceEvents } from './announce.ts'
import { type ParkedEvent, parkedEvents, replayEvent } from './deliveries.ts'
import { type Lag, lagOf, listenersBehind } from './lag.ts'
import type { Position } from './position.ts'
import { endOf } from './read.ts'
import type { Fault } from './reader.ts'
import { askRebuild } from './rebuild.ts'
import { Runner } from './runner.ts'

export type ListenerOptions = {
  /** Which of the registry's listeners this process may run; all by default. */
  listeners?: (listener: ListenerEntry) => boolean
  batchSize?: number
  /** How often to look without being woken, milliseconds. */
  pollMs?: number
  /** How many listeners, and how many transactions of theirs, run at a time. */
  concurrency?: number
  log?: Log
  fault?: Fault
  /** Told when another process has appended events. */
  onNotice?: () => void
}

export type ListenerStatus = Lag & {
  /** Whether this process runs it. */
  here: boolean
}

export type Listeners = {
  /** Events were appended: look soon, and tell the other processes. To be the app's `eventsAppended`. */
  wake: () => void
  /**
   * Resolves when every listener, in whichever process, has read everything committed before the call, retries that are
   * due have been made, and what listeners here emitted meanwhile has been read too (a chain of ten at most).
   */
  idle: () => Promise<void>
  /** Ends the running batches and lets go of the listeners. */
  stop: () => Promise<void>
  status: () => Promise<ListenerStatus[]>
  parkedEvents: (listener?: string) => Promise<ParkedEvent[]>
  /** Applies a failed event now, once. Refuses NOT_FOUND; throws what the listener throws when it fails again. */
  replay: (listener: string, eventSeq: number) => Promise<void>
  /** Empties a read model's tables and reads the log again; resolves when it has caught up. */
  rebuild: (listener: string, onProgress?: (progress: { done: number; total: number }) => void) => Promise<void>
}

/** The listeners of the process, for operations that look after them. */
export const listenersService = defineService<Listeners>('listeners')

const longestChain = 10
/** Other processes' progress is seen by asking; ours wakes the waiter. */
const askAgainMs = 20

/** Starts running listeners; the first look is made at once. */
export function startListeners(app: App, options: ListenerOptions = {}): Listeners {
  const chosen = app.registry.listeners.filter(options.listeners ?? (() => true))
  const self = app.newId()
  const announcer = announceEvents(app.db.relay, self)
  const runner = new Runner(app, chosen, { batchSize: 500, pollMs: 1_000, concurrency: 3, ...options, self })
  runner.start()
  const entryOf = (address: string): ListenerEntry => {
    const entry = app.registry.listeners.find((each) => each.address === address)
    if (!entry) throw refuse('NOT_FOUND', `There is no listener ${address}.`)
    return entry
  }
  return {
    wake: () => {
      runner.wake()
      announcer.appended()
    },
    idle: () => untilIdle(app, runner, chosen),
    stop: async () => {
      announcer.stop()
      await runner.stop()
    },
    status: async () => (await lagOf(app.db.relay, chosen)).map((lag) => ({ ...lag, here: runner.runs(lag.listener) })),
    parkedEvents: (listener) => parkedEvents(app.db.relay, listener),
    replay: async (listener, eventSeq) => void (await replayEvent(app, entryOf(listener), eventSeq)),
    rebuild: async (address, onProgress = () => undefined) => {
      const listener = entryOf(address)
      await askRebuild(app, listener)
      await untilRebuilt(app, runner, listener, onProgress)
    },
  }
}

async function untilIdle(app: App, runner: Runner, listeners: readonly ListenerEntry[]): Promise<void> {
  for (let link = 0; link < longestChain; link += 1) {
    const before = runner.emitted
    const end = await endOf(app.db.relay)
    await runner.look({ thorough: true })
    await untilRead(app, runner, listeners, end)
    if (runner.emitted === before) return
  }
}

async function untilRead(app: App, runner: Runner, listeners: readonly ListenerEntry[], end: Position): Promise<void> {
  while (!runner.stopped) {
    const changed = runner.nextChange()
    await runner.look()
    if (!runner.hasWork(end) && (await listenersBehind(app.db.relay, listeners, end)).length === 0) return
    await Promise.race([changed, pause(askAgainMs)])
  }
}

async function untilRebuilt(
  app: App,
  runner: Runner,
  listener: ListenerEntry,
  onProgress: (progress: { done: number; total: number }) => void,
): Promise<void> {
  const end = await endOf(app.db.relay)
  await runner.look({ thorough: true })
  while (!runner.stopped) {
    const changed = runner.nextChange()
    const [lag] = await lagOf(app.db.relay, [listener], { upTo: end })
    if (lag && !lag.rebuilding) {
      onProgress({ done: lag.done, total: lag.done + lag.behind })
      if (lag.behind === 0) return
    }
    await Promise.race([changed, pause(askAgainMs)])
  }
}
