/** Events that failed: retried with growing pauses, then parked with their error until somebody replays them. */
import type postgres from 'postgres'
import { instantOf, isRefusal, type ListenerEntry, type LoggedEvent, refuse, type Sql } from '#kernel'
import type { App } from '../execution/app.ts'
import { type Applied, applyEvents, isSurroundings } from './apply.ts'
import { readEvent } from './read.ts'

/** Pauses before the second and each later attempt, milliseconds; after the last one the event is parked. */
export const pausesMs: readonly number[] = [1_000, 5_000, 30_000, 120_000, 600_000]

/** An event that waits for somebody: nothing retries it any more. */
export type ParkedEvent = {
  listener: string
  companyId: string
  eventSeq: number
  eventAt: string
  attempts: number
  error: string
  failedAt: string
}

type Failure = { listener: string; event: LoggedEvent; error: unknown }

/** Notes a first failure, due again after the first pause. A failure that is noted already stays as it is. */
export async function noteFailure(app: App, { listener, event, error }: Failure): Promise<void> {
  const now = app.clock()
  await app.db.relay`
    insert into event_log.delivery (listener, company_id, event_seq, event_at, error, next_at, failed_at)
    values (${listener}, ${event.companyId}, ${event.seq}, ${event.at}, ${textOf(error)},
      ${instantOf(now + (pausesMs[0] ?? 0))}, ${instantOf(now)})
    on conflict do nothing`
}

/** Those of the listeners that have failed events whose pause is over. */
export async function dueListeners(app: App, listeners: readonly string[]): Promise<string[]> {
  const rows = await app.db.relay<{ listener: string }[]>`
    select distinct listener from event_log.delivery
    where not parked and next_at <= ${instantOf(app.clock())} and listener = any(${[...listeners]}::text[])`
  return rows.map(({ listener }) => listener)
}

/** How many retries a listener makes in one turn, so that many failures do not keep it from new events. */
const retriesPerTurn = 50

/** Tries what is due for the listener once more, in the order of the log. `more` says that further ones are due. */
export async function retryDue(app: App, listener: ListenerEntry): Promise<{ emitted: number; more: boolean }> {
  const due = await app.db.relay<Due[]>`
    select listener, event_seq as "eventSeq", event_at as "eventAt", attempts from event_log.delivery
    where not parked and next_at <= ${instantOf(app.clock())} and listener = ${listener.address}
    order by event_seq limit ${retriesPerTurn}`
  let emitted = 0
  for (const delivery of due) emitted += (await retry(app, listener, delivery))?.emitted ?? 0
  return { emitted, more: due.length === retriesPerTurn }
}

type Due = { listener: string; eventSeq: number; eventAt: string; attempts: number }

async function retry(app: App, listener: ListenerEntry, due: Due): Promise<Applied | undefined> {
  try {
    return await applyOne(app, listener, due)
  } catch (error) {
    // Where the database is gone, the note fails too and nothing has happened; a retry that alone loses it counts.
    if (isRefusal(error) && error.code === 'OVERLOADED') throw error
    await noteAgain(app, due, error)
    return undefined
  }
}

async function applyOne(app: App, listener: ListenerEntry, { eventSeq, eventAt }: Due): Promise<Applied> {
  const event = await readEvent(app.db.relay, eventSeq, eventAt)
  if (!event) throw new Error('the event is no longer in the log')
  const applied = await applyEvents(app, listener, event.companyId, [event])
  await app.db.relay`delete from event_log.delivery where listener = ${listener.address} and event_seq = ${eventSeq}`
  return applied
}

async function noteAgain(app: App, { listener, eventSeq, attempts }: Due, error: unknown): Promise<void> {
  const now = app.clock()
  const pauseMs = pausesMs[attempts]
  await app.db.relay`
    update event_log.delivery set attempts = attempts + 1, error = ${textOf(error)}, parked = ${pauseMs === undefined},
      next_at = ${instantOf(now + (pauseMs ?? 0))}, failed_at = ${instantOf(now)}
    where listener = ${listener} and event_seq = ${eventSeq}`
}

