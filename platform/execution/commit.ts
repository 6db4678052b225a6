/** Short transactions before and between slower work: what is written in one stays whatever becomes of the rest. */
import type { Context, Preparation, Sql } from '#kernel'
import { appendEvents } from '#platform/event-log'
import type { App } from './app.ts'
import { type Ingredients, makeRun, type Run, systemActor } from './context.ts'

type Maker = Omit<Ingredients, 'sql' | 'reads'>

/** Runs work in one transaction of the maker's company; its events travel with COMMIT. */
export async function runCommitted<R>(maker: Maker, work: (context: Context) => Promise<R>): Promise<R> {
  const { app, companyId } = maker
  let finished: Run | undefined
  const result = await app.db.transaction(companyId, async (sql) => {
    const run = makeRun({ ...maker, sql })
    finished = run
    return { result: await work(run.context), last: (tx: Sql) => appendingEvents(tx, run) }
  })
  announce(app, finished)
  return result
}

export const appendingEvents = (sql: Sql, { context, events }: Run): PromiseLike<unknown>[] =>
  events.length > 0 ? [appendEvents(sql, context, events)] : []

/** After the commit: readers of the log are woken, and what waited for the commit runs. */
export function announce(app: App, run: Run | undefined): void {
  if (!run) return
  if (run.events.length > 0) app.eventsAppended()
  for (const work of run.after) work()
}

/**
 * What an action or job has before its transaction. `relay` is for work across companies: the role to ask with; without
 * it there is no database outside of `commit`. `as` names the system where such work writes into a company.
 */
export function makePreparation(maker: Maker, { relay, as }: { relay?: Sql; as: string }): Preparation {
  const { context } = makeRun({ ...maker, sql: relay ?? closedTo(as), reads: true })
  const commit: Preparation['commit'] = (work, companyId = maker.companyId) => {
    if (companyId === maker.companyId) return runCommitted(maker, work)
    if (!relay) throw new Error(`${as} works in one company and may not write into another`)
    return runCommitted({ ...maker, companyId, actor: systemActor(maker.app, as, companyId), scope: 'company' }, work)
  }
  return { ...context, commit }
}

const closedTo = (what: string): Sql =>
  (() => {
    throw new Error(`${what} asks the database outside of commit`)
  }) as unknown as Sql
