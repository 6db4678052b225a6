/**
 * Money: a whole number of minor units of one currency. No float ever stands for money.
 *
 * Amounts are safe integers (at most 9,007,199,254,740,991 minor units either way). A result beyond that is refused
 * with VALIDATION_FAILED, because the large figures came from somebody's input; an amount that is not a whole number
 * is a RangeError, because only a program can make one. Amounts of different currencies are refused with
 * CURRENCY_MISMATCH.
 */
import { exponentOf, isCurrency } from './currency.ts'
import { type Decimal, digitsOf } from './decimal.ts'
import { refuse } from './refusal.ts'
import { divideRounded, type Rounding, shareOut } from './rounding.ts'

/** `amount` in minor units (pence, paise, fils), `currency` as ISO 4217 code; the same shape on the wire. */
export type Money = { readonly amount: number; readonly currency: string }

/** Makes money of whole minor units. */
export function moneyOf(amount: number, currency: string): Money {
  exponentOf(currency)
  return { amount: wholeAmount(amount), currency }
}

/** Nothing, in a currency. */
export const zeroMoney = (currency: string): Money => moneyOf(0, currency)

/** Whether a value from outside has the shape of money: a safe integer and a known currency, nothing else. */
export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false
  if (!('amount' in value && 'currency' in value)) return false
  const { amount, currency } = value
  return Number.isSafeInteger(amount) && typeof currency === 'string' && isCurrency(currency)
}

export function addMoney(a: Money, b: Money): Money {
  mustMatch(a, b)
  return { amount: inRange(a.amount + b.amount), currency: a.currency }
}

export function subtractMoney(a: Money, b: Money): Money {
  mustMatch(a, b)
  return { amount: inRange(a.amount - b.amount), currency: a.currency }
}

export const negateMoney = (money: Money): Money => ({ amount: 0 - money.amount, currency: money.currency })

export const isZeroMoney = (money: Money): boolean => money.amount === 0

/** -1, 0 or 1, for sorting and limits. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  mustMatch(a, b)
  if (a.amount === b.amount) return 0
  return a.amount < b.amount ? -1 : 1
}

/** The sum of any number of amounts; the currency is named so that the sum of none is known too. */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  let total = zeroMoney(currency)
  for (const money of amounts) total = addMoney(total, money)
  return total
}

/** Money times an exact decimal (a quantity, a rate), rounded to whole minor units. */
export function multiplyMoney(money: Money, factor: Decimal, rounding: Rounding = 'half-up'): Money {
  const { digits, scale } = digitsOf(factor)
  const product = divideRounded(BigInt(money.amount) * digits, 10n ** BigInt(scale), rounding)
  return { amount: amountOf(product), currency: money.currency }
}

/**
 * Splits money by weights so that the shares add up to it exactly: each share is its proportion cut towards zero, and
 * the minor units left over go to the largest remainders; equal remainders are served by position. Each share is less
 * than one minor unit from its proportion, and splitting the negative amount gives the negative shares.
 * Weights are whole numbers or decimals, not negative. When all are zero the split is even.
 * No weight, or a negative one, is a RangeError: the caller decides what a split among nobody means.
 */
export function splitByLargestRemainder(money: Money, weights: readonly (Decimal | number)[]): Money[] {
  if (weights.length === 0) throw new RangeError('Money cannot be split without weights.')
  const whole = wholeWeights(weights)
  const sum = whole.reduce((total, weight) => total + weight, 0n)
  const used = sum === 0n ? whole.map(() => 1n) : whole
  const amount = BigInt(money.amount)
  const exact = used.map((weight) => amount * weight)
  const divisor = sum === 0n ? BigInt(whole.length) : sum
  return shareOut(exact, divisor, amount).map((share) => ({ amount: amountOf(share), currency: money.currency }))
}

/** Writes money as a decimal text with all decimals of its currency: 1250 GBP is "12.50", 1250 JPY is "1250". */
export function formatMoney(money: Money): string {
  const exponent = exponentOf(money.currency)
  const sign = money.amount < 0 ? '-' : ''
  const digits = String(Math.abs(money.amount)).padStart(exponent + 1, '0')
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

const decimalText = /^(-?)(0|[1-9][0-9]{0,15})(?:\.([0-9]+))?$/

/**
 * Reads a decimal text ("12.5", "-3", "12.50") as money. More decimals than the currency has are refused with
 * VALIDATION_FAILED, never rounded; so are separators, spaces and exponents.
 */
export function parseMoney(text: string, currency: string, field = 'amount'): Money {
  const exponent = exponentOf(currency)
  const match = decimalText.exec(text)
  if (!match) throw invalid(field, `${field} must be a plain decimal such as "12.50", not ${JSON.stringify(text)}.`)
  const [, sign = '', units = '', decimals = ''] = match
  if (decimals.length > exponent) {
    throw invalid(field, `${field} has ${decimals.length} decimals; ${currency} has ${exponent}.`)
  }
  const amount = BigInt(units + decimals.padEnd(exponent, '0'))
  return { amount: amountOf(sign === '-' ? -amount : amount), currency }
}

/** Whole minor units as a number, refused with VALIDATION_FAILED when beyond a safe integer. For exact engines. */
export function amountOf(units: bigint): number {
  return inRange(Number(units))
}

function inRange(amount: number): number {
  if (Number.isSafeInteger(amount)) return amount
  throw invalid('amount', 'The amount is too large. At most 9007199254740991 minor units can be kept.')
}

function wholeAmount(amount: number): number {
  if (Number.isSafeInteger(amount)) return amount === 0 ? 0 : amount
  throw new RangeError(`Money needs a whole number of minor units, not ${amount}.`)
}

function mustMatch(a: Money, b: Money): void {
  if (a.currency === b.currency) return
  throw refuse('CURRENCY_MISMATCH', `${a.currency} and ${b.currency} cannot be combined. Use one currency.`)
}

function wholeWeights(weights: readonly (Decimal | number)[]): bigint[] {
  const parts = weights.map((weight) => digitsOf(String(weight)))
  const scale = parts.reduce((most, part) => Math.max(most, part.scale), 0)
  return parts.map((part) => {
    if (part.digits < 0n) throw new RangeError('Money cannot be split by a negative weight.')
    return part.digits * 10n ** BigInt(scale - part.scale)
  })
}

const invalid = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message }])
