/** The rows of import runs: who may go on with one, where it stands, what it counted. Times are the database's. */
import type { Actor, Sql } from '#kernel'
import type { ImportState } from './answers.ts'
import type { Plan } from './plan.ts'
import type { RowOutcome } from './records.ts'
import type { RowProblem } from './rows.ts'

export type RunState = ImportState

/** A run as it is stored. Counts are of rows; their sum is `rows`. */
export type StoredRun = {
  companyId: string
  id: string
  target: string
  fileName: string
  fileKey: string | null
  fileBytes: number | null
  actor: Pick<Actor, 'kind' | 'id' | 'name'>
  options: Record<string, unknown>
  plan: Plan | null
  dryRun: boolean
  state: RunState
  lastRow: number
  endOffset: number | null
  rows: number
  created: number
  updated: number
  unchanged: number
  skipped: number
  failed: number
  errors: number
  notes: number
  undone: number
  kept: number
  failure: Failure | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

/** Why a run ended before the end of its file. */
export type Failure = { code: string; message: string; details: unknown[] }

/** At most so many errors, and so many notes, are kept of a run; all are counted. */
export const problemsKept = 1000

const leaseSeconds = 20

const columns = `company_id as "companyId", id, target, file_name as "fileName", file_key as "fileKey",
  file_bytes as "fileBytes", actor, options, plan, dry_run as "dryRun", state, last_row as "lastRow",
  end_offset as "endOffset", rows, created, updated, unchanged, skipped, failed, errors, notes, undone, kept, failure,
  created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`

export type NewRun = Pick<
  StoredRun,
  'companyId' | 'id' | 'target' | 'fileName' | 'fileKey' | 'fileBytes' | 'options'
> & {
  actor: Actor
  dryRun: boolean
}

export async function insertRun(sql: Sql, run: NewRun): Promise<void> {
  const { kind, id, name } = run.actor
  await sql`
    insert into csv.import_run (company_id, id, target, file_name, file_key, file_bytes, actor, options, dry_run, state)
    values (${run.companyId}, ${run.id}, ${run.target}, ${run.fileName.slice(0, 300)}, ${run.fileKey}, ${run.fileBytes},
      ${sql.json({ kind, id, name })}, ${sql.json(run.options as never)}, ${run.dryRun}, 'uploaded')`
}

export async function findRun(sql: Sql, companyId: string, id: string): Promise<StoredRun | undefined> {
  const [run] = await sql<StoredRun[]>`
    select ${sql.unsafe(columns)} from csv.import_run where company_id = ${companyId} and id = ${id}`
  return run && { ...run }
}

/** Runs of the given targets and those of one actor, the latest first, with how many there are in all. */
export async function listRuns(
  sql: Sql,
  companyId: string,
  { targets, actorId, limit, offset }: { targets: readonly string[]; actorId: string; limit: number; offset: number },
): Promise<{ runs: StoredRun[]; total: number }> {
  const rows = await sql<(StoredRun & { total: number })[]>`
    select ${sql.unsafe(columns)}, count(*) over ()::int as total from csv.import_run
    where company_id = ${companyId} and (target = any(${targets as string[]}) or actor->>'id' = ${actorId})
    order by created_at desc, id limit ${limit} offset ${offset}`
  return { runs: rows.map(({ total: _, ...run }) => run), total: rows[0]?.total ?? 0 }
}

/** Whose turn it is: this process, under this name, until the lease is over. */
export type Claim = { companyId: string; id: string; runner: string }

/**
 * Takes a run from one of the given states, or from a worker whose lease is over. Answers undefined when somebody else
 * has it. Fails on the unique index when another run of the company is being worked on.
 */
export async function claimRun(
  sql: Sql,
  { companyId, id, runner }: Claim,
  { from, to }: { from: readonly RunState[]; to: 'running' | 'undoing' },
): Promise<StoredRun | undefined> {
  const [run] = await sql<StoredRun[]>`
    update csv.import_run set state = ${to}, runner = ${runner}, lease_until = now() + ${`${leaseSeconds} s`}::interval,
      started_at = coalesce(started_at, now()), finished_at = null, failure = null
    where company_id = ${companyId} and id = ${id}
      and (state = any(${from as string[]}) or (state = ${to} and (runner is null or lease_until < now())))
    returning ${sql.unsafe(columns)}`
  return run && { ...run }
}

/** A run of a worker that is gone, with no file to go on with, is over: it would keep all others waiting. */
export const releaseLost = (sql: Sql, companyId: string, except: string): PromiseLike<unknown> => sql`
  update csv.import_run set state = 'failed', runner = null, finished_at = now(),
    failure = ${sql.json({ code: 'INTERRUPTED', message: 'The process that worked on it ended.', details: [] })}
  where company_id = ${companyId} and id <> ${except}
    and state = 'running' and file_key is null and lease_until < now()`

export async function renewLease(sql: Sql, { companyId, id, runner }: Claim): Promise<void> {
  await sql`update csv.import_run set lease_until = now() + ${`${leaseSeconds} s`}::interval
    where company_id = ${companyId} and id = ${id} and runner = ${runner}`
}

/** Gives the run back so that another process goes on with it at once. */
export async function letGo(sql: Sql, { companyId, id, runner }: Claim): Promise<void> {
  await sql`update csv.import_run set runner = null, lease_until = null
    where company_id = ${companyId} and id = ${id} and runner = ${runner}`
}

export async function savePlan(sql: Sql, { companyId, id, runner }: Claim, plan: Plan): Promise<void> {
  await sql`update csv.import_run set plan = ${sql.json(plan as never)}
    where company_id = ${companyId} and id = ${id} and runner = ${runner}`
}

/** What a batch adds to its run. */
export type Advance = {
  lastRow: number
  endOffset: number | undefined
  outcomes: readonly RowOutcome[]
  notes: readonly { row: number; message: string }[]
}

/** The worker has lost the run: somebody cancelled it, or another process took it over. */
export class RunLost extends Error {}

/** Moves the run on in the transaction of its batch. Throws `RunLost`, which undoes the batch, when it is not ours. */
export async function advanceRun(
  sql: Sql,
  claim: Claim,
  { lastRow, endOffset, outcomes, notes }: Advance,
): Promise<void> {
  const count = (did: RowOutcome['did']) => outcomes.filter((outcome) => outcome.did === did).length
  const errors = outcomes.flatMap(({ problems }) => problems)
  const { companyId, id, runner } = claim
  const [moved] = await sql<{ errors: number; notes: number }[]>`
    update csv.import_run set last_row = ${lastRow}, end_offset = ${endOffset ?? null},
      lease_until = now() + ${`${leaseSeconds} s`}::interval, rows = rows + ${outcomes.length},
      created = created + ${count('created')}, updated = updated + ${count('updated')},
      unchanged = unchanged + ${count('unchanged')}, skipped = skipped + ${count('skipped')},
      failed = failed + ${count('failed')}, errors = errors + ${errors.length}, notes = notes + ${notes.length}
    where company_id = ${companyId} and id = ${id} and runner = ${runner} and state = 'running'
    returning errors, notes`
  if (!moved) throw new RunLost('the import is no longer ours')
  const kept = [
    ...errors.slice(0, Math.max(0, problemsKept - (moved.errors - errors.length))).map(asProblem('error')),
    ...notes.slice(0, Math.max(0, problemsKept - (moved.notes - notes.length))).map(asProblem('note')),
  ]
  if (kept.length > 0) await insertProblems(sql, claim, kept)
}

export type StoredProblem = {
  kind: 'error' | 'note' | 'kept'
  row: number
  column: string | null
  code: string | null
  message: string
}

const asProblem =
  (kind: StoredProblem['kind']) =>
  ({ row, message, ...rest }: RowProblem | { row: number; message: string }): StoredProblem => ({
    kind,
    row,
    message: message.slice(0, 500),
    column: 'column' in rest ? (rest.column ?? null) : null,
    code: 'code' in rest ? rest.code : null,
  })

export async function insertProblems(sql: Sql, { companyId, id }: Claim, problems: readonly StoredProblem[]) {
  await sql`
    insert into csv.import_problem (company_id, import_id, kind, row, column_name, code, message)
    select ${companyId}::uuid, ${id}::uuid, kind, row, "column", code, message
    from jsonb_to_recordset(${sql.json(problems as never)})
      as p(kind text, row int, "column" text, code text, message text)`
}

/**
 * Remembers what a batch made, for taking it back: the first values that were there, the last version that was left.
 */
export async function recordChanges(
  sql: Sql,
  { companyId, id }: Claim,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  const latest = new Map<string, Record<string, unknown>>()
  for (const { row, did, id: recordId, version, before } of outcomes) {
    if ((did !== 'created' && did !== 'updated') || recordId === undefined) continue
    const earlier = latest.get(recordId)
    const kind = earlier?.kind ?? did
    const values = kind === 'created' ? null : { ...before, ...(earlier?.before as object | undefined) }
    latest.set(recordId, { id: recordId, row, kind, version: version ?? null, before: values })
  }
  if (latest.size === 0) return
  await sql`
    insert into csv.import_change as known (company_id, import_id, record_id, row, kind, version, before)
    select ${companyId}::uuid, ${id}::uuid, id, row, kind, version, before
    from jsonb_to_recordset(${sql.json([...latest.values()] as never)})
      as c(id uuid, row int, kind text, version int, before jsonb)
    on conflict (company_id, import_id, record_id) do update set row = excluded.row, version = excluded.version,
      before = case when known.kind = 'created' then null else coalesce(excluded.before, '{}') || known.before end`
}

export async function finishRun(
  sql: Sql,
  { companyId, id, runner }: Claim,
  { state, failure }: { state: RunState; failure?: Failure | undefined },
): Promise<void> {
  await sql`update csv.import_run set state = ${state}, runner = null, lease_until = null, finished_at = now(),
      failure = ${failure ? sql.json(failure as never) : null}
    where company_id = ${companyId} and id = ${id} and runner = ${runner}`
}

/** The problems of a run by kind, in the order of the file. */
export async function problemsOfRun(sql: Sql, companyId: string, id: string): Promise<StoredProblem[]> {
  const rows = await sql<StoredProblem[]>`
    select kind, row, column_name as "column", code, message from csv.import_problem
    where company_id = ${companyId} and import_id = ${id} order by position limit ${problemsKept * 3}`
  return rows.map((row) => ({ ...row }))
}
