/** One run of a job: which companies it is for, and the transaction and context it gets. */
import { installation, type JobEntry, type Sql } from '#kernel'
import { appendEvents } from '#platform/event-log'
import type { App } from '../execution/app.ts'
import { makeRun, type Run, systemActor } from '../execution/context.ts'
import type { Jobs, Payload } from './start.ts'

export type Running = {
  payload: Payload
  /** Aborts when the job has run longer than it may. */
  signal: AbortSignal
  send: Jobs['send']
  companies: () => Promise<readonly string[]>
}

/** Runs a job, or queues it for each active company. Whatever it throws counts as a failed attempt. */
export async function runJob(app: App, entry: JobEntry, running: Running): Promise<void> {
  const { payload, send, companies } = running
  if (entry.definition.per === 'company' && payload.companyId === undefined) {
    // A company for which the last round still waits is not queued twice.
    for (const companyId of await companies()) await send(entry.address, payload.data, { companyId, key: 'each' })
    return
  }
  const companyId = payload.companyId ?? installation
  let finished: Run | undefined
  const work = async (sql: Sql) => {
    const run = makeRun({
      app,
      sql,
      companyId,
      scope: entry.definition.per === 'company' ? 'company' : 'all',
      requestId: app.newId(),
      actor: systemActor(app, entry.address, companyId),
      signal: running.signal,
    })
    finished = run
    await entry.definition.run(run.context, payload.data)
    return {
      result: undefined,
      last: (tx: Sql) => (run.events.length > 0 ? [appendEvents(tx, run.context, run.events)] : []),
    }
  }
  if (entry.definition.per === 'company') await app.db.transaction(companyId, work)
  else {
    await app.db.relay.begin(async (tx) => {
      const sql = tx as unknown as Sql
      await Promise.all((await work(sql)).last(sql))
    })
  }
  afterCommit(app, finished)
}

function afterCommit(app: App, run: Run | undefined): void {
  if (!run) return
  if (run.events.length > 0) app.eventsAppended()
  for (const work of run.after) work()
}
