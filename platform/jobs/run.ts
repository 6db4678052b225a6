/** One run of a job: which companies it is for, and the transaction and context it gets. */
import { installation, type JobEntry, type Sql } from '#kernel'
import type { App } from '../execution/app.ts'
import { announce, appendingEvents, makePreparation, runCommitted } from '../execution/commit.ts'
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
  const isOfCompany = entry.definition.per === 'company'
  const maker = {
    app,
    companyId,
    scope: isOfCompany ? ('company' as const) : ('all' as const),
    requestId: app.newId(),
    actor: systemActor(app, entry.address, companyId),
    signal: running.signal,
  }
  const relay = isOfCompany ? undefined : (app.db.relay as unknown as Sql)
  await entry.definition.prepare?.(makePreparation(maker, { relay, as: entry.address }), payload.data)
  if (isOfCompany) {
    await runCommitted(maker, (context) => entry.definition.run(context, payload.data))
    return
  }
  let finished: Run | undefined
  await app.db.relay.begin(async (tx) => {
    const sql = tx as unknown as Sql
    const run = makeRun({ ...maker, sql })
    finished = run
    await entry.definition.run(run.context, payload.data)
    await Promise.all(appendingEvents(sql, run))
  })
  announce(app, finished)
}
