import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addMembership, ensureUser } from '#modules/auth'
import type { TestCompany } from '../../../tests/company.ts'
import type { Loose } from '../../../tests/world.ts'
import { type AuthWorld, makeAuthWorld, password } from '../auth.fixture.ts'

let world: AuthWorld
let company: TestCompany
before(async () => {
  world = await makeAuthWorld()
  company = await world.company()
})
after(() => world?.close())

async function pageSession(): Promise<{ email: string; authorization: string }> {
  const { email } = await world.member(company.companyId, 'company_admin')
  const reply = await world.as(undefined, 'POST', '/auth/login', { email, password, keep: 'page' })
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  assert.equal(reply.body.data.accessToken, undefined, 'a page has no tokens to lose')
  return { email, authorization: `Session ${reply.body.data.pageToken}` }
}
const call = (method: string, path: string, authorization: string, body?: object) =>
  world.call<Loose>(undefined, method, path, body, { authorization })
const verify = (authorization: string) => call('GET', '/auth/verify', authorization)

test('a page token opens what its session may do, and only as a session', async () => {
  const { authorization } = await pageSession()
  assert.equal((await verify(authorization)).status, 200)
  assert.equal((await verify(authorization.replace('Session', 'Bearer'))).status, 401)
  assert.equal((await verify(`${authorization}x`)).status, 401)
})

test('signing out ends the page token, also in processes that remember it, within five seconds', async () => {
  const { authorization } = await pageSession()
  assert.equal((await verify(authorization)).status, 200)
  const out = await call('POST', '/auth/logout', authorization, {})
  assert.equal(out.status, 200, JSON.stringify(out.body))
  const later = await verify(authorization)
  assert.equal(later.status, 401)
  assert.equal(later.body.code, 'SESSION_REVOKED')
})

test('a page token ends after thirty days without use', async () => {
  const { authorization } = await pageSession()
  world.clock.now += 29 * 86_400_000
  assert.equal((await verify(authorization)).status, 200)
  world.clock.now += 29 * 86_400_000
  assert.equal((await verify(authorization)).status, 200, 'use keeps it')
  world.clock.now += 31 * 86_400_000
  assert.equal((await verify(authorization)).status, 401)
})

test('who is in two companies switches between them, and into no other', async () => {
  const other = await world.company()
  const { email, authorization } = await pageSession()
  const switchTo = (companyId: string) =>
    call('POST', '/auth/switch-company', authorization, { companyId, keep: 'page' })
  assert.equal((await switchTo(other.companyId)).body.code, 'TENANT_MISMATCH')
  const { id: userId } = await ensureUser(world.auth, { email, name: 'Anna', password })
  await addMembership(world.auth, { companyId: other.companyId, userId, role: 'shop_staff' })
  const moved = await switchTo(other.companyId)
  assert.equal(moved.status, 200, JSON.stringify(moved.body))
  const there = await verify(`Session ${moved.body.data.pageToken}`)
  assert.equal(there.body.data.companyId, other.companyId)
  assert.equal((await verify(authorization)).status, 401, 'the old session is over')
})

test('the profile names the companies that one can go to', async () => {
  const other = await world.company()
  const { email, authorization } = await pageSession()
  const { id: userId } = await ensureUser(world.auth, { email, name: 'Anna', password })
  await addMembership(world.auth, { companyId: other.companyId, userId, role: 'shop_staff' })
  const named = async () => {
    const { body } = await call('GET', '/auth/profile', authorization)
    const memberships = body.data.memberships as unknown as { companyId: string; companyName: string | null }[]
    return memberships.find(({ companyId }) => companyId === other.companyId)?.companyName
  }
  const [{ name } = { name: '' }] = await world.app.db.relay`
    select name from companies.company where id = ${other.companyId}`
  assert.equal(await named(), name)
  await world.app.db.relay`update companies.company set status = 'inactive' where id = ${other.companyId}`
  assert.equal(await named(), null, 'nobody goes to one that is deactivated')
})
