import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId, makeIdSource } from './id.ts'

const filled = (value: number) => (size: number) => new Uint8Array(size).fill(value)

test('an id is a version 7 UUID that starts with the time', () => {
  const next = makeIdSource({ now: () => 0x0190_0000_0001, random: filled(0xff) })
  assert.equal(next(), '01900000-0001-77ff-bfff-ffffffffffff')
})

test('ids increase within a millisecond', () => {
  const next = makeIdSource({ now: () => 1_700_000_000_000 })
  const ids = Array.from({ length: 20_000 }, next)
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
})

test('ids increase when the clock steps back', () => {
  let now = 1_700_000_000_000
  const next = makeIdSource({ now: () => now })
  const before = next()
  now -= 3_600_000
  assert.ok(next() > before)
})

test('when the counter runs out, the time of the id goes ahead of the clock by a millisecond', () => {
  const next = makeIdSource({ now: () => 1, random: filled(0xff) })
  const ids = Array.from({ length: 0x801 + 1 }, next)
  assert.equal(ids.at(-2)?.slice(0, 18), '00000000-0001-7fff')
  assert.equal(ids.at(-1)?.slice(0, 18), '00000000-0002-7000')
})

test('two sources with the same clock make different ids', () => {
  const options = { now: () => 1_700_000_000_000 }
  assert.notEqual(makeIdSource(options)(), makeIdSource(options)())
})

test('equal clocks and equal bytes make equal ids', () => {
  const options = { now: () => 5, random: filled(7) }
  assert.equal(makeIdSource(options)(), makeIdSource(options)())
})

test('only UUIDs in lower case are ids', () => {
  assert.ok(isId(makeIdSource({ now: () => 1 })()))
  assert.ok(isId('0190d2f4-1111-4abc-8def-0123456789ab'))
  const others = ['', '0190D2F4-1111-7ABC-8DEF-0123456789AB', '0190d2f411117abc8def0123456789ab', "1' or '1'='1"]
  for (const text of [...others, '0190d2f4-1111-7abc-8def-0123456789ab\n', '00000000-0000-0000-0000-000000000000']) {
    assert.ok(!isId(text), text)
  }
})
