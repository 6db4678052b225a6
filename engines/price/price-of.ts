/**
 * The price of one product: a price set by hand, else from the price lists in order of precedence, else the
 * product's own. Ties are never an error: the order below ends at the id (rules of trade, 1.3).
 */
import { absDecimal, compareDecimal, type Decimal, digitsOf } from '../../kernel/decimal.ts'
import { amountOf, formatMoney, type Money, multiplyMoney } from '../../kernel/money.ts'
import { defineRefusals, refuse } from '../../kernel/refusal.ts'
import { divideRounded, type Rounding } from '../../kernel/rounding.ts'
import { type Candidate, rankCandidates, whyAfter } from './candidates.ts'
import type { Price, PricedProduct, PriceRequest, PriceTrace } from './shapes.ts'

export const priceRefusals = defineRefusals({
  PRICE_MISSING: { status: 422, says: 'The product has no price here. Add it to a price list, or set its own price.' },
})

/**
 * The unit price with the reasons for it. Steps: override, then the customer's list, customer-group lists, channel
 * or shop lists, base lists, and the product's own price. Within a step: variant before product before category
 * (nearest first) before all; then a price in the requested unit before a converted one; then the highest minimum
 * quantity met, the narrowest date range, the lowest price, and the ids. A negative quantity is a return and prices
 * like the sale. Prices of other units are converted by the product's factors and rounded half-up.
 * Refuses PRICE_MISSING; CURRENCY_MISMATCH for an override in another currency; VALIDATION_FAILED for a unit that
 * the product does not have.
 */
export function priceOf(request: PriceRequest): Price {
  const unit = request.unit ?? request.product.unit
  const factor = factorOf(request.product, unit)
  if (factor === undefined) {
    const message = `The product is not sold by ${unit}. Use one of its units.`
    throw refuse('VALIDATION_FAILED', [{ field: fieldOf(request, 'unit'), message }])
  }
  if (request.override) return overridden(request, unit)
  const { fitting, skipped } = rankCandidates(request, {
    unit,
    quantity: absDecimal(request.quantity),
    factorOf: (other) => factorOf(request.product, other),
    priceIn: (price, other) => convertPrice(price, factor, factorOf(request.product, other) ?? factor),
  })
  const own = ownPrice(request, factor)
  const best = fitting[0]
  if (best) return fromList(best, unit, [...tracesOf(best, fitting), ...own.trace(false), ...skipped])
  if (own.price) return fromProduct(own.price, request, unit, [...own.trace(true), ...skipped])
  const missing = `No price in ${request.currency} on ${request.date}.`
  const message = `${missing} Add the product to a price list or set its price.`
  throw priceRefusals.refuse('PRICE_MISSING', [{ field: request.field ?? 'product', message }])
}

/** The amount of a line, rounded to whole minor units. */
export const lineAmount = (unitPrice: Money, quantity: Decimal, rounding: Rounding = 'half-up'): Money =>
  multiplyMoney(unitPrice, quantity, rounding)

function overridden(request: PriceRequest, unit: string): Price {
  const { override, currency, product } = request
  if (!override || override.price.currency !== currency) {
    const message = `The price set by hand must be in ${currency}.`
    throw refuse('CURRENCY_MISMATCH', [{ field: fieldOf(request, 'override.price'), message }])
  }
  const why = override.reason ? `Set by hand: ${override.reason}` : 'Set by hand.'
  const said = `By hand ${say(override.price)}`
  const trace: PriceTrace[] = [{ step: 'override', said, price: override.price, chosen: true, why }]
  const includesTax = override.includesTax ?? product.includesTax ?? false
  return { unitPrice: override.price, unit, includesTax, step: 'override', list: null, line: null, trace }
}

function fromList(best: Candidate, unit: string, trace: PriceTrace[]): Price {
  const { list, line, step, price } = best
  return { unitPrice: price, unit, includesTax: list.includesTax, step, list: list.id, line: line.id, trace }
}

function fromProduct(price: Money, { product }: PriceRequest, unit: string, trace: PriceTrace[]): Price {
  const includesTax = product.includesTax ?? false
  return { unitPrice: price, unit, includesTax, step: 'product', list: null, line: null, trace }
}

function tracesOf(best: Candidate, fitting: readonly Candidate[]): PriceTrace[] {
  return fitting.map((one) => {
    const { step, said, list, line, price } = one
    const why = one === best ? 'First in the order of precedence.' : whyAfter(best, one)
    return { step, said, list: list.id, line: line.id, price, chosen: one === best, why }
  })
}

/** The product's own price of the requested unit, when it has one in the document's currency. */
function ownPrice({ product, currency }: PriceRequest, factor: Decimal) {
  const base = product.price
  if (!base) return { price: undefined, trace: () => [] }
  const step = 'product' as const
  const matches = base.currency === currency
  const price = matches ? convertPrice(base, factor, '1') : undefined
  const trace = (chosen: boolean): PriceTrace[] => {
    if (!price) return [{ step, said: `Own price ${say(base)}`, chosen: false, why: `It is not in ${currency}.` }]
    const why = chosen ? 'No price list has a price for it.' : 'A price list has a price for it.'
    return [{ step, said: `Own price ${say(price)}`, price, chosen, why }]
  }
  return { price, trace }
}

/** How many base units one unit holds; undefined when the product is not sold by it. */
function factorOf({ unit: base, units = [] }: PricedProduct, unit: string): Decimal | undefined {
  if (unit === base) return '1'
  const factor = units.find((one) => one.unit === unit)?.factor
  return factor !== undefined && compareDecimal(factor, '0') > 0 ? factor : undefined
}

/** The price of a unit of factor `to`, from the price of a unit of factor `from`. */
function convertPrice(price: Money, to: Decimal, from: Decimal): Money {
  if (to === from) return price
  const wanted = digitsOf(to)
  const given = digitsOf(from)
  const dividend = BigInt(price.amount) * wanted.digits * 10n ** BigInt(given.scale)
  const divisor = given.digits * 10n ** BigInt(wanted.scale)
  return { amount: amountOf(divideRounded(dividend, divisor, 'half-up')), currency: price.currency }
}

const fieldOf = (request: PriceRequest, name: string): string => (request.field ? `${request.field}.${name}` : name)

const say = (price: Money): string => `${formatMoney(price)} ${price.currency}`
