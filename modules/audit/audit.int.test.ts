import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { examine } from '#platform/doctor'
import { makeCompany } from '../../tests/company.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

const chainBreaches = async () => {
  const found = []
  for await (const finding of examine(world.app.db.relay, world.app.registry, () => 0)) {
    if (finding.equation.startsWith('audit.')) found.push(...finding.breaches)
  }
  return found
}

/** Breaks what no role may: as the owner, with the guard taken away. */
async function tamper(change: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined })
  await sql`set session_replication_role = replica`
  await change(sql)
  await sql.end()
}

test('A change is in the audit log with who, what, before and after', async () => {
  const { owner } = await makeCompany(world)
  const made = await world.call<{ id: string }>(owner, 'POST', '/catalog/brands', { name: 'Acme' })
  await world.call(owner, 'PATCH', `/catalog/brands/${made.body.data.id}`, { name: 'Acme Ltd' })
  await world.settle()
  const reply = await world.call<Record<string, unknown>[]>(
    owner,
    'GET',
    `/audit/resource/catalog.brand/${made.body.data.id}`,
  )
  assert.equal(reply.status, 200)
  const [changed, created] = reply.body.data
  assert.equal(created?.action, 'brand.created')
  assert.equal(changed?.action, 'brand.updated')
  assert.equal(changed?.actorId, owner.id)
  assert.deepEqual(changed?.before, { name: 'Acme' })
  assert.deepEqual((changed?.after as { name: string } | undefined)?.name, 'Acme Ltd')
})

test('The chain of a company is whole, and a changed entry is named by the doctor', async () => {
  const { owner, companyId } = await makeCompany(world)
  for (const name of ['One', 'Two', 'Three']) await world.call(owner, 'POST', '/catalog/brands', { name })
  await world.settle()
  assert.deepEqual(await chainBreaches(), [])
  const [entry] = await world.app.db.relay`select position from audit.entry
    where company_id = ${companyId} and action = 'brand.created' order by position limit 1`
  const position = Number(entry?.position)
  const setName = (name: string) =>
    tamper(
      (sql) =>
        sql`update audit.entry set actor_name = ${name} where company_id = ${companyId} and position = ${position}`,
    )
  await setName('somebody else')
  const [first] = await chainBreaches()
  assert.equal(first?.company_id, companyId)
  assert.equal(first?.what, String(position))
  await setName(owner.name)
  assert.deepEqual(await chainBreaches(), [])
})

test('An entry cut off at the end is noticed', async () => {
  const { owner, companyId } = await makeCompany(world)
  await world.call(owner, 'POST', '/catalog/brands', { name: 'Last' })
  await world.settle()
  const [last] = await world.app.db
    .relay`select * from audit.entry where company_id = ${companyId} order by position desc limit 1`
  await tamper((sql) => sql`delete from audit.entry where company_id = ${companyId} and position = ${last?.position}`)
  assert.equal((await chainBreaches())[0]?.company_id, companyId)
  const { search_text: _, ...row } = last ?? {}
  await tamper((sql) => sql`insert into audit.entry ${sql(row)}`)
  assert.deepEqual(await chainBreaches(), [])
})

test('The database refuses to change or remove an entry', async () => {
  const { companyId } = await makeCompany(world)
  await world.settle()
  await assert.rejects(world.app.db.relay`update audit.entry set action = 'x' where company_id = ${companyId}`)
  await assert.rejects(world.app.db.relay`delete from audit.entry where company_id = ${companyId}`)
})

test('The export is one line of JSON for each entry', async () => {
  const { owner } = await makeCompany(world)
  await world.call(owner, 'POST', '/catalog/brands', { name: 'Exported' })
  await world.settle()
  const reply = await world.call(owner, 'GET', '/audit/export')
  const lines = String(reply.body.text)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { action: string })
  assert.equal(lines.filter(({ action }) => action === 'brand.created').length, 1)
})

test('Staff may not read the audit log, and another company has its own', async () => {
  const { staff, companyId } = await makeCompany(world)
  const other = await makeCompany(world)
  await world.settle()
  assert.equal((await world.call(staff, 'GET', '/audit/logs')).status, 403)
  const reply = await world.call<{ resourceId: string }[]>(other.owner, 'GET', '/audit/logs')
  assert.ok(reply.body.data.every(({ resourceId }) => resourceId !== companyId))
})
