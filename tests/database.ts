/** A fresh database for each test, on a PostgreSQL server that all tests share. */
import { createHash, randomBytes } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { clusterUrl } from './database/cluster.ts'

/** A database of one's own. `url` is the superuser's, who may make roles; `drop` also ends connections left open. */
export type TestDatabase = { url: string; drop(): Promise<void> }

/** What every database of a kind begins with: built once for each `key` by `build`, then copied. */
export type Template = { key: string; build: (url: string) => Promise<void> }

export type TestDatabaseOptions = {
  template?: Template
  /** Waits for the disk as the product does; for measurements and for tests that kill the server. */
  fsync?: boolean
}

/**
 * Makes an empty database, or a copy of a template. Put all that the template's content depends on into its key, such
 * as a hash over the migrations. Databases that a killed test left behind are dropped by a later run.
 */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const isSafe = options.fsync ?? process.env.TEST_FSYNC === 'on'
  for (let attempt = 1; ; attempt++) {
    const serverUrl = await clusterUrl(isSafe)
    try {
      return await asAdmin(serverUrl, (sql) => makeDatabase(sql, { serverUrl, isSafe, template: options.template }))
    } catch (error) {
      // The idle server may have ended between our look and our statement; the next attempt starts it.
      if (attempt === 3 || !isConnectionLoss(error)) throw error
    }
  }
}

const CLEANING_LOCK = 7_304_001
const LEFT_BEHIND_AFTER_S = 30 * 60
const TEMPLATE_OLD_AFTER_S = 24 * 60 * 60
let isCleaned = false

type Making = { serverUrl: string; isSafe: boolean; template: Template | undefined }

async function makeDatabase(sql: Sql, { serverUrl, isSafe, template }: Making): Promise<TestDatabase> {
  if (!isCleaned) await dropLeftBehind(sql)
  isCleaned = true
  const name = `test_${seconds().toString(36)}_${randomBytes(5).toString('hex')}`
  // Copying files takes half the time of logging their content, where nobody waits for the disk.
  const strategy = isSafe ? sql`wal_log` : sql`file_copy`
  const copy = (source: string) => sql`create database ${sql(name)} template ${sql(source)} strategy ${strategy}`
  if (!template) await copy('template0')
  else await copyTemplate(sql, serverUrl, template, copy)
  return {
    url: urlFor(serverUrl, name),
    drop: () => asAdmin(serverUrl, (admin) => dropDatabase(admin, name)),
  }
}

type Copy = (source: string) => PromiseLike<unknown>

async function copyTemplate(sql: Sql, serverUrl: string, template: Template, copy: Copy): Promise<void> {
  const source = `entrepot_template_${createHash('sha256').update(template.key).digest('hex').slice(0, 16)}`
  try {
    await copy(source)
  } catch (error) {
    // 3D000: there is no such database.
    if (!(error instanceof postgres.PostgresError) || error.code !== '3D000') throw error
    await buildTemplate(sql, serverUrl, source, template)
    await copy(source)
  }
}

/** The database gets its name when it is complete, so a template of that name is always whole. */
async function buildTemplate(sql: Sql, serverUrl: string, name: string, template: Template): Promise<void> {
  const draft = `${name}_draft`
  await sql`select pg_advisory_lock(hashtext(${name}))`
  try {
    const [existing] = await sql`select from pg_database where datname = ${name}`
    if (existing) return
    await dropDatabase(sql, draft)
    await sql`create database ${sql(draft)} template template0`
    await template.build(urlFor(serverUrl, draft))
    await sql`alter database ${sql(draft)} with allow_connections false`
    await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${draft}`
    await sql`alter database ${sql(draft)} rename to ${sql(name)}`
    await sql.unsafe(`comment on database "${name}" is '${seconds()}'`)
  } finally {
    await sql`select pg_advisory_unlock(hashtext(${name}))`
  }
}

/** The name of a test's database tells when it was made, the comment of a template when it was built. */
async function dropLeftBehind(sql: Sql): Promise<void> {
  const [lock] = await sql<{ isMine: boolean }[]>`select pg_try_advisory_lock(${CLEANING_LOCK}) as "isMine"`
  if (!lock?.isMine) return
  const found = await sql<{ name: string; built: string | null }[]>`
    select datname as name, shobj_description(oid, 'pg_database') as built from pg_database
     where datname ~ '^(test_[0-9a-z]+_[0-9a-f]{10}|entrepot_template_[0-9a-f]{16})$'
       and not exists (select from pg_stat_activity where pg_stat_activity.datname = pg_database.datname)`
  for (const { name, built } of found) {
    const age = seconds() - (built ? Number(built) : Number.parseInt(name.split('_')[1] ?? '', 36))
    const isTemplate = name.startsWith('entrepot_template_')
    if (isTemplate ? built && age > TEMPLATE_OLD_AFTER_S : age > LEFT_BEHIND_AFTER_S) await dropDatabase(sql, name)
  }
  await sql`select pg_advisory_unlock(${CLEANING_LOCK})`
}

async function dropDatabase(sql: Sql, name: string): Promise<void> {
  await sql`drop database if exists ${sql(name)} with (force)`
}

/** One connection, so that an advisory lock and what it guards share their session. */
async function asAdmin<T>(serverUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function urlFor(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

function isConnectionLoss(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET'].includes(code) || code.startsWith('CONNECTION_')
}

function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
