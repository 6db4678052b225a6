/** Finds the records that cells name, all of a batch in one statement for each entity they belong to. */
import { type Context, type EntityEntry, isId, type Registry } from '#kernel'
import { keyColumn, rowsByKey } from './by-key.ts'
import type { ImportedRow } from './rows.ts'
import type { TargetColumn } from './targets.ts'

/** The links of the given rows as ids in their `values`; what is not found becomes a problem of its row. */
export async function resolveLinks(
  context: Context,
  registry: Registry,
  { rows, columns, headers }: { rows: readonly ImportedRow[]; columns: readonly TargetColumn[]; headers: Headers },
): Promise<void> {
  const links = columns.filter(({ field }) => field.kind === 'link')
  await Promise.all(links.map((column) => resolveColumn(context, registry, { column, rows, headers })))
}

/** The header of the file that fills a field. */
export type Headers = ReadonlyMap<string, string>

type Work = { column: TargetColumn; rows: readonly ImportedRow[]; headers: Headers }

async function resolveColumn(context: Context, registry: Registry, { column, rows, headers }: Work): Promise<void> {
  const { field, property, fieldName } = column
  if (field.kind !== 'link') return
  const entry = registry.entityOf(field.to())
  const naming = rows.filter(({ links }) => links.has(property))
  const keys = new Set(naming.map(({ links }) => links.get(property) ?? '').filter((text) => !isId(text)))
  const found = keys.size > 0 ? await idsByKey(context, entry, [...keys]) : new Map<string, string[]>()
  const one = entry.definition.label.toLowerCase()
  for (const { row, links, values, problems } of naming) {
    const text = links.get(property) ?? ''
    // An id needs no look-up: the foreign key refuses it where there is no such record.
    const ids = isId(text) ? [text] : (found.get(text) ?? [])
    const [id, ...others] = ids
    const problem = (message: string) =>
      problems.push({ row, column: headers.get(fieldName) ?? fieldName, code: 'REFERENCE_NOT_FOUND', message })
    if (id === undefined) problem(`there is no ${one} '${text.slice(0, 60)}': create it first or correct the cell`)
    else if (others.length > 0) problem(`${ids.length} records are named '${text.slice(0, 60)}': give the id instead`)
    else values[property] = id
  }
}

/** Ids by csv key, of what the caller may read; at most two for each, which is enough to tell that one is not meant. */
async function idsByKey(context: Context, entry: EntityEntry, keys: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const key = entry.definition.csv?.key
  const scope = context.actor.grants.get(`${entry.address}.read`)
  if (!key || !scope) return found
  const column = keyColumn(entry, key)
  if (!column) return found
  const rows = await rowsByKey(context, entry, { key, texts: keys, scope, select: `id, "${column}"::text as key` })
  for (const { id, key: text } of rows) {
    const ids = found.get(String(text)) ?? []
    ids.push(String(id))
    found.set(String(text), ids)
  }
  return found
}
