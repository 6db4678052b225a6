/**
 * Turns the text of a cell into a value of a declared kind. An empty cell is an absent value. A message says what was
 * read and what to write instead; the caller adds row and column. No float is made anywhere: numbers stay text until
 * they are whole.
 */
import type { DateOrder } from './date-order.ts'
import { parseDay, parseInstant } from './moments.ts'
import type { DecimalMark } from './numbers.ts'

/** A value, absent when the cell is empty, or what is wrong with the cell. */
export type CellResult<T> = { ok: true; value: T | undefined } | { ok: false; message: string }

const accept = <T>(value: T | undefined): CellResult<T> => ({ ok: true, value })
const reject = (message: string): { ok: false; message: string } => ({ ok: false, message })

/** A cell in a message: short, in quotes. */
const shown = (cell: string): string => `'${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}'`

/** Text without the blanks around it. */
export function parseText(cell: string, { max = Number.POSITIVE_INFINITY }: { max?: number } = {}): CellResult<string> {
  const text = cell.trim()
  if (text.length > max) return reject(`${shown(text)} has ${text.length} characters: at most ${max} fit`)
  return accept(text === '' ? undefined : text)
}

/** How the numbers of a column are spelled. */
export type NumberFormat = { decimalMark: DecimalMark }

/** An exact decimal as text without needless zeros: `1.234,50` with a decimal comma is `1234.5`. */
export function parseDecimal(cell: string, { decimalMark }: NumberFormat): CellResult<string> {
  const text = cell.trim()
  if (text === '') return accept<string>(undefined)
  if (text.length > longestNumber || !/\d/.test(text)) return reject(`${shown(text)} is not a number`)
  const { isNegative, digits } = readSign(text)
  const [whole = '', fraction, ...rest] = digits.split(decimalMark)
  const mark = `the decimal mark here is '${decimalMark}'`
  if (rest.length > 0) return reject(`${shown(text)} is not a number: ${mark} and may occur once`)
  if (fraction !== undefined && !/^\d+$/.test(fraction)) {
    return reject(`${shown(text)} is not a number: ${mark}, with digits only behind it`)
  }
  const plain = ungroup(whole, decimalMark)
  if (plain === undefined) {
    const example = decimalMark === '.' ? '1234.5 or 1,234.5' : '1234,5 or 1.234,5'
    return reject(`${shown(text)} is not a number: ${mark}; write it as ${example}`)
  }
  return accept(canonical(plain, fraction ?? '', isNegative))
}

/** No amount of trade is longer; the bound also keeps the patterns below from walking through a cell of 64 KB. */
const longestNumber = 64

/** The sign of a number in front, behind (as ledgers print it) or as the brackets of accountants. */
function readSign(text: string): { isNegative: boolean; digits: string } {
  const bracketed = /^\((.+)\)$/.exec(text)?.[1]
  if (bracketed !== undefined) return { isNegative: true, digits: bracketed.trim() }
  const [, before = '', digits = '', after = ''] = /^([-+\u2212]?)\s*(.*?)\s*([-\u2212]?)$/.exec(text) ?? []
  // A sign on both sides is no number; giving the digits back with it lets the caller refuse them.
  if (before !== '' && after !== '') return { isNegative: false, digits: text }
  return { isNegative: before === '-' || before === '\u2212' || after !== '', digits }
}

