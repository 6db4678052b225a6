/**
 * Brings rows into an entity: created where their key is new, changed where it is known, by the rules of single calls.
 */
import type { Operation, Refusal, RefusalDetail, Registry } from '#kernel'
import { createMany, isSame, type Outcome, type Row, type Run, shapeOf, updateMany } from '#platform/execution'
import { makeValidator, schemasOf } from '#surfaces/schema'
import { rowsByKey } from './by-key.ts'
import { type Headers, resolveLinks } from './links.ts'
import type { ImportedRow, RowProblem } from './rows.ts'
import type { RecordTarget, TargetColumn } from './targets.ts'

/** What became of one row. `before` are the values that an update replaced. */
export type RowOutcome = {
  row: number
  did: 'created' | 'updated' | 'unchanged' | 'skipped' | 'failed'
  id?: string
  version?: number
  before?: Row
  problems: readonly RowProblem[]
}

/** One run for each permission: reach differs between creating and changing. They share their events. */
export type Runs = { create: Run; update: Run }
export type ApplyRecords = (runs: Runs, rows: readonly ImportedRow[]) => Promise<RowOutcome[]>

type Check = (value: unknown) => RefusalDetail[]
type Work = {
  registry: Registry
  target: RecordTarget
  /** The columns that the file fills. */
  columns: readonly TargetColumn[]
  headers: Headers
  identity: readonly TargetColumn[]
  checkNew: Check
  checkChange: Check
}

/** Prepares the bringing in of rows of one file; `headers` says which header fills which field. */
export function recordsInto(registry: Registry, target: RecordTarget, headers: Headers): ApplyRecords {
  const columns = target.columns.filter(({ name, of }) => of === 'value' && headers.has(name))
  const compile = makeValidator()
  const checkOf = (operation: Operation | undefined): Check => {
    const schema = operation && schemasOf(operation).body
    return schema ? compile(schema) : () => []
  }
  const work: Work = {
    registry,
    target,
    columns,
    headers,
    identity: target.identity.flatMap((name) => columns.filter((column) => column.name === name)),
    checkNew: checkOf(registry.operations.get(`${target.address}.create`)),
    checkChange: checkOf(registry.operations.get(`${target.address}.update`)),
  }
  return async (runs, rows) => {
    const outcomes: RowOutcome[] = []
    for (const wave of wavesOf(work, rows)) outcomes.push(...(await applyWave(work, runs, wave)))
    return outcomes
  }
}

/** Rows that may go together: none is about the same record as another, or links to one that comes with it. */
function* wavesOf({ identity, columns, target, registry }: Work, rows: readonly ImportedRow[]) {
  const [key] = identity
  const selfLinks = columns.filter(
    ({ field }) => field.kind === 'link' && registry.entityOf(field.to()) === target.entry,
  )
  let wave: ImportedRow[] = []
  let taken = new Set<string>()
  for (const row of rows) {
    const own = key ? textOf(row, key) : ''
    const linked = selfLinks.map(({ property }) => row.links.get(property) ?? '')
    if ([own, ...linked].some((text) => taken.has(text))) {
      yield wave
      wave = []
      taken = new Set()
    }
    wave.push(row)
    if (own !== '') taken.add(own)
  }
  if (wave.length > 0) yield wave
}

const textOf = ({ values, links }: ImportedRow, { property }: TargetColumn): string =>
  String(links.get(property) ?? values[property] ?? '')

async function applyWave(work: Work, runs: Runs, rows: readonly ImportedRow[]): Promise<RowOutcome[]> {
  const { registry, columns, headers, target } = work
  await resolveLinks(runs.create.context, registry, { rows, columns, headers })
  const known = await knownRecords(work, runs.update, rows)
  const outcomes = new Map<ImportedRow, RowOutcome>()
  const news: ImportedRow[] = []
  const changes: { row: ImportedRow; before: Row; input: Row }[] = []
  for (const row of rows) {
    const found = known.get(row) ?? []
    const [before] = found
    const decided = decide(work, row, found)
    if (decided) outcomes.set(row, decided)
    else if (before) changes.push({ row, before, input: changesIn(row, before) })
    else news.push(row)
  }
  const [created, updated] = [
    await createMany(
      runs.create,
      target.entry,
      news.map(({ values }) => values),
    ),
    await updateMany(
      runs.update,
      target.entry,
      changes.map(({ before, input }) => ({ id: String(before.id), version: Number(before.version), input })),
    ),
  ]
  for (const [index, row] of news.entries()) outcomes.set(row, outcomeOf(work, row, created[index]))
  for (const [index, { row }] of changes.entries()) outcomes.set(row, outcomeOf(work, row, updated[index]))
  return rows.flatMap((row) => outcomes.get(row) ?? [])
}

