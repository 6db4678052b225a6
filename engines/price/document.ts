/**
 * Prices and taxes of a whole document: the one function that till and server both call. Plain JSON in, plain JSON
 * out, with keys in a fixed order, so that equal inputs give equal bytes.
 */
import { type Decimal, parseDecimal } from '../../kernel/decimal.ts'
import type { Money } from '../../kernel/money.ts'
import type { Rounding } from '../../kernel/rounding.ts'
import {
  type Amounts,
  type AppliedRate,
  type RatesByCategory,
  type TaxRounding,
  type TaxSummary,
  taxOn,
} from '../tax.ts'
import { lineAmount, priceOf } from './price-of.ts'
import type { PriceContext, PricedProduct, PriceOverride, PriceStep, PriceTrace } from './shapes.ts'

/** `key` is unique in the document. A negative quantity is a return. `taxCategory` null is outside the scope of tax. */
export type DocumentLine = {
  readonly key: string
  readonly product: PricedProduct & { readonly taxCategory: string | null }
  readonly quantity: Decimal
  readonly unit?: string | null
  readonly override?: PriceOverride | null
}

export type DocumentInput = PriceContext & {
  readonly lines: readonly DocumentLine[]
  readonly rates: RatesByCategory
  readonly rounding: TaxRounding
  readonly mode?: Rounding
}

/** `amount` is unit price times quantity, with tax when `includesTax`; net + tax = gross. */
export type PricedLine = {
  readonly key: string
  readonly productId: string
  readonly quantity: Decimal
  readonly unit: string
  readonly unitPrice: Money
  readonly includesTax: boolean
  readonly priceStep: PriceStep
  readonly priceList: string | null
  readonly priceListLine: string | null
  readonly amount: Money
  readonly rate: AppliedRate | null
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
  readonly trace: PriceTrace[]
}

/** `rounding` and `mode` are kept in the document: they say how its figures were made. */
export type PricedDocument = {
  readonly currency: string
  readonly date: string
  readonly rounding: TaxRounding
  readonly mode: Rounding
  readonly lines: PricedLine[]
  readonly taxes: TaxSummary[]
  readonly totals: Amounts
}

/**
 * Prices each line, taxes them together and sums up. What a line gets does not depend on the order of the lines.
 * Promotions belong between the two: what they take off a line's amount is taxed no more.
 * Refuses as `priceOf` and `taxOn` do, with fields such as `lines.2.unit`.
 */
export function priceDocument(input: DocumentInput): PricedDocument {
  const { currency, date, rounding, rates, mode = 'half-up' } = input
  const priced = input.lines.map((line, index) => priceLine(input, line, index, mode))
  const taxed = taxOn({
    lines: priced.map(({ line, price, amount }) => {
      return { key: line.key, amount, taxCategory: line.product.taxCategory, includesTax: price.includesTax }
    }),
    rates,
    currency,
    date,
    pricesInclude: false,
    rounding,
    mode,
  })
  const lines = taxed.lines.map((tax, index) => mergeLine(priced[index], tax)).filter((line) => line !== undefined)
  return { currency, date, rounding, mode, lines, taxes: taxed.summary, totals: taxed.totals }
}

function priceLine(input: DocumentInput, line: DocumentLine, index: number, mode: Rounding) {
  const { lists, customer, customerGroups, shop, channel, currency, date } = input
  const { product, unit, override } = line
  const field = `lines.${index}`
  const quantity = parseDecimal(line.quantity, { field: `${field}.quantity` })
  const context = { lists, customer, customerGroups, shop, channel, currency, date }
  const price = priceOf({ ...context, product, quantity, unit, override, field })
  return { line, quantity, price, amount: lineAmount(price.unitPrice, quantity, mode) }
}

type Taxed = { readonly rate: AppliedRate | null } & Amounts

function mergeLine(priced: ReturnType<typeof priceLine> | undefined, taxed: Taxed): PricedLine | undefined {
  if (!priced) return undefined
  const { line, quantity, price, amount } = priced
  return {
    key: line.key,
    productId: line.product.id,
    quantity,
    unit: price.unit,
    unitPrice: price.unitPrice,
    includesTax: price.includesTax,
    priceStep: price.step,
    priceList: price.list,
    priceListLine: price.line,
    amount,
    rate: taxed.rate,
    net: taxed.net,
    tax: taxed.tax,
    gross: taxed.gross,
    trace: price.trace,
  }
}
