/**
 * One connection that says which listeners this process runs and hears what other processes append. A listener is held
 * by a session's advisory lock: it ends with the connection, so another process can take over as soon as this one dies,
 * and unlike a locked row it has no transaction that would hold readers back.
 */
import postgres from 'postgres'

export const channel = 'entrepot_events'

export type KeeperOptions = {
  relay: postgres.Sql
  /** A message of another process or of this one. */
  onNotice: (payload: string) => void
  /** The connection is gone, and every listener with it. */
  onLost: () => void
}

export class Keeper {
  readonly #sql: postgres.Sql
  readonly #onLost: () => void
  #alive = true
  #hears = false

  constructor({ relay, onNotice, onLost }: KeeperOptions) {
    this.#onLost = onLost
    this.#sql = connectionLike(relay, {
      onnotify: (name: string, payload: string) => {
        if (name === channel) onNotice(payload)
      },
      onclose: () => this.abandon(),
    })
  }

  get alive(): boolean {
    return this.#alive
  }

  /** Takes those of the listeners that no other process holds. */
  async take(listeners: readonly string[]): Promise<string[]> {
    if (!this.#hears) {
      await this.#sql.unsafe(`listen ${channel}`)
      this.#hears = true
    }
    const rows = await this.#sql<{ listener: string }[]>`
      select listener from unnest(${[...listeners]}::text[]) as listener
      where pg_try_advisory_lock(hashtext('entrepot listener'), hashtext(listener))`
    // The driver would go on with a new connection, which holds nothing of what the lost one held.
    return this.#alive ? rows.map(({ listener }) => listener) : []
  }

  /** Gives the connection up as lost, if it is not already. */
  abandon(): void {
    if (!this.#alive) return
    this.#alive = false
    this.#sql.end({ timeout: 0 }).catch(() => undefined)
    this.#onLost()
  }

  async close(): Promise<void> {
    this.#alive = false
    await this.#sql.end({ timeout: 2 })
  }
}

type Hooks = { onnotify: (channel: string, payload: string) => void; onclose: () => void }

/** A single connection with a pool's settings, as the driver's own `listen` makes it; its types lack `onnotify`. */
function connectionLike(pool: postgres.Sql, hooks: Hooks): postgres.Sql {
  const options: unknown = { ...pool.options, max: 1, idle_timeout: null, max_lifetime: null, parameters: {}, ...hooks }
  return postgres(options as postgres.Options<Record<string, never>>)
}
