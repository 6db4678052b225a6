/** Makes the context that business code is handed, and collects the events that it emits. */
import {
  type Actor,
  type Context,
  type NewEvent,
  type Origin,
  refuse,
  type Scope,
  type Service,
  type Sql,
} from '#kernel'
import type { App } from './app.ts'

export type PendingEvent = NewEvent & { type: string; companyId: string }
export type Run = { context: Context; events: PendingEvent[]; after: (() => void)[] }

export type Ingredients = {
  app: App
  actor: Actor
  companyId: string
  scope: Scope
  requestId: string
  sql: Sql
  reads?: boolean
  signal?: AbortSignal | undefined
  origin?: Origin | undefined
}

const never = new AbortController().signal
const inside: Origin = { address: '', agent: '' }

/** A context with its empty list of events. */
export function makeRun(ingredients: Ingredients): Run {
  const { app, actor, companyId, scope, requestId, sql, reads, signal = never, origin = inside } = ingredients
  const events: PendingEvent[] = []
  const after: (() => void)[] = []
  const context: Context = {
    actor,
    origin,
    companyId,
    scope,
    requestId,
    sql,
    signal,
    now: new Date(app.clock()).toISOString(),
    newId: app.newId,
    emit: (type, event) => {
      if (reads) throw new Error(`a read may not emit ${type}`)
      if (!app.registry.events.has(type)) throw new Error(`event ${type} is declared by no module`)
      events.push({ companyId, ...event, type })
    },
    may: (permission) => actor.grants.has(permission),
    requireShop: (shopId) => {
      if (scope === 'all' || scope === 'company') return
      if (scope !== 'shop' || !shopId || !actor.shopIds.includes(shopId)) throw refuse('NOT_FOUND')
    },
    afterCommit: (work) => void after.push(work),
    use: <T>(service: Service<T>): T => {
      const found = app.services.get(service.name)
      if (found === undefined) throw new Error(`this process does not provide ${service.name}`)
      return found as T
    },
  }
  return { context, events, after }
}

/** A named system actor: permitted everything inside the company it is used for, and audited under its name. */
export function systemActor(app: Pick<App, 'registry'>, name: string, companyId: string): Actor {
  const grants = new Map<string, Scope>(
    [...app.registry.permissions.keys()].map((permission) => [permission, 'company']),
  )
  return {
    kind: 'system',
    id: name,
    name,
    role: 'system',
    companyId,
    shopIds: [],
    customerId: null,
    sessionId: null,
    grants,
  }
}
