import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { before, test } from 'node:test'
import { importJWK, type JWTHeaderParameters, SignJWT } from 'jose'
import { type AccessTokens, createAccessTokens, type Subject } from './access-tokens.ts'
import { makeTokenKey, rotateTokenKeys, type TokenKey } from './token-keys.ts'

const start = 1_760_000_000_000
const day = 86_400_000
const subject: Subject = {
  sub: 'user-1',
  cid: 'company-1',
  sid: 'session-1',
  pv: 7,
  role: 'MANAGER',
  shops: ['shop-1'],
}
const place = { issuer: 'https://entrepot.test', audience: 'entrepot' }
const invalid = { code: 'TOKEN_INVALID', status: 401 }
const expired = { code: 'TOKEN_EXPIRED', status: 401 }

let key: TokenKey
let now: number
let tokens: AccessTokens
before(async () => {
  key = await makeTokenKey(start + 30 * day)
})
const fresh = (keys: TokenKey[] = [key]): AccessTokens => {
  now = start
  tokens = createAccessTokens({ ...place, keys, clock: () => now })
  return tokens
}

/** A token that differs from an honest one only by what is given. */
async function forged(
  change: { header?: Partial<JWTHeaderParameters>; claims?: object; by?: TokenKey } = {},
): Promise<string> {
  const signer = await importJWK((change.by ?? key).privateJwk, 'EdDSA')
  const iat = start / 1000
  const times = { iss: place.issuer, aud: place.audience, iat, exp: iat + 600 }
  return new SignJWT({ ...subject, ...times, ...change.claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid, ...change.header })
    .sign(signer)
}

test('A signed token verifies with its claims and is then known synchronously', async () => {
  fresh()
  const token = await tokens.sign(subject)
  assert.equal(tokens.verifyCached(token), undefined)
  const claims = await tokens.verify(token)
  assert.deepEqual({ ...claims }, { ...subject, iat: start / 1000, exp: start / 1000 + 600 })
  assert.equal(tokens.verifyCached(token), claims)
})

test('An honest token made by the test itself verifies, so that the refusals below mean something', async () => {
  assert.equal((await fresh().verify(await forged())).sub, 'user-1')
})

test('A token lives as long as it is set to', async () => {
  now = start
  const brief = createAccessTokens({ ...place, keys: [key], clock: () => now, lifeSeconds: 60 })
  const { iat, exp } = await brief.verify(await brief.sign(subject))
  assert.deepEqual([brief.lifeSeconds, exp - iat], [60, 60])
})

test('A token ends after ten minutes and 60 seconds of skew, remembered or not', async () => {
  fresh()
  const token = await tokens.sign(subject)
  await tokens.verify(token)
  now = start + 659_000
  assert.equal(tokens.verifyCached(token)?.sub, 'user-1')
  assert.equal((await tokens.verify(token)).sub, 'user-1')
  now = start + 661_000
  assert.equal(tokens.verifyCached(token), undefined)
  await assert.rejects(tokens.verify(token), expired)
})

test('A token from more than 60 seconds in the future is refused', async () => {
  fresh()
  const token = await tokens.sign(subject)
  now = start - 59_000
  await tokens.verify(token)
  now = start - 61_000
  await assert.rejects(tokens.verify(token), invalid)
})

test('A16: alg none is refused', async () => {
  const [, payload] = (await forged()).split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: key.kid })).toString('base64url')
  await assert.rejects(fresh().verify(`${header}.${payload}.`), invalid)
})

test('A16: HS256 keyed with the public key is refused', async () => {
  const [, payload] = (await forged()).split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })).toString('base64url')
  const secret = Buffer.from(key.publicJwk.x ?? '', 'base64url')
  const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
  await assert.rejects(fresh().verify(`${header}.${payload}.${signature}`), invalid)
})

test('A16: a key the token brings along (jwk, jku, x5u) is not believed', async () => {
  const stranger = await makeTokenKey(start + day)
  for (const header of [{ jwk: stranger.publicJwk }, { jku: 'https://evil.test' }, { x5u: 'https://evil.test' }]) {
    await assert.rejects(fresh().verify(await forged({ header, by: stranger })), invalid)
  }
})

test('A16: an unknown kid and a missing kid are refused', async () => {
  await assert.rejects(fresh().verify(await forged({ header: { kid: 'another' } })), invalid)
  await assert.rejects(fresh().verify(await forged({ header: { kid: undefined } })), invalid)
})

test('A16: a wrong issuer, audience or type is refused', async () => {
  await assert.rejects(fresh().verify(await forged({ claims: { iss: 'https://evil.test' } })), invalid)
  await assert.rejects(fresh().verify(await forged({ claims: { aud: 'another' } })), invalid)
  for (const typ of ['JWT', 'rt+jwt', undefined]) {
    await assert.rejects(fresh().verify(await forged({ header: { typ } })), invalid)
  }
})

test('A token of another shape is refused although its signature is good', async () => {
  for (const claims of [
    { sub: '' },
    { sid: 5 },
    { pv: '7' },
    { role: undefined },
    { shops: 'all' },
    { exp: undefined },
  ]) {
    await assert.rejects(fresh().verify(await forged({ claims })), invalid)
  }
})

test('A token that claims a longer life than ours is refused once ours is over', async () => {
  fresh()
  const token = await forged({ claims: { exp: start / 1000 + 86_400 } })
  now = start + 700_000
  await assert.rejects(tokens.verify(token), expired)
})

test('Rubbish, a megabyte and a changed letter are refused', async () => {
  fresh()
  const token = await tokens.sign(subject)
  const changed = token.replace(/\.(.)/, (_, letter: string) => `.${letter === 'e' ? 'f' : 'e'}`)
  for (const bad of ['', 'a.b.c', '....', changed, 'x'.repeat(1_000_000)])
    await assert.rejects(tokens.verify(bad), invalid)
})

test('Rotation: the new key signs, the old one verifies until it is over', async () => {
  const old = await makeTokenKey(start + 3_600_000)
  fresh([old])
  const before = await tokens.sign(subject)
  await tokens.verify(before)
  tokens.replaceKeys(await rotateTokenKeys([old], start, start + 30 * day))
  assert.equal(tokens.verifyCached(before), undefined)
  assert.equal((await tokens.verify(before)).sub, 'user-1')
  const header = JSON.parse(Buffer.from((await tokens.sign(subject)).split('.')[0] ?? '', 'base64url').toString())
  assert.notEqual(header.kid, old.kid)
  assert.equal((await rotateTokenKeys([old], start + 2 * 3_600_000, start + day)).length, 1)
})

test('A key past its end neither verifies nor signs', async () => {
  const short = await makeTokenKey(start + 700_000)
  fresh([short])
  const token = await tokens.sign(subject)
  now = start + 300_000
  await assert.rejects(tokens.sign(subject), /Rotate/)
  tokens.replaceKeys([{ ...short, notAfter: start + 200_000 }])
  await assert.rejects(tokens.verify(token), invalid)
})
