/** Decides when which listener works: takes listeners, looks at the head of the log, and lets those behind go on. */
import type { ListenerEntry } from '#kernel'
import type { App, Log } from '../execution/app.ts'
import { moveCursors } from './cursors.ts'
import { dueListeners, retryDue } from './deliveries.ts'
import { inTime, TooLate } from './in-time.ts'
import { Keeper } from './keeper.ts'
import { type Limit, limitTo } from './limit.ts'
import { isBefore, origin, type Position } from './position.ts'
import { headOf, typesBetween } from './read.ts'
import { type Fault, Reader } from './reader.ts'
import { askedRebuilds, emptyTables } from './rebuild.ts'

export type RunnerOptions = {
  batchSize: number
  pollMs: number
  concurrency: number
  /** What this process calls itself in notices, to tell its own from others'. */
  self: string
  log?: Log
  fault?: Fault
  onNotice?: () => void
}

/** A reader with what the runner knows of it. */
type Held = {
  reader: Reader
  working: boolean
  /** Has failed events whose pause is over. */
  due: boolean
  /** Its tables are to be emptied first. */
  rebuild: boolean
  failures: number
  /** Runs while the reader pauses because the database could not work. */
  pause: NodeJS.Timeout | undefined
}

/** After a wake-up, what comes within this time is read together. */
const gatherMs = 20
const writeSkippedMs = 5_000
const longestPauseMs = 5_000
/** A look is a few short statements; one that takes longer waits for a connection that is gone. */
const longestLookMs = 20_000

export class Runner {
  /** How many events listeners here have emitted. */
  emitted = 0
  stopped = false
  readonly #app: App
  readonly #log: Log
  readonly #options: RunnerOptions
  readonly #listeners: ReadonlyMap<string, ListenerEntry>
  readonly #held = new Map<string, Held>()
  readonly #readers: Limit
  readonly #groups: Limit
  #keeper: Keeper | undefined
  #head: Position = origin
  #looking: Promise<void> | undefined
  #lookAgain: Promise<void> | undefined
  #thorough = true
  #timer: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined
  #skippedWrittenAt = 0
  #changed = Promise.withResolvers<void>()
  readonly #working = new Set<Promise<void>>()

  constructor(app: App, listeners: readonly ListenerEntry[], options: RunnerOptions) {
    this.#app = app
    this.#log = options.log ?? app.log
    this.#options = options
    this.#listeners = new Map(listeners.map((listener) => [listener.address, listener]))
    this.#readers = limitTo(options.concurrency)
    this.#groups = limitTo(options.concurrency)
  }

  start(): void {
    void this.look({ thorough: true })
  }

  runs(listener: string): boolean {
    return this.#held.has(listener)
  }

