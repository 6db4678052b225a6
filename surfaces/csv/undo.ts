/**
 * Takes an import back: records that it made are removed, values that it replaced are put back, both only where nobody
 * has touched the record since and nothing refers to it. What cannot be taken back stays and is told.
 */
import { type Actor, type EntityEntry, isRefusal, type Refusal, refuse, type Scope, type Sql } from '#kernel'
import { appendEvents } from '#platform/event-log'
import { type App, deleteMany, isOfTheRow, makeRun, type Outcome, type Run, updateMany } from '#platform/execution'
import type { ImportReport } from './answers.ts'
import { workAfter } from './apply-records.ts'
import { handOver } from './import.ts'
import { csvImportRefusals } from './refusals.ts'
import { reportOf } from './report.ts'
import { type Claim, claimRun, findRun, finishRun, insertProblems, letGo, problemsKept, RunLost } from './run-store.ts'
import { type ImportTarget, targetOf } from './targets.ts'

/** Changes taken back in one transaction. */
const batchChanges = 200

export type UndoCall = { actor: Actor; companyId: string; id: string; signal?: AbortSignal | undefined }

type Change = {
  id: string
  row: number
  kind: 'created' | 'updated'
  version: number | null
  before: Record<string, unknown> | null
}
type Work = { app: App; actor: Actor; claim: Claim; target: ImportTarget }

/**
 * Takes back all that the run made and answers its report. Refuses NOT_FOUND, FORBIDDEN, IMPORT_STATE for a run that is
 * not over or wrote nothing, IMPORT_RUNNING while another import of the company runs.
 */
export async function undoImport(app: App, { actor, companyId, id, signal }: UndoCall): Promise<ImportReport> {
  const claim: Claim = { companyId, id, runner: app.newId() }
  const run = await take(app, claim)
  const work: Work = { app, actor, claim, target: targetOf(app.registry, actor, run.target) }
  try {
    while ((await undoBatch(work)) > 0) signal?.throwIfAborted()
    await finish(app, claim, { state: 'undone' })
  } catch (error) {
    if (error instanceof RunLost) return reportOf(app, claim)
    if (signal?.aborted && signal.reason === handOver) {
      await app.db.transaction(companyId, async (sql) => ({ result: await letGo(sql, claim) }))
    } else {
      const { code, message, details }: Refusal = isRefusal(error) ? error : refuse('INTERNAL')
      await finish(app, claim, { state: 'failed', failure: { code, message, details } })
      if (!isRefusal(error)) throw error
    }
  } finally {
    app.eventsAppended()
  }
  return reportOf(app, claim)
}

async function take(app: App, claim: Claim) {
  const { companyId, id } = claim
  try {
    return await app.db.transaction(companyId, async (sql) => {
      const run = await findRun(sql, companyId, id)
      if (!run) throw refuse('NOT_FOUND')
      if (run.dryRun) throw csvImportRefusals.refuse('IMPORT_STATE', 'A dry run wrote nothing.')
      const claimed = await claimRun(sql, claim, {
        from: ['done', 'failed', 'cancelled', 'undo_queued'],
        to: 'undoing',
      })
      if (!claimed) throw csvImportRefusals.refuse('IMPORT_STATE', `The import is ${run.state}.`)
      return { result: claimed }
    })
  } catch (error) {
    if (isRefusal(error) && error.code === 'ALREADY_EXISTS') throw csvImportRefusals.refuse('IMPORT_RUNNING', [], 10)
    throw error
  }
}

const finish = (app: App, claim: Claim, end: Parameters<typeof finishRun>[2]) =>
  app.db.transaction(claim.companyId, async (sql) => ({ result: await finishRun(sql, claim, end) }))

/** Restores before it removes, for a restored record may have referred to one that goes. Answers how many it judged. */
async function undoBatch(work: Work): Promise<number> {
  const { app, claim } = work
  let runs: Run[] = []
  const count = await app.db.transaction(claim.companyId, async (sql) => {
    const changes = await sql<Change[]>`
      select record_id as id, row, kind, version, before from csv.import_change
      where company_id = ${claim.companyId} and import_id = ${claim.id} and state = 'done'
      order by kind desc, row desc limit ${batchChanges} for update`
    const kind = changes[0]?.kind
    const alike = changes.filter((change) => change.kind === kind)
    const done = await undoAlike(work, sql, alike)
    runs = done.runs
    await note(sql, claim, alike, done.outcomes)
    const events = runs.flatMap((run) => run.events)
    const [first] = runs
    return {
      result: alike.length,
      last: () => (first && events.length > 0 ? [appendEvents(sql, first.context, events)] : []),
    }
  })
  for (const run of runs) workAfter(run)
  return count
}

