import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AuthServices, addMembership, authServices, ensureUser } from '#modules/auth'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import { type Client, connectClient, mustBeOk, refusedWith } from '../../tests/sockets.ts'
import { makeRealtimeWorld, type RealtimeWorld } from './realtime.fixture.ts'

let world: RealtimeWorld
let company: TestCompany
before(async () => {
  world = await makeRealtimeWorld()
  company = await makeCompany(world)
})
after(() => world?.close())

const password = 'violet kettle orchard nine'
let people = 0

/** Somebody of the company who has signed in. */
async function signIn(keep: 'page' | 'tokens' = 'tokens', role = 'company_admin') {
  people += 1
  const email = `person${people}@realtime.test`
  const auth = world.app.services.get(authServices.name) as AuthServices
  const { id: userId } = await ensureUser(auth, { email, name: `Person ${people}`, password })
  await addMembership(auth, { companyId: company.companyId, userId, role, shopIds: [] })
  const reply = await world.call(undefined, 'POST', '/auth/login', { email, password, keep })
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  const { accessToken, pageToken } = reply.body.data
  return {
    email,
    userId,
    token: String(accessToken),
    authorization: keep === 'page' ? `Session ${pageToken}` : `Bearer ${accessToken}`,
  }
}
const logOut = (authorization: string) => world.call(undefined, 'POST', '/auth/logout', {}, { authorization })
const isGone = ({ socket }: Client) => !socket.connected

test('a socket is opened by an access token in the handshake, or by the header that a page’s server puts', async () => {
  const { token } = await signIn()
  const page = await signIn('page')
  const clients = await Promise.all([
    connectClient(world.url, { auth: { token } }),
    connectClient(world.url, { auth: { token: `Bearer ${token}` } }),
    connectClient(world.url, { headers: { authorization: page.authorization } }),
    connectClient(world.url, { auth: { token }, path: '/api/socket.io' }),
  ])
  for (const client of clients) {
    mustBeOk(await client.watch(['company']))
    client.leave()
  }
})

test('without a credential, or with a bad one, the handshake is refused with its code', async () => {
  const at = (auth: Record<string, unknown>) => refusedWith(connectClient(world.url, { auth }))
  assert.equal(await at({}), 'UNAUTHENTICATED')
  assert.equal(await at({ token: 'nonsense' }), 'TOKEN_INVALID')
  assert.equal(await at({ token: 5 }), 'UNAUTHENTICATED')
  assert.equal(await at({ token: 'Session nonsense' }), 'SESSION_REVOKED')
  const { token } = await signIn()
  const other = await makeCompany(world)
  assert.equal(await at({ token, companyId: other.companyId }), 'TENANT_MISMATCH')
})

for (const keep of ['page', 'tokens'] as const) {
  test(`signing out over HTTP ends the socket of a session with ${keep} within five seconds`, async () => {
    const { authorization } = await signIn(keep)
    const client = await connectClient(world.url, { headers: { authorization } })
    mustBeOk(await client.watch(['company']))
    assert.equal((await logOut(authorization)).status, 200)
    await client.until(isGone, 5_000)
    assert.deepEqual(
      client.ended.map(({ reason, code, retry }) => ({ reason, code, retry })),
      [{ reason: 'session_ended', code: 'SESSION_REVOKED', retry: false }],
    )
  })
}

test('a session that ends elsewhere, without an event, ends its sockets within five seconds', async () => {
  const { userId, authorization } = await signIn('page')
  const client = await connectClient(world.url, { headers: { authorization } })
  await world.app.db
    .relay`update auth.session set revoked_at = now(), revoked_for = 'revoked' where user_id = ${userId}`
  await client.until(isGone, 5_000)
  assert.equal(client.ended[0]?.reason, 'session_ended')
})

test('other sessions live on, and rights are looked up for all of them in one statement', async () => {
  const stays = await signIn('page')
  const client = await connectClient(world.url, { headers: { authorization: stays.authorization } })
  const leaves = await signIn('page')
  await logOut(leaves.authorization)
  mustBeOk(await client.watch(['company']))
  assert.equal(client.socket.connected, true)
  client.leave()
})

