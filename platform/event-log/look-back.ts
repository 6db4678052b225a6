/** The log from its end backwards, of one company or of all: what happened, by kind and time. */
import type { Sql } from '#kernel'
import type { FoundEvent } from './browse.ts'
import type { Position } from './position.ts'

export type LookBack = {
  /** Of all companies without one. */
  companyId?: string
  type?: string | undefined
  entity?: string | undefined
  /** Of a record; with its entity and company its index finds it. */
  subjectId?: string | undefined
  /** Instants; the second one is not included. */
  from?: string | undefined
  to?: string | undefined
  /** Only what stands before it. */
  before?: Position | undefined
  limit: number
}

/** `next`: from where to look on; null at the start of the log. Less than the limit may match in the part looked at. */
export type LookedBack = { events: FoundEvent[]; next: Position | null }
type Row = FoundEvent & { xid: string }

/** Events that one call looks through at most, however few of them match. */
const lookedAt = 20_000

/** The newest first, in the order of the log, by an index of either kind; a rare type is looked for part by part. */
export async function lookBack(sql: Sql, query: LookBack): Promise<LookedBack> {
  const { type, entity, subjectId, from, to, limit } = query
  const [above, below] = await Promise.all([from && beforeTime(sql, from), to && afterTime(sql, to)])
  const part = partOf(sql, query, { above, below })
  // The inner order is the outer one, so that the looking ends with the last row that is wanted.
  const rows = await sql<Row[]>`
    select xid::text as xid, seq, id, company_id as "companyId", type, entity, subject_id as "subjectId", version,
      shop_id as "shopId", data, actor, request_id as "requestId", at
    from (select * ${part} limit ${lookedAt}) as looked where true
      ${type ? sql`and type = ${type}` : sql``}
      ${entity ? sql`and entity = ${entity}` : sql``}
      ${subjectId ? sql`and subject_id = ${subjectId}` : sql``}
      ${from ? sql`and at >= ${from}` : sql``}
      ${to ? sql`and at < ${to}` : sql``}
    order by looked.xid desc, seq desc limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const events = shown.map(withoutXid)
  const last = shown.at(-1)
  if (rows.length > limit && last) return { events, next: { xid: last.xid, seq: last.seq } }
  if (!(type ?? entity ?? subjectId ?? from ?? to)) return { events, next: null }
  const [lookedTo] = await sql<Position[]>`select xid::text as xid, seq ${part} offset ${lookedAt - 1} limit 1`
  return { events, next: lookedTo ?? null }
}

/** Transactions that what is wanted stands between. */
type Bounds = { above: string | undefined; below: string | undefined }

/** The part of the log that is looked at: what its indexes find in its order. */
function partOf(sql: Sql, { companyId, entity, subjectId, before }: LookBack, { above, below }: Bounds) {
  const isOfRecord = companyId !== undefined && entity !== undefined && subjectId !== undefined
  return sql`from event_log.event where true
    ${companyId ? sql`and company_id = ${companyId}` : sql``}
    ${isOfRecord ? sql`and entity = ${entity} and subject_id = ${subjectId}` : sql``}
    ${before ? sql`and (xid, seq) < (${before.xid}::xid8, ${before.seq}::bigint)` : sql``}
    ${above ? sql`and xid > ${above}::xid8` : sql``}
    ${below ? sql`and xid < ${below}::xid8` : sql``}
    order by event.xid desc, event.seq desc`
}

const withoutXid = ({ xid: _, ...event }: Row): FoundEvent => event

/**
 * Transactions take their number after their time, and none of them lives for a quarter of an hour: what happened at or
 * after a time is numbered above each that began so long before it, and the other way round.
 */
async function beforeTime(sql: Sql, time: string): Promise<string | undefined> {
  const [row] = await sql<{ xid: string }[]>`select xid::text as xid from event_log.event
    where at < ${time}::timestamptz - interval '15 minutes' order by at desc, seq desc limit 1`
  return row?.xid
}

async function afterTime(sql: Sql, time: string): Promise<string | undefined> {
  const [row] = await sql<{ xid: string }[]>`select xid::text as xid from event_log.event
    where at > ${time}::timestamptz + interval '15 minutes' order by at, seq limit 1`
  return row?.xid
}
