import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lagSeconds, stateOf } from './listener.rules.ts'

const now = '2026-01-31T10:00:00.000Z'
const fresh = { rebuilding: false, parked: 0, behind: 0, oldestAt: null }

test('a listener is behind when it has left an event for longer than a moment', () => {
  assert.equal(stateOf(fresh, now), 'reading')
  assert.equal(stateOf({ ...fresh, behind: 1, oldestAt: '2026-01-31T09:59:55.000Z' }, now), 'reading')
  assert.equal(stateOf({ ...fresh, behind: 1, oldestAt: '2026-01-31T09:59:00.000Z' }, now), 'behind')
})

test('what somebody must do about comes before lag, and a rebuild before all', () => {
  const late = { ...fresh, behind: 9, oldestAt: '2026-01-30T10:00:00.000Z', parked: 1 }
  assert.equal(stateOf(late, now), 'parked')
  assert.equal(stateOf({ ...late, rebuilding: true }, now), 'rebuilding')
})

test('a lag is never less than nothing, whatever the clocks say', () => {
  assert.equal(lagSeconds({ oldestAt: '2026-01-31T10:00:05.000Z' }, now), 0)
  assert.equal(lagSeconds({ oldestAt: '2026-01-31T09:58:00.500Z' }, now), 119)
})
