import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AuthWorld, makeAuthWorld, type SignedIn } from '../auth.fixture.ts'
import { believedFor } from '../session/known-actors.ts'

let world: AuthWorld
let companyId: string
let boss: SignedIn
before(async () => {
  world = await makeAuthWorld()
  companyId = (await world.company()).companyId
  boss = await world.signIn((await world.member(companyId, 'company_admin')).email)
})
after(() => world?.close())

const make = (body: object, token = boss.accessToken) =>
  world.as(token, 'POST', '/auth/api-keys', { name: 'Web shop', scopes: ['shops.shop.read'], ...body })
const withKey = (key: string, method: string, path: string, body?: object) =>
  world.call(undefined, method, path, body, { authorization: `ApiKey ${key}` })

test('a key opens what its scopes name, and nothing else', async () => {
  const { status, body } = await make({})
  assert.equal(status, 201)
  const key = String(body.data.key)
  assert.equal((await withKey(key, 'GET', '/shops')).status, 200)
  const beyond = await withKey(key, 'GET', '/users')
  assert.deepEqual([beyond.status, beyond.body.code], [403, 'SCOPE_MISSING'])
  const header = await world.call(undefined, 'GET', '/shops', undefined, { 'x-api-key': key })
  assert.equal(header.status, 200)
})

test('a key is shown once and stored as a hash', async () => {
  const { body } = await make({})
  const key = String(body.data.key)
  const listed = await world.as(boss.accessToken, 'GET', '/auth/api-keys')
  assert.ok(!JSON.stringify(listed.body).includes(key))
  const rows = await world.app.db.relay`select to_jsonb(k)::text as row from auth.api_key k`
  assert.ok(rows.every(({ row }) => !row.includes(key.split('_')[2] ?? '')))
  const events = await world.events('api_key.created')
  assert.ok(!JSON.stringify(events).includes(key.split('_')[2] ?? ''))
})

test('A21: a revoked, an expired and a made-up key are refused', async () => {
  const { body } = await make({})
  const key = String(body.data.key)
  await withKey(key, 'GET', '/shops')
  await world.as(boss.accessToken, 'DELETE', `/auth/api-keys/${body.data.id}`)
  assert.equal((await withKey(key, 'GET', '/shops')).status, 401)
  const soon = await make({ expiresAt: new Date(world.clock.now + 60_000).toISOString() })
  const expiring = String(soon.body.data.key)
  assert.equal((await withKey(expiring, 'GET', '/shops')).status, 200)
  world.clock.now += 61_000
  assert.equal((await withKey(expiring, 'GET', '/shops')).status, 401)
  assert.equal((await withKey(`${key.slice(0, -3)}abc`, 'GET', '/shops')).status, 401)
  assert.equal((await withKey('ek_', 'GET', '/shops')).status, 401)
})

test('sessions and keys of a deactivated company are shut out, and let in again when it is restored', async () => {
  const closing = await world.company()
  const { accessToken } = await world.signIn((await world.member(closing.companyId, 'company_admin')).email)
  const key = String((await make({}, accessToken)).body.data.key)
  const bothTry = async () => [
    (await world.as(accessToken, 'GET', '/shops')).body.code,
    (await withKey(key, 'GET', '/shops')).body.code,
  ]
  assert.deepEqual(await bothTry(), [undefined, undefined])
  await world.call(world.root, 'DELETE', `/companies/${closing.companyId}`)
  world.clock.now += believedFor
  assert.deepEqual(await bothTry(), ['COMPANY_INACTIVE', 'COMPANY_INACTIVE'])
  await world.call(world.root, 'POST', `/companies/${closing.companyId}/restore`, {})
  assert.deepEqual(await bothTry(), [undefined, undefined])
})

test('A21: a key in the address is no credential', async () => {
  const { body } = await make({})
  const key = String(body.data.key)
  for (const name of ['api_key', 'apiKey', 'key', 'access_token', 'token']) {
    assert.ok([400, 401].includes((await world.as(undefined, 'GET', `/shops?${name}=${key}`)).status), name)
  }
})

test('A21: a key cannot be made for somebody else', async () => {
  const other = await world.member(companyId, 'company_admin')
  for (const more of [{ userId: other.userId }, { companyId }]) assert.equal((await make(more)).status, 400)
})

test('A21: a key of another company can be neither seen nor revoked', async () => {
  const { body } = await make({})
  const rival = await world.company()
  const stranger = await world.signIn((await world.member(rival.companyId, 'company_admin')).email)
  const listed = await world.as(stranger.accessToken, 'GET', '/auth/api-keys')
  assert.equal([...listed.body.data].length, 0)
  assert.equal((await world.as(stranger.accessToken, 'DELETE', `/auth/api-keys/${body.data.id}`)).status, 404)
})

test('A21: nobody makes a key with rights that they do not hold', async () => {
  assert.equal((await make({ scopes: ['companies.company.create'] })).body.code, 'ROLE_NOT_ASSIGNABLE')
  assert.equal((await make({ scopes: ['no.such.permission'] })).status, 400)
  const manager = await world.signIn((await world.member(companyId, 'shop_manager')).email)
  assert.equal((await make({}, manager.accessToken)).status, 403)
})

test('a key makes no keys and has no profile', async () => {
  const { body } = await make({ scopes: ['auth.apiKey.create', 'shops.shop.read'] })
  const key = String(body.data.key)
  const made = await withKey(key, 'POST', '/auth/api-keys', { name: 'More', scopes: ['shops.shop.read'] })
  assert.equal(made.body.code, 'FORBIDDEN')
  assert.equal((await withKey(key, 'GET', '/auth/profile')).body.code, 'FORBIDDEN')
})

test('a key loses what its maker loses', async () => {
  const maker = await world.member(companyId, 'company_admin')
  const { accessToken } = await world.signIn(maker.email)
  const { body } = await make({ scopes: ['shops.shop.read', 'auth.user.read'] }, accessToken)
  const key = String(body.data.key)
  assert.equal((await withKey(key, 'GET', '/users')).status, 200)
  await world.as(boss.accessToken, 'PATCH', `/users/${maker.userId}`, { role: 'shop_staff' })
  assert.equal((await withKey(key, 'GET', '/users')).body.code, 'SCOPE_MISSING')
  await world.as(boss.accessToken, 'DELETE', `/users/${maker.userId}`)
  assert.equal((await withKey(key, 'GET', '/shops')).status, 401)
})
