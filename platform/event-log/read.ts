/**
 * Reading the log in order without missing anything: only events whose transaction is older than every running one
 * (`pg_snapshot_xmin`) are read, because below that line nothing can appear any more. All of it as the relay role.
 */
import type postgres from 'postgres'
import type { JsonObject, LoggedEvent } from '#kernel'
import { origin, type Position } from './position.ts'

export type ReadEvent = { position: Position; event: LoggedEvent }

/** The last event that may be read now; the origin when there is none. */
export async function headOf(sql: postgres.Sql): Promise<Position> {
  const [row] = await sql<Position[]>`
    select xid::text as xid, seq from event_log.event where xid < pg_snapshot_xmin(pg_current_snapshot())
    order by event.xid desc, seq desc limit 1`
  return row ?? origin
}

/** The last event that is committed, even if a slower transaction still keeps readers from it. */
export async function endOf(sql: postgres.Sql): Promise<Position> {
  const [row] = await sql<Position[]>`
    select xid::text as xid, seq from event_log.event order by event.xid desc, seq desc limit 1`
  return row ?? origin
}

/** The types of the events after one position and up to another. */
export async function typesBetween(sql: postgres.Sql, after: Position, upTo: Position): Promise<Set<string>> {
  const rows = await sql<{ type: string }[]>`select distinct type from event_log.event
    where (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint)
      and (xid, seq) <= (${upTo.xid}::xid8, ${upTo.seq}::bigint)`
  return new Set(rows.map(({ type }) => type))
}

export type BatchQuery = { after: Position; upTo: Position; types: readonly string[]; limit: number }

/** The next events of these types (`*` for all), in order, of all companies. `upTo` must not lie beyond the head. */
export async function readBatch(sql: postgres.Sql, { after, upTo, types, limit }: BatchQuery): Promise<ReadEvent[]> {
  const ofType = types.includes('*') ? sql`` : sql`and type = any(${[...types]}::text[])`
  const rows = await sql<EventRow[]>`select ${eventColumns(sql)} from event_log.event
    where (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint)
      and (xid, seq) <= (${upTo.xid}::xid8, ${upTo.seq}::bigint)
    ${ofType} order by event.xid, seq limit ${limit}`
  return rows.map((row) => ({ position: { xid: row.xid, seq: row.seq }, event: eventOf(row) }))
}

export type RecentQuery = { companyId: string; upTo: Position; limit: number }

/** The last events of one company in order, and the position after which they are all there are. */
export async function readRecent(
  sql: postgres.Sql,
  { companyId, upTo, limit }: RecentQuery,
): Promise<{ after: Position; events: ReadEvent[] }> {
  const [rows, [floor = origin]] = await Promise.all([
    sql<EventRow[]>`select ${eventColumns(sql)} from event_log.event
      where company_id = ${companyId} and (xid, seq) <= (${upTo.xid}::xid8, ${upTo.seq}::bigint)
      order by event.xid desc, seq desc limit ${limit + 1}`,
    // Where old months were dropped, nobody can say what was before the first event that is left.
    sql<Position[]>`select xid::text as xid, seq from event_log.event
      where exists (select from event_log.retention) order by event.xid, seq limit 1`,
  ])
  const events = rows.map((row) => ({ position: { xid: row.xid, seq: row.seq }, event: eventOf(row) }))
  const tooMany = events.length > limit ? events.pop() : undefined
  return { after: tooMany?.position ?? floor, events: events.toReversed() }
}

/** One event by its number; its time finds the partition. Undefined when it is no longer in the log. */
export async function readEvent(sql: postgres.Sql, seq: number, at: string): Promise<LoggedEvent | undefined> {
  const [row] = await sql<EventRow[]>`
    select ${eventColumns(sql)} from event_log.event where seq = ${seq} and at = ${at}`
  return row && eventOf(row)
}

type EventRow = Omit<LoggedEvent, 'data'> & { xid: string; data: JsonObject }

const eventColumns = (sql: postgres.Sql) => sql`
  xid::text as xid, seq, id, company_id as "companyId", type, entity, subject_id as "subjectId", version,
  shop_id as "shopId", data, actor,
  request_id as "requestId", at`

function eventOf({ xid: _, ...event }: EventRow): LoggedEvent {
  return event
}
