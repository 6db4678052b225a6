/** The verbs of an entity over many rows of one transaction; what each says of one row is in records.ts. */
import type { Context, EntityEntry } from '#kernel'
import { type Outcome, type Way, writeMany } from './bulk.ts'
import { type Property, type Shape, shapeOf, toColumns } from './columns.ts'
import type { Run } from './context.ts'
import { companyCondition, readCondition } from './reach.ts'
import {
  changeable,
  changedOf,
  changesOf,
  createRecord,
  decideChange,
  decideNew,
  deleteRecord,
  emitChange,
  type Row,
  updateRecord,
} from './records.ts'
import { Statement } from './statement.ts'

/** Creates records from validated inputs; one event each. Outcomes stand in the order of the inputs. */
export const createMany = (run: Run, entry: EntityEntry, inputs: readonly Row[]): Promise<Outcome[]> =>
  writeMany<Row, Row>(run, inputs, {
    load: async () => undefined,
    decide: async (context, input) => {
      const next = await decideNew(context, entry, input)
      return { ...next, id: next.id ?? context.newId() }
    },
    writeAll: async (context, rows, emitting) => {
      const made = await insertRows(context, entry, rows)
      return rows.map((row, index) => {
        const after = made.get(String(row.id)) ?? {}
        emitting(index)
        emitChange(context, entry, 'created', after, { after })
        return { after, isChanged: true }
      })
    },
    writeOne: async (context, input) => ({ after: await createRecord(context, entry, input), isChanged: true }),
  })

/** One change of one record; a `version` that is given must be the stored one. */
export type Change = { id: string; input: Row; version?: number }

/** Changes the named fields of records. A change of nothing writes nothing. */
export function updateMany(run: Run, entry: EntityEntry, changes: readonly Change[]): Promise<Outcome[]> {
  const shape = shapeOf(entry)
  let loaded = new Map<string, Row>()
  type Decided = { before: Row; next: Row; changed: Property[] }
  const way: Way<Change, Decided> = {
    load: async (context, items) => {
      loaded = await lockRows(context, entry, items)
    },
    decide: async (context, { id, input, version }) => {
      const before = changeable(context, entry, loaded.get(id), version)
      const next = await decideChange(context, entry, before, input)
      return { before, next, changed: changedOf(shape, before, next) }
    },
    writeAll: async (context, rows, emitting) => {
      const made = await updateRows(
        context,
        entry,
        rows.filter(({ changed }) => changed.length > 0),
      )
      return rows.map(({ before, changed }, index) => {
        emitting(index)
        if (changed.length === 0) return { before, after: before, isChanged: false }
        const after = made.get(String(before.id)) ?? {}
        emitChange(context, entry, 'updated', after, changesOf(before, after, changed))
        return { before, after, isChanged: true }
      })
    },
    writeOne: async (context, { id, input, version }) => {
      const before = loaded.get(id) ?? {}
      const after = await updateRecord(context, entry, id, input, version)
      return { before, after, isChanged: after.version !== before.version }
    },
  }
  return writeMany(run, changes, way)
}

/** Removes records that nothing refers to. */
export function deleteMany(
  run: Run,
  entry: EntityEntry,
  targets: readonly { id: string; version?: number }[],
): Promise<Outcome[]> {
  let loaded = new Map<string, Row>()
  return writeMany<{ id: string; version?: number }, Row>(run, targets, {
    load: async (context, items) => {
      loaded = await lockRows(context, entry, items)
    },
    decide: async (context, { id, version }) => {
      const before = changeable(context, entry, loaded.get(id), version)
      await entry.definition.guardDelete?.(context, before)
      return before
    },
    writeAll: async (context, rows, emitting) => {
      const ids = rows.map(({ id }) => id)
      await context.sql`
        delete from ${context.sql(entry.table)}
        where company_id = ${context.companyId} and id = any(${ids as string[]}::uuid[])`
      return rows.map((before, index) => {
        emitting(index)
        emitChange(context, entry, 'deleted', { ...before, version: Number(before.version) + 1 }, { before })
        return { before, after: { id: before.id }, isChanged: true }
      })
    },
    writeOne: async (context, { id, version }) => {
      const after = await deleteRecord(context, entry, id, version)
      return { before: loaded.get(id) ?? {}, after, isChanged: true }
    },
  })
}

