import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { installation } from '#kernel'
import type { TestCompany } from '../../../tests/company.ts'
import { type AuthWorld, type Member, makeAuthWorld, password, tally } from '../auth.fixture.ts'

let world: AuthWorld
let company: TestCompany
before(async () => {
  world = await makeAuthWorld()
  company = await world.company()
})
after(() => world?.close())

const tryIn = (email: string, given: string, more: object = {}) =>
  world.as(undefined, 'POST', '/auth/login', { email, password: given, ...more })
const admin = (): Promise<Member> => world.member(company.companyId, 'company_admin')

test('a member signs in, and the token opens what the role may do', async () => {
  const { email, userId } = await admin()
  const { accessToken, user } = await world.signIn(email)
  assert.deepEqual(
    { id: user.id, role: user.role, companyId: user.companyId },
    { id: userId, role: 'company_admin', companyId: company.companyId },
  )
  assert.equal((await world.as(accessToken, 'GET', '/shops')).status, 200)
  assert.equal((await world.as(accessToken, 'POST', '/companies', {})).status, 400)
  const verified = await world.as(accessToken, 'GET', '/auth/verify')
  assert.equal(verified.body.data.id, userId)
})

test('a sign-in is on record, without the password', async () => {
  const { email, userId } = await admin()
  await world.signIn(email)
  const [event] = await world.events('user.logged_in', userId)
  assert.equal(event?.companyId, company.companyId)
  assert.ok(!JSON.stringify(event).includes(password))
})

test('A24: every spelling of an address leads to one account or is refused', async () => {
  const { email } = await admin()
  const [name, domain] = email.split('@')
  for (const spelling of [email.toUpperCase(), `  ${email} `.trim(), `${name}＠${domain}`]) {
    assert.ok([200, 400].includes((await tryIn(spelling, password)).status), spelling)
  }
  assert.equal((await tryIn(email.toUpperCase(), password)).status, 200)
  assert.equal((await tryIn(`${email}.`, password)).status, 400)
})

test('A12: of forty wrong passwords at once exactly ten are compared, the rest wait as told', async () => {
  const { email } = await admin()
  const replies = await Promise.all(Array.from({ length: 40 }, () => tryIn(email, 'not the right words')))
  assert.deepEqual(tally(replies), { 401: 10, 429: 30 })
  const late = await tryIn(email, password)
  assert.equal(late.body.code, 'RATE_LIMITED')
  assert.equal(late.headers['retry-after'], '900')
  world.clock.now += 901_000
  assert.equal((await tryIn(email, password)).status, 200)
})

test('A12: another X-Forwarded-For with every guess changes nothing', async () => {
  const { email } = await admin()
  const guesses = Array.from({ length: 15 }, (_, at) =>
    world.call(
      undefined,
      'POST',
      '/auth/login',
      { email, password: 'not the right words' },
      {
        'x-forwarded-for': `10.0.0.${at}`,
      },
    ),
  )
  assert.deepEqual(tally((await Promise.all(guesses)) as never), { 401: 10, 429: 5 })
})

test('A12: a right password forgets the wrong ones before it', async () => {
  const { email } = await admin()
  for (let at = 0; at < 9; at += 1) await tryIn(email, 'not the right words')
  await world.signIn(email)
  const replies = []
  for (let at = 0; at < 10; at += 1) replies.push(await tryIn(email, 'not the right words'))
  assert.deepEqual(tally(replies), { 401: 10 })
  world.clock.now += 901_000
})

test('A13: a known and an unknown address get the same status and words', async () => {
  const { email } = await admin()
  const known = await tryIn(email, 'not the right words')
  const unknown = await tryIn('nobody@gift.test', 'not the right words')
  const shape = ({ status, body }: typeof known) => ({
    status,
    code: body.code,
    error: body.error,
    details: body.details,
  })
  assert.deepEqual(shape(known), shape(unknown))
  assert.equal(known.body.code, 'CREDENTIALS_INVALID')
})

test('A14: a long password is refused before it costs a hash', async () => {
  const { email } = await admin()
  for (const long of ['x'.repeat(129), 'x'.repeat(600), 'x'.repeat(1_000_000)]) {
    const { status } = await tryIn(email, long)
    assert.equal(status, 400, String(long.length))
  }
})

test('A15: with sixty-four passwords waiting the next sign-in is told that the server is busy', async () => {
  const { email } = await admin()
  const costly = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2U'
  const flood = Array.from({ length: 66 }, () => world.auth.passwords.verify(password, costly))
  const reply = await tryIn(email, password)
  assert.deepEqual([reply.status, reply.body.code, reply.headers['retry-after']], [503, 'OVERLOADED', '1'])
  await Promise.all(flood)
  assert.equal((await tryIn(email, password)).status, 200)
})

test('signing in to a company that one is no member of is refused', async () => {
  const { email } = await admin()
  const other = await world.company()
  const reply = await tryIn(email, password, { companyId: other.companyId })
  assert.deepEqual([reply.status, reply.body.code], [403, 'TENANT_MISMATCH'])
})

