/**
 * What lets the planner use the indexes of searched text. Under row security it may look at a row by an index only with
 * functions known not to leak what they see; LIKE and the text search functions leak nothing, but PostgreSQL does not
 * say so of them. Only a superuser may; without one, searches read the company's rows one by one and find the same.
 * See docs/decisions/0010-search-under-row-security.md.
 */
import type postgres from 'postgres'

const leakproof = [
  'pg_catalog.textlike(text, text)',
  'pg_catalog.to_tsvector(regconfig, text)',
  'pg_catalog.ts_match_vq(tsvector, tsquery)',
]
/** Samples kept of searched text: how rare a word is decides between an index and the order of the list. */
const samples = 1_000

/** The rule's own text: a database where another one was laid gets this one. */
export const searchRule = JSON.stringify([leakproof, samples])

/** Marks the functions where the caller may, and has more samples taken of every `search_text`. Idempotent. */
export async function easeSearch(sql: postgres.Sql | postgres.TransactionSql): Promise<void> {
  const [role] = await sql`select rolsuper from pg_roles where rolname = current_user`
  if (role?.rolsuper) for (const each of leakproof) await sql.unsafe(`alter function ${each} leakproof`)
  const tables = await sql`
    select c.oid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'search_text' and not a.attisdropped and c.relkind in ('r', 'p')`
  for (const { name } of tables) {
    await sql.unsafe(`alter table ${name} alter column search_text set statistics ${samples}`)
  }
}
