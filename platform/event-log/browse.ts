/** Looking into the log: what happened, newest first. */
import { type LoggedEvent, refuse, type Sql } from '#kernel'

export type FoundEvent = LoggedEvent & { at: string }
/** A place in the order of the answers. */
export type Place = { at: string; seq: number }
export type BrowseQuery = {
  /** Of all companies without one. */
  companyId?: string
  type?: string
  entity?: string
  subjectId?: string
  /** Instants; the second one is not included. */
  from?: string
  to?: string
  /** Only what stands before this event in the order of the answer. */
  before?: Place
  limit: number
}

/**
 * The newest first. Those of a record are found in its index, which has them by number; otherwise month after month is
 * read backwards, so that a time to begin from should be given where the log is long.
 */
export async function browseEvents(sql: Sql, query: BrowseQuery): Promise<FoundEvent[]> {
  const { companyId, type, entity, subjectId, from, to, before, limit } = query
  const isOfRecord = companyId !== undefined && entity !== undefined && subjectId !== undefined
  const rows = await sql<FoundEvent[]>`
    select seq, id, company_id as "companyId", type, entity, subject_id as "subjectId", version, shop_id as "shopId",
      data, actor, request_id as "requestId", at
    from event_log.event where true
      ${companyId ? sql`and company_id = ${companyId}` : sql``}
      ${type ? sql`and type = ${type}` : sql``}
      ${entity ? sql`and entity = ${entity}` : sql``}
      ${subjectId ? sql`and subject_id = ${subjectId}` : sql``}
      ${from ? sql`and at >= ${from}` : sql``}
      ${to ? sql`and at < ${to}` : sql``}
      ${before ? behind(sql, before, isOfRecord) : sql``}
    order by ${isOfRecord ? sql`seq desc` : sql`at desc, seq desc`} limit ${limit}`
  return [...rows]
}

const behind = (sql: Sql, { at, seq }: Place, isOfRecord: boolean) =>
  isOfRecord ? sql`and seq < ${seq}` : sql`and (at, seq) < (${at}::timestamptz, ${seq}::bigint)`

/** The moment before which the log was dropped; null when it reaches back to its start. */
export async function retainedSince(sql: Sql): Promise<string | null> {
  const [row] = await sql<{ at: string }[]>`select dropped_before as at from event_log.retention`
  return row?.at ?? null
}

/** A place as a client holds it. */
export const cursorOf = ({ at, seq }: Place): string => `${at}_${seq}`

/** Refuses CURSOR_INVALID for what is no place. */
export function placeOf(cursor: string): Place {
  const [, at, seq] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_(\d{1,15})$/.exec(cursor) ?? []
  if (!at || Number.isNaN(Date.parse(at))) throw refuse('CURSOR_INVALID')
  return { at, seq: Number(seq) }
}
