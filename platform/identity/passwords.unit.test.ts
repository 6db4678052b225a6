import assert from 'node:assert/strict'
import { performance } from 'node:perf_hooks'
import { test } from 'node:test'
import bcrypt from 'bcryptjs'
import { isCommonPassword } from './common-passwords.ts'
import { checkPassword, createPasswords } from './passwords.ts'

const phrase = 'four unrelated words here'
const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected

test('A hash is a PHC string with the ASVS parameters, salted, and verifies', async () => {
  const passwords = createPasswords()
  const stored = await passwords.hash(phrase)
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.notEqual(await passwords.hash(phrase), stored)
  assert.deepEqual(await passwords.verify(phrase, stored), { ok: true, needsUpgrade: false })
  assert.deepEqual(await passwords.verify(`${phrase}!`, stored), { ok: false, needsUpgrade: false })
})

test('The vector of the argon2 reference implementation verifies', async () => {
  // From src/test.c of P-H-C/phc-winner-argon2: password, somesalt, 2 passes, 64 MiB, 1 lane.
  const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.deepEqual(await createPasswords().verify('password', stored), { ok: true, needsUpgrade: true })
})

test('A weaker stored hash verifies and asks for an upgrade', async () => {
  const stored = await createPasswords({ memory: 8192 }).hash(phrase)
  assert.deepEqual(await createPasswords().verify(phrase, stored), { ok: true, needsUpgrade: true })
})

test('A bcrypt hash verifies and asks for an upgrade', async () => {
  const stored = await bcrypt.hash('short', 4)
  assert.deepEqual(await createPasswords().verify('short', stored), { ok: true, needsUpgrade: true })
  assert.deepEqual(await createPasswords().verify('wrong', stored), { ok: false, needsUpgrade: false })
})

test('A composed and a decomposed accent are the same password', async () => {
  const passwords = createPasswords({ memory: 64 })
  const stored = await passwords.hash('caf\u00e9 au lait noir')
  assert.equal((await passwords.verify('cafe\u0301 au lait noir', stored)).ok, true)
})

test('An unknown account costs the same time as a wrong password', async () => {
  const passwords = createPasswords()
  const stored = await passwords.hash(phrase)
  const timed = async (hash: string | undefined): Promise<number> => {
    const start = performance.now()
    assert.equal((await passwords.verify('not the right one', hash)).ok, false)
    return performance.now() - start
  }
  const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
  const known: number[] = []
  const unknown: number[] = []
  for (let round = 0; round < 9; round += 1) {
    known.push(await timed(stored))
    unknown.push(await timed(undefined))
  }
  // A machine under load is noisy; what must not happen is that the unknown account skips the hash (100 times faster).
  assert.ok(median(unknown) > median(known) / 3 && median(unknown) < median(known) * 3)
})

test('A stored value that is no hash never matches', async () => {
  const huge = '$argon2id$v=19$m=999999,t=99,p=9$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  for (const stored of ['', 'plain', huge]) assert.equal((await createPasswords().verify('plain', stored)).ok, false)
})

test('A megabyte of password is refused before hashing', async () => {
  // One hash of these takes more than ten seconds, on whatever machine; a machine under load is not that slow.
  const passwords = createPasswords({ passes: 2_000 })
  const start = performance.now()
  await assert.rejects(passwords.verify('x'.repeat(1_000_000), undefined), code('VALIDATION_FAILED'))
  await assert.rejects(passwords.hash('x'.repeat(1_000_000)), code('VALIDATION_FAILED'))
  assert.ok(performance.now() - start < 1_000)
})

test('Length is counted in characters: 11 and 129 are refused, 12 and 128 accepted', () => {
  const mixed = 'kangaroo violet engine '.repeat(6)
  assert.throws(() => checkPassword(mixed.slice(0, 11)), code('VALIDATION_FAILED'))
  assert.throws(() => checkPassword(mixed.slice(0, 129)), code('VALIDATION_FAILED'))
  assert.equal(checkPassword(mixed.slice(0, 12)).length, 12)
  assert.equal(checkPassword(mixed.slice(0, 128)).length, 128)
  assert.throws(() => checkPassword('\u{1F600}\u{1F601}\u{1F602}\u{1F603}'.repeat(2)), code('VALIDATION_FAILED'))
  assert.throws(() => checkPassword('half a character \ud800'), code('VALIDATION_FAILED'))
})

test('Common passwords and their decorations are refused', () => {
  const common = [
    'Password1234!',
    'P4ssw0rd2024!!',
    'passwordpassword',
    'qwertyuiop12',
    '123456789012',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    '123123123123',
    'Welcome-2025!',
    '!!!letmein!!!1',
    '1q2w3e4r5t6y',
    'zyxwvutsrqponm',
    'Summer2025!!!',
  ]
  for (const password of common) assert.throws(() => checkPassword(password), code('PASSWORD_COMPROMISED'), password)
})

test('Honest passwords pass, the demonstration one included', () => {
  for (const password of ['demo-demo-demo', phrase, 'x7#Kq9!vLm2$w', 'Sunny kitchens smell of bread']) {
    assert.equal(isCommonPassword(password), false, password)
  }
})

test('Words of the owner are refused as a password', () => {
  const avoid = ['maria.fernandez@example.com', 'Gift Wholesale']
  assert.throws(() => checkPassword('Maria.Fernandez99', avoid), code('PASSWORD_COMPROMISED'))
  assert.throws(() => checkPassword('gift wholesale', avoid), code('PASSWORD_COMPROMISED'))
})

test('At most `concurrency` hash at once, at most `queue` wait, the rest are told OVERLOADED', async () => {
  const passwords = createPasswords({ concurrency: 2, queue: 3 })
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => passwords.verify('a wrong password', undefined)),
  )
  const refused = answers.filter((answer) => answer.status === 'rejected')
  assert.equal(refused.length, 5)
  for (const answer of refused) assert.ok(code('OVERLOADED')(answer.reason) && answer.reason.retryAfter === 1)
  assert.equal((await passwords.verify('a wrong password', undefined)).ok, false)
})
