import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCompany } from '../../../tests/company.ts'
import { type AuthWorld, makeAuthWorld, password, type SignedIn, tally } from '../auth.fixture.ts'

let world: AuthWorld
let company: TestCompany
let companyId: string
let boss: SignedIn
before(async () => {
  world = await makeAuthWorld()
  company = await world.company()
  companyId = company.companyId
  boss = await world.signIn((await world.member(companyId, 'company_admin')).email)
})
after(() => world?.close())

const asBoss = (method: string, path: string, body?: object) => world.as(boss.accessToken, method, path, body)
const invite = (email: string, more: object = { role: 'shop_staff' }, token = boss.accessToken) =>
  world.as(token, 'POST', '/auth/invitations', { email, ...more })
const accept = (token: string, more: object = { name: 'Bea', password }, who?: string) =>
  world.as(who, 'POST', '/auth/invitations/accept', { token, ...more })
const linkTo = async (email: string): Promise<string> => (await world.mailTo(email))?.token ?? ''

test('the people of a company are listed, and those of another are not', async () => {
  const { userId } = await world.member(companyId, 'shop_staff')
  const rival = await world.company()
  const stranger = await world.member(rival.companyId, 'company_admin')
  const listed = await asBoss('GET', '/users?limit=200')
  const ids = [...listed.body.data].map(({ id }) => String(id))
  assert.ok(ids.includes(userId) && !ids.includes(stranger.userId))
  assert.equal((await asBoss('GET', `/users/${stranger.userId}`)).status, 404)
  assert.equal((await asBoss('PATCH', `/users/${stranger.userId}`, { role: 'customer' })).status, 404)
  assert.equal((await asBoss('DELETE', `/users/${stranger.userId}`)).status, 404)
})

test('a manager sees the people of their shops and changes nobody', async () => {
  const manager = await world.member(companyId, 'shop_manager', { shopIds: [company.shopId] })
  const colleague = await world.member(companyId, 'shop_staff', { shopIds: [company.shopId] })
  const { accessToken } = await world.signIn(manager.email)
  const listed = await world.as(accessToken, 'GET', '/users')
  assert.deepEqual([...listed.body.data].map(({ id }) => String(id)).sort(), [manager.userId, colleague.userId].sort())
  const change = await world.as(accessToken, 'PATCH', `/users/${manager.userId}`, { role: 'company_admin' })
  assert.equal(change.status, 403)
})

test('A6: nobody changes their own role, and nobody makes a super admin of a company', async () => {
  const own = await asBoss('PATCH', `/users/${boss.userId}`, { role: 'shop_staff' })
  assert.equal(own.body.code, 'ROLE_NOT_ASSIGNABLE')
  const { userId } = await world.member(companyId, 'shop_staff')
  const root = await asBoss('PATCH', `/users/${userId}`, { role: 'super_admin' })
  assert.deepEqual([root.status, root.body.code], [403, 'ROLE_NOT_ASSIGNABLE'])
  assert.equal((await invite('root@person.test', { role: 'super_admin' })).body.code, 'ROLE_NOT_ASSIGNABLE')
})

test('A6: who may change people but holds little cannot raise anybody above that, nor lower an admin', async () => {
  const grants = ['auth.user.read', 'auth.user.update', 'auth.user.create', 'auth.user.delete', 'shops.shop.read'].map(
    (permission) => ({ permission, scope: 'company' }),
  )
  const role = await asBoss('POST', '/auth/roles', { name: 'People desk', grants })
  assert.equal(role.status, 201, JSON.stringify(role.body))
  const clerk = await world.member(companyId, 'shop_staff')
  await asBoss('PATCH', `/users/${clerk.userId}`, { roleId: role.body.data.id })
  const { accessToken, user } = await world.signIn(clerk.email)
  assert.deepEqual([user.role, user.roleName], ['custom', 'People desk'])
  const other = await world.member(companyId, 'customer')
  const raise = await world.as(accessToken, 'PATCH', `/users/${other.userId}`, { role: 'company_admin' })
  assert.equal(raise.body.code, 'ROLE_NOT_ASSIGNABLE')
  assert.equal((await invite('x@person.test', { role: 'company_admin' }, accessToken)).body.code, 'ROLE_NOT_ASSIGNABLE')
  const lower = await world.as(accessToken, 'DELETE', `/users/${boss.userId}`)
  assert.equal(lower.body.code, 'ROLE_NOT_ASSIGNABLE')
})

