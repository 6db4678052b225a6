/**
 * A whole Entrepot for a test: a database of its own from a migrated template, the pipeline, the routes and the
 * listeners. Callers are actors with the grants of a role; journeys that are about signing in use the real sign-in
 * instead.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Actor, installation } from '#kernel'
import { authServices, grantsOf, makeIdentify, openAuth } from '#modules/auth'
import { figuresOf } from '#modules/realtime'
import { migrate, platformMigrations, readMigrations, roleUrl, schemaMark } from '#platform/db'
import { type Listeners, startListeners } from '#platform/event-log'
import type { App } from '#platform/execution'
import { createSecretBox, makeRingKey } from '#platform/identity'
import { openMailer } from '#platform/mail'
import { Feed, feedService } from '#platform/realtime'
import { registryService } from '#surfaces/doors'
import { composeApp, composeServer } from '../processes/compose.ts'
import { installationTables, moduleFolders, modules } from '../processes/modules.ts'
import { directory } from '../processes/services.ts'
import { testDatabase } from './database.ts'
import { testServices } from './services.ts'

/** An answer. `D` is the shape that the test expects of `data`. */
export type Reply<D = Loose> = {
  status: number
  headers: Record<string, unknown>
  body: {
    success: boolean
    data: D
    code?: string
    error?: string
    details?: Detail[]
    pagination?: Loose
    text?: string
  }
}
/** JSON of which a test reads what it expects; a missing property fails the test's own assertion. */
export type Loose = { [key: string]: Loose } & { readonly length: number } & Iterable<Loose>
type Detail = { field?: string; message: string }

export type World = {
  app: App
  server: FastifyInstance
  /** Where mails are kept; see `listOutbox`. */
  outbox: string
  /** URL of the owner role, for looking underneath. */
  ownerUrl: string
  /** Calls a route as somebody. Answers whatever comes; asserting is the test's. */
  call: <D = Loose>(
    who: Actor | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply<D>>
  /** A person of a company. */
  person: (companyId: string, role: string, options?: { shopIds?: string[]; customerId?: string }) => Actor
  root: Actor
  /** Waits until every listener has applied everything committed so far. */
  settle: () => Promise<void>
  /** The running listeners; none where the event log is left unread. */
  listeners: Listeners | undefined
  close: () => Promise<void>
}

/** Makes a world. `listeners: false` leaves the event log unread. */
export async function makeWorld(
  options: {
    listeners?: boolean
    clock?: () => number
    fsync?: boolean
    /** In place of those that tests have otherwise. */
    services?: ReadonlyMap<string, unknown>
  } = {},
): Promise<World> {
  const database = await testDatabase({ template: await migratedTemplate(), fsync: options.fsync })
  const silent = () => undefined
  const log = { info: silent, warn: silent, error: (fields: object, text: string) => console.error(text, fields) }
  const services = new Map([...testServices(options.clock ?? Date.now), ...(options.services ?? [])])
  const app = composeApp({
    modules,
    log,
    clock: options.clock,
    secret: 'test',
    services,
    database: {
      appUrl: roleUrl(database.url, 'entrepot_app'),
      relayUrl: roleUrl(database.url, 'entrepot_relay'),
      writeLanes: 8,
      readLanes: 3,
    },
  })
  const outbox = await mkdtemp(join(tmpdir(), 'entrepot-outbox-'))
  services.set(registryService.name, app.registry)
  const feed = new Feed({ app, figuresOf })
  services.set(feedService.name, feed)
  services.set(authServices.name, await testAuth(app, outbox))
  const signedIn = makeIdentify(app)
  const people = new Map<string, Actor>()
  const server = await composeServer({
    app,
    bodyLimitBytes: 1_048_576,
    rateLimitPerMinute: 0,
    corsOrigins: [],
    trustProxy: false,
    identify: (headers, address) => people.get(String(headers.authorization ?? '')) ?? signedIn(headers, address),
  })
  const listeners = options.listeners === false ? undefined : startListeners(app, { log })
  if (listeners) app.eventsAppended = () => listeners.wake()
  let count = 0
  const person: World['person'] = (companyId, role, { shopIds = [], customerId } = {}) => {
    count += 1
    const id = app.newId()
    const actor: Actor = {
      kind: 'user',
      id,
      name: `${role} ${count}`,
      role,
      companyId,
      shopIds,
      customerId: customerId ?? null,
      sessionId: null,
      grants: grantsOf(role, app.registry.permissions),
    }
    people.set(id, actor)
    return actor
  }
  return {
    app,
    server,
    outbox,
    ownerUrl: database.url,
    person,
    root: person(installation, 'super_admin'),
    call: async <D>(who: Actor | undefined, method: string, path: string, body?: unknown, headers = {}) => {
      const response = await server.inject({
        method: method as 'GET',
        url: `/api${path}`,
        headers: {
          ...(who ? { authorization: who.id } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      const isJson = String(response.headers['content-type']).startsWith('application/json')
      return {
        status: response.statusCode,
        headers: response.headers,
        body: (isJson ? response.json() : { text: response.body }) as Reply<D>['body'],
      }
    },
    settle: async () => listeners?.idle(),
    listeners,
    close: async () => {
      await listeners?.stop()
      await feed.stop()
      await server.close()
      await app.db.close()
      await database.drop()
      await rm(outbox, { recursive: true })
    },
  }
}

/** Real sign-in on cheap password hashes, with mails in a folder. */
const testAuth = (app: App, outbox: string) =>
  openAuth({
    app,
    directory,
    mailer: openMailer({ from: 'shop@entrepot.test', outbox, clock: app.clock }),
    secrets: createSecretBox(makeRingKey('test')),
    publicUrl: 'https://entrepot.test',
    passwords: { memory: 64, passes: 1 },
  })

/** Every world copies one database in which all migrations have run. */
export async function migratedTemplate() {
  const files = await readMigrations([platformMigrations, ...moduleFolders()])
  return {
    key: `migrated ${schemaMark(files, installationTables())}`,
    build: async (url: string) => void (await migrate(url, moduleFolders(), installationTables())),
  }
}
