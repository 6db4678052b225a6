/** Days and moments out of cells: the calendar, the clock and the zone, without a float or a guess. */
import { type DateOrder, datePartsOf } from './date-order.ts'

/** A day or a moment as ISO 8601, or what is wrong with the cell. */
type Moment = { ok: true; value: string } | { ok: false; message: string }

const reject = (message: string): { ok: false; message: string } => ({ ok: false, message })

type Day = { year: number; month: number; day: number }
type Clock = { hour: number; minute: number; second: number; millisecond: number }

/** A date and, behind a blank or a T, whatever else there is. */
const dateAndRest = /^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{8})(?:(?:T|\s+)(.+))?$/
const clockShape = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** A day as `YYYY-MM-DD`; `2010-12-01` and `20101201` are read whatever the order of the column. */
export function parseDay(text: string, order: DateOrder): Moment {
  const [, date, rest] = matchDate(text)
  const day = date === undefined ? undefined : readDay(date, order)
  if (!day) return reject(notADate(text, order))
  if (rest !== undefined && !/^0?0[:.]00(?:[:.]00(?:[.,]0+)?)?$/.test(rest.trim())) {
    return reject(`'${text.slice(0, 40)}' has a time where a day is wanted: leave out the time`)
  }
  return { ok: true, value: isoDay(day) }
}

/** A moment in UTC. Without an offset the clock is the zone's; a time that its clocks skipped is refused. */
export function parseInstant(text: string, { order, timeZone }: { order: DateOrder; timeZone: string }): Moment {
  const [, date, rest = '00:00'] = matchDate(text)
  const day = date === undefined ? undefined : readDay(date, order)
  if (!day) return reject(notADate(text, order))
  const time = readClock(rest.trim())
  if (!time) return reject(`'${text.slice(0, 40)}' has no time that can be read: write it as 08:26 or 08:26:00`)
  const { clock, offsetMinutes } = time
  const wall = wallMs(day, clock)
  const ms = offsetMinutes === undefined ? instantInZone(wall, timeZone) : wall - offsetMinutes * 60_000
  if (ms === undefined) {
    return reject(`'${text.slice(0, 40)}' does not exist in ${timeZone}: its clocks were put forward over it`)
  }
  return { ok: true, value: new Date(ms).toISOString().replace('.000Z', 'Z') }
}

const examples: Readonly<Record<DateOrder, string>> = { dmy: '31/12/2010', mdy: '12/31/2010', ymd: '2010-12-31' }

const notADate = (text: string, order: DateOrder): string =>
  `'${text.slice(0, 40)}' is not a date in the order of this column: write it as ${examples[order]}`

const matchDate = (text: string): readonly (string | undefined)[] =>
  (text.length <= longestMoment ? dateAndRest.exec(text) : undefined) ?? []

/** Longer text is no date; the bound keeps the patterns from walking through a cell of 64 KB. */
const longestMoment = 48

function readDay(date: string, order: DateOrder): Day | undefined {
  if (/^\d{8}$/.test(date)) return existing([date.slice(0, 4), date.slice(4, 6), date.slice(6)])
  const parts = datePartsOf(date)
  if (!parts) return undefined
  const { first, second, third } = parts
  if (first.length === 4) return existing([first, second, third])
  if (order === 'ymd') return existing([first, second, third])
  return order === 'dmy' ? existing([third, second, first]) : existing([third, first, second])
}

/** The day if the calendar has it. Two-digit years follow POSIX `strptime`: 69 to 99 are 1900s, 00 to 68 are 2000s. */
function existing([years, months, days]: [string, string, string]): Day | undefined {
  if (years.length !== 4 && years.length !== 2) return undefined
  const [short, month, day] = [Number(years), Number(months), Number(days)]
  const year = years.length === 4 ? short : short + (short >= 69 ? 1900 : 2000)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return { year, month, day }
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return isLeap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const isoDay = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function readClock(text: string): { clock: Clock; offsetMinutes: number | undefined } | undefined {
  const match = clockShape.exec(text)
  if (!match) return undefined
  const [, hours, minutes, seconds = '0', fraction = '', half, zone] = match
  const [hour, minute, second] = [hourOfDay(Number(hours), half), Number(minutes), Number(seconds)]
  if (hour === undefined || minute > 59 || second > 59) return undefined
  const offsetMinutes = zone === undefined ? undefined : readOffset(zone)
  if (Number.isNaN(offsetMinutes)) return undefined
  return { clock: { hour, minute, second, millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')) }, offsetMinutes }
}

/** The hour of 0 to 23; with am or pm the clock face shows 1 to 12, where 12 am is midnight. */
function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
}

/** Minutes ahead of UTC, at most the 14 hours of Kiritimati; NaN beyond. */
function readOffset(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  const total = hours * 60 + minutes
  if (minutes > 59 || total > 14 * 60) return Number.NaN
  return zone.startsWith('-') ? -total : total
}

/** The wall clock as if it were UTC, in milliseconds. `Date.UTC` would read the years 1 to 99 as 1901 to 1999. */
function wallMs({ year, month, day }: Day, { hour, minute, second, millisecond }: Clock): number {
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, millisecond))
  return date.setUTCFullYear(year, month - 1, day)
}

const dayMs = 86_400_000

/**
 * The moment at which the zone's clock shows this wall time: undefined when it was skipped, the earlier of the two
 * when it was shown twice. The zone's offset a day before and a day after are the only ones it can have.
 */
function instantInZone(wall: number, timeZone: string): number | undefined {
  if (latest.wall !== wall || latest.timeZone !== timeZone) latest = { wall, timeZone, ms: findInstant(wall, timeZone) }
  return latest.ms
}

/** Neighbouring rows of a document have the same time, and asking a zone's clock is the dearest of all cells. */
let latest: { wall: number; timeZone: string; ms: number | undefined } = {
  wall: Number.NaN,
  timeZone: '',
  ms: undefined,
}

function findInstant(wall: number, timeZone: string): number | undefined {
  const offsets = [offsetAt(wall - dayMs, timeZone), offsetAt(wall + dayMs, timeZone)]
  const moments = offsets.map((offset) => wall - offset).filter((ms) => ms + offsetAt(ms, timeZone) === wall)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds that the zone's clock is ahead of UTC at a moment. */
function offsetAt(ms: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { ...clockParts, timeZone })
  formats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const whole = Math.floor(ms / 1000) * 1000
  return wallMs({ year, month, day }, { hour, minute, second, millisecond: 0 }) - whole
}

const clockParts: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
}
