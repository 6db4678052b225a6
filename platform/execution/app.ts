/** What a running process is made of, put together once by an entry point. */
import { type Actor, defineService, type Origin, type Registry } from '#kernel'
import type { Database } from '#platform/db'

/** The little of a logger that the platform and modules use. */
export type Log = {
  info: (fields: object, text: string) => void
  warn: (fields: object, text: string) => void
  error: (fields: object, text: string) => void
}

/** The registry, for operations that are about the registry. */
export const registryService = defineService<Registry>('registry')

export type App = {
  registry: Registry
  db: Database
  /** Milliseconds since 1970. */
  clock: () => number
  newId: () => string
  log: Log
  /** Signs list cursors; the same in every process. */
  cursorKey: string
  /** Services by name, see `defineService`. */
  services: ReadonlyMap<string, unknown>
  /** Told after each commit that appended events, so that readers need not wait for their next look. */
  eventsAppended: () => void
  /** Where a test may break in, by the name of the point; production has none. */
  fault?: (point: FaultPoint, where: string) => void | Promise<void>
}

/**
 * `prepared`: the work before a transaction is done and nothing of it is written. `after_commit`: a write is
 * committed and nobody knows yet. `read`, `applied`, `moved`: a listener has read its batch, has committed the effects,
 * has moved its cursor. `where` is the address of the operation or listener.
 */
export type FaultPoint = 'prepared' | 'after_commit' | 'read' | 'applied' | 'moved'

/** One call of an operation, as any door makes it. */
export type Call = {
  actor: Actor
  /** The company acted for. */
  companyId: string
  requestId: string
  /** Path, query and body values together, already validated against the operation's schema. */
  input: Record<string, unknown>
  /** The id in the path of an entity's verb. */
  id?: string | undefined
  /** List parameters. */
  query?: Readonly<Record<string, unknown>>
  /** Expected version of the record. */
  version?: number | undefined
  idempotencyKey?: string | undefined
  signal?: AbortSignal
  origin?: Origin
}

export type Answer = {
  status: number
  data: unknown
  pagination?: Record<string, unknown> | undefined
  replayed?: boolean
}
