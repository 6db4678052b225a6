/**
 * Row security and grants, laid over every table of ours by one rule: a table with `company_id` shows and accepts rows
 * of the company that the connection is set for, and nothing else. Tables without it are installation-wide and listed.
 */
import type postgres from 'postgres'

/** Tables without a company, `schema.table`, and what the app role may do there (`''`: nothing). Modules add theirs. */
export type InstallationTables = Readonly<Record<string, string>>
const platformTables: InstallationTables = {
  'public.migration': 'select',
  'event_log.cursor': 'select, insert, update',
  'event_log.retention': 'select',
}
/** Schemas that other software keeps. */
const foreignSchemas = ['pg_catalog', 'information_schema', 'pg_toast', 'pgboss']

type Table = { schema: string; name: string; tenant: boolean; partition: boolean }

/** Lays policies and grants; idempotent, run after migrations. Refuses a table that is neither tenant nor listed. */
export async function secureTables(
  sql: postgres.Sql | postgres.TransactionSql,
  moduleTables: InstallationTables,
): Promise<void> {
  const listed = { ...platformTables, ...moduleTables }
  const tables = (await tablesOf(sql)).filter((table) => !table.partition)
  for (const schema of new Set(tables.map((table) => table.schema))) {
    await sql.unsafe(`grant usage on schema ${schema} to entrepot_app, entrepot_relay`)
  }
  for (const { schema, name, tenant } of tables) {
    const table = `${schema}.${name}`
    await sql.unsafe(`grant select, insert, update, delete on ${table} to entrepot_relay`)
    if (tenant) await sql.unsafe(policies(table))
    else if (listed[table] === undefined) {
      throw new Error(`${table} has no company_id and is in no manifest's installationTables`)
    } else if (listed[table] !== '') await sql.unsafe(`grant ${listed[table]} on ${table} to entrepot_app`)
  }
}

const own = `company_id = (select nullif(current_setting('app.company', true), '')::uuid)`

const policies = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  drop policy if exists company on ${table};
  create policy company on ${table} to entrepot_app using (${own}) with check (${own});
  drop policy if exists relay on ${table};
  create policy relay on ${table} to entrepot_relay using (true) with check (true);
  drop policy if exists owner on ${table};
  create policy owner on ${table} to current_user using (true) with check (true);
  grant select, insert, update, delete on ${table} to entrepot_app;`

/** The rule's own text: a database where another one was laid gets this one. */
export const securityRule = JSON.stringify([policies('a table'), platformTables])

async function tablesOf(sql: postgres.Sql | postgres.TransactionSql): Promise<Table[]> {
  const rows = await sql`
    select n.nspname as schema, c.relname as name, c.relispartition as partition,
      exists (select 1 from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not like 'pg_%' and not n.nspname = any(${foreignSchemas})
    order by 1, 2`
  return rows.map((row) => ({ schema: row.schema, name: row.name, tenant: row.tenant, partition: row.partition }))
}