test('who may do less than before hears nothing more, and is told to come back', async () => {
  const { owner } = company
  const somebody = world.person(company.companyId, 'company_admin')
  const client = await world.as(somebody)
  mustBeOk(await client.watch(['company']))
  world.become(somebody, { ...somebody, grants: new Map() })
  await client.until(isGone, 5_000)
  assert.deepEqual([client.ended[0]?.reason, client.ended[0]?.retry], ['rights_changed', true])
  const again = await world.as(somebody)
  mustBeOk(await again.watch(['company']))
  const customer = await world.call(owner, 'POST', '/erp/customers', { name: 'Eve', code: 'C-EVE' })
  assert.equal(customer.status, 201, JSON.stringify(customer.body))
  await world.feed.look()
  mustBeOk(await again.watch([`company`]))
  assert.deepEqual(again.events, [])
  again.leave()
})

test('a token is renewed without connecting again, and not by somebody else’s', async () => {
  const [mine, theirs] = [await signIn(), await signIn()]
  const client = await connectClient(world.url, { auth: { token: mine.token } })
  assert.equal((await client.ask('renew', { token: theirs.token })).code, 'FORBIDDEN')
  assert.equal((await client.ask('renew', { token: 'nonsense' })).code, 'TOKEN_INVALID')
  mustBeOk(await client.ask('renew', { token: mine.token }))
  client.leave()
})

test('people who look at the same record see each other’s names come and go', async () => {
  const { owner, manager, staff, shopId } = company
  const topic = `record:shops.shop:${shopId}`
  const first = await world.as(owner)
  mustBeOk(await first.watch([topic]))
  const second = await world.as(manager)
  mustBeOk(await second.watch([topic]))
  const names = (client: Client) => client.presence.at(-1)?.people.map(({ name }) => name)
  await first.until((client) => names(client)?.length === 2)
  assert.deepEqual(names(first), [owner.name, manager.name])
  const { body } = await world.call(staff, 'GET', `/realtime/presence?record=shops.shop:${shopId}`)
  assert.deepEqual(body.data.people, [
    { id: owner.id, name: owner.name },
    { id: manager.id, name: manager.name },
  ])
  second.leave()
  await first.until((client) => names(client)?.length === 1)
  assert.deepEqual(first.presence.at(-1), { topic, people: [{ id: owner.id, name: owner.name }], more: 0 })
  first.leave()
})

test('somebody with two pages open is one person, and stays until both are closed', async () => {
  const { owner, manager, shopId } = company
  const topic = `record:shops.shop:${shopId}`
  const watcher = await world.as(manager)
  const pages = await Promise.all([world.as(owner), world.as(owner)])
  for (const client of [watcher, ...pages]) mustBeOk(await client.watch([topic]))
  await watcher.until(({ presence }) => presence.at(-1)?.people.length === 2)
  pages[0]?.leave()
  mustBeOk((await pages[1]?.ask('unwatch', {})) ?? { ok: false, cursor: '' })
  await watcher.until(({ presence }) => presence.at(-1)?.people.length === 1)
  pages[1]?.leave()
  watcher.leave()
})

test('who looks at a record is told only to who may read it', async () => {
  const stranger = (await makeCompany(world)).owner
  const path = `/realtime/presence?record=shops.shop:${company.shopId}`
  assert.equal((await world.call(stranger, 'GET', path)).status, 404)
  assert.equal((await world.call(company.owner, 'GET', '/realtime/presence?record=nonsense')).status, 400)
  const customer = world.person(company.companyId, 'customer')
  assert.equal((await world.call(customer, 'GET', path)).status, 404)
})

test('a server that stops tells its clients to come back, and does not wait for them', async () => {
  const own = await makeRealtimeWorld()
  const { owner } = await makeCompany(own)
  const client = await own.as(owner)
  mustBeOk(await client.watch(['company']))
  const begun = performance.now()
  await own.close()
  assert.ok(performance.now() - begun < 5_000)
  assert.deepEqual([client.ended[0]?.reason, client.ended[0]?.retry], ['stopping', true])
  assert.equal(client.socket.connected, false)
})