/** What needs no writing: rows with problems, and rows that say what is there already. */
function decide(
  { identity, target, checkNew, checkChange, headers }: Work,
  row: ImportedRow,
  found: readonly Row[],
): RowOutcome | undefined {
  const fail = (code: string, details: readonly RefusalDetail[]): RowOutcome => ({
    row: row.row,
    did: 'failed',
    problems: [...row.problems, ...details.map((detail) => problemOf(row.row, code, detail, headers))],
  })
  const [key] = identity
  if (row.problems.length > 0) return fail('', [])
  if (!key || textOf(row, key) === '') {
    return fail('VALIDATION_FAILED', [{ field: key?.property ?? '', message: 'is empty: records are known by it' }])
  }
  if (found.length > 1) {
    return fail('VALIDATION_FAILED', [
      { field: key.property, message: `${found.length} records have this value: it is not clear which is meant` },
    ])
  }
  const [before] = found
  if (!before) {
    if (!target.reach.create)
      return fail('FORBIDDEN', [
        { field: key.property, message: 'There is no such record, and you may not create one.' },
      ])
    const details = checkNew(row.values)
    return details.length > 0 ? fail('VALIDATION_FAILED', details) : undefined
  }
  const changes = changesIn(row, before)
  if (Object.keys(changes).length === 0) {
    return { row: row.row, did: 'unchanged', id: String(before.id), problems: [] }
  }
  if (!target.reach.update)
    return fail('FORBIDDEN', [{ field: key.property, message: 'The record is there, and you may not change it.' }])
  const fixed = target.columns.filter(({ field, property }) => field.fixed && property in changes)
  if (fixed.length > 0) {
    return fail(
      'VALIDATION_FAILED',
      fixed.map(({ property }) => ({
        field: property,
        message: `is ${shown(before[property])} and cannot be changed`,
      })),
    )
  }
  const details = checkChange(changes)
  return details.length > 0 ? fail('VALIDATION_FAILED', details) : undefined
}

/** Empty cells say nothing, so they change nothing. */
function changesIn({ values }: ImportedRow, before: Row): Row {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !isSame(sorted(before[name]), sorted(value))),
  )
}

/** The database keeps the properties of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  )
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? 'empty' : `'${String(value).slice(0, 40)}'`

function outcomeOf({ headers }: Work, { row }: ImportedRow, outcome: Outcome | undefined): RowOutcome {
  if (!outcome) throw new Error(`row ${row} was written without an outcome`)
  if ('refusal' in outcome) return { row, did: 'failed', problems: problemsOf(row, outcome.refusal, headers) }
  const { before, after, isChanged } = outcome
  const id = String(after.id)
  const version = Number(after.version)
  if (!isChanged) return { row, did: 'unchanged', id, problems: [] }
  if (!before) return { row, did: 'created', id, version, problems: [] }
  const replaced = Object.fromEntries(
    Object.keys(before)
      .filter((name) => !stamps.has(name) && !isSame(before[name], after[name]))
      .map((name) => [name, before[name] ?? null]),
  )
  return { row, did: 'updated', id, version, before: replaced, problems: [] }
}

const stamps: ReadonlySet<string> = new Set(['id', 'version', 'createdAt', 'updatedAt'])

/** A refusal as problems of a row, with the header of the file in place of the field's name. */
export function problemsOf(row: number, { code, details, message }: Refusal, headers: Headers): RowProblem[] {
  if (details.length === 0) return [{ row, code, message }]
  return details.map((detail) => problemOf(row, code, detail, headers))
}

/** A detail may name another row of its document than the one that is told. */
function problemOf(told: number, code: string, detail: RefusalDetail, headers: Headers): RowProblem {
  const { field, message } = detail
  const row = typeof detail.row === 'number' ? detail.row : told
  const [name = ''] = (field ?? '').split('.')
  const column = headers.get(name) ?? headers.get(name.replace(/Id$/, '')) ?? (name || undefined)
  return column ? { row, column, code, message } : { row, code, message }
}

/** The records that rows are about, within the caller's reach, by what the file fills of their identity. */
async function knownRecords({ identity, target }: Work, { context }: Run, rows: readonly ImportedRow[]) {
  const [key] = identity
  const known = new Map<ImportedRow, Row[]>()
  const texts = [...new Set(rows.map((row) => (key ? textOf(row, key) : '')).filter((text) => text !== ''))]
  if (!key || texts.length === 0) return known
  const nameOf = (row: Row) => JSON.stringify(identity.map(({ property }) => row[property] ?? null))
  const byName = new Map<string, Row[]>()
  const shape = shapeOf(target.entry)
  const query = { key: key.fieldName, texts, scope: context.scope, select: shape.select }
  for (const record of (await rowsByKey(context, target.entry, query)).map(shape.toRecord)) {
    byName.set(nameOf(record), [...(byName.get(nameOf(record)) ?? []), record])
  }
  for (const row of rows) known.set(row, byName.get(nameOf(row.values)) ?? [])
  return known
}