type Done = { outcomes: readonly Outcome[]; runs: Run[] }

async function undoAlike(work: Work, sql: Sql, changes: readonly Change[]): Promise<Done> {
  const { target, actor } = work
  const [first] = changes
  if (!first) return { outcomes: [], runs: [] }
  if (target.kind === 'documents') return undoDocuments(work, sql, changes)
  const verb = first.kind === 'created' ? 'delete' : 'update'
  const permission = `${target.address}.${verb}`
  const scope = work.app.registry.operations.has(permission) ? actor.grants.get(permission) : undefined
  const denied = refuse('FORBIDDEN', `This needs the permission ${permission}.`)
  if (!scope) return { outcomes: changes.map(() => ({ refusal: denied })), runs: [] }
  const run = runOf(work, sql, scope)
  return { outcomes: await undoRecords(run, target.entry, changes), runs: [run] }
}

const runOf = ({ app, actor, claim }: Work, sql: Sql, scope: Scope): Run =>
  makeRun({ app, actor, companyId: claim.companyId, scope, requestId: `import-${claim.id}`, sql })

const undoRecords = (run: Run, entry: EntityEntry, changes: readonly Change[]): Promise<Outcome[]> => {
  const targets = changes.map(({ id, version, before }) => ({ id, version: version ?? 0, input: before ?? {} }))
  return changes[0]?.kind === 'created' ? deleteMany(run, entry, targets) : updateMany(run, entry, targets)
}

/** Documents are taken back by their module, one after the other, each to its own savepoint. */
async function undoDocuments(work: Work, sql: Sql, changes: readonly Change[]): Promise<Done> {
  const { target } = work
  const outcomes: Outcome[] = []
  if (target.kind !== 'documents') return { outcomes, runs: [] }
  const { undo } = target.definition
  const run = runOf(work, sql, target.scope)
  const never = csvImportRefusals.refuse('IMPORT_STATE', 'Documents of this sort are not taken back.')
  for (const { id } of changes) {
    if (!undo) {
      outcomes.push({ refusal: never })
      continue
    }
    const marks = [run.events.length, run.after.length]
    await sql`savepoint undoing`
    try {
      await undo(run.context, id)
      outcomes.push({ after: { id }, isChanged: true })
    } catch (error) {
      if (!isRefusal(error) || !isOfTheRow(error)) throw error
      await sql`rollback to savepoint undoing`
      run.events.length = marks[0] ?? 0
      run.after.length = marks[1] ?? 0
      outcomes.push({ refusal: error })
    }
    await sql`release savepoint undoing`
  }
  return { outcomes, runs: [run] }
}

/** Marks what was judged and moves the run on, which fails when the run was taken from us. */
async function note(sql: Sql, claim: Claim, changes: readonly Change[], outcomes: readonly Outcome[]): Promise<void> {
  const { companyId, id, runner } = claim
  const judged = changes.map((change, index) => ({ ...change, outcome: outcomes[index] }))
  const kept = judged.flatMap(({ row, id: recordId, outcome }) =>
    outcome && 'refusal' in outcome ? [{ row, id: recordId, refusal: outcome.refusal }] : [],
  )
  const keptIds = kept.map((each) => each.id)
  await sql`
    update csv.import_change set state = case when record_id = any(${keptIds}::uuid[]) then 'kept' else 'undone' end
    where company_id = ${companyId} and import_id = ${id}
      and record_id = any(${changes.map((each) => each.id)}::uuid[])`
  const [moved] = await sql<{ kept: number }[]>`
    update csv.import_run set undone = undone + ${changes.length - kept.length}, kept = kept + ${kept.length},
      lease_until = now() + interval '20 s'
    where company_id = ${companyId} and id = ${id} and runner = ${runner} and state = 'undoing' returning kept`
  if (!moved) throw new RunLost('the import is no longer ours')
  const told = kept.slice(0, Math.max(0, problemsKept - (moved.kept - kept.length)))
  if (told.length === 0) return
  await insertProblems(
    sql,
    claim,
    told.map(({ row, refusal }) => ({
      kind: 'kept',
      row,
      column: null,
      code: refusal.code,
      message: sayKept(refusal),
    })),
  )
}

function sayKept({ code, message, details }: Refusal): string {
  if (code === 'NOT_FOUND') return 'The record is no longer there.'
  if (code === 'VERSION_CONFLICT') return 'The record was changed after the import.'
  if (code === 'IN_USE') return 'Other records refer to it.'
  return details[0]?.message ?? message
}
