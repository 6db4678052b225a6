/** One batch of records in one transaction, with its events, its trail for taking it back and the run's new place. */
import type { Actor, Scope } from '#kernel'
import { appendEvents } from '#platform/event-log'
import { type App, makeRun, type Run } from '#platform/execution'
import type { Headers } from './links.ts'
import type { ApplyRecords, RowOutcome, Runs } from './records.ts'
import { copiesOf, type ImportedRow } from './rows.ts'
import { type advanceRun, type Claim, recordChanges } from './run-store.ts'
import type { RecordTarget } from './targets.ts'
import { Tried } from './tried.ts'

/** Applies a batch and commits it. */
export type Batch = (rows: readonly ImportedRow[]) => Promise<readonly RowOutcome[]>

export type BatchOptions = {
  app: App
  actor: Actor
  claim: Claim
  dryRun: boolean
  headers: Headers
  advance: typeof advanceRun
}

/** Thrown to leave a trial's transaction without committing what it wrote. */
class TrialOver extends Error {}

/** Batches of records. A dry run does all of it and takes it back, so that the database's own rules speak too. */
export function applyBatch({
  app,
  actor,
  claim,
  dryRun,
  target,
  apply,
  advance,
}: BatchOptions & { target: RecordTarget; apply: ApplyRecords }): Batch {
  const tried = new Tried(target)
  return async (rows) => {
    const last = rows.at(-1)
    const place = { lastRow: last?.row ?? 0, endOffset: last?.endOffset, notes: [] }
    if (dryRun) {
      const outcomes = await tryOut(app, { claim, actor, target }, rows, apply, tried)
      await app.db.transaction(claim.companyId, async (sql) => ({
        result: await advance(sql, claim, { ...place, outcomes }),
      }))
      return outcomes
    }
    let runs: Runs | undefined
    const outcomes = await app.db.transaction(claim.companyId, async (sql) => {
      const made = runsOf(app, { claim, actor, target, sql })
      runs = made
      const result = await apply(made, copiesOf(rows))
      await recordChanges(sql, claim, result)
      await advance(sql, claim, { ...place, outcomes: result })
      const { events, context } = made.create
      return { result, last: () => (events.length > 0 ? [appendEvents(sql, context, events)] : []) }
    })
    if (runs) workAfter(runs.create)
    return outcomes
  }
}

/**
 * After the commit: what the guards asked to be told. Listeners are not woken by each batch, or they would read the log
 * for every document of a file; they look once a second by themselves, and are woken when the import is over.
 */
export function workAfter(run: Run): void {
  for (const work of run.after) work()
}

type Making = { claim: Claim; actor: Actor; target: RecordTarget }

function runsOf(app: App, { claim, actor, target, sql }: Making & { sql: Run['context']['sql'] }): Runs {
  const make = (scope: Scope): Run =>
    makeRun({ app, actor, companyId: claim.companyId, scope, requestId: `import-${claim.id}`, sql })
  const { create: creating, update: changing } = target.reach
  const create = make(creating ?? changing ?? 'own')
  const other = make(changing ?? creating ?? 'own')
  const { emit, afterCommit } = create.context
  return { create, update: { ...create, context: { ...other.context, emit, afterCommit } } }
}

async function tryOut(app: App, making: Making, rows: readonly ImportedRow[], apply: ApplyRecords, tried: Tried) {
  const fresh = rows.filter((row) => !tried.dependsOn(row))
  let outcomes: RowOutcome[] = []
  try {
    await app.db.transaction(making.claim.companyId, async (sql) => {
      outcomes = await apply(runsOf(app, { ...making, sql }), copiesOf(fresh))
      throw new TrialOver()
    })
  } catch (error) {
    if (!(error instanceof TrialOver)) throw error
  }
  tried.note(fresh, outcomes)
  const later = rows.filter((row) => !fresh.includes(row)).map((row) => tried.judge(row))
  return [...outcomes, ...later].toSorted((left, right) => left.row - right.row)
}
