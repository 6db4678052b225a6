/**
 * Puts a running process together: registry, database, pipeline, routes. Entry points and tests call this; it decides
 * nothing.
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { buildRegistry, type ModuleDefinition, makeIdSource, type Registry } from '#kernel'
import { type DatabaseOptions, openDatabase } from '#platform/db'
import type { App, Log } from '#platform/execution'
import { type HttpOptions, makeServer } from '#platform/http'
import { type Identify, restRoutes } from '#surfaces/rest'

export type Ingredients = {
  modules: readonly ModuleDefinition[]
  database: DatabaseOptions
  log: Log
  services: ReadonlyMap<string, unknown>
  clock?: () => number
  /** What list cursors are signed with; the same in every process. */
  secret: string
}

/** The registry of the modules and an open way to the database. Close `app.db` when done. */
export function composeApp({ modules, database, log, services, clock = Date.now, secret }: Ingredients): App {
  const registry: Registry = buildRegistry(modules)
  return {
    registry,
    db: openDatabase(database),
    clock,
    newId: makeIdSource({ now: clock }),
    log,
    cursorKey: createHash('sha256').update(`cursor ${secret}`).digest('base64url'),
    services,
    eventsAppended: () => undefined,
  }
}

export type ServerIngredients = Omit<HttpOptions, 'newRequestId' | 'clock' | 'log'> & {
  app: App
  identify: Identify
  /** Further routes: docs, health, files. */
  routes?: readonly ((server: FastifyInstance) => void | Promise<void>)[]
}

/** The HTTP server with every operation of the registry on it. Not listening yet. */
export async function composeServer({
  app,
  identify,
  routes = [],
  ...http
}: ServerIngredients): Promise<FastifyInstance> {
  const server = await makeServer({ ...http, newRequestId: app.newId, clock: app.clock, log: app.log })
  restRoutes(server, app, identify)
  for (const route of routes) await route(server)
  return server
}
