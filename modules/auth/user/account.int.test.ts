import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AuthWorld, makeAuthWorld, password, tally } from '../auth.fixture.ts'

let world: AuthWorld
let companyId: string
before(async () => {
  world = await makeAuthWorld()
  companyId = (await world.company()).companyId
})
after(() => world?.close())

const member = () => world.member(companyId, 'shop_staff')
const fresh = 'five quite unrelated words'
const forgot = (email: string) => world.as(undefined, 'POST', '/auth/password/forgot', { email })
const reset = (token: string, given = fresh) =>
  world.as(undefined, 'POST', '/auth/password/reset', { token, password: given })
const register = (email: string, more: object = {}) =>
  world.as(undefined, 'POST', '/auth/register', { email, password, name: 'New Person', ...more })

test('signing up opens an account when the mailbox is proven, and not before', async () => {
  const email = 'new1@person.test'
  assert.equal((await register(email)).status, 201)
  assert.equal((await world.as(undefined, 'POST', '/auth/login', { email, password })).status, 401)
  const mail = await world.mailTo(email)
  assert.equal((await world.as(undefined, 'POST', '/auth/email/verify', { token: mail?.token })).status, 200)
  const { user } = await world.signIn(email)
  assert.deepEqual([user.role, user.companyId, user.emailVerified], ['none', null, true])
})

test('A13: signing up answers the same for a known address, whose owner is told', async () => {
  const { email } = await member()
  const [known, unknown] = await Promise.all([register(email), register('new2@person.test')])
  assert.deepEqual([known.status, known.body.data], [unknown.status, unknown.body.data])
  assert.match((await world.mailTo(email))?.subject ?? '', /account already/)
  await world.signIn(email)
})

test('whoever signs up with the address of another cannot get in when its owner proves it', async () => {
  const email = 'victim@person.test'
  await register(email, { password: 'words of the attacker' })
  await register(email)
  const owners = await world.mailTo(email)
  await world.as(undefined, 'POST', '/auth/email/verify', { token: owners?.token })
  await world.signIn(email)
  const attacker = await world.as(undefined, 'POST', '/auth/login', { email, password: 'words of the attacker' })
  assert.equal(attacker.status, 401)
})

test('with the slug of a company one becomes its customer', async () => {
  const email = 'new3@person.test'
  const [{ slug } = { slug: '' }] = await world.app.db.relay`select slug from companies.company where id = ${companyId}`
  await register(email, { companySlug: slug })
  await world.as(undefined, 'POST', '/auth/email/verify', { token: (await world.mailTo(email))?.token })
  const { user, userId } = await world.signIn(email)
  assert.deepEqual([user.role, user.companyId], ['customer', companyId])
  const [event] = await world.events('user.registered', userId)
  assert.equal(event?.companyId, companyId)
  assert.equal((await register('new4@person.test', { companySlug: 'no-such-shop' })).status, 422)
})

test('A14: a password from the lists of attackers is refused', async () => {
  const reply = await register('new5@person.test', { password: 'password1234' })
  assert.deepEqual([reply.status, reply.body.code], [422, 'PASSWORD_COMPROMISED'])
})

test('A13: asking for a reset answers the same for an unknown address, and mails nobody', async () => {
  const { email } = await member()
  const [known, unknown] = await Promise.all([forgot(email), forgot('nobody@person.test')])
  assert.deepEqual([known.status, known.body.data], [unknown.status, unknown.body.data])
  assert.equal(known.status, 202)
  assert.equal(await world.mailTo('nobody@person.test'), undefined)
})

test('A22: of twenty uses of a reset link one works, and every session ends', async () => {
  const { email } = await member()
  const { accessToken } = await world.signIn(email)
  await forgot(email)
  const { token = '' } = (await world.mailTo(email)) ?? {}
  const replies = await Promise.all(Array.from({ length: 20 }, () => reset(token)))
  assert.deepEqual(tally(replies), { 200: 1, 410: 19 })
  assert.equal((await world.as(accessToken, 'GET', '/auth/profile')).body.code, 'SESSION_REVOKED')
  await world.signIn(email, { password: fresh })
})

