/**
 * Follows the log for what only this process cares about, such as the browsers that are connected to it. Unlike a
 * listener it applies nothing, keeps no cursor and shares no work: every process has its own and hears everything.
 */
import type postgres from 'postgres'
import { inTime } from './in-time.ts'
import { isBefore, type Position } from './position.ts'
import { headOf, type ReadEvent, readBatch } from './read.ts'

/** Some of what is new, in order. `to` is how far the log has been read with it; `isLast` of one look. */
export type Stretch = { events: readonly ReadEvent[]; to: Position; isLast: boolean }

export type TailOptions = {
  relay: postgres.Sql
  /** Told at once and in order; `position` has moved when it returns. */
  onStretch: (stretch: Stretch) => void
  /** Told after each look, whether it found anything or not. */
  onLook: () => void
  onFailure: (error: unknown) => void
  /** How often to look without being woken, milliseconds. */
  pollMs?: number
}

const batchSize = 500
/** After a wake-up, what comes within this time is read together. */
const gatherMs = 20
/** A look is a few short statements; one that takes longer waits for a connection that is gone. */
const longestLookMs = 20_000

export class Tail {
  readonly #options: TailOptions
  #position: Position | undefined
  #starting: Promise<void> | undefined
  #looking: Promise<void> | undefined
  #again = false
  #timer: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined

  constructor(options: TailOptions) {
    this.#options = options
  }

  /** Everything up to here has been told. Undefined while asleep. */
  get position(): Position | undefined {
    return this.#position
  }

  /** Begins at the present end of the log, where it is not awake already. */
  start(): Promise<void> {
    if (this.#position) return Promise.resolve()
    this.#starting ??= headOf(this.#options.relay)
      .then((head) => {
        this.#position = head
        this.#poll()
      })
      .finally(() => {
        this.#starting = undefined
      })
    return this.#starting
  }

  /** Forgets where it is; nothing is read until the next start. */
  async sleep(): Promise<void> {
    this.#position = undefined
    clearTimeout(this.#timer)
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    await this.#looking
  }

  /** Looks soon; many calls in a short while make one look. */
  wake(): void {
    if (!this.#position || this.#gathering) return
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined
      void this.look()
    }, gatherMs)
  }

  /** Resolves when everything that may be read now has been told. */
  async look(): Promise<void> {
    if (this.#looking) {
      this.#again = true
      return this.#looking
    }
    this.#looking = this.#lookUntilQuiet().finally(() => {
      this.#looking = undefined
      this.#poll()
    })
    return this.#looking
  }

  async #lookUntilQuiet(): Promise<void> {
    do {
      this.#again = false
      try {
        await inTime(longestLookMs, this.#read())
        this.#options.onLook()
      } catch (error) {
        this.#options.onFailure(error)
        return
      }
    } while (this.#again)
  }

  async #read(): Promise<void> {
    const { relay, onStretch } = this.#options
    const head = await headOf(relay)
    for (;;) {
      const after = this.#position
      if (!after || !isBefore(after, head)) return
      const events = await readBatch(relay, { after, upTo: head, types: ['*'], limit: batchSize })
      // It may have gone to sleep meanwhile, or an earlier look that came too late has read the same.
      if (this.#position !== after) return
      const isLast = events.length < batchSize
      const to = isLast ? head : (events.at(-1)?.position ?? head)
      this.#position = to
      onStretch({ events, to, isLast })
    }
  }

  #poll(): void {
    clearTimeout(this.#timer)
    if (!this.#position) return
    this.#timer = setTimeout(() => void this.look(), this.#options.pollMs ?? 400).unref()
  }
}
