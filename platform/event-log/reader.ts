/** One listener at work: takes batches off the log, applies them company by company, and moves its cursor. */
import type { ListenerEntry, LoggedEvent } from '#kernel'
import type { App } from '../execution/app.ts'
import { applyEvents, isSurroundings } from './apply.ts'
import { type Cursor, loadCursor, moveCursors } from './cursors.ts'
import { noteFailure } from './deliveries.ts'
import type { Limit } from './limit.ts'
import { isBefore, type Position } from './position.ts'
import { type ReadEvent, readBatch } from './read.ts'

/** Where a test may break in: `applied` is after the effects are committed and before the cursor moves. */
export type Fault = NonNullable<App['fault']>

export type ReaderOptions = {
  app: App
  listener: ListenerEntry
  batchSize: number
  /** Bounds the company transactions of all listeners together. */
  groups: Limit
  fault: Fault
}

/**
 * How often in a row the database may fail the same events while the log itself can be read. After that it is they who
 * fail: work that outlives its connection would keep its listener at the same place for ever.
 */
const lossesMax = 4

export class Reader {
  readonly listener: ListenerEntry
  readonly #options: ReaderOptions
  #cursor: Cursor
  /** How far the cursor in the database is; behind the one here when only events of other types went by. */
  #stored: Position
  #losses = 0

  constructor(options: ReaderOptions, cursor: Cursor) {
    this.#options = options
    this.listener = options.listener
    this.#cursor = cursor
    this.#stored = cursor.position
  }

  static async open(options: ReaderOptions): Promise<Reader> {
    return new Reader(options, await loadCursor(options.app.db.relay, options.listener.address))
  }

  get position(): Position {
    return this.#cursor.position
  }

  hears(type: string): boolean {
    const { on } = this.listener.definition
    return on.includes('*') || on.includes(type)
  }

  /** Goes past events that are none of its own; nothing is written. */
  skipTo(position: Position): void {
    if (isBefore(this.position, position)) this.#cursor = { ...this.#cursor, position }
  }

  /** The cursor move that `skipTo` left unwritten. */
  unwritten(): { listener: string; to: Position; generation: number; done: number } | undefined {
    if (!isBefore(this.#stored, this.position)) return undefined
    return { listener: this.listener.address, to: this.position, generation: this.#cursor.generation, done: 0 }
  }

  written(to: Position): void {
    if (isBefore(this.#stored, to)) this.#stored = to
  }

  /** Goes on from where the database says, after a rebuild began. */
  async reload(): Promise<void> {
    this.#cursor = await loadCursor(this.#options.app.db.relay, this.listener.address)
    this.#stored = this.#cursor.position
  }

  /**
   * Applies the next batch up to the head. Answers how many events it emitted, and throws when the database could not
   * work: then nothing has moved, and the inbox knows what is done already.
   */
  async step(head: Position): Promise<{ emitted: number }> {
    const { app, batchSize, fault, listener } = this.#options
    const { position: after, generation } = this.#cursor
    const batch = await readBatch(app.db.relay, { after, upTo: head, types: listener.definition.on, limit: batchSize })
    await fault('read', listener.address)
    const to = batch.length < batchSize ? head : (batch.at(-1)?.position ?? head)
    const applied = await this.#applyGroups(batch).catch((error: unknown) => {
      this.#losses += 1
      throw error
    })
    this.#losses = 0
    await fault('applied', listener.address)
    if (batch.length > 0) await this.#move(to, generation, applied.events)
    else this.skipTo(to)
    await fault('moved', listener.address)
    return { emitted: applied.emitted }
  }

  async #move(to: Position, generation: number, done: number): Promise<void> {
    const { app, listener } = this.#options
    const moved = await moveCursors(app.db.relay, [{ listener: listener.address, to, generation, done }])
    // Somebody else moved it or began a new generation: go on from what the database says.
    if (moved.size === 0) return this.reload()
    this.#cursor = { position: to, generation }
    this.#stored = to
  }

  async #applyGroups(batch: readonly ReadEvent[]): Promise<{ events: number; emitted: number }> {
    const companies = Map.groupBy(
      batch.map(({ event }) => event),
      ({ companyId }) => companyId,
    )
    const groups = [...companies].map(([companyId, events]) =>
      this.#options.groups(() => this.#applyGroup(companyId, events)),
    )
    const total = { events: 0, emitted: 0 }
    for (const outcome of await Promise.allSettled(groups)) {
      if (outcome.status === 'rejected') throw outcome.reason
      total.events += outcome.value.events
      total.emitted += outcome.value.emitted
    }
    return total
  }

  #isLoss(error: unknown): boolean {
    return isSurroundings(error) && this.#losses < lossesMax
  }

  /** The whole group in one transaction; if that fails, one by one, and the culprit is noted for later. */
  async #applyGroup(companyId: string, events: readonly LoggedEvent[]): Promise<{ events: number; emitted: number }> {
    const { app, listener } = this.#options
    try {
      return await applyEvents(app, listener, companyId, events)
    } catch (error) {
      if (this.#isLoss(error)) throw error
      app.log.warn(
        { listener: listener.address, companyId, events: events.length, error },
        'events failed, one by one now',
      )
    }
    const total = { events: 0, emitted: 0 }
    for (const event of events) {
      const applied = await this.#applyOrNote(event)
      total.events += applied.events
      total.emitted += applied.emitted
    }
    return total
  }

  async #applyOrNote(event: LoggedEvent): Promise<{ events: number; emitted: number }> {
    const { app, listener } = this.#options
    try {
      return await applyEvents(app, listener, event.companyId, [event])
    } catch (error) {
      if (this.#isLoss(error)) throw error
      app.log.error(
        { listener: listener.address, seq: event.seq, type: event.type, error },
        'event failed, retried later',
      )
      await noteFailure(app, { listener: listener.address, event, error })
      return { events: 0, emitted: 0 }
    }
  }
}
