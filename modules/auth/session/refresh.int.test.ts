import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AuthWorld, makeAuthWorld, type SignedIn, tally } from '../auth.fixture.ts'

let world: AuthWorld
let companyId: string
before(async () => {
  world = await makeAuthWorld()
  companyId = (await world.company()).companyId
})
after(() => world?.close())

const arrive = async (): Promise<SignedIn> => world.signIn((await world.member(companyId, 'company_admin')).email)
const refresh = (refreshToken: string, agent = 'test') =>
  world.call<Record<string, string>>(
    undefined,
    'POST',
    '/auth/refresh-token',
    { refreshToken },
    { 'user-agent': agent },
  )

test('a refresh token gives a new pair, and the new access token works', async () => {
  const { refreshToken } = await arrive()
  const { status, body } = await refresh(refreshToken)
  assert.equal(status, 200)
  assert.notEqual(body.data.refreshToken, refreshToken)
  assert.equal((await world.as(body.data.accessToken, 'GET', '/shops')).status, 200)
})

test('a client with an expired access token in the header gets its new one', async () => {
  const { refreshToken, accessToken } = await arrive()
  world.clock.now += 700_000
  assert.equal((await world.as(accessToken, 'POST', '/auth/refresh-token', { refreshToken })).status, 200)
})

test('two tabs that refresh at once both go on', async () => {
  const { refreshToken } = await arrive()
  const replies = await Promise.all([refresh(refreshToken), refresh(refreshToken)])
  assert.deepEqual(tally(replies as never), { 200: 2 })
  const [first, second] = replies.map(({ body }) => body.data)
  for (const tokens of [first, second]) {
    assert.equal((await world.as(tokens?.accessToken, 'GET', '/shops')).status, 200)
    assert.equal((await refresh(tokens?.refreshToken ?? '')).status, 200)
  }
})

test('A18: a replayed token ends the session of both holders, and its owner is told', async () => {
  const { refreshToken, accessToken, email, userId } = await arrive()
  const honest = await refresh(refreshToken)
  world.clock.now += 11_000
  const replay = await refresh(refreshToken)
  assert.deepEqual([replay.status, replay.body.code], [401, 'TOKEN_REUSED'])
  assert.equal((await world.as(accessToken, 'GET', '/shops')).body.code, 'SESSION_REVOKED')
  assert.equal((await refresh(honest.body.data.refreshToken ?? '')).body.code, 'SESSION_REVOKED')
  assert.match((await world.mailTo(email))?.subject ?? '', /ended/)
  const [event] = await world.events('session.revoked')
  assert.equal(String(event?.data?.userId), userId)
})

test('A18: another device gets no grace, even at the same moment', async () => {
  const { refreshToken } = await arrive()
  await refresh(refreshToken)
  assert.equal((await refresh(refreshToken, 'thief')).body.code, 'TOKEN_REUSED')
})

test('A18: a second replay sends no second mail', async () => {
  const { refreshToken, userId } = await arrive()
  await refresh(refreshToken)
  world.clock.now += 11_000
  await refresh(refreshToken)
  await refresh(refreshToken)
  const revoked = (await world.events('session.revoked')).filter(({ data }) => String(data?.userId) === userId)
  assert.equal(revoked.length, 1)
})

test('a made-up and an expired refresh token are refused', async () => {
  assert.equal((await refresh('x'.repeat(43))).body.code, 'TOKEN_INVALID')
  const { refreshToken } = await arrive()
  world.clock.now += 31 * 86_400_000
  assert.equal((await refresh(refreshToken)).body.code, 'TOKEN_INVALID')
})

test('an Idempotency-Key does not make a refresh replayable, and no token lies in the database', async () => {
  const { refreshToken } = await arrive()
  const headers = { 'idempotency-key': 'once-1', 'user-agent': 'test' }
  await world.call(undefined, 'POST', '/auth/refresh-token', { refreshToken }, headers)
  const [kept] = await world.app.db.relay`select 1 from execution.idempotency where key = 'once-1'`
  assert.equal(kept, undefined)
  const [plain] = await world.app.db.relay`select 1 from auth.refresh_token where hash = ${refreshToken}`
  assert.equal(plain, undefined)
})

test('a changed role is felt at once: the token is refused, and the refreshed one carries the new rights', async () => {
  const { refreshToken, accessToken, userId } = await arrive()
  const boss = await arrive()
  const change = await world.as(boss.accessToken, 'PATCH', `/users/${userId}`, { role: 'shop_staff' })
  assert.equal(change.status, 200, JSON.stringify(change.body))
  assert.equal((await world.as(accessToken, 'GET', '/shops')).body.code, 'SESSION_REVOKED')
  const { body } = await refresh(refreshToken)
  assert.equal((await world.as(body.data.accessToken, 'POST', '/shops', { code: 'X', name: 'X' })).status, 403)
})
