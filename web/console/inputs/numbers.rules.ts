/**
 * Numbers as people type them, turned into the exact texts that travel. No float stands anywhere between: digits are
 * moved about as text, so that 0.1 stays 0.1 and the last fils of a dinar is not lost.
 */
import { exponentOf, isCurrency } from '#engines/currency'
import type { Money } from '#sdk/values'

/** The marks of a language's numbers. */
export type Marks = { decimal: string; group: string }

const known = new Map<string, Marks>()

export function marksOf(locale: string): Marks {
  const made = known.get(locale)
  if (made) return made
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8)
  const of = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise
  const marks = { decimal: of('decimal', '.'), group: of('group', ',') }
  known.set(locale, marks)
  return marks
}

/** Zeros of the scripts whose digits our languages are typed in: Arabic, Persian, Devanagari, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10]

function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? code))
  })
}

/**
 * A typed number as the plain decimal that travels ("1234.5"), or undefined when it is not one. The language's own
 * marks are read as it uses them; the other mark is a decimal mark where it cannot stand between thousands, so that
 * "12,5" is twelve and a half in every language.
 */
export function readDecimal(typed: string, marks: Marks): string | undefined {
  const text = asciiDigits(typed)
    .replace(/[\s\u00a0\u202f\u200e\u200f\u061c'’]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', '')
  const [, sign = '', body = ''] = /^([+-]?)([\d.,]+)$/.exec(text) ?? []
  const plain = body && plainOf(body, marks)
  if (!plain) return undefined
  const [units = '', decimals = ''] = plain.split('.')
  const whole = units.replace(/^0+(?=\d)/, '') || '0'
  const rest = decimals.replace(/0+$/, '')
  const value = rest ? `${whole}.${rest}` : whole
  return sign === '-' && value !== '0' ? `-${value}` : value
}

/** Digits with at most one point, of digits with points and commas. */
function plainOf(body: string, marks: Marks): string | undefined {
  const decimal = marks.decimal === ',' ? ',' : '.'
  const group = decimal === ',' ? '.' : ','
  const isGrouped = new RegExp(`^\\d{1,3}(\\${group}\\d{2,3})*\\${group}\\d{3}(\\${decimal}\\d*)?$`)
  if (isGrouped.test(body)) return body.replaceAll(group, '').replace(decimal, '.')
  const marksInside = body.replace(/\d/g, '')
  if (marksInside.length > 1 || !/\d/.test(body)) return undefined
  return body.replace(/[.,]/, '.')
}

/** How many decimals a plain decimal has. */
export const decimalsOf = (plain: string): number => plain.split('.')[1]?.length ?? 0

/** -1, 0 or 1 for two plain decimals. */
export function comparePlain(a: string, b: string): -1 | 0 | 1 {
  const scale = Math.max(decimalsOf(a), decimalsOf(b))
  const [left, right] = [scaled(a, scale), scaled(b, scale)]
  return left === right ? 0 : left < right ? -1 : 1
}

function scaled(plain: string, scale: number): bigint {
  const [units = '0', decimals = ''] = plain.split('.')
  return BigInt(units + decimals.padEnd(scale, '0'))
}

/** The decimals of a currency as ISO 4217 has them; 2 for a code that is not one (yet). */
export const digitsOfCurrency = (currency: string): number => (isCurrency(currency) ? exponentOf(currency) : 2)

/**
 * "12.5" in GBP is 1250 minor units, in KWD 12500; in JPY it is none, because there are no tenths of a yen. Undefined
 * for what is no amount of that currency, has more decimals than it, or more than can be kept exactly.
 */
export function readMoney(typed: string, currency: string, marks: Marks): Money | undefined {
  const plain = readDecimal(typed, marks)
  const digits = digitsOfCurrency(currency)
  if (plain === undefined || decimalsOf(plain) > digits) return undefined
  const amount = Number(scaled(plain, digits))
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined
}

/** An amount as it is typed: all decimals of its currency, the language's decimal mark, no marks between thousands. */
export function typedMoney({ amount, currency }: Money, marks: Marks): string {
  const digits = digitsOfCurrency(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const plain = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return typedDecimal(amount < 0 ? `-${plain}` : plain, marks)
}

/** A plain decimal as it is typed in the language. */
export const typedDecimal = (plain: string, { decimal }: Marks): string => plain.replace('.', decimal)

/** The sum of two plain decimals. */
export function addPlain(a: string, b: string): string {
  const scale = Math.max(decimalsOf(a), decimalsOf(b))
  const sum = scaled(a, scale) + scaled(b, scale)
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0')
  const sign = sum < 0n ? '-' : ''
  const decimals = scale > 0 ? digits.slice(-scale).replace(/0+$/, '') : ''
  const units = scale > 0 ? digits.slice(0, -scale) : digits
  return sign + (decimals ? `${units}.${decimals}` : units)
}
