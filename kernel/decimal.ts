/**
 * Exact decimals: quantities of goods and rates. They travel and are stored as texts in one canonical form (no
 * exponent, no trailing zeros, no "-0"), so equal values are equal texts. Arithmetic is that of whole numbers, exact
 * whatever their length; a value is bounded where it enters, by `parseDecimal`.
 */
import { refuse } from './refusal.ts'
import { divideRounded, type Rounding } from './rounding.ts'

/** An exact decimal in canonical text, such as "2", "-0.125" or "17.5". */
export type Decimal = string

/** What a field allows. Defaults: 12 digits before the point and 6 after it; `min` and `max` are inclusive. */
export type DecimalLimits = { min?: Decimal; max?: Decimal; integerDigits?: number; scale?: number }

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

export const addDecimal = (a: Decimal, b: Decimal): Decimal => sumDecimal([a, b])
export const subtractDecimal = (a: Decimal, b: Decimal): Decimal => addDecimal(a, negateDecimal(b))
export const negateDecimal = (a: Decimal): Decimal => canonical(a.startsWith('-') ? a.slice(1) : `-${a}`)
export const absDecimal = (a: Decimal): Decimal => (a.startsWith('-') ? a.slice(1) : a)
export const isZeroDecimal = (a: Decimal): boolean => canonical(a) === '0'

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [digitsOf(a), digitsOf(b)]
  return write(x.digits * y.digits, x.scale + y.scale)
}

export function sumDecimal(values: Iterable<Decimal>): Decimal {
  let total = { digits: 0n, scale: 0 }
  for (const value of values) {
    const next = digitsOf(value)
    const scale = Math.max(total.scale, next.scale)
    total = { digits: scaled(total, scale) + scaled(next, scale), scale }
  }
  return write(total.digits, total.scale)
}

/** -1, 0 or 1. */
export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a === b) return 0
  const [x, y] = [digitsOf(a), digitsOf(b)]
  const scale = Math.max(x.scale, y.scale)
  const difference = scaled(x, scale) - scaled(y, scale)
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** The quotient with at most `scale` decimals. Dividing by zero is a RangeError. */
export function divideDecimal(a: Decimal, b: Decimal, scale: number, rounding: Rounding = 'half-up'): Decimal {
  if (isZeroDecimal(b)) throw new RangeError('A decimal cannot be divided by zero.')
  const [x, y] = [digitsOf(a), digitsOf(b)]
  const sign = y.digits < 0n ? -1n : 1n
  const dividend = sign * x.digits * tenTo(y.scale + scale)
  return write(divideRounded(dividend, sign * y.digits * tenTo(x.scale), rounding), scale)
}

/** The value with at most `scale` decimals. */
export function roundDecimal(a: Decimal, scale: number, rounding: Rounding = 'half-up'): Decimal {
  const x = digitsOf(a)
  if (x.scale <= scale) return canonical(a)
  return write(divideRounded(x.digits, tenTo(x.scale - scale), rounding), scale)
}

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

const tenTo = (power: number): bigint => 10n ** BigInt(power)

const scaled = ({ digits, scale }: { digits: bigint; scale: number }, to: number): bigint => digits * tenTo(to - scale)

function write(digits: bigint, scale: number): Decimal {
  if (scale === 0) return String(digits)
  const [sign, size] = digits < 0n ? ['-', -digits] : ['', digits]
  const text = String(size).padStart(scale + 1, '0')
  return canonical(`${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`)
}
