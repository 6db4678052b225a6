/** Figures and moments as a language writes them. Not by `Intl`: its texts differ between browsers and their years. */
import type { Decimal } from '../../kernel/decimal.ts'
import { formatMoney, type Money } from '../../kernel/money.ts'
import { businessDate, type Instant, timeOfDay } from '../../kernel/time.ts'
import type { ReceiptAmount } from './document.ts'
import type { ReceiptWords } from './words.ts'

/**
 * Text that reads from the left wherever it stands: numbers, telephone numbers, codes. Amid Arabic their parts would
 * change places. The marks are those of Unicode's bidirectional algorithm; browsers know them too.
 */
export const fromLeft = (text: string, { direction }: ReceiptWords): string =>
  direction === 'rtl' ? `\u2066${text}\u2069` : text

/** Money of these is counted in lakhs and crores, whatever the language. */
const indianMoney: ReadonlySet<string> = new Set(['INR', 'PKR', 'BDT', 'NPR', 'LKR'])

/** A decimal text with the signs of the language: "1234.5" is "1.234,5" in Turkish. */
export function figureOf(plain: string, { figures }: ReceiptWords, isIndian = false): string {
  const sign = plain.startsWith('-') ? '-' : ''
  const [units = '', decimals] = plain.slice(sign.length).split('.')
  const grouped =
    figures.grouping === 'indian' || isIndian ? groupIndian(units, figures.group) : group(units, figures.group)
  return `${sign}${grouped}${decimals === undefined ? '' : figures.decimal + decimals}`
}

export const quantityText = (quantity: Decimal, words: ReceiptWords): string =>
  fromLeft(figureOf(quantity, words), words)
export const percentText = (percent: Decimal, words: ReceiptWords): string =>
  fromLeft(`${figureOf(percent, words)}%`, words)

/** All decimals of the currency, without its name: a receipt says that once, beside the total. */
export const moneyText = (money: Money, words: ReceiptWords): string =>
  fromLeft(figureOf(formatMoney(money), words, indianMoney.has(money.currency)), words)

export const amountOfMoney = (money: Money, words: ReceiptWords): ReceiptAmount => ({
  text: moneyText(money, words),
  money,
})

/**
 * The moment by the clock on the shop's wall: "30 Mar 2025 14:05". Answers write instants with or without
 * milliseconds.
 */
export function momentText(instant: Instant, timeZone: string, words: ReceiptWords): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`${JSON.stringify(instant)} is not an instant.`)
  const [year = '', month = '', day = ''] = businessDate(ms, timeZone).split('-')
  const date = words.date
    .replace('YYYY', year)
    .replace('MMM', words.months[Number(month) - 1] ?? month)
    .replace('MM', month)
    .replace('DD', day)
  return fromLeft(`${date} ${timeOfDay(ms, timeZone)}`, words)
}

const group = (units: string, sign: string): string => units.replace(/\B(?=(\d{3})+$)/g, sign)

/** Three digits, then pairs: 12,34,567. */
function groupIndian(units: string, sign: string): string {
  if (units.length <= 3) return units
  const pairs = units.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, sign)
  return `${pairs}${sign}${units.slice(-3)}`
}
