/** Records as CSV, streamed: what the caller may read, in a form that the import takes back. */
import {
  type Actor,
  type Context,
  type EntityEntry,
  type Field,
  installation,
  type Money,
  propertyOf,
  type RefusalDetail,
  refuse,
} from '#kernel'
import {
  type App,
  makeRun,
  permit,
  type Row,
  readCondition,
  Statement,
  scanRecords,
  shapeOf,
} from '#platform/execution'
import type { Separator } from './dialect.ts'
import { isNumberKind, writeCell } from './export-cells.ts'
import { type WriteColumn, type WriteRow, writeRows } from './write.ts'

export type ExportCall = {
  actor: Actor
  companyId: string
  /** The entity's address, such as `catalog.product`. */
  entity: string
  /** Names of fields, in the order of the columns; all that the caller may see unless told. */
  fields?: readonly string[]
  /** `filter[field][op]`, `sort` and `q` as lists take them. */
  query?: Readonly<Record<string, unknown>>
  separator?: Separator
  /** Begins with the byte-order mark that Excel needs to read UTF-8. */
  hasMark?: boolean
}

type ExportField = { name: string; property: string; field: Field }

/**
 * Yields the file in pieces. Links are written as the csv key of their record, money as a decimal with a currency
 * column. Refuses before the first piece: NOT_FOUND for an unknown entity, FORBIDDEN, COMPANY_REQUIRED, UNKNOWN_FIELD.
 */
export async function* exportEntity(app: App, call: ExportCall): AsyncGenerator<Buffer, void, undefined> {
  const { actor, companyId, query = {}, separator, hasMark } = call
  const entry = app.registry.entities.get(call.entity)
  const reading = app.registry.operations.get(`${call.entity}.list`)
  if (!entry || !reading) throw refuse('NOT_FOUND', [{ field: 'entity', message: 'There is no such entity.' }])
  if (companyId === installation) throw refuse('COMPANY_REQUIRED')
  const scope = permit(reading, { actor })
  const fields = fieldsOf(entry, actor, call.fields)
  const inPage = <R>(work: (context: Context) => Promise<R>): Promise<R> =>
    app.db.read(companyId, (sql) =>
      work(makeRun({ app, actor, companyId, scope, requestId: `export-${call.entity}`, sql, reads: true }).context),
    )
  async function* rows(given: EntityEntry): AsyncGenerator<WriteRow, void, undefined> {
    for await (const records of scanRecords(inPage, given, query)) {
      const names = await inPage((context) => linkNames(context, app, fields, records))
      for (const record of records) yield rowOf(record, fields, names)
    }
  }
  const options = { columns: columnsOf(fields), ...(separator ? { separator } : {}), ...(hasMark ? { hasMark } : {}) }
  yield* writeRows(rows(entry), options)
}

function fieldsOf(entry: EntityEntry, actor: Actor, wanted: readonly string[] | undefined): ExportField[] {
  const visible = Object.entries(entry.definition.fields)
    .filter(([, field]) => field.kind !== 'secret' && (!field.see || actor.grants.has(field.see)))
    .map(([name, field]) => ({ name, property: propertyOf(name, field), field }))
  if (!wanted) return visible
  const byName = new Map(visible.flatMap((each) => [[each.name, each] as const, [each.property, each] as const]))
  const details: RefusalDetail[] = []
  const chosen = wanted.flatMap((name) => {
    const found = byName.get(name)
    if (!found) details.push({ field: 'fields', message: `there is no field '${name.slice(0, 60)}' to export` })
    return found ? [found] : []
  })
  if (details.length > 0) throw refuse('UNKNOWN_FIELD', details.slice(0, 100))
  return [...new Set(chosen)]
}

const currencyName = (name: string): string => `${name}Currency`

const columnsOf = (fields: readonly ExportField[]): WriteColumn[] =>
  fields.flatMap(({ name, field }) => [
    { name, isNumber: isNumberKind(field.kind) },
    ...(field.kind === 'money' ? [{ name: currencyName(name) }] : []),
  ])

/** Names of linked records: by field, then by id. */
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>

function rowOf(record: Row, fields: readonly ExportField[], names: Names): WriteRow {
  const row: Record<string, string> = {}
  for (const { name, property, field } of fields) {
    const value = record[property]
    if (value === null || value === undefined) continue
    row[name] = field.kind === 'link' ? (names.get(name)?.get(String(value)) ?? String(value)) : writeCell(value, field)
    if (field.kind === 'money') row[currencyName(name)] = (value as Money).currency
  }
  return row
}

async function linkNames(context: Context, app: App, fields: readonly ExportField[], records: readonly Row[]) {
  const found = await Promise.all(
    fields.map(async ({ name, property, field }) => {
      if (field.kind !== 'link') return [name, new Map<string, string>()] as const
      const ids = [...new Set(records.map((record) => record[property]).filter((id) => typeof id === 'string'))]
      return [name, await namesOf(context, app.registry.entityOf(field.to()), ids)] as const
    }),
  )
  return new Map(found)
}

/** The csv keys of records that the caller may read; a key that several records share would not be found again. */
async function namesOf(context: Context, entry: EntityEntry, ids: readonly string[]): Promise<Map<string, string>> {
  const key = entry.definition.csv?.key
  const field = key === undefined ? undefined : entry.definition.fields[key]
  const scope = context.actor.grants.get(`${entry.address}.read`)
  const shape = shapeOf(entry)
  const column = key && field && shape.byName.get(propertyOf(key, field))?.parts[0]?.column
  if (!column || !scope || ids.length === 0) return new Map()
  const statement = new Statement()
  const company = statement.value(context.companyId)
  const reach = readCondition(statement, { actor: context.actor, scope, entry, shape })
  const shared = `exists (select from ${shape.table} other where other.company_id = ${company}
    and other."${column}" = ${shape.table}."${column}" and other.id <> ${shape.table}.id)`
  const rows = await statement.run(
    context.sql,
    `select id, "${column}"::text as name from ${shape.table} where company_id = ${company}
       and id = any(${statement.value(ids)}::uuid[])${reach}${field?.unique ? '' : ` and not ${shared}`}`,
  )
  return new Map(rows.filter(({ name }) => name !== null).map(({ id, name }) => [String(id), String(name)]))
}
