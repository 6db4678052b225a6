/** Parts that receipts of all kinds share. */
import type { Money } from '../../kernel/money.ts'
import type { ReceiptDocument, ReceiptFact, ReceiptFigure, ReceiptLanguage, ReceiptTaxes } from './document.ts'
import { amountOfMoney, fromLeft, moneyText, percentText } from './figures.ts'
import type { ReceiptHeader, ReceiptOptions, TaxTotal } from './shapes.ts'
import { type ReceiptWords, receiptWords } from './words.ts'

export type Reading = { language: ReceiptLanguage; words: ReceiptWords; timeZone: string }

/** In which language the receipt reads: the one asked for, the shop's, or English. */
export function readingOf({ shop }: ReceiptHeader, { language }: ReceiptOptions): Reading {
  const chosen = language ?? shop.receipt?.language ?? 'en'
  return { language: chosen, words: receiptWords(chosen), timeZone: shop.timeZone }
}

/** What all receipts begin and end with. */
export function frameOf(
  header: ReceiptHeader,
  { language, words }: Reading,
  { isCopy, isPending }: ReceiptOptions,
): Pick<ReceiptDocument, 'language' | 'direction' | 'marks' | 'header' | 'footer'> {
  const { receipt } = header.shop
  return {
    language,
    direction: words.direction,
    marks: [...(isCopy ? [words.copy] : []), ...(isPending ? [words.pending] : [])],
    header: { name: header.company.name, lines: headerLines(header, words) },
    footer: receipt?.footer ? textLines(receipt.footer) : [words.thanks],
  }
}

function headerLines({ company, shop }: ReceiptHeader, words: ReceiptWords): string[] {
  const { receipt, address } = shop
  const place = [address?.postalCode, shop.city, shop.state].filter(Boolean).join(' ')
  return [
    ...(company.legalName && company.legalName !== company.name ? [company.legalName] : []),
    ...(shop.name === company.name ? [] : [shop.name]),
    ...textLines(address?.lines),
    ...(place ? [place] : []),
    ...(shop.phone ? [`${words.phone} ${fromLeft(shop.phone, words)}`] : []),
    ...(company.taxNumber
      ? [`${receipt?.taxNumberLabel || words.taxNumber} ${fromLeft(company.taxNumber, words)}`]
      : []),
    ...textLines(receipt?.header),
  ]
}

/** The lines of a text that people typed, without empty ones. */
export const textLines = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** Facts that are known, in order. */
export const factsOf = (...facts: readonly (readonly [string, string | null | undefined])[]): ReceiptFact[] =>
  facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))

export const figureRow = (label: string, money: Money, words: ReceiptWords): ReceiptFigure => ({
  label,
  text: moneyText(money, words),
  money,
})

/** The amount that a customer looks for, with the currency beside its name. */
export const mainFigure = (label: string, money: Money, words: ReceiptWords): ReceiptFigure => ({
  ...figureRow(`${label} ${money.currency}`, money, words),
  isMain: true,
})

export const methodLabel = (method: string, words: ReceiptWords): string => words.methods[method] ?? method

/** Net and tax of each rate; its parts, such as CGST and SGST, stand below it. Nothing where nothing is taxed. */
export function taxesOf(taxes: readonly TaxTotal[], words: ReceiptWords): ReceiptTaxes | null {
  const rated = taxes.filter(({ percent }) => percent !== null && percent !== undefined)
  if (rated.length === 0) return null
  const rows = rated.flatMap((each) => [
    {
      label: rateLabel(each, words),
      net: amountOfMoney(each.net, words),
      tax: amountOfMoney(each.tax, words),
    },
    ...(each.components ?? []).flatMap(({ label, code, tax }) =>
      tax ? [{ label: label || code || '', net: null, tax: amountOfMoney(tax, words) }] : [],
    ),
  ])
  return { heads: { rate: words.rate, net: words.net, tax: words.tax }, rows }
}

/** A label that names its percentage already ("VAT 20%", "VAT 20 %") is not told it again. */
function rateLabel({ label, code, percent }: TaxTotal, words: ReceiptWords): string {
  const name = label || code || ''
  const isNamed = name.replace(/\s/g, '').includes(`${percent}%`)
  return isNamed ? name : `${name} ${percentText(percent ?? '0', words)}`.trim()
}