/** The whole part without its grouping marks; undefined when they do not group by threes, or as lakhs and crores do. */
function ungroup(whole: string, decimalMark: DecimalMark): string | undefined {
  if (/^\d*$/.test(whole)) return whole
  const mark = /[.,' \u00a0\u202f\u2019]/.exec(whole)?.[0]
  if (mark === undefined || mark === decimalMark) return undefined
  const [first = '', ...groups] = whole.split(mark)
  const last = groups.pop() ?? ''
  const areDigits = [first, ...groups, last].every((group) => /^\d+$/.test(group))
  if (!areDigits || last.length !== 3 || first.length > 3) return undefined
  const isThousands = groups.every((group) => group.length === 3)
  const isLakhs = mark === ',' && first.length <= 2 && groups.every((group) => group.length === 2)
  return isThousands || isLakhs ? [first, ...groups, last].join('') : undefined
}

/** One spelling for each number. A cell of marks only has no digits and was refused before, but `.5` is one half. */
function canonical(whole: string, fraction: string, isNegative: boolean): string {
  const left = whole.replace(/^0+/, '') || '0'
  const right = fraction.replace(/0+$/, '')
  const number = right === '' ? left : `${left}.${right}`
  return isNegative && number !== '0' ? `-${number}` : number
}

/** A whole number that JavaScript holds exactly (up to 2^53 - 1), between the bounds when given. */
export function parseInteger(
  cell: string,
  { decimalMark, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }: NumberFormat & Bounds,
): CellResult<number> {
  const decimal = parseDecimal(cell, { decimalMark })
  if (!decimal.ok) return decimal
  if (decimal.value === undefined) return accept<number>(undefined)
  if (decimal.value.includes('.')) return reject(`${shown(cell.trim())} is not a whole number: leave out the fraction`)
  const value = Number(decimal.value)
  if (!Number.isSafeInteger(value)) return reject(`${shown(cell.trim())} is too large`)
  if (value < min || value > max) return reject(`${shown(cell.trim())} is not between ${min} and ${max}`)
  return accept(value)
}

/** The smallest and the largest whole number allowed. */
export type Bounds = { min?: number; max?: number }

/** The currency of a column: its ISO 4217 code, and the decimals of its minor unit (JPY 0, GBP 2, KWD 3). */
export type MoneyFormat = NumberFormat & { currency: string; exponent: number }

/** An amount in minor units: `2,55` in GBP is 255. The code or the sign of the same currency may stand beside it. */
export function parseMoney(cell: string, { decimalMark, currency, exponent }: MoneyFormat): CellResult<number> {
  const text = cell.trim()
  if (text.length > longestNumber) return reject(`${shown(text)} is not an amount`)
  const amount = withoutCurrency(text, currency)
  if (/\p{L}|\p{Sc}/u.test(amount)) return reject(`${shown(text)} is not an amount in ${currency}`)
  const decimal = parseDecimal(amount, { decimalMark })
  if (!decimal.ok) return decimal
  if (decimal.value === undefined) {
    return text === '' ? accept<number>(undefined) : reject(`${shown(text)} names a currency but no amount`)
  }
  const [whole = '0', fraction = ''] = decimal.value.split('.')
  if (fraction.length > exponent) {
    const most = exponent === 0 ? 'no decimals' : `at most ${exponent} decimals`
    return reject(`${shown(text)} has ${fraction.length} decimals: ${currency} has ${most}`)
  }
  const minor = Number(`${whole}${fraction.padEnd(exponent, '0')}`)
  if (!Number.isSafeInteger(minor)) return reject(`${shown(text)} is too large for an amount`)
  // `-0` of `-0.00` cannot come here, because the canonical decimal of it is `0`.
  return accept(minor)
}

/** The amount without the code or the sign of this currency at either end; the sign of a number may come first. */
function withoutCurrency(text: string, currency: string): string {
  const names = [currency, signOf(currency)]
  for (const name of names) {
    const [sign, rest] = /^[-+\u2212]/.test(text) ? [text.slice(0, 1), text.slice(1).trimStart()] : ['', text]
    if (rest.toUpperCase().startsWith(name)) return sign + rest.slice(name.length).trim()
    if (rest.toUpperCase().endsWith(name)) return sign + rest.slice(0, -name.length).trim()
  }
  return text
}

const signs = new Map<string, string>()

/** The short sign of a currency (`£`, `₹`), as the Unicode CLDR has it; the code itself where there is none. */
function signOf(currency: string): string {
  const known = signs.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency
  signs.set(currency, sign.toUpperCase())
  return sign.toUpperCase()
}

const words: ReadonlyMap<string, boolean> = new Map([
  ...[
    'yes',
    'y',
    'true',
    't',
    '1',
    'on',
    'x',
    'ja',
    'j',
    'wahr',
    'oui',
    'o',
    'vrai',
    'si',
    'sí',
    'sì',
    'sim',
    'verdadero',
  ].map((word): [string, boolean] => [word, true]),
  ...['no', 'n', 'false', 'f', '0', 'off', 'nein', 'falsch', 'non', 'faux', 'nee', 'não', 'nao', 'falso'].map(
    (word): [string, boolean] => [word, false],
  ),
])

/** Yes or no in the words of English, German, French, Spanish, Italian, Portuguese and Dutch files. */
export function parseBoolean(cell: string): CellResult<boolean> {
  const text = cell.trim()
  if (text === '') return accept<boolean>(undefined)
  const value = words.get(text.toLowerCase())
  return value === undefined
    ? reject(`${shown(text)} is not yes or no: write yes, no, true, false, 1 or 0`)
    : accept(value)
}

/** A day as `YYYY-MM-DD`. A cell with a time is refused unless the time is midnight: nothing is cut off silently. */
export function parseDate(cell: string, { order }: { order: DateOrder }): CellResult<string> {
  const text = cell.trim()
  return text === '' ? accept<string>(undefined) : parseDay(text, order)
}

/** A moment in UTC as ISO 8601. Without an offset the cell is a clock time in the zone, without a time its midnight. */
export function parseMoment(cell: string, format: { order: DateOrder; timeZone: string }): CellResult<string> {
  const text = cell.trim()
  return text === '' ? accept<string>(undefined) : parseInstant(text, format)
}

/** The kinds of value that a cell can hold, told apart by `kind`, with what each needs to be read. */
export type CellKind =
  | { kind: 'text'; max?: number }
  | ({ kind: 'decimal' } & NumberFormat)
  | ({ kind: 'integer' } & NumberFormat & Bounds)
  | ({ kind: 'money' } & MoneyFormat)
  | { kind: 'boolean' }
  | { kind: 'date'; order: DateOrder }
  | { kind: 'instant'; order: DateOrder; timeZone: string }

/** Reads a cell by its declared kind. */
export function parseCell(cell: string, kind: CellKind): CellResult<string | number | boolean> {
  switch (kind.kind) {
    case 'text':
      return parseText(cell, kind)
    case 'decimal':
      return parseDecimal(cell, kind)
    case 'integer':
      return parseInteger(cell, kind)
    case 'money':
      return parseMoney(cell, kind)
    case 'boolean':
      return parseBoolean(cell)
    case 'date':
      return parseDate(cell, kind)
    case 'instant':
      return parseMoment(cell, kind)
  }
}
