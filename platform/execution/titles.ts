/**
 * The titles of records that others link to, so that a client can show a list without asking for each. They are found
 * with one statement for each entity, sent together, within what the caller may read: what lies beyond has no title.
 */
import { type Context, type EntityEntry, propertyOf, type Registry } from '#kernel'
import { shapeOf } from './columns.ts'
import { companyCondition, readCondition } from './reach.ts'
import type { Row } from './records.ts'
import { Statement } from './statement.ts'

/** The property that stands for a record where one word must do: what it says, its name, or what is searched first. */
export function titleOf({ definition }: EntityEntry): string {
  const { fields, title } = definition
  const name = title ?? (fields.name ? 'name' : Object.keys(fields).find((each) => fields[each]?.search))
  const field = name ? fields[name] : undefined
  return name && field ? propertyOf(name, field) : 'id'
}

/** Id to title of those records that the caller may read. */
export async function findTitles(
  context: Context,
  entry: EntityEntry,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const scope = context.actor.grants.get(`${entry.address}.read`)
  const shape = shapeOf(entry)
  const title = shape.byName.get(titleOf(entry))
  const column = title?.parts[0]?.column
  if (!scope || !column || ids.length === 0 || (title.field.see && !context.may(title.field.see))) return new Map()
  const statement = new Statement()
  const { actor, companyId } = context
  const own = companyCondition(statement, { scope, companyId }, entry)
  const reach = readCondition(statement, { actor, scope, entry, shape })
  const rows = await statement.rows(
    context.sql,
    `select id, "${column}"::text from ${shape.table}
     where ${own}${reach} and id = any(${statement.value(ids)}::uuid[]) and "${column}" is not null`,
  )
  return new Map(rows.map(([id, text]) => [String(id), String(text)]))
}

/** The records with `titles`: the name of each link field to the title of what it leads to. */
export async function withTitles(
  context: Context,
  registry: Registry,
  entry: EntityEntry,
  records: readonly unknown[],
): Promise<Row[]> {
  const rows = records as readonly Row[]
  const links = Object.entries(entry.definition.fields).flatMap(([name, field]) =>
    field.kind === 'link' ? [{ name: propertyOf(name, field), to: registry.entityOf(field.to()) }] : [],
  )
  const wanted = new Map<EntityEntry, Set<string>>()
  for (const { name, to } of links) {
    const ids = wanted.get(to) ?? new Set()
    for (const row of rows) if (typeof row[name] === 'string') ids.add(row[name])
    wanted.set(to, ids)
  }
  const found = new Map(
    await Promise.all([...wanted].map(async ([to, ids]) => [to, await findTitles(context, to, [...ids])] as const)),
  )
  return rows.map((row) => {
    const titles = links.flatMap(({ name, to }) => {
      const title = found.get(to)?.get(String(row[name]))
      return title === undefined ? [] : [[name, title]]
    })
    return { ...row, titles: Object.fromEntries(titles) }
  })
}
