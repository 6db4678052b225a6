/**
 * The verbs that every entity has, written once: create, read, update, delete and moves between states. Each write is
 * one change with one event that says what was before and what is after.
 */
import { type Context, type EntityEntry, refuse, type Transition } from '#kernel'
import { type Property, type Shape, shapeOf, toColumns } from './columns.ts'
import { canChange, companyCondition, readCondition, settleNew } from './reach.ts'
import { sealSecrets } from './secrets.ts'
import { Statement } from './statement.ts'

export type Row = Record<string, unknown>

/** Reads one record within the caller's reach. Refuses NOT_FOUND alike for missing, foreign and unreachable ids. */
export async function readRecord(context: Context, entry: EntityEntry, id: string): Promise<Row> {
  const row = await findRow(context, entry, id, '')
  if (!row) throw refuse('NOT_FOUND')
  return row
}

/** Creates a record from validated input. The id may come from the caller. */
export async function createRecord(context: Context, entry: EntityEntry, input: Row): Promise<Row> {
  const shape = shapeOf(entry)
  const next = await decideNew(context, entry, input)
  const statement = new Statement()
  const columns = ['company_id', 'id', 'created_at', 'updated_at']
  const values = [context.companyId, next.id ?? context.newId(), context.now, context.now].map((value) =>
    statement.value(value),
  )
  for (const property of shape.properties) {
    if (next[property.name] === undefined) continue
    columns.push(...property.parts.map(({ column }) => `"${column}"`))
    values.push(...toColumns(property, next[property.name]).map((value) => statement.value(value)))
  }
  const [row] = await statement.run(
    context.sql,
    `insert into ${shape.table} (${columns.join(', ')}) values (${values.join(', ')}) returning ${shape.select}`,
  )
  const after = shape.toRecord(row ?? {})
  emitChange(context, entry, 'created', after, { after })
  return after
}

/** What a new record holds: the input, defaults, the reach of its maker and what the entity's guard says of it. */
export async function decideNew(context: Context, entry: EntityEntry, input: Row): Promise<Row> {
  const shape = shapeOf(entry)
  const next: Row = { ...input }
  for (const { name, field } of shape.properties) if (field.default !== undefined) next[name] ??= field.default
  settleNew(next, reachOf(context, entry))
  await entry.definition.guard?.(context, next, undefined)
  sealSecrets(context, entry, next)
  return next
}

/** Only what reach is about: a context that is watched for questions to the database must not be copied whole. */
const reachOf = ({ actor, scope }: Context, entry: EntityEntry) => ({ actor, scope, entry, shape: shapeOf(entry) })

/** Changes the named fields. `version`, when given, must be the stored one. A change of nothing writes nothing. */
export async function updateRecord(
  context: Context,
  entry: EntityEntry,
  id: string,
  input: Row,
  version?: number,
): Promise<Row> {
  const before = await lockRow(context, entry, id, version)
  return writeChanges(context, entry, before, await decideChange(context, entry, before, input))
}

/** What a record holds after a change, as the entity's guard and the reach of the caller have it. */
export async function decideChange(context: Context, entry: EntityEntry, before: Row, input: Row): Promise<Row> {
  const next = { ...before, ...input }
  await entry.definition.guard?.(context, next, before)
  const reach = reachOf(context, entry)
  if (!canChange(next, reach)) throw refuse('FORBIDDEN', 'That would move the record out of your reach.')
  sealSecrets(context, entry, next)
  return next
}

/** Moves a record to another state. Refuses INVALID_TRANSITION where the table of moves has none. */
export async function moveRecord(
  context: Context,
  entry: EntityEntry,
  id: string,
  move: { transition: Transition; state: string },
  version?: number,
): Promise<Row> {
  const before = await lockRow(context, entry, id, version)
  const from = [move.transition.from].flat()
  const stands = String(before[move.state])
  if (!from.includes(stands)) {
    throw refuse('INVALID_TRANSITION', [
      { field: move.state, message: `is ${stands}; this needs ${from.join(' or ')}` },
    ])
  }
  const next = { ...before, [move.state]: move.transition.to }
  await entry.definition.guard?.(context, next, before)
  return writeChanges(context, entry, before, next)
}

/** Removes a record that nothing refers to. */
export async function deleteRecord(context: Context, entry: EntityEntry, id: string, version?: number): Promise<Row> {
  const before = await lockRow(context, entry, id, version)
  await entry.definition.guardDelete?.(context, before)
  const statement = new Statement()
  await statement.run(
    context.sql,
    `delete from ${entry.table}
     where company_id = ${statement.value(context.companyId)} and id = ${statement.value(id)}`,
  )
  emitChange(context, entry, 'deleted', { ...before, version: Number(before.version) + 1 }, { before })
  return { id }
}

