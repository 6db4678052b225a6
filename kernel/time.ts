/**
 * Instants and dates. An instant is a moment in UTC; a date is a day of the calendar without a zone. Which date a
 * sale belongs to depends on the shop's zone and on when its day starts, and is decided here. Nothing reads a clock.
 */
import { refuse } from './refusal.ts'

/** A moment as ISO 8601 in UTC with milliseconds, "2025-03-30T00:30:00.000Z". Texts sort as moments do. */
export type Instant = string
/** A calendar date, "2025-03-30". Texts sort as dates do. */
export type CalendarDate = string

const dayMs = 86_400_000
const dateText = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const instantText = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/
const clockText = /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/

/** The instant of milliseconds since 1970. */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString()

/** Milliseconds since 1970. A text that is no instant is a RangeError. */
export function msOf(instant: Instant): number {
  if (!isInstant(instant)) throw new RangeError(`${JSON.stringify(instant)} is not an instant in UTC.`)
  return Date.parse(instant)
}

export const isInstant = (text: string): boolean => instantText.test(text) && survives(text, text)

/** Whether the text is a date that exists: "2024-02-29" is, "2025-02-29" is not. */
export const isDate = (text: string): boolean => dateText.test(text) && survives(`${text}T00:00:00.000Z`, text)

/** Whether the zone is known to this machine, such as "Asia/Kolkata" or "UTC". */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone)
    return true
  } catch {
    return false
  }
}

/** The time of day by the clock on the wall of a zone, "08:15". */
export const timeOfDay = (ms: number, timeZone: string): string => wallClock(ms, timeZone).time

/** What the clock on the wall of a zone shows, with its day: "2026-12-01T17:05". */
export function clockOf(ms: number, timeZone: string): string {
  const { date, time } = wallClock(ms, timeZone)
  return `${date}T${time}`
}

/**
 * The trading date of a moment in a zone. A shop that closes after midnight sets `dayStart` ("04:00"): what happens
 * before that time by the clock on the wall belongs to the day before. Days of 23 and 25 hours follow the wall clock;
 * where clocks go back across `dayStart`, the repeated stretch counts to the day before, as the wall clock says.
 */
export function businessDate(ms: number, timeZone: string, dayStart = '00:00'): CalendarDate {
  if (!clockText.test(dayStart)) throw invalid('dayStart', 'The start of the day must be a time such as "04:00".')
  const wall = wallClock(ms, timeZone)
  return wall.time < dayStart ? addDays(wall.date, -1) : wall.date
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfMs(msOfDate(date) + days * dayMs)
}

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => (msOfDate(to) - msOfDate(from)) / dayMs

export const startOfMonth = (date: CalendarDate): CalendarDate => `${mustBeDate(date).slice(0, 7)}-01`

/** The first day of the week of a date; `firstDay` is 1 for Monday (ISO 8601) to 7 for Sunday. */
export function startOfWeek(date: CalendarDate, firstDay = 1): CalendarDate {
  const weekday = new Date(msOfDate(date)).getUTCDay()
  return addDays(date, -((weekday - firstDay + 7) % 7))
}

/**
 * The label of the fiscal year of a date, for a year that starts on the first of `startMonth` (1 to 12): "2025-26"
 * when it spans two calendar years (India: 4), "2025" when it is the calendar year.
 */
export function fiscalYearOf(date: CalendarDate, startMonth: number): string {
  if (!Number.isInteger(startMonth) || startMonth < 1 || startMonth > 12) {
    throw invalid('startMonth', 'The fiscal year must start in a month from 1 to 12.')
  }
  const year = Number(mustBeDate(date).slice(0, 4))
  const first = Number(date.slice(5, 7)) < startMonth ? year - 1 : year
  const label = String(first).padStart(4, '0')
  return startMonth === 1 ? label : `${label}-${String((first + 1) % 100).padStart(2, '0')}`
}

type WallClock = { date: CalendarDate; time: string }

/** Formatters are costly to make and cheap to use. The cache is emptied when far more zones than exist were asked. */
const formatters = new Map<string, Intl.DateTimeFormat>()
const mostFormatters = 1000

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  if (formatters.size >= mostFormatters) formatters.clear()
  formatters.set(timeZone, formatter)
  return formatter
}

function wallClock(ms: number, timeZone: string): WallClock {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const part of formatterOf(timeZone).formatToParts(ms)) parts[part.type] = part.value
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` }
}

function mustBeDate(date: string): CalendarDate {
  if (isDate(date)) return date
  throw invalid('date', `${JSON.stringify(date)} is not a date. Write an existing day as YYYY-MM-DD.`)
}

const msOfDate = (date: CalendarDate): number => Date.parse(`${mustBeDate(date)}T00:00:00.000Z`)

function dateOfMs(ms: number): CalendarDate {
  const date = new Date(ms).toISOString()
  if (date.length !== 24) throw new RangeError('The date is outside the years 0000 to 9999.')
  return date.slice(0, 10)
}

function survives(instant: string, text: string): boolean {
  const ms = Date.parse(instant)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

const invalid = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message }])