test('a super admin works in any company that is there, and in no other', async () => {
  const { email } = await world.member(installation, 'super_admin')
  const { accessToken } = await world.signIn(email)
  const { companyId } = await world.company()
  const shops = (headers: Record<string, string>) =>
    world.call(undefined, 'GET', '/shops', undefined, { authorization: `Bearer ${accessToken}`, ...headers })
  assert.equal((await shops({ 'x-company-id': companyId })).status, 200)
  for (const other of ['00000000-0000-4000-8000-000000000000', 'no-id', `${companyId}0`]) {
    const reply = await shops({ 'x-company-id': other })
    assert.deepEqual([reply.status, reply.body.code], [403, 'TENANT_MISMATCH'], other)
  }
})

test('a deactivated company lets nobody in', async () => {
  const closing = await world.company()
  const { email } = await world.member(closing.companyId, 'company_admin')
  const closed = await world.call(world.root, 'DELETE', `/companies/${closing.companyId}`)
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  assert.equal((await tryIn(email, password)).body.code, 'COMPANY_INACTIVE')
})

test('a call may carry no other body fields, and no user id', async () => {
  const { email, userId } = await admin()
  assert.equal((await tryIn(email, password, { userId })).status, 400)
})

test('A16: a refresh token, rubbish and nothing are no access tokens', async () => {
  const { email } = await admin()
  const { refreshToken, accessToken } = await world.signIn(email)
  for (const bad of [refreshToken, 'rubbish', accessToken.slice(0, -4)]) {
    assert.equal((await world.as(bad, 'GET', '/shops')).body.code, 'TOKEN_INVALID')
  }
  const basic = await world.call(undefined, 'GET', '/shops', undefined, { authorization: 'Basic YTpi' })
  assert.equal(basic.body.code, 'UNAUTHENTICATED')
  assert.equal((await world.as(undefined, 'GET', '/shops')).body.code, 'UNAUTHENTICATED')
})

test('A17: a token is useless after signing out, at once in this process', async () => {
  const { email, userId } = await admin()
  const { accessToken } = await world.signIn(email)
  assert.equal((await world.as(accessToken, 'GET', '/shops')).status, 200)
  assert.equal((await world.as(accessToken, 'POST', '/auth/logout', {})).body.data.ended, 1)
  assert.equal((await world.as(accessToken, 'GET', '/shops')).body.code, 'SESSION_REVOKED')
  assert.equal((await world.events('user.logged_out', userId)).length, 1)
})

test('A17: what another process ended is felt when five seconds are over', async () => {
  const { email, userId } = await admin()
  const { accessToken } = await world.signIn(email)
  assert.equal((await world.as(accessToken, 'GET', '/shops')).status, 200)
  await world.app.db.relay`update auth.session set revoked_at = now() where user_id = ${userId}`
  world.clock.now += 5_001
  assert.equal((await world.as(accessToken, 'GET', '/shops')).body.code, 'SESSION_REVOKED')
})

test('A17: a disabled person and a disabled member are out within five seconds', async () => {
  for (const table of ['user', 'membership']) {
    const { email, userId } = await admin()
    const { accessToken } = await world.signIn(email)
    if (table === 'user') await world.app.db.relay`update auth.user set status = 'disabled' where id = ${userId}`
    else await world.app.db.relay`update auth.membership set status = 'disabled' where user_id = ${userId}`
    world.clock.now += 5_001
    assert.equal((await world.as(accessToken, 'GET', '/shops')).body.code, 'SESSION_REVOKED', table)
  }
})

test('a hot token is answered without a promise and without the database', async () => {
  const { makeIdentify } = await import('#modules/auth')
  const { email, userId } = await admin()
  const { accessToken } = await world.signIn(email)
  const identify = makeIdentify(world.app)
  const headers = { authorization: `Bearer ${accessToken}` }
  await identify(headers, '127.0.0.1')
  const actor = identify(headers, '127.0.0.1')
  assert.ok(!(actor instanceof Promise))
  assert.deepEqual([actor.kind, actor.id, actor.grants.has('shops.shop.read')], ['user', userId, true])
})

test('signing out works with a refresh token when the access token has expired', async () => {
  const { email } = await admin()
  const { accessToken, refreshToken } = await world.signIn(email)
  world.clock.now += 700_000
  const out = await world.as(accessToken, 'POST', '/auth/logout', { refreshToken })
  assert.equal(out.body.data.ended, 1)
  assert.equal(
    (await world.as(undefined, 'POST', '/auth/refresh-token', { refreshToken })).body.code,
    'SESSION_REVOKED',
  )
})

test('people see their own sessions and end one of them, not those of others', async () => {
  const { email } = await admin()
  const here = await world.signIn(email, { agent: 'till' })
  const there = await world.signIn(email, { agent: 'phone' })
  const listed = await world.as(here.accessToken, 'GET', '/auth/sessions')
  const sessions = [...listed.body.data]
  assert.deepEqual(sessions.map(({ agent, current }) => `${agent} ${current}`).sort(), ['phone false', 'till true'])
  const phone = sessions.find(({ agent }) => String(agent) === 'phone')
  const stranger = await world.signIn((await admin()).email)
  assert.equal((await world.as(stranger.accessToken, 'DELETE', `/auth/sessions/${phone?.id}`)).status, 404)
  assert.equal((await world.as(here.accessToken, 'DELETE', `/auth/sessions/${phone?.id}`)).status, 200)
  assert.equal((await world.as(there.accessToken, 'GET', '/auth/profile')).body.code, 'SESSION_REVOKED')
})
