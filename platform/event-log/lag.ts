/** How far listeners are behind, from the database, so that it holds for whichever process runs them. */
import type { ListenerEntry, Sql } from '#kernel'
import type { Position } from './position.ts'

export type Lag = {
  listener: string
  /** Unread events of its types; counted up to 100,000. */
  behind: number
  /** When the oldest unread one happened. */
  oldestAt: string | null
  /** Events applied since the listener or its last rebuild began. */
  done: number
  /** Failed events that will be retried. */
  waiting: number
  /** Failed events that wait for somebody. */
  parked: number
  rebuilding: boolean
  /** The number of the last event that it is done with; null before the first. */
  cursor: number | null
}

export type LagQuery = {
  /** Counts events up to here only. */
  upTo?: Position
  /** Counts those of one company only. */
  companyId?: string
}

/** The lag of each listener. */
export async function lagOf(
  sql: Sql,
  listeners: readonly ListenerEntry[],
  { upTo, companyId }: LagQuery = {},
): Promise<Lag[]> {
  const ofCompany = companyId ? sql`and company_id = ${companyId}` : sql``
  const until = upTo ? sql`and (e.xid, e.seq) <= (${upTo.xid}::xid8, ${upTo.seq}::bigint)` : sql``
  const rows = await sql<Lag[]>`
    select l.listener, unread.behind, unread.oldest as "oldestAt", coalesce(c.done, 0) as done,
      coalesce(failed.waiting, 0) as waiting, coalesce(failed.parked, 0) as parked,
      c.rebuild_asked_at is not null as rebuilding, nullif(c.seq, 0) as cursor
    from ${listed(sql, listeners)}
    left join event_log.cursor c using (listener)
    left join (select listener, count(*) filter (where not parked) as waiting, count(*) filter (where parked) as parked
      from event_log.delivery where true ${ofCompany} group by listener) failed using (listener)
    cross join lateral (select count(*) as behind, min(at) as oldest from (
      select e.at from event_log.event e where ${unreadOf(sql)} ${until} ${ofCompany} limit 100000) e) unread
    order by l.listener`
  return [...rows]
}

/** Those of the listeners that have not read everything of theirs up to the position. */
export async function listenersBehind(
  sql: Sql,
  listeners: readonly ListenerEntry[],
  upTo: Position,
): Promise<string[]> {
  const rows = await sql<{ listener: string }[]>`
    select l.listener from ${listed(sql, listeners)} left join event_log.cursor c using (listener)
    where c.rebuild_asked_at is not null or exists (select from event_log.event e
      where ${unreadOf(sql)} and (e.xid, e.seq) <= (${upTo.xid}::xid8, ${upTo.seq}::bigint))`
  return rows.map(({ listener }) => listener)
}

const listed = (sql: Sql, listeners: readonly ListenerEntry[]) => sql`
  jsonb_to_recordset(${sql.json(listeners.map((each) => ({ listener: each.address, types: [...each.definition.on] })))})
    as l(listener text, types text[])`

const unreadOf = (sql: Sql) => sql`
  (e.xid, e.seq) > (coalesce(c.xid, '0'), coalesce(c.seq, 0)) and ('*' = any(l.types) or e.type = any(l.types))`
