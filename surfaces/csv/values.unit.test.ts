import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type CellResult,
  parseBoolean,
  parseCell,
  parseDate,
  parseDecimal,
  parseInteger,
  parseMoment,
  parseMoney,
  parseText,
} from './values.ts'

const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {}
const point = { decimalMark: '.' } as const
const comma = { decimalMark: ',' } as const
const gbp = { ...comma, currency: 'GBP', exponent: 2 }

const value = <T>(result: CellResult<T>): T | undefined | 'refused' => (result.ok ? result.value : 'refused')
const message = (result: CellResult<unknown>): string => (result.ok ? '' : result.message)

test('an empty cell is an absent value of every kind', () => {
  const kinds = [
    { kind: 'text' },
    { kind: 'decimal', ...point },
    { kind: 'integer', ...point },
    { kind: 'money', ...gbp },
    { kind: 'boolean' },
    { kind: 'date', order: 'dmy' },
    { kind: 'instant', order: 'dmy', timeZone: 'UTC' },
  ] as const
  for (const kind of kinds) assert.deepEqual(parseCell('  ', kind), { ok: true, value: undefined })
})

test('text is trimmed and bounded', () => {
  assert.equal(value(parseText(' Tea ')), 'Tea')
  assert.match(message(parseText('Tea bags', { max: 3 })), /8 characters: at most 3/)
})

test('decimals get one spelling', () => {
  const spellings = ['1.234,50', '1234,5', ' +1 234,5 ', '1\u00a0234,5', '1\u202f234,5', "1'234,5", '001234,500']
  for (const cell of spellings) assert.equal(value(parseDecimal(cell, comma)), '1234.5', cell)
  assert.equal(value(parseDecimal('-0,00', comma)), '0')
  assert.equal(value(parseDecimal(',5', comma)), '0.5')
})

test('negative decimals are read from ledgers and accountants too', () => {
  for (const cell of ['-12.5', '\u221212.5', '12.5-', '(12.5)', '- 12.5']) {
    assert.equal(value(parseDecimal(cell, point)), '-12.5', cell)
  }
})

test('lakhs and crores are grouped by twos', () => {
  assert.equal(value(parseDecimal('1,23,45,678.90', point)), '12345678.9')
})

test('the wrong decimal mark is refused and not read as grouping', () => {
  assert.equal(value(parseDecimal('2.55', comma)), 'refused')
  assert.match(message(parseDecimal('2.55', comma)), /decimal mark here is ','/)
})

test('what is not a number is refused', () => {
  for (const cell of ['x', '-', '.', '1..2', '1.2.3', '1,2,3', '1e5', '0x1F', '--1', '-1-', '1 2', 'NaN', '٣', '()']) {
    assert.equal(value(parseDecimal(cell, point)), 'refused', cell)
  }
})

test('a cell of 64 KB that is nearly a number is refused at once', () => {
  assert.equal(value(parseDecimal(`1${' '.repeat(65_000)}x`, point)), 'refused')
  assert.equal(value(parseMoney(`1${' '.repeat(65_000)}x`, gbp)), 'refused')
  assert.equal(value(parseDate(`1/1/2010${' '.repeat(65_000)}x`, { order: 'dmy' })), 'refused')
})

test('integers are whole, exact and within their bounds', () => {
  assert.equal(value(parseInteger('1.000', comma)), 1000)
  assert.equal(value(parseInteger('-6,0', comma)), -6)
  assert.equal(value(parseInteger('6,5', comma)), 'refused')
  assert.equal(value(parseInteger('9007199254740993', comma)), 'refused')
  assert.equal(value(parseInteger('11', { ...comma, min: 1, max: 10 })), 'refused')
})

test('money is in minor units of its currency', () => {
  assert.equal(value(parseMoney('2,55', gbp)), 255)
  assert.equal(value(parseMoney('2,1', gbp)), 210)
  assert.equal(value(parseMoney('-0,05', gbp)), -5)
  assert.equal(value(parseMoney('2,5500', gbp)), 255)
  assert.equal(value(parseMoney('1.500', { ...comma, currency: 'JPY', exponent: 0 })), 1500)
  assert.equal(value(parseMoney('1.5', { ...point, currency: 'KWD', exponent: 3 })), 1500)
})

test('money with more decimals than its currency has is refused and the message says so', () => {
  assert.match(message(parseMoney('2,555', gbp)), /3 decimals: GBP has at most 2/)
  assert.match(message(parseMoney('2,5', { ...comma, currency: 'JPY', exponent: 0 })), /JPY has no decimals/)
})

test('the sign or code of the same currency may stand beside an amount, another may not', () => {
  for (const cell of ['£2,55', '2,55 £', 'GBP 2,55', '2,55 gbp']) assert.equal(value(parseMoney(cell, gbp)), 255, cell)
  assert.equal(value(parseMoney('-£2,55', gbp)), -255)
  assert.equal(value(parseMoney('€2,55', gbp)), 'refused')
  assert.equal(value(parseMoney('2,55 EUR', gbp)), 'refused')
  assert.equal(value(parseMoney('£', gbp)), 'refused')
})

