import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentify, makeLookAgain } from '#modules/auth'
import { type AuthWorld, makeAuthWorld } from '../auth.fixture.ts'
import { believedFor } from './known-actors.ts'

let world: AuthWorld
before(async () => {
  world = await makeAuthWorld()
})
after(() => world?.close())

test('sessions looked up together are known without a question each, and those that ended are not', async () => {
  const company = await world.company()
  const lookAgain = makeLookAgain(world.app)
  const identify = makeIdentify(world.app)
  const authorizations: string[] = []
  for (let index = 0; index < 3; index += 1) {
    const { email } = await world.member(company.companyId, 'shop_staff')
    authorizations.push(`Bearer ${(await world.signIn(email)).accessToken}`)
  }
  const [ends = '', ...last] = authorizations
  for (const authorization of authorizations) await identify({ authorization }, '')
  const { sessionId } = await identify({ authorization: ends }, '')
  // As another process would: nothing here is told of it.
  await world.app.db.relay`update auth.session set revoked_at = now(), revoked_for = 'revoked' where id = ${sessionId}`
  await lookAgain([...authorizations, 'Bearer nonsense', 'Session nonsense', 'nonsense'])
  world.clock.now += believedFor - 1
  for (const authorization of last) {
    const actor = identify({ authorization }, '')
    assert.ok(!(actor instanceof Promise), 'answered from memory')
    assert.equal(actor.role, 'shop_staff')
  }
  await assert.rejects(async () => identify({ authorization: ends }, ''), { code: 'SESSION_REVOKED' })
})

test('a session whose company is closed meanwhile is not remembered', async () => {
  const company = await world.company()
  const { email } = await world.member(company.companyId, 'shop_staff')
  const authorization = `Bearer ${(await world.signIn(email)).accessToken}`
  const identify = makeIdentify(world.app)
  await identify({ authorization }, '')
  await world.app.db.relay`update companies.company set status = 'inactive' where id = ${company.companyId}`
  await makeLookAgain(world.app)([authorization])
  await assert.rejects(async () => identify({ authorization }, ''), { code: 'COMPANY_INACTIVE' })
})
