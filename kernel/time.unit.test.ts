import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  businessDate,
  daysBetween,
  fiscalYearOf,
  instantOf,
  isDate,
  isInstant,
  isTimeZone,
  msOf,
  startOfMonth,
  startOfWeek,
  timeOfDay,
} from './time.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = { seed, numRuns: 500 }
const hour = 3_600_000

/** How many hours of UTC around a date fall on it in a zone. */
function hoursOf(date: string, zone: string, dayStart?: string): number {
  const start = msOf(`${addDays(date, -1)}T00:00:00.000Z`)
  const moments = Array.from({ length: 96 }, (_, index) => start + index * hour)
  return moments.filter((ms) => businessDate(ms, zone, dayStart) === date).length
}

test('the date of a moment is the date in the zone of the shop', () => {
  const ms = msOf('2025-06-30T20:00:00.000Z')
  assert.equal(businessDate(ms, 'Europe/London'), '2025-06-30')
  assert.equal(businessDate(ms, 'Asia/Kolkata'), '2025-07-01')
  assert.equal(businessDate(ms, 'Pacific/Kiritimati'), '2025-07-01')
  assert.equal(businessDate(ms, 'America/Los_Angeles'), '2025-06-30')
})

test('what happens before the start of the day belongs to the day before', () => {
  const at = (text: string) => businessDate(msOf(`2025-01-01T${text}:00.000Z`), 'UTC', '04:00')
  assert.deepEqual(
    [at('00:00'), at('03:59'), at('04:00'), at('23:59')],
    ['2024-12-31', '2024-12-31', '2025-01-01', '2025-01-01'],
  )
})

test('the day on which clocks go forward has 23 hours, the one on which they go back 25', () => {
  assert.equal(hoursOf('2025-03-30', 'Europe/London'), 23)
  assert.equal(hoursOf('2025-10-26', 'Europe/London'), 25)
  assert.equal(hoursOf('2025-03-09', 'America/New_York'), 23)
  assert.equal(hoursOf('2025-11-02', 'America/New_York'), 25)
  assert.equal(hoursOf('2025-06-15', 'Europe/London'), 24)
})

test('with a later start the long and the short day are the ones that contain the change', () => {
  assert.equal(hoursOf('2025-03-29', 'Europe/London', '04:00'), 23)
  assert.equal(hoursOf('2025-03-30', 'Europe/London', '04:00'), 24)
  assert.equal(hoursOf('2025-10-25', 'Europe/London', '04:00'), 25)
})

test('a zone that skipped a day has no moment on it', () => {
  assert.equal(hoursOf('2011-12-30', 'Pacific/Apia'), 0)
  assert.equal(hoursOf('2011-12-31', 'Pacific/Apia'), 24)
})

test('an unknown start of the day is refused', () => {
  assert.throws(() => businessDate(0, 'UTC', '24:00'), { code: 'VALIDATION_FAILED' })
})

test('zones are known by name', () => {
  assert.deepEqual(['Asia/Kolkata', 'UTC', 'Mars/Olympus', ''].map(isTimeZone), [true, true, false, false])
})

test('only days of the calendar are dates', () => {
  for (const date of ['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01']) assert.ok(isDate(date), date)
  const others = ['2025-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-1-1', '20250101', '']
  for (const text of [...others, '2025-01-01T00:00', ' 2025-01-01', '2025-01-01\n']) assert.ok(!isDate(text), text)
})

test('instants are UTC with milliseconds', () => {
  assert.equal(instantOf(0), '1970-01-01T00:00:00.000Z')
  for (const text of ['2025-01-01T00:00:00Z', '2025-02-29T00:00:00.000Z', '2025-01-01T24:00:00.000Z']) {
    assert.ok(!isInstant(text), text)
  }
  assert.throws(() => msOf('yesterday'), RangeError)
})

test('adding days crosses months and years, and daysBetween undoes it', () => {
  assert.equal(addDays('2024-02-28', 2), '2024-03-01')
  assert.equal(addDays('2025-01-01', -1), '2024-12-31')
  const years = { min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(years), fc.integer({ min: -9999, max: 9999 }), (moment, days) => {
      const date = moment.toISOString().slice(0, 10)
      assert.equal(daysBetween(date, addDays(date, days)), days)
    }),
    runs,
  )
})

test('months and weeks have their first day', () => {
  assert.equal(startOfMonth('2025-12-31'), '2025-12-01')
  assert.deepEqual(
    ['2025-12-01', '2025-12-07', '2025-12-08'].map((date) => startOfWeek(date)),
    ['2025-12-01', '2025-12-01', '2025-12-08'],
  )
  assert.equal(startOfWeek('2025-12-06', 7), '2025-11-30')
})

test('a fiscal year is named by the calendar years that it spans', () => {
  assert.equal(fiscalYearOf('2025-03-31', 4), '2024-25')
  assert.equal(fiscalYearOf('2025-04-01', 4), '2025-26')
  assert.equal(fiscalYearOf('1999-12-31', 4), '1999-00')
  assert.equal(fiscalYearOf('2025-12-31', 1), '2025')
})

test('dates and months that do not exist are refused', () => {
  assert.throws(() => addDays('2025-02-29', 1), { code: 'VALIDATION_FAILED' })
  assert.throws(() => fiscalYearOf('2025-02-28', 13), { code: 'VALIDATION_FAILED' })
})

test('the time of day follows the clock on the wall, also where it changes', () => {
  assert.equal(timeOfDay(msOf('2025-03-30T00:59:59.999Z'), 'Europe/London'), '00:59')
  assert.equal(timeOfDay(msOf('2025-03-30T01:00:00.000Z'), 'Europe/London'), '02:00')
  assert.equal(timeOfDay(msOf('2025-03-30T18:40:00.000Z'), 'Asia/Kolkata'), '00:10')
})
