/**
 * What happens in companies as this process hears of it: the tail of the log, and the last notices of each company that
 * somebody asks about. Where nobody does, nothing is read.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, defineService, type LoggedEvent } from '#kernel'
import { isBefore, origin, type Position, readRecent, type Stretch, Tail } from '#platform/event-log'
import type { App } from '#platform/execution'
import { History, historyMax } from './history.ts'
import { type FiguresOf, type Notice, noticeOf } from './notice.ts'
import { Presence } from './presence.ts'
import type { Topic } from './topics.rules.ts'
import { unwatchable } from './watchable.ts'

/** The sockets of this process. All are called in the order of the log. */
export type FeedListener = {
  notices: (companyId: string, notices: readonly Notice[]) => void
  /** More happened at once than is worth telling one by one. */
  flooded: (companyId: string) => void
  /** Every event, of whatever company. */
  event: (event: LoggedEvent) => void
  /** Whether anybody of the company listens; without one, whether anybody does. */
  isNeeded: (companyId?: string) => boolean
}

export type FeedOptions = { app: App; figuresOf: FiguresOf }

/** Companies whose notices are kept without sockets; a thousand notices are about half a megabyte. */
const companiesMax = 100
/** Without sockets and questions for so long, the log is left alone. */
const idleMs = 60_000
const lookAgainMs = 50

type Kept = { history: History; ready: Promise<void>; told: number }

export class Feed {
  readonly #app: App
  readonly #figuresOf: FiguresOf
  /** Who looks at what, as far as they are connected here. */
  readonly presence = new Presence()
  readonly #tail: Tail
  readonly #companies = new Map<string, Kept>()
  #listener: FeedListener | undefined
  #askedAt = 0

  constructor({ app, figuresOf }: FeedOptions) {
    this.#app = app
    this.#figuresOf = figuresOf
    this.#tail = new Tail({
      relay: app.db.relay,
      onStretch: (stretch) => this.#take(stretch),
      onLook: () => this.#rest(),
      onFailure: (error) => app.log.warn({ error }, 'the event log cannot be followed now'),
    })
  }

  /** Everything up to here has been told to the listener. */
  get position(): Position {
    return this.#tail.position ?? origin
  }

  /** Tells one listener from now on. */
  tell(listener: FeedListener): void {
    this.#listener = listener
  }

  /** Events were appended, here or elsewhere: look soon. */
  wake(): void {
    this.#tail.wake()
  }

  /** Looks now, so that what is committed by this moment is known as far as it may be read. */
  async look(): Promise<void> {
    await this.#tail.start()
    await this.#tail.look()
  }

  /** Whether the feed comes as far as the position within the time, in milliseconds. */
  async reaches(position: Position, withinMs: number): Promise<boolean> {
    const end = performance.now() + withinMs
    for (;;) {
      if (!isBefore(this.position, position)) return true
      if (performance.now() > end) return false
      await this.look()
      if (isBefore(this.position, position)) await pause(lookAgainMs)
    }
  }

  /** The last notices of a company, read from the log the first time and kept up from then on. */
  async history(companyId: string): Promise<History> {
    this.#askedAt = this.#app.clock()
    await this.#tail.start()
    const known = this.#companies.get(companyId)
    const kept = known ?? this.#keep(companyId)
    // The one asked for last is the last to go.
    if (known) this.#companies.delete(companyId)
    this.#companies.set(companyId, kept)
    await kept.ready
    return kept.history
  }

  /** The places in the list of those topics that somebody may not watch. */
  unwatchable(who: { actor: Actor; companyId: string }, topics: readonly Topic[]): Promise<number[]> {
    return unwatchable(this.#app, who, topics)
  }

  async stop(): Promise<void> {
    this.presence.stop()
    this.#companies.clear()
    await this.#tail.sleep()
  }

  #keep(companyId: string): Kept {
    const upTo = this.position
    const history = new History(upTo)
    const ready = this.#load(companyId, history, upTo)
    // A history that could not be read is not kept, or nobody could ask again.
    ready.catch(() => this.#companies.delete(companyId))
    for (const other of this.#companies.keys()) {
      if (this.#companies.size < companiesMax) break
      if (!this.#listener?.isNeeded(other)) this.#companies.delete(other)
    }
    return { history, ready, told: 0 }
  }

  async #load(companyId: string, history: History, upTo: Position): Promise<void> {
    const { relay } = this.#app.db
    const { events, after } = await readRecent(relay, { companyId, upTo, limit: historyMax })
    const notices = events.flatMap((event) => noticeOf(event, this.#app.registry, this.#figuresOf) ?? [])
    history.complete(notices, after)
  }

  #take({ events, isLast }: Stretch): void {
    const { registry } = this.#app
    const told = new Map<string, Notice[]>()
    for (const read of events) {
      this.#listener?.event(read.event)
      const kept = this.#companies.get(read.event.companyId)
      const notice = kept && noticeOf(read, registry, this.#figuresOf)
      if (!notice) continue
      kept.history.add(notice)
      kept.told += 1
      // Who is told of so much would be no wiser for it, and could ask for no more than this after an absence.
      if (kept.told > historyMax) continue
      const notices = told.get(notice.companyId) ?? []
      told.set(notice.companyId, notices)
      notices.push(notice)
    }
    for (const [companyId, notices] of told) this.#listener?.notices(companyId, notices)
    if (isLast) this.#endLook()
  }

  #endLook(): void {
    for (const [companyId, kept] of this.#companies) {
      if (kept.told > historyMax) this.#listener?.flooded(companyId)
      kept.told = 0
    }
  }

  #rest(): void {
    if (this.#listener?.isNeeded() || this.#app.clock() - this.#askedAt < idleMs) return
    this.#companies.clear()
    void this.#tail.sleep()
  }
}

/** The feed of a process that answers requests or holds sockets. */
export const feedService = defineService<Feed>('realtime feed')