test('money that a number cannot hold exactly is refused', () => {
  assert.equal(value(parseMoney('90071992547409,91', gbp)), 9_007_199_254_740_991)
  assert.equal(value(parseMoney('90071992547409,92', gbp)), 'refused')
})

test('yes and no are understood in the languages of the files', () => {
  for (const cell of ['yes', 'TRUE', '1', 'Ja', 'oui', 'sí', 'x']) assert.equal(value(parseBoolean(cell)), true, cell)
  for (const cell of ['no', 'False', '0', 'nein', 'non', 'nee']) assert.equal(value(parseBoolean(cell)), false, cell)
  assert.equal(value(parseBoolean('maybe')), 'refused')
})

test('dates are read in the order of their column', () => {
  assert.equal(value(parseDate('1/12/2010', { order: 'dmy' })), '2010-12-01')
  assert.equal(value(parseDate('1/12/2010', { order: 'mdy' })), '2010-01-12')
  assert.equal(value(parseDate('31.12.10', { order: 'dmy' })), '2010-12-31')
  assert.equal(value(parseDate('10-12-31', { order: 'ymd' })), '2010-12-31')
  assert.equal(value(parseDate('2010-12-31', { order: 'dmy' })), '2010-12-31')
  assert.equal(value(parseDate('20101231', { order: 'dmy' })), '2010-12-31')
})

test('days that the calendar lacks are refused', () => {
  assert.equal(value(parseDate('29/2/2012', { order: 'dmy' })), '2012-02-29')
  for (const cell of ['29/2/2010', '31/4/2010', '12/31/2010', '0/1/2010', '1/1', 'soon']) {
    assert.equal(value(parseDate(cell, { order: 'dmy' })), 'refused', cell)
  }
})

test('a day with a time is refused unless it is midnight', () => {
  assert.equal(value(parseDate('1/12/2010 00:00:00', { order: 'dmy' })), '2010-12-01')
  assert.match(message(parseDate('1/12/2010 08:26', { order: 'dmy' })), /leave out the time/)
})

test('moments are clock times of the zone, in UTC', () => {
  const london = { order: 'dmy', timeZone: 'Europe/London' } as const
  assert.equal(value(parseMoment('1/12/2010 08:26', london)), '2010-12-01T08:26:00Z')
  assert.equal(value(parseMoment('1/7/2010 08:26', london)), '2010-07-01T07:26:00Z')
  assert.equal(value(parseMoment('1/7/2010', london)), '2010-06-30T23:00:00Z')
  assert.equal(value(parseMoment('1/12/2010 8:26 PM', { ...london, timeZone: 'Asia/Kolkata' })), '2010-12-01T14:56:00Z')
  assert.equal(value(parseMoment('1/12/2010 12:05 am', london)), '2010-12-01T00:05:00Z')
})

test('an offset in the cell wins over the zone', () => {
  const zone = { order: 'dmy', timeZone: 'Asia/Tokyo' } as const
  assert.equal(value(parseMoment('2010-12-01T08:26:00Z', zone)), '2010-12-01T08:26:00Z')
  assert.equal(value(parseMoment('2010-12-01T08:26:00.250+05:30', zone)), '2010-12-01T02:56:00.250Z')
})

test('a time that the clocks skipped is refused, one that they showed twice is the first', () => {
  const london = { order: 'dmy', timeZone: 'Europe/London' } as const
  assert.match(message(parseMoment('28/3/2010 01:30', london)), /does not exist in Europe\/London/)
  assert.equal(value(parseMoment('31/10/2010 01:30', london)), '2010-10-31T00:30:00Z')
})

test('times that no clock shows are refused', () => {
  for (const cell of ['1/12/2010 24:00', '1/12/2010 8:60', '1/12/2010 13:00 pm', '1/12/2010 noon']) {
    assert.equal(value(parseMoment(cell, { order: 'dmy', timeZone: 'UTC' })), 'refused', cell)
  }
})

test('property: an amount spelled with its decimals is read back in minor units', () => {
  const anyAmount = fc.maxSafeInteger()
  fc.assert(
    fc.property(anyAmount, fc.constantFrom(0, 2, 3), (amount, exponent) => {
      const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
      const whole = digits.slice(0, digits.length - exponent)
      const cell = `${amount < 0 ? '-' : ''}${whole}${exponent > 0 ? `,${digits.slice(-exponent)}` : ''}`
      assert.equal(value(parseMoney(cell, { ...comma, currency: 'GBP', exponent })), amount)
    }),
    { ...seed, numRuns: 500 },
  )
})

test('property: no text makes a parser throw, and a canonical decimal reads as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+ ()/:TZ£ap') }), (cell) => {
      const decimal = parseDecimal(cell, comma)
      if (decimal.ok && decimal.value !== undefined)
        assert.equal(value(parseDecimal(decimal.value, point)), decimal.value)
      parseMoney(cell, gbp)
      parseMoment(cell, { order: 'dmy', timeZone: 'Europe/London' })
    }),
    { ...seed, numRuns: 2000 },
  )
})
