/** Search over every searchable entity that the caller may read: one statement per entity, sent together. */
import { type Context, type EntityEntry, type Registry, refuse } from '#kernel'
import { permit, readCondition, Statement, shapeOf, wordsCondition } from '#platform/execution'

export type Hit = { entity: string; label: string; id: string; title: string; detail: string; path: string }

const hitsPerEntity = 10

/** The best hits of each entity, those that begin with the words first. */
export async function searchEverywhere(context: Context, registry: Registry, q: string, only?: string): Promise<Hit[]> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10)
  if (words.length === 0) throw refuse('VALIDATION_FAILED', [{ field: 'q', message: 'Give at least one word.' }])
  const entries = [...registry.entities.values()].filter(
    (entry) =>
      shapeOf(entry).searchable &&
      entry.verbs.includes('read') &&
      (!only || entry.address === only) &&
      context.may(`${entry.address}.read`),
  )
  const found = await Promise.all(entries.map((entry) => searchEntity(context, entry, words)))
  return found.flat()
}

async function searchEntity(context: Context, entry: EntityEntry, words: readonly string[]): Promise<Hit[]> {
  const shape = shapeOf(entry)
  const scope = permit({ access: 'permission', permission: `${entry.address}.read` }, { actor: context.actor })
  const statement = new Statement()
  const own = `company_id = ${statement.value(context.companyId)}`
  const reach = readCondition(statement, { actor: context.actor, scope, entry, shape })
  const where = wordsCondition(words, statement)
  const searched = shape.properties.filter(({ field }) => field.search && (!field.see || context.may(field.see)))
  const [title = 'id', detail = title] = searched.map(({ parts }) => parts[0]?.column ?? 'id')
  const first = statement.value(`${words[0]}%`)
  const rows = await statement.run(
    context.sql,
    `select id, "${title}" as title, "${detail}" as detail from (select * from ${shape.table}
     where ${own}${reach}${where} limit 500) as found
     order by search_text like ${first} desc, length(search_text), id limit ${hitsPerEntity}`,
  )
  return rows.map((row) => ({
    entity: entry.address,
    label: entry.definition.label,
    id: String(row.id),
    title: String(row.title ?? ''),
    detail: String(row.detail ?? ''),
    path: `${entry.path}/${row.id}`,
  }))
}