  /** Looks soon; many calls in a short while make one look. */
  wake(): void {
    if (this.stopped || this.#gathering) return
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined
      void this.look()
    }, gatherMs)
  }

  /** Resolves when a listener here has moved or the look found something new. */
  nextChange(): Promise<void> {
    return this.#changed.promise
  }

  /** Whether a listener here has something to do up to the position. */
  hasWork(upTo: Position): boolean {
    return [...this.#held.values()].some(
      ({ reader, due, rebuild }) => due || rebuild || isBefore(reader.position, upTo),
    )
  }

  /**
   * Looks at the log once, and once more after a look that is under way. A thorough one also takes free listeners,
   * finds what is due for a retry and rebuilds what was asked; it is made at every poll.
   */
  look({ thorough = false } = {}): Promise<void> {
    this.#thorough ||= thorough
    if (!this.#looking) {
      this.#looking = this.#lookOnce().finally(() => {
        this.#looking = undefined
      })
      return this.#looking
    }
    this.#lookAgain ??= this.#looking.then(() => {
      this.#lookAgain = undefined
      return this.look()
    })
    return this.#lookAgain
  }

  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.#timer)
    clearTimeout(this.#gathering)
    for (const held of this.#held.values()) clearTimeout(held.pause)
    await this.#looking
    await Promise.allSettled(this.#working)
    await this.#writeSkipped().catch(() => undefined)
    await this.#keeper?.close().catch(() => undefined)
    this.#held.clear()
    this.#change()
  }

  async #lookOnce(): Promise<void> {
    if (this.stopped) return
    clearTimeout(this.#timer)
    const thorough = this.#thorough
    this.#thorough = false
    try {
      await inTime(longestLookMs, this.#see(thorough))
    } catch (error) {
      this.#log.warn({ error }, 'the event log cannot be read now')
      if (error instanceof TooLate) this.#keeper?.abandon()
    }
    if (this.stopped) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.look({ thorough: true }), this.#options.pollMs)
  }

  async #see(thorough: boolean): Promise<void> {
    if (thorough) await this.#tend()
    await this.#followHead()
  }

  async #tend(): Promise<void> {
    await this.#takeFree()
    const mine = [...this.#held.keys()]
    if (mine.length === 0) return
    const [due, rebuilds] = await Promise.all([dueListeners(this.#app, mine), askedRebuilds(this.#app, mine)])
    for (const [address, held] of this.#held) {
      held.due ||= due.includes(address)
      held.rebuild ||= rebuilds.includes(address)
    }
    const now = performance.now()
    if (now - this.#skippedWrittenAt < writeSkippedMs) return
    this.#skippedWrittenAt = now
    await this.#writeSkipped()
  }

  async #takeFree(): Promise<void> {
    const free = [...this.#listeners.keys()].filter((address) => !this.#held.has(address))
    if (this.#keeper?.alive !== true) this.#keeper = this.#newKeeper()
    const keeper = this.#keeper
    if (free.length === 0) return
    const taken = await keeper.take(free)
    if (taken.length > 0) this.#log.info({ listeners: taken }, 'listeners run here')
    for (const address of taken) {
      const listener = this.#listeners.get(address)
      if (!listener) continue
      const { batchSize, fault = (...at) => this.#app.fault?.(...at) } = this.#options
      const reader = await Reader.open({ app: this.#app, listener, batchSize, groups: this.#groups, fault })
      if (!keeper.alive) return
      this.#held.set(address, { reader, working: false, due: true, rebuild: false, failures: 0, pause: undefined })
    }
  }

  #newKeeper(): Keeper {
    return new Keeper({
      relay: this.#app.db.relay,
      onNotice: (from) => {
        if (from === this.#options.self) return
        this.wake()
        this.#options.onNotice?.()
      },
      onLost: () => {
        for (const held of this.#held.values()) clearTimeout(held.pause)
        this.#held.clear()
        this.#log.warn({}, 'the connection that holds the listeners is lost')
        this.#change()
      },
    })
  }

  async #followHead(): Promise<void> {
    const head = await headOf(this.#app.db.relay)
    if (isBefore(this.#head, head)) {
      const seen = this.#head
      const types = seen === origin ? undefined : [...(await typesBetween(this.#app.db.relay, seen, head))]
      for (const { reader, working } of this.#held.values()) {
        const isCurrent = !working && !isBefore(reader.position, seen)
        if (types && isCurrent && !types.some((type) => reader.hears(type))) reader.skipTo(head)
      }
      this.#head = head
      this.#change()
    }
    for (const held of this.#held.values()) this.#put(held)
  }

  /** Gives a listener its next turn, if it has anything to do. */
  #put(held: Held): void {
    const { reader } = held
    if (this.stopped || held.working || held.pause || this.#held.get(reader.listener.address) !== held) return
    if (!held.due && !held.rebuild && !isBefore(reader.position, this.#head)) return
    held.working = true
    const turn = this.#readers(() => this.#turn(held))
      .catch((error: unknown) => this.#postpone(held, error))
      .finally(() => {
        held.working = false
        this.#working.delete(turn)
        this.#change()
        this.#put(held)
      })
    this.#working.add(turn)
  }

  /** One batch, so that many listeners far behind go on side by side. */
  async #turn(held: Held): Promise<void> {
    if (this.stopped) return
    const { reader } = held
    if (held.rebuild) {
      await emptyTables(this.#app, reader.listener)
      await reader.reload()
      held.rebuild = false
    }
    if (held.due) {
      const { emitted, more } = await retryDue(this.#app, reader.listener)
      this.emitted += emitted
      held.due = more
    }
    if (isBefore(reader.position, this.#head)) {
      // Counted after the wait: `+=` across it would take back what other turns have counted meanwhile.
      const { emitted } = await reader.step(this.#head)
      this.emitted += emitted
    }
    held.failures = 0
  }

  #postpone(held: Held, error: unknown): void {
    if (this.stopped) return
    held.failures += 1
    const pauseMs = Math.min(longestPauseMs, 50 * 2 ** held.failures)
    this.#log.warn({ listener: held.reader.listener.address, pauseMs, error }, 'listener pauses')
    held.pause = setTimeout(() => {
      held.pause = undefined
      this.#put(held)
    }, pauseMs)
  }

  /** Keeps the stored cursors near the head also where only events of other types went by. */
  async #writeSkipped(): Promise<void> {
    const readers = [...this.#held.values()].filter(({ working }) => !working).map(({ reader }) => reader)
    const moves = readers.map((reader) => reader.unwritten()).filter((move) => move !== undefined)
    if (moves.length === 0) return
    const moved = await moveCursors(this.#app.db.relay, moves)
    for (const move of moves) if (moved.has(move.listener)) this.#held.get(move.listener)?.reader.written(move.to)
  }

  #change(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers<void>()
  }
}
