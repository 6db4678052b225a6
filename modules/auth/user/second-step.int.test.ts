import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { type AuthWorld, makeAuthWorld, password, type SignedIn, tally } from '../auth.fixture.ts'

let world: AuthWorld
let companyId: string
before(async () => {
  world = await makeAuthWorld()
  companyId = (await world.company()).companyId
})
after(() => world?.close())

type Enrolled = SignedIn & { secret: string; recoveryCodes: string[] }

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now })
/** The next code: each is good once. */
const nextCode = (secret: string): string => {
  world.clock.now += 30_000
  return codeOf(secret)
}

async function enrol(): Promise<Enrolled> {
  const person = await world.signIn((await world.member(companyId, 'company_admin')).email)
  const enabled = await world.as(person.accessToken, 'POST', '/auth/mfa/enable', { password })
  assert.equal(enabled.status, 200, JSON.stringify(enabled.body))
  const secret = String(enabled.body.data.secret)
  const confirmed = await world.as(person.accessToken, 'POST', '/auth/mfa/confirm', { code: codeOf(secret) })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  return { ...person, secret, recoveryCodes: [...(confirmed.body.data.recoveryCodes ?? [])].map(String) }
}

async function challengeOf(email: string): Promise<string> {
  const { body } = await world.as(undefined, 'POST', '/auth/login', { email, password })
  assert.equal(body.data.mfaRequired, true)
  assert.equal(body.data.accessToken, undefined)
  return String(body.data.challenge)
}
const finish = (challenge: string, code: string) => world.as(undefined, 'POST', '/auth/login/mfa', { challenge, code })

test('with the second step on, a password alone gives a challenge, and a code finishes the sign-in', async () => {
  const { email, secret } = await enrol()
  const { status, body } = await finish(await challengeOf(email), nextCode(secret))
  assert.equal(status, 200)
  assert.equal((await world.as(String(body.data.accessToken), 'GET', '/shops')).status, 200)
})

test('A20: a challenge opens nothing but the second step', async () => {
  const { email } = await enrol()
  const reply = await world.as(await challengeOf(email), 'GET', '/shops')
  assert.deepEqual([reply.status, reply.body.code], [403, 'MFA_REQUIRED'])
  assert.equal((await world.as('mfa_made-up', 'GET', '/shops')).status, 401)
})

test('A19: a code works once, also when two use it at the same moment', async () => {
  const { email, secret } = await enrol()
  const challenges = [await challengeOf(email), await challengeOf(email)]
  const code = nextCode(secret)
  const replies = await Promise.all(challenges.map((challenge) => finish(challenge, code)))
  assert.deepEqual(tally(replies), { 200: 1, 401: 1 })
  assert.equal((await finish(await challengeOf(email), code)).body.code, 'MFA_CODE_INVALID')
})

test('A19: the sixth guess is told to wait, and new challenges give no new guesses', async () => {
  const { email, secret } = await enrol()
  const replies = []
  for (let at = 0; at < 6; at += 1) replies.push(await finish(await challengeOf(email), '000000'))
  assert.deepEqual(tally(replies), { 401: 5, 429: 1 })
  assert.equal((await finish(await challengeOf(email), nextCode(secret))).status, 429)
  world.clock.now += 901_000
  assert.equal((await finish(await challengeOf(email), nextCode(secret))).status, 200)
})

test('A19: a challenge works once and for five minutes', async () => {
  const { email, secret } = await enrol()
  const challenge = await challengeOf(email)
  assert.equal((await finish(challenge, nextCode(secret))).status, 200)
  assert.equal((await finish(challenge, nextCode(secret))).body.code, 'TOKEN_USED')
  const old = await challengeOf(email)
  world.clock.now += 301_000
  assert.equal((await finish(old, nextCode(secret))).body.code, 'TOKEN_USED')
})

test('a recovery code works once, however it is typed', async () => {
  const { email, recoveryCodes } = await enrol()
  const code = String(recoveryCodes[0]).toLowerCase().replaceAll('-', ' ')
  assert.equal((await finish(await challengeOf(email), code)).status, 200)
  assert.equal((await finish(await challengeOf(email), code)).body.code, 'MFA_CODE_INVALID')
})

test('new recovery codes take the place of the old ones', async () => {
  const { email, secret, recoveryCodes, accessToken } = await enrol()
  const renewed = await world.as(accessToken, 'POST', '/auth/mfa/recovery-codes', { code: nextCode(secret) })
  assert.equal([...(renewed.body.data.recoveryCodes ?? [])].length, 10)
  assert.equal((await finish(await challengeOf(email), String(recoveryCodes[1]))).status, 401)
})

test('turning the second step off needs the password and a code', async () => {
  const { email, secret, accessToken } = await enrol()
  const off = (given: string, code: string) =>
    world.as(accessToken, 'POST', '/auth/mfa/disable', { password: given, code })
  assert.equal((await off('not the right words', nextCode(secret))).body.code, 'PASSWORD_WRONG')
  assert.equal((await off(password, '000000')).body.code, 'MFA_CODE_INVALID')
  assert.equal((await off(password, nextCode(secret))).status, 200)
  await world.signIn(email)
  assert.match((await world.mailTo(email))?.subject ?? '', /second step/)
})

test('setting up needs the password, and the secret is stored sealed', async () => {
  const { accessToken, email } = await world.signIn((await world.member(companyId, 'company_admin')).email)
  const wrong = await world.as(accessToken, 'POST', '/auth/mfa/enable', { password: 'not the right words' })
  assert.equal(wrong.body.code, 'PASSWORD_WRONG')
  const { body } = await world.as(accessToken, 'POST', '/auth/mfa/enable', { password })
  const [row] = await world.app.db.relay`select totp_secret as sealed from auth.user where email = ${email}`
  assert.ok(!String(row?.sealed).includes(String(body.data.secret)))
  await world.signIn(email)
})
