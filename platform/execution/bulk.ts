/**
 * Many rows of one transaction, each judged as if it came alone, written by as few statements as that allows. A row
 * that is refused leaves nothing behind and the others stay: whatever fails is taken back to a savepoint and tried in
 * halves.
 */
import { type Context, isRefusal, type Refusal } from '#kernel'
import { asRefusal } from '#platform/db'
import type { PendingEvent, Run } from './context.ts'
import type { Row } from './records.ts'

/** What became of one row; `before` is absent where there was none, `isChanged` false where nothing was written. */
export type Outcome = { before?: Row; after: Row; isChanged: boolean } | { refusal: Refusal }

/** How rows of one sort are decided and written. `D` is a decided row. */
export type Way<I, D> = {
  /** Reads and locks what the decisions stand on. */
  load: (context: Context, items: readonly I[]) => Promise<void>
  /** Decides one row as its guard has it; throws its refusal. */
  decide: (context: Context, item: I) => Promise<D>
  /** Writes all in one statement and emits their events through `emitting`, once for each, in order. */
  writeAll: (context: Context, decided: readonly D[], emitting: (index: number) => void) => Promise<Outcome[]>
  /** The whole path of one row. */
  writeOne: (context: Context, item: I) => Promise<Outcome>
}

/**
 * Rows up to one whose guard asks the database go together; that one comes alone behind them, for it may be told about
 * them. So the guards see what they would see row by row. Faults that are not of a row (a deadlock, a lost connection)
 * are thrown: they are the transaction's.
 */
export async function writeMany<I, D>(run: Run, items: readonly I[], way: Way<I, D>): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let window = items.length
  while (outcomes.length < items.length) {
    const next = items.slice(outcomes.length, outcomes.length + window)
    await way.load(run.context, next)
    const decided = await decideTogether(run, next, way)
    if (decided.length > 0) outcomes.push(...(await writeInHalves(run, decided, way)))
    // Where guards ask for row after row, loading all that is left each time would be loading it over and over.
    window = decided.length === next.length ? window * 2 : Math.max(1, decided.length)
    const alone = next[decided.length]
    if (alone === undefined) continue
    const [outcome] = await inSavepoint(run, async () => [await way.writeOne(run.context, alone)])
    outcomes.push(outcome as Outcome)
  }
  return outcomes
}

type Decided<D> = { row: D; events: PendingEvent[]; after: (() => void)[] }

/** The rows before the first that is refused or asks the database; what that one did meanwhile is taken back. */
async function decideTogether<I, D>(run: Run, items: readonly I[], way: Way<I, D>): Promise<Decided<D>[]> {
  const { sql } = run.context
  const decided: Decided<D>[] = []
  let hasAsked = false
  const context = Object.defineProperty({ ...run.context }, 'sql', {
    get: () => {
      hasAsked = true
      return sql
    },
  })
  const marks = marksOf(run)
  await sql`savepoint deciding`
  for (const item of items) {
    try {
      const row = await way.decide(context, item)
      if (hasAsked) break
      decided.push({ row, events: run.events.splice(marks.events), after: run.after.splice(marks.after) })
    } catch (error) {
      if (!isOfTheRow(asRefusal(error))) throw error
      break
    }
  }
  cutBack(run, marks)
  if (hasAsked) await sql`rollback to savepoint deciding`
  await sql`release savepoint deciding`
  return decided
}

async function writeInHalves<I, D>(run: Run, decided: readonly Decided<D>[], way: Way<I, D>): Promise<Outcome[]> {
  const rows = decided.map(({ row }) => row)
  const emitting = (index: number) => {
    run.events.push(...(decided[index]?.events ?? []))
    run.after.push(...(decided[index]?.after ?? []))
  }
  const outcomes = await inSavepoint(run, () => way.writeAll(run.context, rows, emitting))
  const [first] = outcomes
  if (decided.length === 1 || !first || !('refusal' in first)) return outcomes
  const half = decided.length >> 1
  const before = await writeInHalves(run, decided.slice(0, half), way)
  return [...before, ...(await writeInHalves(run, decided.slice(half), way))]
}

/** Does the work, or takes it back and answers its refusal alone. */
async function inSavepoint(run: Run, work: () => Promise<Outcome[]>): Promise<Outcome[]> {
  const { sql } = run.context
  const marks = marksOf(run)
  await sql`savepoint writing`
  try {
    const outcomes = await work()
    await sql`release savepoint writing`
    return outcomes
  } catch (error) {
    const refusal = asRefusal(error)
    if (!isOfTheRow(refusal)) throw error
    await sql`rollback to savepoint writing`
    await sql`release savepoint writing`
    cutBack(run, marks)
    return [{ refusal }]
  }
}

type Marks = { events: number; after: number }
const marksOf = ({ events, after }: Run): Marks => ({ events: events.length, after: after.length })

function cutBack(run: Run, marks: Marks): void {
  run.events.length = marks.events
  run.after.length = marks.after
}

/** A refusal that another row would not meet. Waiting too long for a lock is nobody's mistake. */
export const isOfTheRow = (error: unknown): error is Refusal =>
  isRefusal(error) && error.status < 500 && error.code !== 'LOCK_TIMEOUT'
