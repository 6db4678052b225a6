/** One document of neighbouring rows in one transaction; a refusal is the error of its rows and leaves nothing. */
import { type ImportRow, isRefusal } from '#kernel'
import { appendEvents } from '#platform/event-log'
import { isOfTheRow, makeRun, type Run } from '#platform/execution'
import { makeValidator, objectSchema } from '#surfaces/schema'
import { type Batch, type BatchOptions, workAfter } from './apply-records.ts'
import { resolveLinks } from './links.ts'
import { problemsOf, type RowOutcome } from './records.ts'
import { copiesOf, type ImportedRow } from './rows.ts'
import { type Advance, recordChanges } from './run-store.ts'
import type { DocumentTarget } from './targets.ts'

type Note = { row: number; message: string }

/** Thrown to leave the transaction with what became of the rows; nothing of it is committed. */
class TakenBack extends Error {
  readonly outcomes: RowOutcome[]
  constructor(outcomes: RowOutcome[]) {
    super('taken back')
    this.outcomes = outcomes
  }
}

export function applyDocument(options: BatchOptions & { target: DocumentTarget }): Batch {
  const { app, claim, actor, target, advance, headers, dryRun } = options
  const check = makeValidator()(objectSchema(target.definition.fields))
  const inTransaction = async (rows: readonly ImportedRow[], place: Omit<Advance, 'outcomes'>, notes: Note[]) => {
    let committed: Run | undefined
    const outcomes = await app.db.transaction(claim.companyId, async (sql) => {
      notes.length = 0
      // Many small transactions need not wait for the disk one by one: what a crash takes of the last ones, the run
      // brings in again, and none is told as done before the end of the run is on the disk with all before it.
      const unhurried = sql`set local synchronous_commit = off`.execute()
      const { scope } = target
      const run = makeRun({ app, actor, companyId: claim.companyId, scope, requestId: `import-${claim.id}`, sql })
      committed = run
      const [result] = await Promise.all([applyRows(options, run, { rows: copiesOf(rows), check, notes }), unhurried])
      if (dryRun || result.some(({ did }) => did === 'failed')) throw new TakenBack(result)
      await recordChanges(sql, claim, result)
      await advance(sql, claim, { ...place, outcomes: result })
      return { result, last: () => (run.events.length > 0 ? [appendEvents(sql, run.context, run.events)] : []) }
    })
    if (committed) workAfter(committed)
    return outcomes
  }
  return async (rows) => {
    const last = rows.at(-1)
    const notes: Note[] = []
    const place = { lastRow: last?.row ?? 0, endOffset: last?.endOffset, notes }
    try {
      return await inTransaction(rows, place, notes)
    } catch (error) {
      const outcomes = outcomesOf(error, rows, headers)
      await app.db.transaction(claim.companyId, async (sql) => ({
        result: await advance(sql, claim, { ...place, outcomes }),
      }))
      return outcomes
    }
  }
}

function outcomesOf(error: unknown, rows: readonly ImportedRow[], headers: BatchOptions['headers']): RowOutcome[] {
  if (error instanceof TakenBack) return error.outcomes
  if (!isRefusal(error) || !isOfTheRow(error)) throw error
  // The refusal is of the document as a whole: it is told once, at its first row.
  return failed(rows, rows[0]?.row, problemsOf(rows[0]?.row ?? 0, error, headers))
}

const failed = (rows: readonly ImportedRow[], at: number | undefined, problems: RowOutcome['problems']): RowOutcome[] =>
  rows.map(({ row }) => ({ row, did: 'failed', problems: row === at ? problems : [] }))

type Applying = {
  rows: readonly ImportedRow[]
  check: (value: unknown) => { field?: string; message: string }[]
  notes: Note[]
}

async function applyRows(
  { app, target, headers }: BatchOptions & { target: DocumentTarget },
  run: Run,
  { rows, check, notes }: Applying,
): Promise<RowOutcome[]> {
  await resolveLinks(run.context, app.registry, { rows, columns: target.columns, headers })
  for (const { row, values, problems } of rows) {
    if (problems.length > 0) continue
    for (const { field, message } of check(values)) {
      const column = target.columns.find(({ property }) => property === field?.split('.')[0])?.name ?? field
      problems.push({ row, column: headers.get(column ?? '') ?? column ?? '', code: 'VALIDATION_FAILED', message })
    }
  }
  if (rows.some(({ problems }) => problems.length > 0)) {
    return rows.map(({ row, problems }) => ({ row, did: 'failed', problems }))
  }
  const given: ImportRow[] = rows.map(({ row, values }) => ({ row, values }))
  const made = await target.definition.apply(run.context, given, (row, message) => void notes.push({ row, message }))
  if (!made) return rows.map(({ row }) => ({ row, did: 'skipped', problems: [] }))
  return rows.map(({ row }) => ({ row, did: 'created', id: made.id, problems: [] }))
}
