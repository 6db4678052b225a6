/** Looking into the log: what happened to one record. */
import { type LoggedEvent, refuse, type Sql } from '#kernel'

export type FoundEvent = LoggedEvent & { at: string }
/** A place in the order of the answers. */
export type Place = { at: string; seq: number }
export type BrowseQuery = {
  companyId: string
  entity: string
  subjectId: string
  /** Only what stands before this event in the order of the answer. */
  before?: Place
  limit: number
}

/** What happened to one record, the newest first, by its index. */
export async function browseEvents(sql: Sql, query: BrowseQuery): Promise<FoundEvent[]> {
  const { companyId, entity, subjectId, before, limit } = query
  const rows = await sql<FoundEvent[]>`
    select seq, id, company_id as "companyId", type, entity, subject_id as "subjectId", version, shop_id as "shopId",
      data, actor, request_id as "requestId", at
    from event_log.event where company_id = ${companyId} and entity = ${entity} and subject_id = ${subjectId}
      ${before ? sql`and seq < ${before.seq}` : sql``}
    order by seq desc limit ${limit}`
  return [...rows]
}

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
