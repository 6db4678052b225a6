import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { enrolTotp, hashRecoveryCode, makeRecoveryCodes, verifyTotp } from './totp.ts'

const invalid = { code: 'MFA_CODE_INVALID', status: 401 }
const now = 1_760_000_010_000
const step = Math.floor(now / 30_000)
const { secret } = enrolTotp('Entrepot', 'ann@gift.test')
const codeAt = (instant: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: instant })

test('The vectors of RFC 6238 verify (last six of the eight digits printed there)', () => {
  const rfc = Secret.fromLatin1('12345678901234567890').base32
  assert.equal(verifyTotp('287082', { secret: rfc, now: 59_000 }), 1)
  assert.equal(verifyTotp('081804', { secret: rfc, now: 1_111_111_109_000 }), 37_037_036)
  assert.equal(verifyTotp('005924', { secret: rfc, now: 1_234_567_890_000 }), 41_152_263)
})

test('A secret has 160 bits and its address names issuer and account', () => {
  const { secret: made, uri } = enrolTotp('Entrepot', 'ann@gift.test')
  assert.match(made, /^[A-Z2-7]{32}$/)
  assert.match(uri, /^otpauth:\/\/totp\/Entrepot:ann%40gift\.test\?issuer=Entrepot&secret=/)
})

test('The code before, the current one and the next one are accepted, and no others', () => {
  for (const shift of [-1, 0, 1]) {
    assert.equal(verifyTotp(codeAt(now + shift * 30_000), { secret, now }), step + shift)
  }
  for (const shift of [-3, -2, 2, 3]) {
    assert.throws(() => verifyTotp(codeAt(now + shift * 30_000), { secret, now }), invalid)
  }
})

test('A code is accepted once: its step and those before are refused afterwards', () => {
  const lastStep = verifyTotp(codeAt(now), { secret, now })
  assert.throws(() => verifyTotp(codeAt(now), { secret, lastStep, now }), invalid)
  assert.throws(() => verifyTotp(codeAt(now - 30_000), { secret, lastStep, now }), invalid)
  assert.equal(verifyTotp(codeAt(now + 30_000), { secret, lastStep, now: now + 30_000 }), lastStep + 1)
})

test('A code may be typed with a space; everything that is not six digits is refused', () => {
  const code = codeAt(now)
  assert.equal(verifyTotp(`${code.slice(0, 3)} ${code.slice(3)}`, { secret, now }), step)
  for (const bad of ['', '12345', '1234567', 'abcdef', '１２３４５６', `${code}0`, ' '.repeat(100_000)]) {
    assert.throws(() => verifyTotp(bad, { secret, now }), invalid)
  }
})

test('Ten different recovery codes of 120 bits are found again however they are typed', () => {
  const { codes, hashes } = makeRecoveryCodes()
  assert.equal(new Set(codes).size, 10)
  for (const [index, code] of codes.entries()) {
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/)
    assert.equal(hashRecoveryCode(code), hashes[index])
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    assert.equal(hashRecoveryCode(typed), hashes[index])
  }
  assert.ok(!hashes.includes(hashRecoveryCode('0000-0000-0000-0000-0000-0000')))
})
