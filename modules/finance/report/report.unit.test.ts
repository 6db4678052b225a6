import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fiscalYearStart, openDay, periodFacts } from '../period/period.rules.ts'
import { spanBefore } from './report.rules.ts'

test('The span before whole months is as many whole months, otherwise as many days', () => {
  const before = (from: string, to: string) => Object.values(spanBefore({ from, to })).join(' ')
  assert.equal(before('2026-03-01', '2026-03-31'), '2026-02-01 2026-02-28')
  assert.equal(before('2026-04-01', '2026-06-30'), '2026-01-01 2026-03-31')
  assert.equal(before('2025-04-01', '2026-03-31'), '2024-04-01 2025-03-31')
  assert.equal(before('2026-03-01', '2026-03-30'), '2026-01-30 2026-02-28')
  assert.equal(before('2026-11-21', '2026-11-21'), '2026-11-20 2026-11-20')
})

test('What happened in a locked month is posted on the first open day after it', () => {
  const locked = new Set(['2026-10-01', '2026-11-01', '2027-01-01'])
  assert.equal(openDay('2026-10-15', locked), '2026-12-01')
  assert.equal(openDay('2026-12-15', locked), '2026-12-15')
  assert.equal(openDay('2027-01-31', locked), '2027-02-01')
})

test('Months count within the fiscal year, also where it begins in the middle of a year', () => {
  const facts = { endsOn: '2028-02-29', fiscalYear: '2027-28', month: 11 }
  assert.deepEqual(periodFacts('2028-02-01', 4), facts)
  assert.deepEqual(periodFacts('2026-12-01', 1), { endsOn: '2026-12-31', fiscalYear: '2026', month: 12 })
  assert.equal(fiscalYearStart('2026-03-31', 4), '2025-04-01')
  assert.equal(fiscalYearStart('2026-04-01', 4), '2026-04-01')
})
