/**
 * The log's months. Partitions are made ahead by the owner role, so that the default partition stays empty; old ones
 * are dropped as a whole once every listener has passed them. The work roles reach partitions only through the parent,
 * whose row security and grants hold there; they get no right on a partition itself.
 */
import postgres from 'postgres'
import { daysBetween, instantOf, startOfMonth } from '#kernel'
import { isBefore, type Position } from './position.ts'

const monthsAhead = 2
const dayMs = 86_400_000

type Month = { name: string; from: string; to: string }

/** Makes the partitions of this month and the next two; answers the names of new ones. Many may call it at once. */
export async function ensurePartitions(ownerUrl: string, nowMs: number): Promise<string[]> {
  return asOwner(ownerUrl, async (sql) => {
    const made: string[] = []
    for (let ahead = 0; ahead <= monthsAhead; ahead += 1) {
      const month = monthAfter(instantOf(nowMs).slice(0, 10), ahead)
      if (await makePartition(sql, month)) made.push(month.name)
    }
    return made
  })
}

/**
 * `attach` locks the log only against other changes of its shape, unlike `create ... partition of`. Events that were
 * appended to the default partition for want of this one are moved in the same transaction.
 */
async function makePartition(sql: postgres.Sql, { name, from, to }: Month): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('entrepot partitions'))`
    const [known] = await tx`select to_regclass(${`event_log.${name}`}) as found`
    if (known?.found) return false
    await tx`lock table event_log.event_default in access exclusive mode`
    await tx.unsafe(`create table event_log.${name} (like event_log.event including defaults including constraints)`)
    await tx`with moved as (delete from event_log.event_default where at >= ${from} and at < ${to} returning *)
      insert into ${tx(`event_log.${name}`)} select * from moved`
    await tx.unsafe(
      `alter table event_log.event attach partition event_log.${name} for values from ('${from}') to ('${to}')`,
    )
    return true
  })
}

export type Retention = {
  nowMs: number
  /** Events younger than this stay; whole months are dropped. */
  retentionDays: number
  /** Addresses of the registry's listeners; a month that one of them has not read stays. */
  listeners: readonly string[]
}

export type Dropped = {
  partitions: string[]
  /** Old months that stay because a listener, or an event that failed, still needs them. */
  kept: string[]
}

/**
 * Drops the months that ended before the retention and prunes the inbox. From then on read models cannot be rebuilt,
 * because their past is gone; `event_log.retention` says so.
 */
export async function dropOldPartitions(ownerUrl: string, retention: Retention): Promise<Dropped> {
  const cutoff = instantOf(retention.nowMs - retention.retentionDays * dayMs)
  return asOwner(ownerUrl, async (sql) => {
    const dropped: Dropped = { partitions: [], kept: [] }
    for (const month of await monthsOf(sql)) {
      if (daysBetween(month.to, cutoff.slice(0, 10)) < 0) continue
      // What is left is whole: no month goes before an older one that has to stay.
      if (dropped.kept.length > 0 || (await isNeeded(sql, month, retention.listeners))) dropped.kept.push(month.name)
      else dropped.partitions.push(await dropMonth(sql, month))
    }
    if (dropped.kept.length === 0) await pruneInbox(sql, cutoff)
    return dropped
  })
}

async function monthsOf(sql: postgres.Sql): Promise<Month[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'event_log.event'::regclass and c.relname ~ '^event_y[0-9]{4}m[0-9]{2}$' order by 1`
  return rows.map(({ name }) => monthAfter(`${name.slice(7, 11)}-${name.slice(12, 14)}-01`, 0))
}

async function isNeeded(sql: postgres.Sql, { name, from, to }: Month, listeners: readonly string[]): Promise<boolean> {
  const [last] = await sql<Position[]>`select xid::text as xid, seq::float8 as seq from ${sql(`event_log.${name}`)} e
    order by e.xid desc, e.seq desc limit 1`
  if (!last) return false
  const [failed] = await sql`select 1 from event_log.delivery where event_at >= ${from} and event_at < ${to} limit 1`
  if (failed) return true
  const cursors = await sql<(Position & { listener: string })[]>`
    select listener, xid::text as xid, seq::float8 as seq from event_log.cursor where rebuild_asked_at is null`
  const past = new Set(cursors.filter((cursor) => !isBefore(cursor, last)).map(({ listener }) => listener))
  return listeners.some((listener) => !past.has(listener))
}

async function dropMonth(sql: postgres.Sql, { name, to }: Month): Promise<string> {
  await sql.begin(async (tx) => {
    await tx`insert into event_log.retention (dropped_before)
      select ${to}::timestamptz where exists (select from ${tx(`event_log.${name}`)})
      on conflict (only_row) do update set dropped_before = greatest(retention.dropped_before, excluded.dropped_before)`
    await tx.unsafe(`alter table event_log.event detach partition event_log.${name}`)
    await tx.unsafe(`drop table event_log.${name}`)
  })
  return name
}

/** One company at a time, so that no statement is long. */
async function pruneInbox(sql: postgres.Sql, cutoff: string): Promise<void> {
  const companies = await sql<
    { id: string }[]
  >`select distinct company_id as id from event_log.inbox where applied_at < ${cutoff}`
  for (const { id } of companies) {
    await sql`delete from event_log.inbox where company_id = ${id} and applied_at < ${cutoff}`
  }
}

function monthAfter(date: string, months: number): Month {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const name = (at: number, between: string) =>
    `${Math.floor(at / 12)}${between}${String((at % 12) + 1).padStart(2, '0')}`
  return {
    name: `event_y${name(index, 'm')}`,
    from: startOfMonth(`${name(index, '-')}-01`),
    to: startOfMonth(`${name(index + 1, '-')}-01`),
  }
}

async function asOwner<R>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<R>): Promise<R> {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => undefined,
    // The log is busy: rather give up and come again than make everybody wait behind us.
    connection: { application_name: 'entrepot partitions', lock_timeout: 5_000, TimeZone: 'UTC' },
  })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
