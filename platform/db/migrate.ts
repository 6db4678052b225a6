/**
 * Applies migrations: SQL files, forward only, each in a transaction of its own, under a lock so that two processes
 * that start together do not collide. Afterwards row security and grants are laid over every table by one rule.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { ensureRoles } from './roles.ts'
import { type InstallationTables, secureTables, securityRule } from './row-security.ts'
import { easeSearch, searchRule } from './search-plans.ts'

export type MigrationFolder = { module: string; folder: string }
export type MigrationFile = { module: string; name: string; text: string; checksum: string }

/** The files of all folders, platform first, then modules in tier order. */
export async function readMigrations(folders: readonly MigrationFolder[]): Promise<MigrationFile[]> {
  const files: MigrationFile[] = []
  for (const { module, folder } of folders) {
    const names = await readdir(folder).catch(() => [])
    for (const name of names.filter((each) => each.endsWith('.sql')).toSorted()) {
      const text = await readFile(join(folder, name), 'utf8')
      files.push({ module, name, text, checksum: createHash('sha256').update(text).digest('hex') })
    }
  }
  return files
}

/** The platform's own migrations; modules come after them. */
export const platformMigrations: MigrationFolder = {
  module: 'platform',
  folder: join(import.meta.dirname, 'migrations'),
}

export type MigrateResult = { applied: string[] }

/**
 * Brings the database up to date. Throws, having changed nothing of the failing file, when a file fails or was edited.
 */
export async function migrate(
  ownerUrl: string,
  folders: readonly MigrationFolder[],
  installationTables: InstallationTables = {},
): Promise<MigrateResult> {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: 'entrepot migrate' },
  })
  try {
    await sql`select pg_advisory_lock(hashtext('entrepot migrate'))`
    const files = await readMigrations([platformMigrations, ...folders])
    await checkVersion(sql)
    await ensureRoles(sql, ownerUrl)
    await sql`create table if not exists public.migration (
      module text, name text, checksum text not null, at timestamptz not null default now(),
      primary key (module, name))`
    const done = new Map(
      (await sql`select module, name, checksum from public.migration`).map((row) => [
        `${row.module}/${row.name}`,
        row.checksum as string,
      ]),
    )
    const applied: string[] = []
    for (const file of files) {
      const key = `${file.module}/${file.name}`
      const known = done.get(key)
      if (known && known !== file.checksum) throw new Error(`migration ${key} was changed after it was applied`)
      if (known) continue
      await applyFile(sql, file, key)
      applied.push(key)
    }
    await secureOnce(sql, files, installationTables)
    return { applied }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/**
 * Lays row security when files or the rule have changed since it was laid, also where that was by a process killed in
 * between: the table of migrations bears a mark, in one transaction with the policies.
 */
async function secureOnce(sql: postgres.Sql, files: MigrationFile[], tables: InstallationTables): Promise<void> {
  const mark = `secured ${schemaMark(files, tables)}`
  const [row] = await sql`select obj_description('public.migration'::regclass) as said`
  if (row?.said === mark) return
  await sql.begin(async (tx) => {
    await secureTables(tx, tables)
    await easeSearch(tx)
    await tx.unsafe(`comment on table public.migration is '${mark}'`)
  })
}

/** A hash over all that `migrate` makes of these files, policies included. */
export function schemaMark(files: readonly MigrationFile[], tables: InstallationTables): string {
  const facts = [files.map(({ checksum }) => checksum), tables, securityRule, searchRule]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

async function applyFile(sql: postgres.Sql, file: MigrationFile, key: string): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(file.text)
      await tx`insert into public.migration (module, name, checksum)
        values (${file.module}, ${file.name}, ${file.checksum})`
    })
  } catch (error) {
    throw new Error(`migration ${key} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function checkVersion(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`select current_setting('server_version_num')::int as version`
  if (Number(row?.version) < 150000) throw new Error('Entrepot needs PostgreSQL 15 or newer')
}
