/**
 * Who is behind a session or key, remembered for at most five seconds, so that a request costs no database. What this
 * process changes is forgotten at once; what another process changes is felt when the five seconds are over.
 */
import { LRUCache } from 'lru-cache'
import type { Actor } from '#kernel'

/** `userId`: the person behind it; for a key its maker. `until`: epoch milliseconds. */
export type Known = { actor: Actor; userId: string; permissionVersion: number; until: number }

/** Milliseconds for which an answer of the database is believed. */
export const believedFor = 5_000

export class KnownActors {
  readonly #known = new LRUCache<string, Known>({ max: 20_000 })
  #generation = 0

  /** The actor behind a session id or key hash, while it is fresh. `now` in epoch milliseconds. */
  get(key: string, now: number): Known | undefined {
    const known = this.#known.get(key)
    return known !== undefined && known.until > now ? known : undefined
  }

  /** Changes with every `forget`: what was read before must not be remembered after. */
  get generation(): number {
    return this.#generation
  }

  /** Remembers what was read while the generation was `since`. */
  put(key: string, known: Known, since: number): void {
    if (since === this.#generation) this.#known.set(key, known)
  }

  /** Forgets a session or key. */
  forget(key: string): void {
    this.#generation += 1
    this.#known.delete(key)
  }

  /** Forgets every session and key of a person. */
  forgetUser(userId: string): void {
    this.#generation += 1
    for (const [key, known] of this.#known.entries()) if (known.userId === userId) this.#known.delete(key)
  }

  /** Forgets everybody: a role that many hold has changed. */
  forgetAll(): void {
    this.#generation += 1
    this.#known.clear()
  }
}
