import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBefore, origin } from './position.ts'

test('within a transaction the number orders', () => {
  assert.equal(isBefore({ xid: '7', seq: 1 }, { xid: '7', seq: 2 }), true)
  assert.equal(isBefore({ xid: '7', seq: 2 }, { xid: '7', seq: 2 }), false)
})

test('the transaction orders before the number', () => {
  assert.equal(isBefore({ xid: '8', seq: 1 }, { xid: '7', seq: 9 }), false)
  assert.equal(isBefore(origin, { xid: '1', seq: 1 }), true)
})

test('transaction ids compare as numbers, also beyond 2^53', () => {
  assert.equal(isBefore({ xid: '9', seq: 5 }, { xid: '10', seq: 1 }), true)
  assert.equal(isBefore({ xid: '9007199254740992', seq: 1 }, { xid: '9007199254740993', seq: 1 }), true)
})
