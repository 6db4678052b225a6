import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import postgres, { type Sql } from 'postgres'
import { testDatabase } from './database.ts'

async function query<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

test('a test gets an empty database whose user may make roles and databases', async () => {
  const database = await testDatabase()
  const [found] = await query(
    database.url,
    (sql) => sql`select (select count(*)::int from pg_tables where schemaname = 'public') as tables,
      (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser"`,
  )
  assert.deepEqual({ ...found }, { tables: 0, isSuperuser: true })
  await database.drop()
})

test('two databases of one template share nothing but what it was built with', async () => {
  let builds = 0
  const build = async (url: string) => {
    builds += 1
    await query(url, (sql) => sql`create table note as select 'built' as text`)
  }
  const template = { key: randomBytes(8).toString('hex'), build }
  const [one, other] = await Promise.all([testDatabase({ template }), testDatabase({ template })])
  await query(one.url, (sql) => sql`insert into note values ('mine')`)
  const texts = await query(other.url, async (sql) => (await sql`select text from note`).map(({ text }) => text))
  assert.deepEqual(texts, ['built'])
  assert.equal(builds, 1)
  await Promise.all([one.drop(), other.drop()])
})

test('a template that could not be built is built anew by the next', async () => {
  const key = randomBytes(8).toString('hex')
  const failing = { key, build: () => Promise.reject(new Error('no')) }
  await assert.rejects(testDatabase({ template: failing }), /^Error: no$/)
  const sound = { key, build: (url: string) => query(url, async (sql) => void (await sql`create table note ()`)) }
  const database = await testDatabase({ template: sound })
  await query(database.url, (sql) => sql`select from note`)
  await database.drop()
})

test('dropping ends the connections that a test forgot', async () => {
  const database = await testDatabase()
  const forgotten = postgres(database.url, { max: 1 })
  await forgotten`select 1`
  await database.drop()
  await assert.rejects(
    query(database.url, (sql) => sql`select 1`),
    { code: '3D000' },
  )
  await forgotten.end({ timeout: 1 })
})
