/**
 * The way to PostgreSQL: lanes for transactions, lanes for single-statement reads, and the relay role for the few
 * things that look across companies (sign-in, the event log's readers, the doctor).
 */
import postgres from 'postgres'
import { isRefusal, refuse, type Sql } from '#kernel'
import { asRefusal, isRetryable } from './errors.ts'
import { wireTypes } from './lane.ts'
import { Lanes } from './lanes.ts'

export type DatabaseOptions = {
  appUrl: string
  relayUrl: string
  /** Connections for transactions and for reads. */
  writeLanes?: number
  readLanes?: number
  statementTimeoutMs?: number
  lockTimeoutMs?: number
  /** How long a call may wait for a free connection before it is refused with OVERLOADED. */
  acquireTimeoutMs?: number
}

/** What a transaction ends with: the result, and statements that travel in the same round trip as COMMIT. */
export type Finish<R> = { result: R; last?: ((sql: Sql) => PromiseLike<unknown>[]) | undefined }

export type Database = {
  /**
   * Runs `work` in one transaction of the company; deadlocks and serialization failures are tried three times in all.
   */
  transaction: <R>(companyId: string, work: (sql: Sql) => Promise<Finish<R>>) => Promise<R>
  /** Reads by single statements, each on its own, under the company's row security. */
  read: <R>(companyId: string, work: (sql: Sql) => Promise<R>) => Promise<R>
  /** The relay role, across companies. Not for business code. */
  relay: postgres.Sql
  load: () => { lent: number; waiting: number }
  close: () => Promise<void>
}

/** Opens the lanes; connections are made when first used. */
export function openDatabase(options: DatabaseOptions): Database {
  const { writeLanes = 10, readLanes = 6, statementTimeoutMs = 15_000, lockTimeoutMs = 4_000 } = options
  const common = { url: options.appUrl, statementTimeoutMs, lockTimeoutMs }
  const acquireTimeoutMs = options.acquireTimeoutMs ?? 5_000
  const writers = new Lanes({ ...common, name: 'entrepot write' }, writeLanes, acquireTimeoutMs)
  const readers = new Lanes({ ...common, name: 'entrepot read' }, readLanes, acquireTimeoutMs)
  const relay = postgres(options.relayUrl, {
    max: 4,
    connect_timeout: 3,
    backoff: () => 0.1,
    onnotice: () => undefined,
    types: wireTypes,
    connection: { application_name: 'entrepot relay', TimeZone: 'UTC' },
  })
  return {
    transaction: (companyId, work) => retrying(() => transact(writers, companyId, work)),
    read: (companyId, work) => read(readers, companyId, work),
    relay,
    load: () => writers.load,
    close: async () => {
      await Promise.all([writers.close(), readers.close(), relay.end({ timeout: 5 })])
    },
  }
}

async function transact<R>(lanes: Lanes, companyId: string, work: (sql: Sql) => Promise<Finish<R>>): Promise<R> {
  return lanes.use(companyId, async (lane) => {
    const { sql, close, causeOf } = lane.gate()
    try {
      // BEGIN is not awaited: it travels in front of the first statement of the work.
      const begun = settled(lane.sql`begin`.execute())
      const { result, last } = await work(sql)
      const ending = [...(last?.(sql) ?? []), lane.sql`commit`.execute()].map(settled)
      close()
      for (const outcome of [await begun, ...(await Promise.all(ending))]) {
        if (outcome.error !== undefined) throw outcome.error
      }
      return result
    } catch (error) {
      close()
      if (lane.alive) await lane.sql`rollback`.catch(() => lane.drop())
      throw causeOf(error)
    }
  })
}

async function read<R>(lanes: Lanes, companyId: string, work: (sql: Sql) => Promise<R>): Promise<R> {
  try {
    return await lanes.use(companyId, async (lane) => {
      const { sql, close } = lane.gate()
      const result = await work(sql).finally(close)
      // After a lost connection an answer may come from one without a company, where row security shows nothing.
      if (!lane.alive) throw refuse('DATABASE_UNAVAILABLE', [], 1)
      return result
    })
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Waits without ever rejecting, so that statements sent together fail together. */
async function settled(query: PromiseLike<unknown>): Promise<{ error?: unknown }> {
  try {
    await query
    return {}
  } catch (error) {
    return { error }
  }
}

async function retrying<R>(run: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (isRefusal(error)) throw error
      if (attempt === 3 || !isRetryable(error)) throw asRefusal(error)
      const jitterMs = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 16
      await new Promise((resolve) => setTimeout(resolve, 5 * attempt + jitterMs))
    }
  }
}