/** Rows within reach, locked in the order of their ids so that two batches never wait for each other in a circle. */
async function lockRows(context: Context, entry: EntityEntry, items: readonly { id: string }[]) {
  const shape = shapeOf(entry)
  const statement = new Statement()
  const own = companyCondition(statement, context, entry)
  const ids = statement.value(items.map(({ id }) => id))
  const reach = readCondition(statement, { ...context, entry, shape })
  const rows = await statement.runPlanned(
    context.sql,
    `select ${shape.select} from ${shape.table} where ${own} and id = any(${ids}::uuid[])${reach}
     order by id for update`,
  )
  return recordsById(shape, rows)
}

const recordsById = (shape: Shape, rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [String(row.id), shape.toRecord(row)]))

/** The table's own row type reads the values, so that no column's type is written down here. */
async function insertRows(context: Context, entry: EntityEntry, rows: readonly Row[]): Promise<Map<string, Row>> {
  const shape = shapeOf(entry)
  const given = shape.properties.filter(({ name }) => rows.some((row) => row[name] !== undefined))
  const columns = given.flatMap(({ parts }) => parts.map(({ column }) => `"${column}"`))
  const statement = new Statement()
  const [company, now] = [context.companyId, context.now].map((value) => statement.value(value))
  const values = statement.value(context.sql.json(rows.map((row) => columnsOfRow(row, given)) as never))
  const list = (names: readonly string[]) => ['', ...names].join(', ')
  const made = await statement.run(
    context.sql,
    `insert into ${shape.table} (company_id, id, created_at, updated_at${list(columns)})
     select ${company}::uuid, id, ${now}::timestamptz, ${now}::timestamptz${list(columns)}
     from jsonb_populate_recordset(null::${shape.table}, ${values})
     returning ${shape.select}`,
  )
  return recordsById(shape, made)
}

type Changed = { before: Row; next: Row; changed: readonly Property[] }

/** Every column that one of the rows changes is written for all of them: the others write what they hold already. */
async function updateRows(context: Context, entry: EntityEntry, rows: readonly Changed[]): Promise<Map<string, Row>> {
  if (rows.length === 0) return new Map()
  const shape = shapeOf(entry)
  const names = new Set(rows.flatMap(({ changed }) => changed.map(({ name }) => name)))
  const written = shape.properties.filter(({ name }) => names.has(name))
  const columns = written.flatMap(({ field, parts }) => parts.map(({ column }) => ({ column, field })))
  // A secret was not read, so a row that does not set it has no value to write.
  const sets = columns.map(({ column, field }) =>
    field.kind === 'secret' ? `"${column}" = coalesce("new_${column}", "${column}")` : `"${column}" = "new_${column}"`,
  )
  const statement = new Statement()
  const given = rows.map(({ before, next }) => ({ ...columnsOfRow(next, written), id: before.id }))
  const values = statement.value(context.sql.json(given as never))
  const made = await statement.runPlanned(
    context.sql,
    `update ${shape.table} set ${sets.join(', ')},
       version = version + 1, updated_at = ${statement.value(context.now)}
     from (select id as given_id, ${columns.map(({ column }) => `"${column}" as "new_${column}"`).join(', ')}
       from jsonb_populate_recordset(null::${shape.table}, ${values})) as given
     where company_id = ${statement.value(context.companyId)} and id = given_id returning ${shape.select}`,
  )
  return recordsById(shape, made)
}

function columnsOfRow(row: Row, properties: readonly Property[]): Row {
  const columns: Row = { id: row.id }
  for (const property of properties) {
    const values = toColumns(property, row[property.name])
    for (const [index, { column }] of property.parts.entries()) columns[column] = values[index]
  }
  return columns
}
