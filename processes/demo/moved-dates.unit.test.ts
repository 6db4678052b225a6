import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysForward, movedInvoices, openingDay } from './moved-dates.ts'

const now = Date.parse('2026-03-02T16:24:00Z')

test('the last invoice is of less than a day ago and of no later than now', () => {
  const last = (at: number) => Date.parse('2010-12-05T16:24:00Z') + daysForward(at) * 86_400_000
  assert.equal(last(now), now)
  assert.equal(now - 60_000 - last(now - 60_000), 86_340_000)
})

test('goods stood there on the day before the first invoice', () => {
  assert.equal(openingDay(now), '2026-02-25')
})

test('every date is moved and nothing else', async () => {
  const parts = await Array.fromAsync(movedInvoices(now), (part) => Buffer.from(part))
  const lines = Buffer.concat(parts).toString().split('\n')
  assert.equal(
    lines[1]?.trim(),
    '536365;85123A;WHITE HANGING HEART T-LIGHT HOLDER;6;26/2/2026 08:26;2,55;17850;United Kingdom',
  )
  assert.ok(!lines.some((line) => line.includes('/2010 ')))
  assert.equal(lines.filter((line) => line.trim()).length, 10_001)
})
