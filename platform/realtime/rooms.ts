/**
 * Who watches what. Sockets under one topic are kept together by reach, so that an event is judged once for all who may
 * read the same and encoded once for all of them.
 */
import type { Actor } from '#kernel'
import type { Notice } from './notice.ts'
import { mayHear, reachOf } from './reach.rules.ts'
import { topicsOf } from './topics.rules.ts'

/** What the rooms know of a socket. */
export type Member = { companyId: string; actor: Actor }

type Room = { name: string; actor: Actor; members: number }

export class Rooms {
  /** Company, then topic, then reach. */
  readonly #companies = new Map<string, Map<string, Map<string, Room>>>()
  #count = 0

  isNeeded(companyId?: string): boolean {
    return companyId === undefined ? this.#companies.size > 0 : this.#companies.has(companyId)
  }

  companies(): Iterable<string> {
    return this.#companies.keys()
  }

  /** The name of the room that the socket is to join. */
  enter({ companyId, actor }: Member, topic: string): string {
    const topics = placeIn(this.#companies, companyId)
    const rooms = placeIn(topics, topic)
    const reach = reachOf(actor)
    const room = rooms.get(reach) ?? { name: `${companyId} ${topic} ${++this.#count}`, actor, members: 0 }
    rooms.set(reach, room)
    room.members += 1
    return room.name
  }

  /** The name of the room that the socket is to leave. */
  leave({ companyId, actor }: Member, topic: string): string | undefined {
    const topics = this.#companies.get(companyId)
    const rooms = topics?.get(topic)
    const reach = reachOf(actor)
    const room = rooms?.get(reach)
    if (!room) return undefined
    room.members -= 1
    if (room.members === 0) rooms?.delete(reach)
    if (rooms?.size === 0) topics?.delete(topic)
    if (topics?.size === 0) this.#companies.delete(companyId)
    return room.name
  }

  /** The rooms in which an event is told. */
  hearing(notice: Notice): string[] {
    const topics = this.#companies.get(notice.companyId)
    if (!topics) return []
    return topicsOf(notice.message).flatMap((topic) =>
      [...(topics.get(topic)?.values() ?? [])].filter(({ actor }) => mayHear(actor, notice)).map(({ name }) => name),
    )
  }
}

function placeIn<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const known = map.get(key) ?? new Map<string, V>()
  map.set(key, known)
  return known
}
