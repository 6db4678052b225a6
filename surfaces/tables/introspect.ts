/**
 * The schema as PostgreSQL says it, from its catalog. The declared schema is read the same way: its tables are made in
 * a transaction that is rolled back, so that both sides are spelled by PostgreSQL and can be compared as they are.
 */
import type postgres from 'postgres'
import { addConstraint, createFurther, createTable } from './create.ts'
import type { DeclaredTable } from './declared.ts'

export type Column = { type: string; notNull: boolean; default: string | null; generated: boolean }
/** A table as the catalog has it; everything by name. */
export type Table = {
  columns: Map<string, Column>
  constraints: Map<string, string>
  indexes: Map<string, string>
  triggers: Map<string, string>
}
/** `schema.table` to the table. */
export type Schema = Map<string, Table>

/** Reads the tables of the given schemas. Partitions are left out: their parent speaks for them. */
export async function introspect(sql: postgres.ISql, schemas: readonly string[]): Promise<Schema> {
  const schema: Schema = new Map()
  const rows = await sql.unsafe<{ table: string; part: Part; name: string; says: string; details: Column }[]>(catalog, [
    [...schemas],
  ])
  for (const { table, part, name, says, details } of rows) {
    let known = schema.get(table)
    if (!known) {
      known = { columns: new Map(), constraints: new Map(), indexes: new Map(), triggers: new Map() }
      schema.set(table, known)
    }
    if (part === 'columns') known.columns.set(name, details)
    else if (part !== 'table') known[part].set(name, says)
  }
  return schema
}

/** What PostgreSQL makes of the declared tables. Leaves the database as it was. */
export async function normalForm(sql: postgres.Sql, declared: readonly DeclaredTable[]): Promise<Schema> {
  const connection = await sql.reserve()
  try {
    await connection.unsafe('begin')
    const schemas = [...new Set(declared.map(({ module }) => module))]
    await connection.unsafe(
      [
        ...schemas.map((schema) => `create schema if not exists ${schema}`),
        ...declared.map(({ name }) => `drop table if exists ${name} cascade`),
        ...declared.map(createTable),
        ...declared.flatMap((table) => table.foreignKeys.map((key) => addConstraint(table.name, key))),
        ...declared.flatMap(createFurther),
      ].join(';\n'),
    )
    return await introspect(connection, schemas)
  } finally {
    await connection.unsafe('rollback')
    connection.release()
  }
}

type Part = 'table' | 'columns' | 'constraints' | 'indexes' | 'triggers'

/** Constraints of type `n` are PostgreSQL 18's names for `not null`, which the columns say already. */
const catalog = `
  with ours as (
    select c.oid, n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
  )
  select name as "table", 'table' as part, name, null as says, null::jsonb as details from ours
  union all
  select ours.name, 'columns', a.attname, null, jsonb_build_object(
    'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
    'default', pg_get_expr(d.adbin, d.adrelid), 'generated', a.attgenerated <> '')
  from ours join pg_attribute a on a.attrelid = ours.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  union all
  select ours.name, 'constraints', k.conname, pg_get_constraintdef(k.oid), null
  from ours join pg_constraint k on k.conrelid = ours.oid and k.contype <> 'n' and k.conparentid = 0
  union all
  select ours.name, 'indexes', i.relname, pg_get_indexdef(x.indexrelid), null
  from ours join pg_index x on x.indrelid = ours.oid join pg_class i on i.oid = x.indexrelid
  where not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.conrelid = ours.oid)
  union all
  select ours.name, 'triggers', t.tgname, pg_get_triggerdef(t.oid), null
  from ours join pg_trigger t on t.tgrelid = ours.oid and not t.tgisinternal
  order by 1, 2, 3`
