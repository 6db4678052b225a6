/**
 * Exact decimals: quantities of goods and rates. They travel and are stored as texts in one canonical form (no
 * exponent, no trailing zeros, no "-0"), so equal values are equal texts. Arithmetic is decimal.js, exact up to 200
 * digits; a value is bounded where it enters, by `parseDecimal`.
 */
import { Decimal as Exact } from 'decimal.js'
import { refuse } from './refusal.ts'
import type { Rounding } from './rounding.ts'

/** An exact decimal in canonical text, such as "2", "-0.125" or "17.5". */
export type Decimal = string

/** What a field allows. Defaults: 12 digits before the point and 6 after it; `min` and `max` are inclusive. */
export type DecimalLimits = { min?: Decimal; max?: Decimal; integerDigits?: number; scale?: number }

const D = Exact.clone({ precision: 200, toExpNeg: -9e15, toExpPos: 9e15 })
const modes: Readonly<Record<Rounding, Exact.Rounding>> = {
  'half-up': Exact.ROUND_HALF_UP,
  'half-even': Exact.ROUND_HALF_EVEN,
}

/** As JSON writes numbers, without exponent. The length bound keeps hostile texts away from the arithmetic. */
const plain = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/
const longestText = 64

/**
 * Reads an exact decimal from outside and answers its canonical form. Refused with VALIDATION_FAILED: anything but
 * plain ASCII digits with an optional minus and point ("1e5", "+5", " 5", ".5", "NaN", other scripts' digits), too
 * many digits, and values outside `min` and `max`. `field` names the place in the refusal.
 */
export function parseDecimal(text: string, limits: DecimalLimits & { field?: string } = {}): Decimal {
  const problem = decimalProblem(text, limits)
  if (problem === undefined) return canonical(text)
  throw refuse('VALIDATION_FAILED', [{ field: limits.field, message: `${limits.field ?? 'The value'} ${problem}` }])
}

/** Why a text is not an acceptable decimal, as the rest of a sentence; undefined when it is. For bulk reading. */
export function decimalProblem(text: unknown, limits: DecimalLimits = {}): string | undefined {
  const { min, max, integerDigits = 12, scale = 6 } = limits
  if (typeof text !== 'string' || text.length > longestText || !plain.test(text)) {
    return 'must be a plain decimal such as "2" or "0.125", sent as text.'
  }
  const value = canonical(text)
  const [units = '', decimals = ''] = value.replace('-', '').split('.')
  if (decimals.length > scale) return `has more than ${scale} decimals.`
  if (units.length > integerDigits) return `has more than ${integerDigits} digits before the point.`
  if (min !== undefined && compareDecimal(value, min) < 0) return `must be at least ${min}.`
  if (max !== undefined && compareDecimal(value, max) > 0) return `must be at most ${max}.`
  return undefined
}

/** Whether the text is a decimal in canonical form already. */
export const isDecimal = (text: string): boolean =>
  text.length <= longestText && plain.test(text) && canonical(text) === text

export const addDecimal = (a: Decimal, b: Decimal): Decimal => write(D.add(a, b))
export const subtractDecimal = (a: Decimal, b: Decimal): Decimal => write(D.sub(a, b))
export const multiplyDecimal = (a: Decimal, b: Decimal): Decimal => write(D.mul(a, b))
export const negateDecimal = (a: Decimal): Decimal => write(new D(a).neg())
export const absDecimal = (a: Decimal): Decimal => (a.startsWith('-') ? a.slice(1) : a)
export const isZeroDecimal = (a: Decimal): boolean => canonical(a) === '0'
export const sumDecimal = (values: Iterable<Decimal>): Decimal => {
  let total = new D(0)
  for (const value of values) total = total.add(value)
  return write(total)
}

/** -1, 0 or 1. */
export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a === b) return 0
  const order = new D(a).cmp(b)
  if (order === 0) return 0
  return order < 0 ? -1 : 1
}

/** The quotient with at most `scale` decimals. Dividing by zero is a RangeError. */
export function divideDecimal(a: Decimal, b: Decimal, scale: number, rounding: Rounding = 'half-up'): Decimal {
  if (isZeroDecimal(b)) throw new RangeError('A decimal cannot be divided by zero.')
  return write(D.div(a, b).toDecimalPlaces(scale, modes[rounding]))
}

/** The value with at most `scale` decimals. */
export const roundDecimal = (a: Decimal, scale: number, rounding: Rounding = 'half-up'): Decimal =>
  write(new D(a).toDecimalPlaces(scale, modes[rounding]))

/**
 * A quantity in another unit of the same goods. A factor says how many base units one unit holds: with a box of 12,
 * `convertQuantity('2', '12', '1')` is "24" pieces. Refused with VALIDATION_FAILED when the result does not fit
 * into `scale` decimals exactly: goods are never rounded away.
 */
export function convertQuantity(quantity: Decimal, factorFrom: Decimal, factorTo: Decimal, scale = 6): Decimal {
  const inBase = multiplyDecimal(quantity, factorFrom)
  const converted = divideDecimal(inBase, factorTo, scale)
  if (multiplyDecimal(converted, factorTo) === inBase) return converted
  const message = `${quantity} cannot be expressed exactly in that unit with ${scale} decimals. Use another unit.`
  throw refuse('VALIDATION_FAILED', [{ field: 'quantity', message }])
}

/** A decimal as a whole number of its smallest places: "-1.25" is -125 at scale 2. For exact money arithmetic. */
export function digitsOf(value: Decimal): { digits: bigint; scale: number } {
  if (!plain.test(value)) throw new RangeError(`${JSON.stringify(value)} is not an exact decimal.`)
  const point = value.indexOf('.')
  if (point < 0) return { digits: BigInt(value), scale: 0 }
  return { digits: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 }
}

function canonical(text: string): Decimal {
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return trimmed === '-0' ? '0' : trimmed
}

const write = (value: Exact): Decimal => canonical(value.toFixed())
