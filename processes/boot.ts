/**
 * Brings an installation up: database, migrations, pipeline, listeners, jobs, HTTP. Entry points call this and report.
 */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { makeLookAgain } from '#modules/auth'
import { startSpooler } from '#modules/printing'
import { changesRights } from '#modules/realtime'
import { type Config, readSecretKeys } from '#platform/config'
import { migrate, roleUrl } from '#platform/db'
import { type EmbeddedServer, startEmbedded } from '#platform/embedded'
import {
  ensurePartitions,
  eventLogUpkeep,
  type Listeners,
  listenersService,
  makeUpkeep,
  startListeners,
} from '#platform/event-log'
import type { App, Log } from '#platform/execution'
import { type FileStore, fileService } from '#platform/files'
import { type HttpOptions, healthRoutes } from '#platform/http'
import { installJobs, type Jobs, jobsService, startJobs } from '#platform/jobs'
import { type Feed, feedService, Sockets } from '#platform/realtime'
import { createMetrics, type Metrics, startTracing } from '#platform/telemetry'
import { doctorService } from '#platform/upkeep'
import { csvRoutes, importRunner, startImports } from '#surfaces/csv'
import { docsRoutes } from '#surfaces/openapi'
import type { Identify } from '#surfaces/rest'
import { storedActor } from './actors.ts'
import { composeApp, composeServer } from './compose.ts'
import { demoRecordIds } from './demo/record-ids.ts'
import { installationTables, moduleFolders, modules } from './modules.ts'
import { observe, observeDoctor, observeSockets } from './observe.ts'
import { provideServices } from './services.ts'

export type Storage = { ownerUrl: string; embedded: EmbeddedServer | undefined }

/** The database: the configured server, or the embedded one, started if need be. */
export async function openStorage(config: Config, log: Log): Promise<Storage> {
  if (config.databaseUrl) return { ownerUrl: config.databaseUrl, embedded: undefined }
  const embedded = await startEmbedded({
    dataDir: join(config.dataDir, 'postgres'),
    log: (line) => log.info({ component: 'postgres' }, line),
    keepUp: (line) => log.warn({ component: 'postgres' }, line),
  })
  return { ownerUrl: embedded.url, embedded }
}

/** Migrations, partitions and queues, so that the declared schema and the stored one are one. */
export async function prepareDatabase(ownerUrl: string, app: Pick<App, 'registry' | 'clock'>): Promise<string[]> {
  const { applied } = await migrate(ownerUrl, moduleFolders(), installationTables())
  await ensurePartitions(ownerUrl, app.clock())
  await installJobs(ownerUrl, app.registry.jobs)
  return applied
}

/** An app whose database is migrated and whose services are there; who calls it is told by `identify`. */
export type OpenApp = { app: App; identify: Identify; services: Map<string, unknown> }

/** What the command line and the server both work with. */
export async function openApp(config: Config, ownerUrl: string, log: Log): Promise<OpenApp> {
  const readLanes = Math.max(1, Math.floor(config.databasePool * 0.4))
  const services = new Map<string, unknown>()
  const app = composeApp({
    modules,
    log,
    services,
    secret: await readSecretKeys(config),
    database: {
      appUrl: roleUrl(ownerUrl, 'entrepot_app'),
      relayUrl: roleUrl(ownerUrl, 'entrepot_relay'),
      writeLanes: Math.max(1, config.databasePool - readLanes),
      readLanes,
    },
  })
  await prepareDatabase(ownerUrl, app)
  return { app, services, identify: await provideServices(app, services, config) }
}

export type Running = {
  app: App
  listeners: Listeners
  jobs: Jobs
  /** Where the API answers. */
  address: string
  ownerUrl: string
  /** Finishes what is under way, then lets go of everything. */
  stop: () => Promise<void>
}

/** Everything awake in one process. Resolves when it answers requests. */
export async function boot(config: Config, log: Log): Promise<Running> {
  const storage = await openStorage(config, log)
  const { ownerUrl } = storage
  const { app, identify, services } = await openApp(config, ownerUrl, log)
  const tracing = config.otlpEndpoint
    ? await startTracing({ endpoint: config.otlpEndpoint, service: 'entrepot' })
    : undefined
  const feed = services.get(feedService.name) as Feed
  const listeners = startListeners(app, { log, onNotice: () => feed.wake() })
  app.eventsAppended = () => {
    listeners.wake()
    feed.wake()
  }
  services.set(listenersService.name, listeners)
  const metrics = createMetrics({ service: 'entrepot' })
  services.set(doctorService.name, observeDoctor(metrics, app))
  services.set(eventLogUpkeep.name, upkeepOf(app, config, ownerUrl))
  const jobs = await startJobs(app, {
    relayUrl: roleUrl(ownerUrl, 'entrepot_relay'),
    companies: () => activeCompanies(app),
    log,
  })
  services.set(jobsService.name, jobs)
  const files = services.get(fileService.name) as FileStore
  const imports = startImports(app, { files, actorOf: storedActor(app) })
  services.set(importRunner.name, imports)
  const spooler = startSpooler(app)
  const state = { isReady: true }
  const server = await serve({
    app,
    identify,
    files,
    config,
    feed,
    metrics,
    answered: observe(metrics, app, listeners),
    isReady: () => state.isReady,
  })
  const address = await server.listen({ host: config.host, port: config.port })
  const stop = async () => {
    state.isReady = false
    await server.close()
    await feed.stop()
    await imports.stop()
    await spooler.stop()
    await jobs.stop()
    await listeners.stop()
    await tracing?.stop()
    await app.db.close()
    await storage.embedded?.stop()
  }
  return { app, listeners, jobs, address, ownerUrl, stop }
}

type Serving = {
  app: App
  identify: Identify
  files: FileStore
  config: Config
  feed: Feed
  metrics: Metrics
  answered: NonNullable<HttpOptions['answered']>
  isReady: () => boolean
}

function serve({ app, identify, files, config, feed, metrics, answered, isReady }: Serving): Promise<FastifyInstance> {
  const { bodyLimitBytes, rateLimitPerMinute, corsOrigins, trustProxy, metricsToken } = config
  const health = healthRoutes({
    clock: app.clock,
    databaseAnswers: () => app.db.relay`select 1`,
    isReady,
    metrics: async () => ({ text: await metrics.text(), contentType: metrics.contentType }),
    metricsToken,
  })
  const sockets = new Sockets({
    ...{ app, feed, identify, changesRights, refresh: makeLookAgain(app), origins: corsOrigins },
    counted: observeSockets(metrics, () => sockets.size),
  })
  const docs = docsRoutes(app.registry, {
    version: '0.3.0',
    publicUrl: `http://localhost:${config.port}`,
    ...(config.demo ? { recordIds: () => demoRecordIds(app) } : {}),
  })
  return composeServer({
    app,
    identify,
    bodyLimitBytes,
    rateLimitPerMinute,
    corsOrigins,
    trustProxy,
    answered,
    routes: [docs, health, csvRoutes({ app, identify, files }), (server) => sockets.attach(server)],
  })
}

const activeCompanies = async ({ db }: App): Promise<string[]> =>
  (await db.relay`select id from companies.company where status = 'active'`).map((row) => row.id as string)

function upkeepOf({ registry, clock }: App, { eventRetentionDays }: Config, ownerUrl: string) {
  const listeners = registry.listeners.map(({ address }) => address)
  return makeUpkeep({ ownerUrl, clock, listeners, retentionDays: eventRetentionDays })
}
