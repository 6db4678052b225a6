/** Migrations by two processes at once, and by one that is killed on the way. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, test } from 'node:test'
import postgres from 'postgres'
import { migrate } from '#platform/db'
import { installationTables, moduleFolders } from '../../processes/modules.ts'
import { testDatabase } from '../database.ts'
import { eventually } from './trade.ts'

const root = join(import.meta.dirname, '../..')
const cleaning: (() => Promise<unknown>)[] = []
after(async () => {
  for (const clean of cleaning.reverse()) await clean()
})

/** An empty database and the superuser's connection to it. */
async function emptyDatabase(): Promise<{ url: string; sql: postgres.Sql }> {
  const database = await testDatabase()
  const sql = postgres(database.url, { max: 2, onnotice: () => undefined })
  cleaning.push(
    () => database.drop(),
    () => sql.end({ timeout: 1 }),
  )
  return { url: database.url, sql }
}

/** `entrepot migrate` as a process; ends with its exit code or the signal's name, and what it wrote. */
function migrator(url: string) {
  const child = spawn(process.execPath, [join(root, 'processes/cli.ts'), 'migrate'], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'test', DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  cleaning.push(async () => child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  return { child, ended: once(child, 'close').then(([code, signal]) => ({ how: code ?? signal, output })) }
}

/** Everything that guards rows: which tables force row security, every policy, every grant of the two work roles. */
const guards = async (sql: postgres.Sql): Promise<unknown> => [
  await sql`select n.nspname as schema, relname as name, relrowsecurity, relforcerowsecurity, relacl::text as acl
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and nspname !~ '^(pg_|information_schema|pgboss)' order by 1, 2`,
  await sql`select schemaname, tablename, policyname, roles::text as roles, qual, with_check from pg_policies
    order by 1, 2, 3`,
]

const appliedIn = async (sql: postgres.Sql): Promise<string[]> =>
  (await sql`select module || '/' || name as file from public.migration order by 1`).map(({ file }) => String(file))

test('F19: two migrators at once apply each migration once, and what a killed one left is completed', async () => {
  const [whole, broken] = [await emptyDatabase(), await emptyDatabase()]
  const both = await Promise.all([migrator(whole.url).ended, migrator(whole.url).ended])
  assert.deepEqual(
    both.map(({ how }) => how),
    [0, 0],
    both.map(({ output }) => output).join('\n'),
  )
  const said = both.flatMap(({ output }) => [...output.matchAll(/^applied (.+)$/gm)].map(([, file]) => String(file)))
  const files = await appliedIn(whole.sql)
  assert.deepEqual(said.toSorted(), files.toSorted(), 'each was applied by one of the two')

  await killAfterLastFile(broken, files.length)
  const { applied } = await migrate(broken.url, moduleFolders(), installationTables())
  assert.deepEqual(applied, [], 'the files had all been applied')
  assert.deepEqual(await guards(broken.sql), await guards(whole.sql), 'every table is guarded as in the other database')
})

/** Kills a migrator that has applied every file and has not yet laid row security: a lock of ours holds it there. */
async function killAfterLastFile({ url, sql }: { url: string; sql: postgres.Sql }, count: number): Promise<void> {
  const { child, ended } = migrator(url)
  const isThere = async () => (await sql`select to_regclass('execution.idempotency') is not null as there`)[0]?.there
  await eventually('the table is there', async () => Boolean(await isThere()))
  await sql.begin(async (tx) => {
    await tx`lock table execution.idempotency in access share mode`
    await eventually('all files are applied and row security waits', async () => {
      const [found] = await sql`select (select count(*)::int from public.migration) as files,
        exists (select from pg_locks where relation = 'execution.idempotency'::regclass and not granted) as waits`
      return found?.files === count && Boolean(found?.waits)
    })
    child.kill('SIGKILL')
    assert.equal((await ended).how, 'SIGKILL')
    await tx`select pg_terminate_backend(pid, 5000) from pg_locks
      where relation = 'execution.idempotency'::regclass and not granted`
  })
  const [left] = await sql`select relforcerowsecurity as guarded from pg_class where oid = 'sales.sale'::regclass`
  assert.equal(left?.guarded, false, 'it died before the tables were guarded')
}
