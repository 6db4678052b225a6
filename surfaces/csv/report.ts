/** What became of an import, as REST, the command line and the demo data tell it. */
import { refuse } from '#kernel'
import type { App } from '#platform/execution'
import type { ImportReport } from './answers.ts'
import { findRun, problemsOfRun, type StoredProblem, type StoredRun } from './run-store.ts'

/** The report of a run as it stands. Refuses NOT_FOUND. */
export async function reportOf(app: App, { companyId, id }: { companyId: string; id: string }): Promise<ImportReport> {
  const { run, problems } = await app.db.read(companyId, async (sql) => ({
    run: await findRun(sql, companyId, id),
    problems: await problemsOfRun(sql, companyId, id),
  }))
  if (!run) throw refuse('NOT_FOUND')
  return makeReport(run, problems)
}

export function makeReport(run: StoredRun, problems: readonly StoredProblem[]): ImportReport {
  const { companyId: _, fileKey: __, actor: ___, plan, lastRow: ____, ...rest } = run
  const { errors, notes, kept, fileBytes, endOffset, ...facts } = rest
  const of = (kind: StoredProblem['kind']) => problems.filter((problem) => problem.kind === kind)
  const plain = ({ row, message }: StoredProblem) => ({ row, message })
  return {
    ...facts,
    errorCount: errors,
    noteCount: notes,
    keptCount: kept,
    errors: of('error').map(({ row, column, code, message }) => ({
      row,
      ...(column ? { column } : {}),
      code: code ?? 'VALIDATION_FAILED',
      message,
    })),
    notes: of('note').map(plain),
    kept: of('kept').map(plain),
    mapping: plan?.mapping ?? {},
    unmapped: plan?.unmapped ?? [],
    detected: plan?.detected ?? null,
    bytesDone: endOffset,
    bytesTotal: fileBytes,
  }
}