test('a company keeps its last administrator, also when two remove each other', async () => {
  const { companyId: id } = await world.company()
  const [one, two] = [await world.member(id, 'company_admin'), await world.member(id, 'company_admin')]
  const [first, second] = [await world.signIn(one.email), await world.signIn(two.email)]
  const replies = await Promise.all([
    world.as(first.accessToken, 'DELETE', `/users/${two.userId}`),
    world.as(second.accessToken, 'DELETE', `/users/${one.userId}`),
  ])
  assert.ok(
    replies.every(({ status }) => [200, 401, 409].includes(status)),
    JSON.stringify(tally(replies)),
  )
  const left = await world.app.db.relay`select 1 from auth.membership
    where company_id = ${id} and role = 'company_admin' and status = 'active'`
  assert.equal(left.length, 1, JSON.stringify(replies.map(({ body }) => body)))
})

test('shops are those of the company, and a stale version is refused', async () => {
  const { userId } = await world.member(companyId, 'shop_staff')
  const rival = await world.company()
  const foreign = await asBoss('PATCH', `/users/${userId}`, { shopIds: [rival.shopId] })
  assert.deepEqual([foreign.status, foreign.body.code], [422, 'REFERENCE_NOT_FOUND'])
  const change = await asBoss('PATCH', `/users/${userId}`, { shopIds: [company.shopId], version: 1 })
  assert.deepEqual([change.status, change.body.data.version], [200, 2])
  assert.equal((await asBoss('PATCH', `/users/${userId}`, { status: 'disabled', version: 1 })).status, 412)
})

test('an invited person opens an account and is a member with the role that was meant', async () => {
  const email = 'bea@person.test'
  const made = await invite(email, { role: 'shop_staff', shopIds: [company.shopId] })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.equal((await accept(await linkTo(email))).status, 200)
  const { user } = await world.signIn(email)
  assert.deepEqual([user.role, [...(user.shopIds ?? [])].map(String)], ['shop_staff', [company.shopId]])
})

test('the owner named with a new company is invited to administer it', async () => {
  const email = 'founder@person.test'
  const body = { name: 'New Trade', currency: 'GBP', ownerEmail: email }
  const made = await world.call(world.root, 'POST', '/companies', body)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.equal((await accept(await linkTo(email))).status, 200)
  const { user } = await world.signIn(email)
  assert.deepEqual([user.role, user.companyId], ['company_admin', made.body.data.id])
})

test('A7: an invitation works once, not after it was withdrawn, and not after a week', async () => {
  const used = 'used@person.test'
  await invite(used)
  const token = await linkTo(used)
  const replies = await Promise.all(Array.from({ length: 5 }, () => accept(token)))
  assert.deepEqual(tally(replies), { 200: 1, 410: 4 })
  const withdrawn = await invite('withdrawn@person.test')
  const link = await linkTo('withdrawn@person.test')
  await asBoss('DELETE', `/auth/invitations/${withdrawn.body.data.id}`)
  assert.equal((await accept(link)).body.code, 'TOKEN_USED')
  await invite('late@person.test')
  const late = await linkTo('late@person.test')
  world.clock.now += 8 * 86_400_000
  assert.equal((await accept(late)).body.code, 'TOKEN_USED')
  boss = await world.signIn(boss.email)
})

test('A7: an invitation to another address is refused, and its owner can still use it', async () => {
  const email = 'meant@person.test'
  await invite(email)
  const token = await linkTo(email)
  const other = await world.signIn((await world.member((await world.company()).companyId, 'shop_staff')).email)
  const taken = await accept(token, {}, other.accessToken)
  assert.deepEqual([taken.status, taken.body.code], [403, 'INVITE_MISMATCH'])
  assert.equal((await accept(token)).status, 200)
})