/** The record locked for change. NOT_FOUND beyond reach, VERSION_CONFLICT when stale, FORBIDDEN when only readable. */
async function lockRow(context: Context, entry: EntityEntry, id: string, version?: number): Promise<Row> {
  return changeable(context, entry, await findRow(context, entry, id, ' for update'), version)
}

/** The locked row, once it is known that it is there, within reach and as the caller read it. */
export function changeable(context: Context, entry: EntityEntry, before: Row | undefined, version?: number): Row {
  if (!before) throw refuse('NOT_FOUND')
  if (!canChange(before, reachOf(context, entry))) throw refuse('FORBIDDEN')
  if (version !== undefined && before.version !== version) {
    throw refuse('VERSION_CONFLICT', [
      { field: 'version', message: `is ${before.version} now`, current: before.version },
    ])
  }
  return before
}

async function findRow(context: Context, entry: EntityEntry, id: string, suffix: string): Promise<Row | undefined> {
  const shape = shapeOf(entry)
  const statement = new Statement()
  const where = `${companyCondition(statement, context, entry)} and id = ${statement.value(id)}`
  const reach = readCondition(statement, reachOf(context, entry))
  const [row] = await statement.rows(
    context.sql,
    `select ${shape.select} from ${shape.table} where ${where}${reach}${suffix}`,
  )
  return row && shape.recordOf(row)
}

async function writeChanges(context: Context, entry: EntityEntry, before: Row, next: Row): Promise<Row> {
  const shape = shapeOf(entry)
  const changed = changedOf(shape, before, next)
  if (changed.length === 0) return before
  const statement = new Statement()
  const sets = changed.flatMap((property) => {
    const values = toColumns(property, next[property.name])
    return property.parts.map(({ column }, index) => `"${column}" = ${statement.value(values[index])}`)
  })
  const [row] = await statement.run(
    context.sql,
    `update ${shape.table} set ${sets.join(', ')}, version = version + 1, updated_at = ${statement.value(context.now)}
     where company_id = ${statement.value(context.companyId)} and id = ${statement.value(before.id)}
     returning ${shape.select}`,
  )
  const after = shape.toRecord(row ?? {})
  emitChange(context, entry, 'updated', after, changesOf(before, after, changed))
  return after
}

/** The properties that a change writes. */
export const changedOf = (shape: Shape, before: Row, next: Row): Property[] =>
  shape.properties.filter(({ name, field }) =>
    field.kind === 'secret' ? next[name] !== undefined : !isSame(before[name], next[name]),
  )

/** The data of an event of change. */
export function changesOf(before: Row, after: Row, changed: readonly Property[]): Row {
  const names = changed.filter(({ field }) => field.kind !== 'secret').map(({ name }) => name)
  const pick = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
  return { before: pick(before), after, changed: changed.map(({ name }) => name) }
}

/** Appends the event of one record's change. */
export function emitChange(context: Context, entry: EntityEntry, verb: string, record: Row, data: Row): void {
  const shop = entry.definition.shop
  const shopId = shop === 'id' ? record.id : shop ? (record[`${shop}Id`] ?? record[shop]) : null
  context.emit(`${entry.topic}.${verb}`, {
    entity: entry.address,
    id: String(record.id),
    version: Number(record.version),
    data,
    shopId: (shopId as string) ?? null,
  })
}

/** Values compare by what they would be on the wire; an absent value is null. */
export const isSame = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left ?? null) === JSON.stringify(right ?? null)

/** Leaves out what the actor may not see; such a field is absent, not null. */
export function visibleTo(context: Pick<Context, 'may'>, entry: EntityEntry, row: Row): Row {
  const hidden = hiddenNames(entry)
  if (hidden.length === 0 || hidden.every(({ see }) => context.may(see))) return row
  const shown = { ...row }
  for (const { name, see } of hidden) if (!context.may(see)) delete shown[name]
  return shown
}

/** Refuses an input that names a field which the actor may not see. */
export function refuseHidden(context: Pick<Context, 'may'>, entry: EntityEntry, input: Row): void {
  for (const { name, see } of hiddenNames(entry)) {
    if (input[name] !== undefined && !context.may(see)) {
      throw refuse('FORBIDDEN', [{ field: name, message: 'You may not set this field.' }])
    }
  }
}

const hiddenCache = new WeakMap<Shape, { name: string; see: string }[]>()
function hiddenNames(entry: EntityEntry): { name: string; see: string }[] {
  const shape = shapeOf(entry)
  let hidden = hiddenCache.get(shape)
  if (!hidden) {
    hidden = shape.properties.flatMap(({ name, field }) => (field.see ? [{ name, see: field.see }] : []))
    hiddenCache.set(shape, hidden)
  }
  return hidden
}
