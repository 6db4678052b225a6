'use client'
/** Money, quantities, days and moments in the person's language. */
import { useLocale } from 'use-intl'
import { exponentOf, isCurrency } from '#engines/currency'
import type { Money } from '#sdk/values'

export type Format = {
  money: (value: Money | null | undefined) => string
  /** A decimal string such as "1234.50"; its own digits, never through a float. */
  decimal: (value: string | number | null | undefined) => string
  percent: (value: string) => string
  date: (value: string | null | undefined) => string
  moment: (value: string | null | undefined) => string
  /** The time of day alone. */
  time: (value: string) => string
  /** "5 minutes ago", seen from `now` in epoch milliseconds. */
  ago: (value: string, now: number) => string
  currencyDigits: (currency: string) => number
}

export function useFormat(): Format {
  return formatOf(useLocale())
}

const made = new Map<string, Format>()

/** One set of formatters per language: making them is what costs. */
export function formatOf(locale: string): Format {
  const known = made.get(locale)
  if (known) return known
  const format = makeFormat(locale)
  made.set(locale, format)
  return format
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

function makeFormat(locale: string): Format {
  const currencies = new Map<string, Intl.NumberFormat>()
  const currencyOf = (currency: string): Intl.NumberFormat => {
    const known = currencies.get(currency)
    if (known) return known
    // Intl would show some currencies (HUF, IDR, IQD) with fewer decimals than their minor units have.
    const digits = isCurrency(currency) ? exponentOf(currency) : undefined
    const formatter = new Intl.NumberFormat(locale, {
      ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
      ...(digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    })
    currencies.set(currency, formatter)
    return formatter
  }
  const signs = new Map<string, [own: string, plain: string]>()
  // Arabic writes UK£ and US$; tills, banks and price tags there show the sign alone.
  const withPlainSign = (currency: string, text: string): string => {
    const [own, plain] = signs.get(currency) ?? signOf(currencyOf(currency))
    signs.set(currency, [own, plain])
    return own === plain ? text : text.replace(own, plain)
  }
  const digitsOf = (currency: string) => currencyOf(currency).resolvedOptions().maximumFractionDigits ?? 2
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return {
    // Minor units become a decimal text, which Intl formats exactly.
    money: (value) =>
      value
        ? withPlainSign(
            value.currency,
            currencyOf(value.currency).format(
              decimalText(value.amount, digitsOf(value.currency)) as Intl.StringNumericLiteral,
            ),
          )
        : '',
    decimal: (value) =>
      value === null || value === undefined ? '' : decimal.format(value as Intl.StringNumericLiteral),
    percent: (value) => percent.format(Number(value) / 100),
    date: (value) => (value ? date.format(new Date(`${value.slice(0, 10)}T00:00:00Z`)) : ''),
    moment: (value) => (value ? moment.format(new Date(value)) : ''),
    time: (value) => time.format(new Date(value)),
    ago: (value, now) => {
      const seconds = Math.round((Date.parse(value) - now) / 1000)
      const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1]
      return relative.format(Math.round(seconds / size), unit)
    },
    currencyDigits: digitsOf,
  }
}

/** The sign of a currency as the language writes it, and without the country's letters before it. */
function signOf(formatter: Intl.NumberFormat): [own: string, plain: string] {
  const own = formatter.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? ''
  return [own, own.replace(/^[A-Z]{2}(?=\p{Sc})/u, '')]
}

/** 2999 with two digits is "29.99"; exact for any amount. */
export function decimalText(amount: number, digits: number): string {
  const sign = amount < 0 ? '-' : ''
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
