/** What a piece of business code is handed: who acts, for which company, when, and the transaction to work in. */
import type { ISql } from 'postgres'

/** How far a permission reaches. */
export type Scope = 'all' | 'company' | 'shop' | 'own'
/** The permissions of an actor with their reach; what is not in here is denied. */
export type Grants = ReadonlyMap<string, Scope>

export type Actor = {
  kind: 'user' | 'key' | 'system' | 'anonymous'
  /** The user's id, the key's id, or the name of the system actor. */
  id: string
  name: string
  role: string
  /** The company the actor belongs to; the installation's own for super admins. */
  companyId: string
  /** Shops the actor is assigned to; what a `shop` scope reaches. */
  shopIds: readonly string[]
  /** The customer record that `own` scopes reach, when the actor is a customer. */
  customerId: string | null
  sessionId: string | null
  grants: Grants
}

/**
 * The tagged template of the running transaction (or of the read path): values become parameters, never text.
 * Type-only: the kernel does not load the driver.
 */
export type Sql = ISql

/** An event about to be appended. `data` must say everything that listeners need: they do not read back. */
export type NewEvent = {
  /** Address of the entity, such as `catalog.product`. */
  entity: string
  id: string
  version?: number
  data: Record<string, unknown>
  shopId?: string | null
  /** Another company than the context's, for actions that work across companies. */
  companyId?: string
}

/** A name for something that the platform offers to modules (mail, files, secrets ...), typed by what it is. */
export type Service<T> = { readonly name: string; readonly is?: T }
/** Declares a service; the composing process provides it under this name. */
export const defineService = <T>(name: string): Service<T> => ({ name })

/** Where a call came from: the client's address as trusted proxies tell it, and the name its program gave itself. */
export type Origin = { address: string; agent: string }

export type Context = {
  actor: Actor
  origin: Origin
  companyId: string
  /** The reach of the permission under which this runs. */
  scope: Scope
  requestId: string
  /** The moment of this call, UTC, `YYYY-MM-DDThh:mm:ss.sssZ`; the same throughout. */
  now: string
  newId: () => string
  sql: Sql
  /** Appends an event to this transaction. Refused in reads. */
  emit: (type: string, event: NewEvent) => void
  /** Whether the actor holds a permission, at any reach. */
  may: (permission: string) => boolean
  /** Refuses with NOT_FOUND when the actor's reach does not include the shop. */
  requireShop: (shopId: string | null) => void
  /** Runs after the commit, never if it fails; for waking things up, not for effects that must happen. */
  afterCommit: (work: () => void) => void
  /** A service of the platform; throws when the process does not provide it. */
  use: <T>(service: Service<T>) => T
  /** Aborts when the caller has gone or the time is over. */
  signal: AbortSignal
}

/** The company id of the installation itself: super admins and events that belong to no company. */
export const installation = '00000000-0000-0000-0000-000000000000'
