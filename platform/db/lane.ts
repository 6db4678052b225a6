/**
 * One connection that remembers for which company it is set. Row security reads `app.company`, so the setting is sent
 * ahead of a statement only when the company changes: pipelined, without a round trip of its own.
 * A lane whose connection closed is never used again: a fresh connection has no company set, and neither a transaction
 * nor a read may silently go on there. The pool puts a new lane in its place. The driver would by itself connect anew
 * for statements that it still holds, such as a BEGIN that nobody is left to end: a lane opens one connection only.
 */
import type { Socket } from 'node:net'
import postgres from 'postgres'
import { refuse, type Sql } from '#kernel'
import { isAfterFailure } from './errors.ts'
import { type Gate, gate } from './gate.ts'
import { openSocket, type Target } from './socket.ts'

export type LaneOptions = {
  url: string
  name: string
  statementTimeoutMs: number
  lockTimeoutMs: number
  onDead?: () => void
}

const unsettled = Symbol('no company set')

export class Lane {
  /** The driver, one connection at most. Business code gets it through `guarded`. */
  readonly sql: postgres.Sql
  busy = false
  #alive = true
  #company: string | typeof unsettled = unsettled
  #isConnected = false
  #lost: ((reason: Error) => void) | undefined

  constructor(options: LaneOptions) {
    this.sql = postgres(options.url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 3,
      backoff: () => 0.1,
      onnotice: () => undefined,
      onclose: () => {
        this.drop()
        options.onDead?.()
      },
      types: wireTypes,
      // The driver's types do not know this option.
      ...{ socket: (target: Target) => this.#connect(target) },
      connection: {
        application_name: options.name,
        TimeZone: 'UTC',
        statement_timeout: options.statementTimeoutMs,
        lock_timeout: options.lockTimeoutMs,
        idle_in_transaction_session_timeout: options.statementTimeoutMs * 2,
      },
    })
  }

  get alive(): boolean {
    return this.#alive
  }

  /** Says for which company the following statements run. Nothing is awaited: it travels with the next statement. */
  enter(companyId: string): void {
    if (this.#company === companyId) return
    this.#company = companyId
    this.sql`select set_config('app.company', ${companyId}, false)`.execute().catch(() => this.drop())
  }

  isFor(companyId: string): boolean {
    return this.#company === companyId
  }

  /**
   * A tagged template on this lane that refuses once the connection is gone or the work has ended. `causeOf` tells
   * which statement's failure is behind an error: those sent together with it fail too, saying only that one before
   * them did, and which of them the work hears of first is chance.
   */
  gate(): Gate & { causeOf: (error: unknown) => unknown } {
    let first: unknown
    const open = () => {
      if (!this.#alive) throw refuse('DATABASE_UNAVAILABLE', [], 1)
    }
    const made = gate(this.sql as unknown as Sql, open, (error) => {
      first ??= error
    })
    return { ...made, causeOf: (error) => (isAfterFailure(error) ? (first ?? error) : error) }
  }

  async #connect(target: Target): Promise<Socket> {
    if (this.#isConnected) throw Object.assign(new Error('This connection was lost'), { code: 'CONNECTION_CLOSED' })
    this.#isConnected = true
    return openSocket(target)
  }

  /**
   * Does work on this lane. Rejects at once when the connection is lost meanwhile: the driver leaves statements that
   * it had not sent by then without an answer for ever. After the work's end a loss has nobody to tell.
   */
  during<R>(work: () => Promise<R>): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.#lost = reject
      work().then(resolve, reject)
    })
  }

  /** Closes the connection without waiting, and ends the work on it. */
  drop(): void {
    this.#alive = false
    this.#lost?.(refuse('DATABASE_UNAVAILABLE', [], 1))
    this.sql.end({ timeout: 0 }).catch(() => undefined)
  }

  async close(): Promise<void> {
    this.#alive = false
    await this.sql.end({ timeout: 5 })
  }
}

/**
 * How values look in code: 64-bit integers are numbers and must be safe, `numeric` is a canonical decimal string,
 * dates stay `YYYY-MM-DD`, times of day `hh:mm`, and instants are UTC strings ending in `Z`.
 */
export const wireTypes = {
  safeInteger: { to: 20, from: [20], serialize: String, parse: safeInteger },
  decimal: { to: 1700, from: [1700], serialize: String, parse: canonicalDecimal },
  date: { to: 1082, from: [1082], serialize: String, parse: String },
  time: { to: 1083, from: [1083], serialize: String, parse: (text: string) => text.slice(0, 5) },
  instant: { to: 1184, from: [1184], serialize: serializeInstant, parse: instant },
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond 2^53`)
  return value
}

function canonicalDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function instant(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, '')}Z`
}

function serializeInstant(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}
