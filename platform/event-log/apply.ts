/** Applies events: the inbox row, the listener's effect and the events it emits commit together, once. */
import { isRefusal, type ListenerEntry, type LoggedEvent } from '#kernel'
import type { App } from '../execution/app.ts'
import { makeRun, type Run, systemActor } from '../execution/context.ts'
import { appendEvents } from './append.ts'

export type Applied = { events: number; emitted: number }

/** Applies those of one company's events that the listener has not applied yet, in one transaction of the company. */
export async function applyEvents(
  app: App,
  listener: ListenerEntry,
  companyId: string,
  events: readonly LoggedEvent[],
): Promise<Applied> {
  const { address, definition } = listener
  let finished: Run | undefined
  const applied = await app.db.transaction(companyId, async (sql) => {
    finished = undefined
    // One after the other per listener and company, also while a process that lost the listener still ends its batch.
    const alone = sql`select pg_advisory_xact_lock(hashtext(${address}), hashtext(${companyId}))`.execute()
    const taking = sql<{ seq: number }[]>`
      insert into event_log.inbox (listener, company_id, event_seq)
      select ${address}, ${companyId}, seq from unnest(${events.map(({ seq }) => seq)}::bigint[]) as seq
      on conflict do nothing returning event_seq as seq`.execute()
    const [, taken] = await Promise.all([alone, taking])
    const isNew = new Set(taken.map(({ seq }) => seq))
    const fresh = events.filter(({ seq }) => isNew.has(seq))
    if (fresh.length === 0) return { result: 0 }
    const run = makeRun({
      app,
      companyId,
      sql,
      scope: 'company',
      actor: systemActor(app, address, companyId),
      requestId: requestOf(app, fresh),
      // A read model that is rebuilt applies old events again; what it emitted then would happen a second time.
      reads: definition.rebuilds !== undefined,
    })
    finished = run
    await definition.run(run.context, fresh)
    return {
      result: fresh.length,
      last: run.events.length > 0 ? (tx) => [appendEvents(tx, run.context, run.events)] : undefined,
    }
  })
  return { events: applied, emitted: afterCommit(app, finished) }
}

function afterCommit(app: App, run: Run | undefined): number {
  if (!run) return 0
  if (run.events.length > 0) app.eventsAppended()
  for (const work of run.after) work()
  return run.events.length
}

/** What one request caused carries its id on; several requests applied together get an id of their own. */
function requestOf(app: App, events: readonly LoggedEvent[]): string {
  const requests = new Set(events.map(({ requestId }) => requestId))
  const [only] = requests
  return requests.size === 1 && only !== undefined ? only : app.newId()
}

const outOfReach = new Set(['DATABASE_UNAVAILABLE', 'OVERLOADED'])
/** Connection, resources, operator, system: PostgreSQL's classes of errors that no event is to blame for. */
const surroundings = /^(08|53|57P|58)/

/** Whether an error says that the database could not work, rather than that the event cannot be applied. */
export function isSurroundings(error: unknown): boolean {
  if (isRefusal(error)) return outOfReach.has(error.code)
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && (surroundings.test(code) || /^(CONNECT|ECONN|EPIPE|ENOENT)/.test(code))
}