test('A22: a poisoned Host header does not reach the link', async () => {
  const { email } = await member()
  await world.call(
    undefined,
    'POST',
    '/auth/password/forgot',
    { email },
    {
      host: 'evil.test',
      'x-forwarded-host': 'evil.test',
    },
  )
  const mail = await world.mailTo(email)
  assert.match(mail?.text ?? '', /https:\/\/entrepot\.test\/reset-password#token=/)
  assert.doesNotMatch(mail?.text ?? '', /evil/)
})

test('a reset link ends after an hour, and no link is stored in the clear', async () => {
  const { email } = await member()
  await forgot(email)
  const { token = '' } = (await world.mailTo(email)) ?? {}
  const [plain] = await world.app.db.relay`select 1 from auth.link where hash = ${token}`
  assert.equal(plain, undefined)
  world.clock.now += 3_601_000
  assert.equal((await reset(token)).body.code, 'TOKEN_USED')
})

test('a mailbox gets at most five mails an hour from strangers, known or not', async () => {
  const replies = []
  for (let at = 0; at < 7; at += 1) replies.push(await forgot('flooded@person.test'))
  assert.deepEqual(tally(replies), { 202: 5, 429: 2 })
  world.clock.now += 3_601_000
})

test('changing the password needs the old one, keeps this session and ends the others', async () => {
  const { email } = await member()
  const here = await world.signIn(email)
  const there = await world.signIn(email)
  const change = (currentPassword: string) =>
    world.as(here.accessToken, 'POST', '/auth/change-password', { currentPassword, newPassword: fresh })
  assert.equal((await change('not the right words')).body.code, 'PASSWORD_WRONG')
  assert.equal((await change(password)).status, 200)
  assert.equal((await world.as(here.accessToken, 'GET', '/auth/profile')).status, 200)
  assert.equal((await world.as(there.accessToken, 'GET', '/auth/profile')).body.code, 'SESSION_REVOKED')
  await world.signIn(email, { password: fresh })
})

test('a profile gives up its time zone and phone number by an empty text, and keeps what is not named', async () => {
  const { email } = await member()
  const { accessToken } = await world.signIn(email)
  const put = (body: object) => world.as(accessToken, 'PUT', '/auth/profile', body)
  assert.equal((await put({ timeZone: 'Asia/Kolkata', phone: '+91 22 1234' })).status, 200)
  assert.equal((await put({ phone: '' })).body.data.timeZone, 'Asia/Kolkata')
  const { body } = await put({ timeZone: '' })
  assert.deepEqual([body.data.timeZone, body.data.phone], [null, null])
})

test('A6: a profile takes a name, and neither role, company nor proof of the address', async () => {
  const { email } = await member()
  const { accessToken } = await world.signIn(email)
  const put = (body: object) => world.as(accessToken, 'PUT', '/auth/profile', body)
  for (const body of [{ role: 'company_admin' }, { companyId }, { emailVerified: true }, { permissions: [] }]) {
    assert.equal((await put(body)).status, 400, JSON.stringify(body))
  }
  assert.equal((await put({ name: 'Ann Weaver' })).body.data.name, 'Ann Weaver')
  assert.equal((await world.as(accessToken, 'GET', '/auth/verify')).body.data.name, 'Ann Weaver')
})

test('a person keeps how they want to see things, wherever they sign in', async () => {
  const { email } = await member()
  const { accessToken, user } = await world.signIn(email)
  assert.deepEqual([user.language, user.theme, user.timeZone], [null, 'system', null])
  const wanted = { language: 'ar', theme: 'dark', timeZone: 'Asia/Kolkata' }
  const { status, body } = await world.as(accessToken, 'PUT', '/auth/profile', wanted)
  assert.equal(status, 200)
  const { language, theme, timeZone, name } = body.data
  assert.deepEqual({ language, theme, timeZone }, wanted)
  assert.equal(name, user.name)
  assert.equal((await world.signIn(email)).user.language, 'ar')
})

test('a language, theme or time zone that there is not is refused by name', async () => {
  const { email } = await member()
  const { accessToken } = await world.signIn(email)
  for (const [field, value] of [
    ['language', 'fr'],
    ['theme', 'pink'],
    ['timeZone', 'Mars/Olympus'],
  ] as const) {
    const { status, body } = await world.as(accessToken, 'PUT', '/auth/profile', { [field]: value })
    assert.equal(status, 400)
    assert.equal(body.details?.[0]?.field, field)
  }
})
