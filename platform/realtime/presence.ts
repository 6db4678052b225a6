/**
 * Who looks at a record, as far as they are connected to this process. People are told by name; programs, and customers
 * who look at what is theirs, are neither told nor told of.
 */
import type { Actor } from '#kernel'
import { limits } from './limits.ts'

export type Person = { id: string; name: string }
/** `more`: how many beyond those who are named. */
export type Present = { people: Person[]; more: number }

/** Where people meet: a topic of a company. */
export const placeOf = (companyId: string, topic: string): string => `${companyId} ${topic}`

/** Changes of a short while are told together, milliseconds. */
const gatherMs = 100

type Seen = Map<string, { name: string; times: number }>

export class Presence {
  readonly #records = new Map<string, Seen>()
  readonly #due = new Map<string, NodeJS.Timeout>()
  #listener: ((place: string, present: Present) => void) | undefined

  /** Told of changes, with the place as it was given to `join`. */
  tell(listener: (place: string, present: Present) => void): void {
    this.#listener = listener
  }

  /** Whether somebody is told of those who look at records of the entity. */
  static sees({ kind, grants }: Actor, entity: string): boolean {
    const scope = grants.get(`${entity}.read`)
    return kind === 'user' && scope !== undefined && scope !== 'own'
  }

  join(place: string, { id, name }: Actor): void {
    const seen: Seen = this.#records.get(place) ?? new Map()
    this.#records.set(place, seen)
    seen.set(id, { name, times: (seen.get(id)?.times ?? 0) + 1 })
    // Who joins hears of those who are there, also with a second page.
    this.#tellSoon(place)
  }

  leave(place: string, { id }: Actor): void {
    const seen = this.#records.get(place)
    const person = seen?.get(id)
    if (!seen || !person) return
    person.times -= 1
    if (person.times > 0) return
    seen.delete(id)
    if (seen.size === 0) this.#records.delete(place)
    this.#tellSoon(place)
  }

  at(place: string): Present {
    const all = [...(this.#records.get(place) ?? [])].map(([id, { name }]) => ({ id, name }))
    return { people: all.slice(0, limits.presence), more: Math.max(0, all.length - limits.presence) }
  }

  stop(): void {
    for (const timer of this.#due.values()) clearTimeout(timer)
    this.#due.clear()
  }

  #tellSoon(place: string): void {
    if (this.#due.has(place)) return
    const timer = setTimeout(() => {
      this.#due.delete(place)
      this.#listener?.(place, this.at(place))
    }, gatherMs)
    this.#due.set(place, timer)
  }
}
