import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ticksFor } from './ticks.rules.ts'

test('lines stand at even figures around the values', () => {
  assert.deepEqual(ticksFor([4_959_370, 0, 2_615_990]), [0, 2_000_000, 4_000_000, 6_000_000])
  assert.deepEqual(ticksFor([3]), [0, 1, 2, 3])
  assert.deepEqual(ticksFor([-150, 380]), [-200, 0, 200, 400])
  assert.deepEqual(ticksFor([]), [0, 1])
  assert.deepEqual(ticksFor([0.4]), [0, 1])
})

test('whatever the values, few whole lines enclose them and zero', () => {
  const values = fc.array(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), { maxLength: 40 })
  fc.assert(
    fc.property(values, (all) => {
      const ticks = ticksFor(all)
      assert.ok(ticks.length >= 2 && ticks.length <= 7, `${ticks.length} lines`)
      assert.ok(ticks.every(Number.isInteger) && ticks.includes(0))
      assert.ok((ticks[0] ?? 0) <= Math.min(0, ...all) && (ticks.at(-1) ?? 0) >= Math.max(0, ...all))
    }),
  )
})
