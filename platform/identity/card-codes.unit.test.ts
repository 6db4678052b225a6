import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashCardCode, makeCardCode } from './card-codes.ts'

test('a code is found however it is typed', () => {
  const { code, hash, ending } = makeCardCode()
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(code.slice(-4), ending)
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('1', 'l')]) {
    assert.equal(hashCardCode(typed), hash, typed)
  }
  assert.equal(hashCardCode(code.replaceAll('0', 'o')), hash)
})

test('what cannot be a code finds nothing, and no two codes are alike', () => {
  const codes = Array.from({ length: 1000 }, makeCardCode)
  assert.equal(new Set(codes.map(({ hash }) => hash)).size, codes.length)
  const none = hashCardCode('')
  assert.ok(codes.every(({ hash }) => hash !== none))
  for (const typed of ['1234', `${codes[0]?.code}0`, '%', '🎁']) assert.equal(hashCardCode(typed), none)
})