/** The parked events, oldest first, of one listener or of all. At most 500. */
export async function parkedEvents(sql: postgres.Sql, listener?: string): Promise<ParkedEvent[]> {
  const rows = await sql<ParkedEvent[]>`
    select listener, company_id as "companyId", event_seq as "eventSeq", event_at as "eventAt", attempts, error,
      failed_at as "failedAt"
    from event_log.delivery where parked ${listener === undefined ? sql`` : sql`and listener = ${listener}`}
    order by event_seq limit 500`
  return [...rows]
}

/** A failed event with what it was; `event` is null when the log has dropped it. */
export type FailedEvent = ParkedEvent & {
  isParked: boolean
  nextAt: string
  event: Pick<LoggedEvent, 'id' | 'type' | 'entity' | 'subjectId' | 'actor' | 'data'> | null
}
export type FailedQuery = {
  /** Of all companies without one. */
  companyId?: string
  listener?: string
  eventSeq?: number
  /** Only those with a smaller number. */
  before?: number
  isParked?: boolean
  limit: number
}

/** Events that a listener could not apply, the latest first: parked ones, and those that are still retried. */
export async function failedEvents(sql: Sql, query: FailedQuery): Promise<FailedEvent[]> {
  const { companyId, listener, eventSeq, before, isParked, limit } = query
  const rows = await sql<FailedEvent[]>`
    select d.listener, d.company_id as "companyId", event_seq as "eventSeq", event_at as "eventAt", attempts, error,
      failed_at as "failedAt", parked as "isParked", next_at as "nextAt",
      case when e.id is null then null else jsonb_build_object('id', e.id, 'type', e.type, 'entity', e.entity,
        'subjectId', e.subject_id, 'actor', e.actor, 'data', e.data) end as event
    from event_log.delivery d left join event_log.event e on e.seq = event_seq and e.at = event_at
    where true
      ${companyId ? sql`and d.company_id = ${companyId}` : sql``}
      ${listener ? sql`and d.listener = ${listener}` : sql``}
      ${eventSeq === undefined ? sql`` : sql`and event_seq = ${eventSeq}`}
      ${before === undefined ? sql`` : sql`and event_seq < ${before}`}
      ${isParked === undefined ? sql`` : sql`and parked = ${isParked}`}
    order by event_seq desc, d.listener limit ${limit}`
  return [...rows]
}

/** Takes a parked event off the list for good: the listener goes on without it. Answers whether there was one. */
export async function dismissEvent(sql: Sql, listener: string, eventSeq: number): Promise<boolean> {
  const gone = await sql`delete from event_log.delivery
    where listener = ${listener} and event_seq = ${eventSeq} and parked returning 1`
  return gone.length > 0
}

/**
 * Applies a failed event now, once. Refuses NOT_FOUND when the listener has no such failure; throws what the listener
 * throws when it fails again, and the event stays parked with the new error.
 */
export async function replayEvent(app: App, listener: ListenerEntry, eventSeq: number): Promise<Applied> {
  const [due] = await app.db.relay<Due[]>`
    select listener, event_seq as "eventSeq", event_at as "eventAt", attempts from event_log.delivery
    where listener = ${listener.address} and event_seq = ${eventSeq}`
  if (!due) throw refuse('NOT_FOUND', `${listener.address} has no failed event ${eventSeq}.`)
  try {
    return await applyOne(app, listener, due)
  } catch (error) {
    if (!isSurroundings(error)) {
      await app.db.relay`
        update event_log.delivery set attempts = attempts + 1, error = ${textOf(error)}
        where listener = ${due.listener} and event_seq = ${eventSeq}`
    }
    throw error
  }
}

function textOf(error: unknown): string {
  if (isRefusal(error))
    return [`${error.code}: ${error.message}`, ...error.details.map(({ message }) => message)].join(' ')
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
