import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { installation, type Sql } from '#kernel'
import { makeRun, systemActor } from '#platform/execution'
import { type AuthWorld, makeAuthWorld } from '../auth.fixture.ts'

let world: AuthWorld
before(async () => {
  world = await makeAuthWorld()
})
after(() => world?.close())

async function runJob(name: string): Promise<void> {
  const { app } = world
  const job = app.registry.jobs.find(({ address }) => address === `auth.${name}`)
  const actor = systemActor(app, name, installation)
  const sql = app.db.relay as unknown as Sql
  const { context } = makeRun({ app, actor, companyId: installation, scope: 'all', requestId: name, sql })
  await job?.definition.run(context, {})
}
const count = async (table: string): Promise<number> => {
  const [row] = await world.app.db.relay`select count(*)::int as count from ${world.app.db.relay(table)}`
  return Number(row?.count)
}

test('what has ended is removed after its time, and a session that runs stays', async () => {
  const { companyId } = await world.company()
  const { email } = await world.member(companyId, 'shop_staff')
  const { accessToken } = await world.signIn(email)
  await world.as(undefined, 'POST', '/auth/login', { email, password: 'not the right words' })
  await runJob('prune')
  assert.deepEqual([await count('auth.session'), await count('auth.refresh_token')], [1, 1])
  assert.equal((await world.as(accessToken, 'GET', '/auth/profile')).status, 200)
  world.clock.now += 200 * 86_400_000
  await runJob('prune')
  for (const table of ['auth.session', 'auth.refresh_token', 'auth.attempt']) assert.equal(await count(table), 0, table)
})

test('the next signing key is made long before the last one ends, and tokens of both work', async () => {
  const { companyId } = await world.company()
  const { email } = await world.member(companyId, 'shop_staff')
  const before = await world.signIn(email)
  const keysBefore = await count('auth.token_key')
  world.clock.now += 31 * 86_400_000
  const after = await world.signIn(email)
  assert.equal(await count('auth.token_key'), keysBefore + 1)
  assert.equal((await world.as(after.accessToken, 'GET', '/auth/profile')).status, 200)
  const kid = ({ accessToken }: { accessToken: string }) => accessToken.split('.')[0]
  assert.notEqual(kid(before), kid(after))
})

test('a mail that could not be sent is sent by the job', async () => {
  await world.app.db.relay`insert into auth.mail (id, kind, email, next_at, created_at)
    values (${world.app.newId()}, 'password-changed', 'owed@person.test', now(), now())`
  world.clock.now = Math.max(world.clock.now, Date.now() + 60_000)
  await runJob('send-mails')
  assert.match((await world.mailTo('owed@person.test'))?.subject ?? '', /password was changed/)
  assert.equal(await count('auth.mail'), 0)
})
