/** Hand-written tables: the manifests name them, and they must be there under the same row security as all others. */

import type postgres from 'postgres'
import type { ModuleDefinition } from '#kernel'

/** The hand-written tables of the modules, `schema.table`. */
export const handWrittenTables = (modules: readonly ModuleDefinition[]): Set<string> =>
  new Set(modules.flatMap((module) => [...(module.tables ?? []), ...Object.keys(module.installationTables ?? {})]))

/** What is missing of the modules' hand-written tables, a sentence each; empty when all is well. */
export async function handWrittenFaults(sql: postgres.Sql, modules: readonly ModuleDefinition[]): Promise<string[]> {
  const names = [...handWrittenTables(modules)]
  const installation = new Set(modules.flatMap((module) => Object.keys(module.installationTables ?? {})))
  const rows = await sql<{ name: string; forced: boolean; tenant: boolean }[]>`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      exists (select 1 from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname || '.' || c.relname = any(${names})`
  const found = new Map(rows.map((row) => [row.name, row]))
  return names.flatMap((name) => {
    const table = found.get(name)
    if (!table) return [`${name} is in a manifest, but no migration creates it`]
    if (!table.tenant && !installation.has(name)) return [`${name} has no company_id; list it in installationTables`]
    if (table.tenant && !table.forced) return [`${name} has no forced row security`]
    return []
  })
}
