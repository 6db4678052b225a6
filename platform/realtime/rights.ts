/**
 * Looks the rights of everybody who is connected up again: all of them every few seconds, in a few statements for all
 * sessions together, and those of one company at once when the log tells of a change.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isRefusal } from '#kernel'
import type { App } from '#platform/execution'
import type { Connection } from './connection.ts'
import { type Credential, greet, type Identify } from './greeting.ts'
import { limits } from './limits.ts'
import type { Ending } from './protocol.ts'
import { reachOf } from './reach.rules.ts'

export type RightsOptions = {
  app: App
  identify: Identify
  /** Looks many up at once, so that `identify` need not ask for each. */
  refresh: (authorizations: readonly string[]) => Promise<void>
  connections: () => Iterable<Connection>
  end: (connection: Connection, ending: Ending) => void
}

/** What a change of rights brings with it is gathered for so long, milliseconds. */
const gatherMs = 50
const pieceSize = 500

export class Rights {
  readonly #options: RightsOptions
  readonly #changed = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(options: RightsOptions) {
    this.#options = options
  }

  start(): void {
    this.#timer ??= setTimeout(() => void this.#round(), limits.rightsMs).unref()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
    clearTimeout(this.#gathering)
  }

  /** Something about the rights in a company has changed. */
  changedIn(companyId: string): void {
    this.#changed.add(companyId)
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      const companies = new Set(this.#changed)
      this.#changed.clear()
      void this.#check([...this.#options.connections()].filter(({ companyId: id }) => companies.has(id)))
    }, gatherMs)
  }

  async #round(): Promise<void> {
    const all = [...this.#options.connections()]
    await this.#check(all)
    this.#timer = undefined
    if (all.length > 0 && !this.#isStopped) this.start()
  }

  async #check(connections: readonly Connection[]): Promise<void> {
    const { app, refresh } = this.#options
    // Pages of one browser share their credential.
    const groups = [...Map.groupBy(connections, ({ credential }) => JSON.stringify(credential.headers)).values()]
    for (let at = 0; at < groups.length && !this.#isStopped; at += pieceSize) {
      const piece = groups.slice(at, at + pieceSize)
      const authorizations = piece.flatMap(([first]) => first?.credential.headers.authorization ?? [])
      try {
        await refresh(authorizations)
        await Promise.all(piece.map((group) => this.#checkGroup(group)))
      } catch (error) {
        // While the database is away nobody's rights change, and no event is read either.
        app.log.warn({ error }, 'the rights of connected people cannot be looked up now')
      }
      await nextTurn()
    }
  }

  async #checkGroup(group: readonly Connection[]): Promise<void> {
    const [first] = group
    if (!first) return
    const ending = await this.#endingOf(first, first.credential)
    if (ending) for (const connection of group) this.#options.end(connection, ending)
  }

  async #endingOf({ actor, companyId }: Connection, credential: Credential): Promise<Ending | undefined> {
    try {
      const now = await greet(this.#options.identify, credential)
      if (now.companyId === companyId && now.actor.id === actor.id && reachOf(now.actor) === reachOf(actor)) return
      return { reason: 'rights_changed', message: 'Your rights have changed. Connect again.', retry: true }
    } catch (error) {
      if (!isRefusal(error) || error.status >= 500) throw error
      return { reason: 'session_ended', code: error.code, message: error.message, retry: false }
    }
  }
}