test('an invited person with an account keeps their password and works in both companies', async () => {
  const rival = await world.company()
  const { email } = await world.member(rival.companyId, 'shop_staff')
  await invite(email, { role: 'shop_manager', shopIds: [company.shopId] })
  assert.equal((await accept(await linkTo(email), { password: 'words of an attacker' })).status, 200)
  const there = await world.signIn(email, { companyId: rival.companyId })
  const here = await world.signIn(email, { companyId })
  assert.deepEqual([there.user.role, here.user.role], ['shop_staff', 'shop_manager'])
})

test('an invitation sent again has a new link, and the old one stops working', async () => {
  const email = 'again@person.test'
  const made = await invite(email)
  const first = await linkTo(email)
  world.clock.now += 1_000
  await asBoss('POST', `/auth/invitations/${made.body.data.id}/resend`, {})
  const second = await linkTo(email)
  assert.notEqual(first, second)
  assert.equal((await accept(first)).body.code, 'TOKEN_USED')
  assert.equal((await accept(second)).status, 200)
})

test('a role of the company holds what it names, and passes for no built-in one', async () => {
  const grants = [{ permission: 'catalog.product.read', scope: 'company' }]
  for (const name of ['super_admin', 'custom']) {
    assert.equal((await asBoss('POST', '/auth/roles', { name, grants })).status, 400, name)
  }
  const all = [{ permission: 'catalog.product.read', scope: 'all' }]
  assert.equal((await asBoss('POST', '/auth/roles', { name: 'Everywhere', grants: all })).status, 400)
  const made = await asBoss('POST', '/auth/roles', { name: 'Reader', grants })
  assert.equal((await asBoss('POST', '/auth/roles', { name: 'Reader', grants })).status, 409)
  const { userId, email } = await world.member(companyId, 'shop_staff')
  await asBoss('PATCH', `/users/${userId}`, { roleId: made.body.data.id })
  const reader = await world.signIn(email)
  assert.equal((await world.as(reader.accessToken, 'GET', '/erp/products')).status, 200)
  assert.equal((await world.as(reader.accessToken, 'GET', '/shops')).status, 403)
  assert.equal((await asBoss('DELETE', `/auth/roles/${made.body.data.id}`)).body.code, 'IN_USE')
})

test('a role of another company cannot be given, changed or seen', async () => {
  const rival = await world.company()
  const stranger = await world.signIn((await world.member(rival.companyId, 'company_admin')).email)
  const grants = [{ permission: 'catalog.product.read', scope: 'company' }]
  const { body } = await world.as(stranger.accessToken, 'POST', '/auth/roles', { name: 'Theirs', grants })
  const { userId } = await world.member(companyId, 'shop_staff')
  assert.equal((await asBoss('PATCH', `/users/${userId}`, { roleId: body.data.id })).status, 422)
  assert.equal((await asBoss('PATCH', `/auth/roles/${body.data.id}`, { name: 'Ours' })).status, 404)
  const names = [...(await asBoss('GET', '/auth/roles')).body.data].map(({ name }) => String(name))
  assert.ok(names.includes('company_admin') && !names.includes('Theirs'))
})

test('a changed role of the company reaches its members at once', async () => {
  const grants = [{ permission: 'shops.shop.read', scope: 'company' }]
  const made = await asBoss('POST', '/auth/roles', { name: 'Narrowing', grants })
  const { userId, email } = await world.member(companyId, 'shop_staff')
  await asBoss('PATCH', `/users/${userId}`, { roleId: made.body.data.id })
  const { accessToken } = await world.signIn(email)
  assert.equal((await world.as(accessToken, 'GET', '/shops')).status, 200)
  const narrower = { grants: [{ permission: 'catalog.product.read', scope: 'company' }] }
  assert.equal((await asBoss('PATCH', `/auth/roles/${made.body.data.id}`, narrower)).status, 200)
  assert.equal((await world.as(accessToken, 'GET', '/shops')).body.code, 'SESSION_REVOKED')
})
