/** Watching: from which moment on a client is told of a topic, and what it has missed before. */

import { refuse } from '#kernel'
import { isBefore, type Position } from '#platform/event-log'
import type { Connection } from './connection.ts'
import { cursorOf } from './cursor.ts'
import type { Feed } from './feed.ts'
import type { History } from './history.ts'
import { readUnwatch, readWatch } from './inputs.rules.ts'
import { limits } from './limits.ts'
import type { Notice } from './notice.ts'
import { Presence, placeOf } from './presence.ts'
import { mayHear } from './reach.rules.ts'
import type { Rooms } from './rooms.ts'
import { readTopic, type Topic, topicsOf } from './topics.rules.ts'

export type WatchingOptions = {
  clock: () => number
  feed: Feed
  rooms: Rooms
  delivered: (count: number) => void
  dropSlow: (connection: Connection) => void
}

/** Sent to a client that catches up before it is asked whether it reads. */
const pieceSize = 100
/** A client that catches up and does not read for so long is dropped, milliseconds. */
const slowestMs = 10_000

/** Everybody of a company who watches anything. */
export const companyRoom = (companyId: string): string => `company ${companyId}`
/** Everybody who is told who looks at a record. */
export const presenceRoom = (place: string): string => `presence ${place}`

export class Watching {
  readonly #options: WatchingOptions

  constructor(options: WatchingOptions) {
    this.#options = options
  }

  /** Tells what was missed since the cursor, then watches. Answers the cursor up to which everything is told. */
  async watch(connection: Connection, input: unknown): Promise<{ cursor: string }> {
    const { feed } = this.#options
    const { topics, after } = readWatch(input)
    const fresh = [...topics].filter(([name]) => !connection.topics.has(name))
    if (connection.topics.size + fresh.length > limits.topics) {
      throw refuse('VALIDATION_FAILED', [{ field: 'topics', message: `At most ${limits.topics} at a time.` }])
    }
    await this.#require(connection, [...topics.values()])
    const history = await feed.history(connection.companyId)
    const names = fresh.map(([name]) => name)
    const isCaughtUp = after === undefined || (await this.#catchUp(connection, { history, names, after }))
    // From here to the end nothing is awaited, so that no event comes between the last one told and the first one live.
    const cursor = cursorOf(feed.position)
    if (connection.isOver) return { cursor }
    if (!isCaughtUp) connection.socket.emit('reset', { cursor, reason: 'too_long_ago' })
    for (const name of names) this.#join(connection, name)
    // Also as a message: an acknowledgement that a client awaits is read after messages that came behind it.
    connection.socket.emit('cursor', { cursor })
    return { cursor }
  }

  unwatch(connection: Connection, input: unknown): object {
    for (const name of readUnwatch(input) ?? [...connection.topics.keys()]) this.#part(connection, name)
    return {}
  }

  leaveAll(connection: Connection): void {
    for (const name of [...connection.topics.keys()]) this.#part(connection, name)
  }

  /** What one may read, one may watch. Foreign, missing and hidden look alike. */
  async #require(connection: Connection, topics: readonly Topic[]): Promise<void> {
    const closed = await this.#options.feed.unwatchable(connection, topics)
    const message = 'You cannot watch this, or it does not exist.'
    if (closed.length > 0) {
      throw refuse(
        'FORBIDDEN',
        closed.map((index) => ({ field: `topics.${index}`, message })),
      )
    }
  }

  /**
   * Tells what was missed, in pieces. False where that is too long ago, or where the cursor is of another log: one that
   * was brought back from a copy has not come as far.
   */
  async #catchUp(
    connection: Connection,
    { history, names, after }: { history: History; names: readonly string[]; after: Position },
  ): Promise<boolean> {
    const { clock, feed } = this.#options
    if (!(await feed.reaches(after, limits.aheadMs))) return false
    for (let from = after; ; ) {
      const missed = history.since(from, clock())
      if (!missed) return false
      const last = missed[pieceSize - 1] ?? missed.at(-1)
      if (!last || connection.isOver) return true
      this.#tell(connection, names, missed.slice(0, pieceSize))
      from = last.position
      // Only where more is to come: what is awaited here may let further events in, which the next turn finds.
      if (missed.length > pieceSize && !(await connection.wire.isRoomy(slowestMs))) {
        this.#options.dropSlow(connection)
        return true
      }
    }
  }

  #tell(connection: Connection, names: readonly string[], notices: readonly Notice[]): void {
    const wanted = new Set(names)
    for (const notice of notices) {
      const topics = topicsOf(notice.message)
      if (!topics.some((topic) => wanted.has(topic)) || !mayHear(connection.actor, notice)) continue
      // Under another topic it was told when it happened.
      if (topics.some((topic) => isBefore(connection.topics.get(topic) ?? notice.position, notice.position))) continue
      connection.socket.emit('event', notice.message)
      this.#options.delivered(1)
    }
  }

  #join(connection: Connection, name: string): void {
    const { rooms, feed } = this.#options
    const { socket, actor, companyId } = connection
    if (connection.topics.size === 0) void socket.join(companyRoom(companyId))
    connection.topics.set(name, feed.position)
    void socket.join(rooms.enter(connection, name))
    const topic = readTopic(name)
    if (topic?.kind !== 'record' || !Presence.sees(actor, topic.entity)) return
    const place = placeOf(companyId, name)
    void socket.join(presenceRoom(place))
    feed.presence.join(place, actor)
  }

  #part(connection: Connection, name: string): void {
    const { rooms, feed } = this.#options
    const { socket, actor, companyId } = connection
    if (!connection.topics.delete(name)) return
    const room = rooms.leave(connection, name)
    if (room) void socket.leave(room)
    if (connection.topics.size === 0) void socket.leave(companyRoom(companyId))
    const topic = readTopic(name)
    if (topic?.kind !== 'record' || !Presence.sees(actor, topic.entity)) return
    const place = placeOf(companyId, name)
    void socket.leave(presenceRoom(place))
    feed.presence.leave(place, actor)
  }
}
