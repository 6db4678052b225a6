import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasScope, isSameHash, isScope, makeApiKey, parseApiKey } from './api-keys.ts'
import { hashOpaqueToken, makeOpaqueToken } from './opaque-tokens.ts'

test('A key is found by its prefix and proven by its hash, and its secret is not stored', () => {
  const { key, prefix, hash } = makeApiKey()
  assert.match(key, /^ek_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/)
  assert.deepEqual(parseApiKey(key), { prefix, hash })
  assert.ok(!hash.includes(key.slice(16)))
})

test('Another secret behind the same prefix does not match', () => {
  const { prefix, hash } = makeApiKey()
  const other = parseApiKey(`ek_${prefix}_${'A'.repeat(43)}`)
  assert.ok(other)
  assert.equal(isSameHash(other.hash, hash), false)
  assert.equal(isSameHash(hash, hash), true)
  assert.equal(isSameHash(hash.slice(1), hash), false)
})

test('What is not a key is not parsed', () => {
  const { key } = makeApiKey()
  for (const bad of [
    '',
    'ek_',
    `${key}x`,
    ` ${key}`,
    `${key}\n`,
    key.toUpperCase(),
    key.replace('ek_', 'sk_'),
    'ek_é_x',
  ]) {
    assert.equal(parseApiKey(bad), undefined)
  }
})

test('Scopes are permission addresses and match exactly; no scopes means no rights', () => {
  assert.equal(isScope('catalog.product.publish'), true)
  for (const bad of ['', '*', 'catalog', 'catalog.*', 'Catalog.product', '__proto__.x', 'a.b.c.d.e']) {
    assert.equal(isScope(bad), false, bad)
  }
  assert.equal(hasScope(['catalog.product.read'], 'catalog.product.read'), true)
  assert.equal(hasScope(['catalog.product.read'], 'catalog.product.read_cost'), false)
  assert.equal(hasScope([], 'catalog.product.read'), false)
})

test('An opaque token has 256 bits, is stored as its hash, and rubbish finds nothing', () => {
  const { token, hash } = makeOpaqueToken()
  assert.match(token, /^[A-Za-z0-9_-]{43}$/)
  assert.match(hash, /^[0-9a-f]{64}$/)
  assert.equal(hashOpaqueToken(token), hash)
  assert.notEqual(hashOpaqueToken(`${token}=`), hash)
  assert.notEqual(makeOpaqueToken().token, token)
})
