import { type Context, type EntityEntry, propertyOf, type Scope } from '#kernel'
import { type Row, readCondition, Statement, shapeOf } from '#platform/execution'

/** `key` is the name of a field; `select` is what is wanted of each record, as SQL of the entity's table. */
export type KeyQuery = { key: string; texts: readonly string[]; scope: Scope; select: string }

/** Up to so many keys, a kept plan does as well as a new one. */
const fewKeys = 20

/**
 * The rows whose key is one of the texts, of what the actor may read. Where the key is unique, each text is one look
 * into its index: the planner, who cannot know how many rows a company has while they are being brought in, would
 * rather read all of them, again for each batch.
 */
export async function rowsByKey(context: Context, entry: EntityEntry, query: KeyQuery): Promise<Row[]> {
  const { key, texts, scope, select } = query
  const shape = shapeOf(entry)
  const field = entry.definition.fields[key]
  const column = keyColumn(entry, key)
  if (!field || !column) return []
  const statement = new Statement()
  const isOne = texts.length === 1
  const [company, keys] = [context.companyId, isOne ? texts[0] : texts].map((value) => statement.value(value))
  const reach = readCondition(statement, { actor: context.actor, scope, entry, shape })
  const found = (condition: string) =>
    `select ${select} from ${shape.table} where company_id = ${company} and "${column}" ${condition}${reach}`
  const isIndexed = field.unique === true && (field.kind === 'text' || field.kind === 'code')
  if (isOne) return statement.run(context.sql, found(`= ${keys}`))
  const text = isIndexed
    ? `select found.* from unnest(${keys}::text[]) as wanted_key, lateral (${found('= wanted_key')} offset 0) as found`
    : found(`= any(${keys})`)
  return texts.length > fewKeys ? statement.runPlanned(context.sql, text) : statement.run(context.sql, text)
}

/** The column of a key field; undefined where the entity has no such field. */
export function keyColumn(entry: EntityEntry, key: string): string | undefined {
  const field = entry.definition.fields[key]
  return field && shapeOf(entry).byName.get(propertyOf(key, field))?.parts[0]?.column
}
