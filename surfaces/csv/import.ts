/**
 * Brings a file in: opens it, settles how it is read, and writes batch by batch, each with its events, its counts and
 * its place in one transaction. A run that was killed goes on behind its last committed batch: nothing twice, nothing
 * lost.
 */
import { type Actor, installation, isRefusal, type Refusal, refuse } from '#kernel'
import type { App } from '#platform/execution'
import type { ImportReport } from './answers.ts'
import { applyDocument } from './apply-document.ts'
import { applyBatch, type Batch } from './apply-records.ts'
import { batchesOf, documentsOf } from './batches.ts'
import { companyFacts } from './company-facts.ts'
import { checkPlan, type ImportOptions, makePlan, type Plan, plannedColumns } from './plan.ts'
import { readRows } from './read.ts'
import { recordsInto } from './records.ts'
import { csvImportRefusals } from './refusals.ts'
import { reportOf } from './report.ts'
import { type ImportedRow, makeRowReader } from './rows.ts'
import {
  advanceRun,
  type Claim,
  claimRun,
  type Failure,
  findRun,
  finishRun,
  insertRun,
  letGo,
  RunLost,
  releaseLost,
  renewLease,
  type StoredRun,
  savePlan,
} from './run-store.ts'
import { type Bytes, counted, from, peek } from './source.ts'
import { type ImportTarget, targetOf } from './targets.ts'

/** How far an import is. Bytes are of the file, as far as it was handed to the parser. */
export type ImportProgress = { id: string; rows: number; failed: number; bytes: number; totalBytes: number | undefined }

export type RunImportOptions = ImportOptions & {
  /** Everything but the writing, with the same report. */
  dryRun?: boolean
  /** The id of a run that is to go on; the source is the same file from its beginning. */
  resumeOf?: string
  fileName?: string
  totalBytes?: number
}

export type ImportCall = {
  actor: Actor
  companyId: string
  /** An entity with a csv key (`catalog.product`) or an import of a module (`sales.invoices`). */
  target: string
  source: Bytes
  options?: RunImportOptions
}

/** Who follows an import: told after each batch; the signal stops it between batches, to be resumed or undone. */
export type Follower = { progress?: (progress: ImportProgress) => void; signal?: AbortSignal | undefined }

/** The reason of a signal that leaves the run to another process instead of cancelling it. */
export const handOver = 'hand over'

/**
 * Brings a file in and answers the report. Refuses before anything is written: FORBIDDEN, FORBIDDEN_KEY,
 * VALIDATION_FAILED for a mapping or option that does not fit, CSV_INVALID for a file that breaks in its first batch,
 * IMPORT_RUNNING while another import of the company runs. Later faults are in the report, with state `failed`.
 */
export async function runImport(
  app: App,
  given: ImportCall,
  progress?: Follower['progress'],
  signal?: AbortSignal,
): Promise<ImportReport> {
  const call: Followed = { ...given, progress, signal }
  const { actor, companyId, options = {} } = call
  if (companyId === installation) throw refuse('COMPANY_REQUIRED')
  const target = targetOf(app.registry, actor, call.target)
  const id = options.resumeOf ?? app.newId()
  const claim: Claim = { companyId, id, runner: app.newId() }
  if (!options.resumeOf) await createRun(app, call, id)
  const run = await take(app, claim, call.target)
  const heart = setInterval(() => void inCompany(app, companyId, (sql) => renewLease(sql, claim)).catch(ignore), 5000)
  try {
    return await work(app, call, { claim, run, target })
  } finally {
    clearInterval(heart)
    app.eventsAppended()
  }
}

type Followed = ImportCall & Follower
const ignore = () => undefined

type InCompany = Parameters<App['db']['read']>[1]
const inCompany = <R>(app: App, companyId: string, work: (sql: Parameters<InCompany>[0]) => Promise<R>): Promise<R> =>
  app.db.transaction(companyId, async (sql) => ({ result: await work(sql) }))

function createRun(app: App, { actor, companyId, target, options = {} }: ImportCall, id: string): Promise<void> {
  const { dryRun = false, fileName = 'import.csv', totalBytes, resumeOf: _, ...kept } = options
  return inCompany(app, companyId, (sql) =>
    insertRun(sql, {
      companyId,
      id,
      target,
      actor,
      dryRun,
      fileName,
      fileKey: null,
      fileBytes: totalBytes ?? null,
      options: kept,
    }),
  )
}

const startable = ['uploaded', 'queued', 'failed', 'cancelled'] as const

/** Takes the run, or says why it cannot be had. */
async function take(app: App, claim: Claim, target: string): Promise<StoredRun> {
  const { companyId, id } = claim
  try {
    return await inCompany(app, companyId, async (sql) => {
      await releaseLost(sql, companyId, id)
      const known = await findRun(sql, companyId, id)
      if (known?.target !== target) throw refuse('NOT_FOUND')
      const isWhole = known.undone + known.kept === 0
      const run = isWhole && (await claimRun(sql, claim, { from: [...startable], to: 'running' }))
      if (!run) throw csvImportRefusals.refuse('IMPORT_STATE', `The import is ${known.state}.`)
      return run
    })
  } catch (error) {
    if (isRefusal(error) && error.code === 'ALREADY_EXISTS') throw csvImportRefusals.refuse('IMPORT_RUNNING', [], 10)
    throw error
  }
}

type Job = { claim: Claim; run: StoredRun; target: ImportTarget }

