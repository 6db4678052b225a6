/**
 * Prices and taxes of a whole document: the one function that till and server both call. Plain JSON in, plain JSON
 * out, with keys in a fixed order, so that equal inputs give equal bytes.
 */
import { type Decimal, parseDecimal } from '../../kernel/decimal.ts'
import type { Money } from '../../kernel/money.ts'
import type { Rounding } from '../../kernel/rounding.ts'
import { promote } from '../promotion/promote.ts'
import type { AppliedPromotion, GivenCoupon, Promotion, PromotionLine, PromotionTrace } from '../promotion/shapes.ts'
import {
  type Amounts,
  type AppliedRate,
  type LineComponent,
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
  /** Promotions on goods leave charges alone. Goods unless told. */
  readonly kind?: PromotionLine['kind']
}

/** `promotions` are those that may hold here, `clock` what the wall shows, as promotions of certain hours need it. */
export type DocumentInput = PriceContext & {
  readonly lines: readonly DocumentLine[]
  readonly promotions?: readonly Promotion[]
  readonly coupons?: readonly GivenCoupon[]
  readonly clock?: string | null
  readonly rates: RatesByCategory
  readonly rounding: TaxRounding
  readonly mode?: Rounding
}

/**
 * `amount` is unit price times quantity, with tax when `includesTax`; `discount` is what promotions took off it, and
 * net or gross is the rest; net + tax = gross.
 */
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
  readonly discount: Money
  readonly promotions: readonly AppliedPromotion[]
  readonly rate: AppliedRate | null
  readonly net: Money
  readonly tax: Money
  readonly components: readonly LineComponent[]
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
  /** Every promotion in the order in which it was considered. */
  readonly promotions: readonly PromotionTrace[]
}

/**
 * Prices each line, takes promotions off them, taxes what is left together and sums up. What a line gets does not
 * depend on the order of the lines. Refuses as `priceOf` and `taxOn` do, with fields such as `lines.2.unit`.
 */
export function priceDocument(input: DocumentInput): PricedDocument {
  const { currency, date, rounding, rates, mode = 'half-up' } = input
  const priced = input.lines.map((line, index) => priceLine(input, line, index, mode))
  const promoted = promotedOf(input, priced)
  const taxed = taxOn({
    lines: priced.map(({ line, price, amount }, index) => {
      const left = { amount: amount.amount - (promoted.lines[index]?.discount ?? 0), currency: amount.currency }
      return { key: line.key, amount: left, taxCategory: line.product.taxCategory, includesTax: price.includesTax }
    }),
    rates,
    currency,
    date,
    pricesInclude: false,
    rounding,
    mode,
  })
  const lines = taxed.lines
    .map((tax, index) => mergeLine(priced[index], tax, promoted.lines[index]))
    .filter((line) => line !== undefined)
  const { summary: taxes, totals } = taxed
  return { currency, date, rounding, mode, lines, taxes, totals, promotions: promoted.trace }
}

type Priced = ReturnType<typeof priceLine>

function promotedOf(input: DocumentInput, priced: readonly Priced[]): ReturnType<typeof promote> {
  const { customer, customerGroups, shop, channel, currency, date, clock, promotions = [], coupons = [] } = input
  if (promotions.length === 0) return { lines: [], trace: [] }
  const lines = priced.map(({ line, quantity, price, amount }): PromotionLine => {
    const { id: productId, variantId = null, categoryIds = [] } = line.product
    const about = { key: line.key, kind: line.kind ?? 'goods', productId, variantId, categoryIds, quantity } as const
    return { ...about, unit: price.unit, amount: amount.amount, isByHand: price.step === 'override' }
  })
  return promote({ customer, customerGroups, shop, channel, currency, date, clock, promotions, coupons, lines })
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

type Taxed = { readonly rate: AppliedRate | null; readonly components: readonly LineComponent[] } & Amounts

type Discounted = { discount: number; promotions: readonly AppliedPromotion[] }

function mergeLine(priced: Priced | undefined, taxed: Taxed, promoted?: Discounted): PricedLine | undefined {
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
    discount: { amount: promoted?.discount ?? 0, currency: amount.currency },
    promotions: promoted?.promotions ?? [],
    rate: taxed.rate,
    net: taxed.net,
    tax: taxed.tax,
    components: taxed.components,
    gross: taxed.gross,
    trace: price.trace,
  }
}
