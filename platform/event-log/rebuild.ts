/** Rebuilding a read model: its tables are emptied and the log is read again from the start. */
import { type ListenerEntry, refuse } from '#kernel'
import type { App } from '../execution/app.ts'

/**
 * Asks for the rebuild; whichever process runs the listener does it, also after a crash in between. Refuses what names
 * no tables, and a log that no longer reaches back to its start, because the result would not be the same.
 */
export async function askRebuild(app: App, listener: ListenerEntry): Promise<void> {
  const { address, definition } = listener
  if (!definition.rebuilds) throw refuse('VALIDATION_FAILED', `${address} names no tables in \`rebuilds\`.`)
  const [dropped] = await app.db.relay`select dropped_before from event_log.retention`
  if (dropped) {
    throw refuse(
      'VALIDATION_FAILED',
      `The log was dropped before ${dropped.dropped_before}; ${address} would lose what is older.`,
    )
  }
  await app.db.relay`
    insert into event_log.cursor (listener, rebuild_asked_at) values (${address}, now())
    on conflict (listener) do update set rebuild_asked_at = now()`
}

/** The listeners of these for which a rebuild was asked. */
export async function askedRebuilds(app: App, listeners: readonly string[]): Promise<string[]> {
  const rows = await app.db.relay<{ listener: string }[]>`
    select listener from event_log.cursor
    where rebuild_asked_at is not null and listener = any(${[...listeners]}::text[])`
  return rows.map(({ listener }) => listener)
}

/**
 * Empties the listener's tables and inbox, one company at a time so that no statement is long, and then sets the cursor
 * to the start under a new generation. May be done again from the beginning after a crash.
 */
export async function emptyTables(app: App, { address, definition }: ListenerEntry): Promise<void> {
  const { relay } = app.db
  const tables = [...(definition.rebuilds ?? [])]
  for (const companyId of await companiesIn(app, address, tables)) {
    await relay.begin(async (tx) => {
      for (const table of tables) await tx`delete from ${tx(table)} where company_id = ${companyId}`
      await tx`delete from event_log.inbox where company_id = ${companyId} and listener = ${address}`
    })
  }
  await relay.begin(async (tx) => {
    await tx`delete from event_log.delivery where listener = ${address}`
    await tx`update event_log.cursor set xid = '0', seq = 0, done = 0,
      generation = generation + 1, rebuild_asked_at = null
      where listener = ${address}`
  })
}

async function companiesIn(app: App, listener: string, tables: readonly string[]): Promise<Set<string>> {
  const { relay } = app.db
  const found = new Set<string>()
  const add = (rows: readonly { id: string }[]) => rows.forEach(({ id }) => void found.add(id))
  add(await relay<{ id: string }[]>`select distinct company_id as id from event_log.inbox where listener = ${listener}`)
  for (const table of tables) add(await relay<{ id: string }[]>`select distinct company_id as id from ${relay(table)}`)
  return found
}