async function work(app: App, call: Followed, job: Job): Promise<ImportReport> {
  const { claim, run } = job
  const state = { hasWritten: run.rows > 0 }
  try {
    await bringIn(app, call, job, () => {
      state.hasWritten = true
    })
    await inCompany(app, claim.companyId, (sql) => finishRun(sql, claim, { state: 'done' }))
  } catch (error) {
    if (error instanceof RunLost) return reportOf(app, claim)
    if (call.signal?.aborted) await stop(app, call.signal, claim)
    else if (run.fileKey !== null && isRefusal(error) && error.code === 'DATABASE_UNAVAILABLE') {
      // No fault of the file, which is kept: whoever looks next goes on behind the last committed batch.
      await inCompany(app, claim.companyId, (sql) => letGo(sql, claim))
      throw error
    } else {
      await inCompany(app, claim.companyId, (sql) =>
        finishRun(sql, claim, { state: 'failed', failure: failureOf(error) }),
      )
      if (!isRefusal(error) || !state.hasWritten) throw error
    }
  }
  return reportOf(app, claim)
}

async function stop(app: App, signal: AbortSignal, claim: Claim): Promise<void> {
  await inCompany(app, claim.companyId, (sql) =>
    signal.reason === handOver ? letGo(sql, claim) : finishRun(sql, claim, { state: 'cancelled' }),
  )
}

const failureOf = (error: unknown): Failure => {
  const { code, message, details }: Pick<Refusal, 'code' | 'message' | 'details'> = isRefusal(error)
    ? error
    : refuse('INTERNAL')
  return { code, message, details }
}

async function bringIn(app: App, call: Followed, job: Job, wrote: () => void): Promise<void> {
  const { run, target, claim } = job
  const seen = { bytes: run.endOffset ?? 0, rows: run.rows, failed: run.failed }
  const { plan, stream } = await open(app, call, job)
  const tell = (bytes: number) => {
    seen.bytes += bytes
  }
  const rows = readImported(plan, target, { run, stream, tell })
  const apply = applierOf(app, call, job, plan)
  const groups = target.kind === 'records' ? batchesOf(rows) : documentsOf(rows, groupProperty(target))
  for await (const group of ahead(groups)) {
    call.signal?.throwIfAborted()
    const outcomes = await patiently(() => apply(group))
    wrote()
    seen.rows += outcomes.length
    seen.failed += outcomes.filter(({ did }) => did === 'failed').length
    call.progress?.({ id: claim.id, ...seen, totalBytes: call.options?.totalBytes ?? run.fileBytes ?? undefined })
  }
}

/** Records that somebody else is changing are worth waiting for: each attempt waits as long as a lock may take. */
async function patiently<R>(attempt: () => Promise<R>): Promise<R> {
  for (let left = 3; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || !isRefusal(error) || error.code !== 'LOCK_TIMEOUT') throw error
    }
  }
}

/** The plan and the bytes it is to be read from; a plan that is stored stays as it was settled. */
async function open(app: App, call: Followed, { run, claim, target }: Job): Promise<{ plan: Plan; stream: Bytes }> {
  if (run.plan) {
    return { plan: run.plan, stream: run.endOffset === null ? call.source : from(call.source, run.endOffset) }
  }
  const { sample, isWhole, stream, close } = await peek(call.source)
  const { dryRun: _, resumeOf: __, fileName: ___, totalBytes: ____, ...given } = call.options ?? {}
  const options = { ...(run.options as ImportOptions), ...given }
  try {
    const facts = await companyFacts(app, claim.companyId)
    const { plan } = await makePlan(sample, isWhole, { target, options, facts })
    checkPlan(plan, target)
    await inCompany(app, claim.companyId, (sql) => savePlan(sql, claim, plan))
    return { plan, stream }
  } catch (error) {
    await close()
    throw error
  }
}

type Reading = { run: StoredRun; stream: Bytes; tell: (bytes: number) => void }

async function* readImported(plan: Plan, target: ImportTarget, { run, stream, tell }: Reading) {
  const read = makeRowReader(plannedColumns(plan, target), plan.currency)
  const { detected, header } = plan
  const place =
    run.endOffset === null
      ? { fromRow: run.lastRow + 1 }
      : { resume: { lastRow: run.lastRow, endOffset: run.endOffset, header } }
  for await (const row of readRows(counted(stream, tell), { detected, stripGuard: true, ...place })) yield read(row)
}

function groupProperty(target: Extract<ImportTarget, { kind: 'documents' }>): string | undefined {
  return target.columns.find(({ name }) => name === target.definition.groupBy)?.property
}

function applierOf(app: App, call: Followed, { claim, run, target }: Job, plan: Plan): Batch {
  const headers = new Map(Object.entries(plan.mapping).map(([header, name]) => [name, header]))
  const common = { app, actor: call.actor, claim, dryRun: run.dryRun, headers, advance: advanceRun }
  return target.kind === 'records'
    ? applyBatch({ ...common, target, apply: recordsInto(app.registry, target, headers) })
    : applyDocument({ ...common, target })
}

/** Reads the next group while the last one is being written. */
async function* ahead(groups: AsyncGenerator<ImportedRow[], void, undefined>) {
  let next = groups.next()
  try {
    while (true) {
      const { value, done } = await next
      if (done || !value) return
      next = groups.next()
      next.catch(() => undefined)
      yield value
    }
  } finally {
    await groups.return()
  }
}
