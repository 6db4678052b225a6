/** The lines of price lists that speak of a product, best first, and those that were skipped with the reason. */
import { compareDecimal, type Decimal, multiplyDecimal } from '../../kernel/decimal.ts'
import { formatMoney, type Money } from '../../kernel/money.ts'
import { compareNumber, compareText } from '../../kernel/order.ts'
import { daysBetween } from '../../kernel/time.ts'
import type { PriceContext, PricedProduct, PriceList, PriceListLine, PriceStep, PriceTrace } from './shapes.ts'
import { priceSteps } from './shapes.ts'

/** A line that gives a price, with everything that its rank depends on. */
export type Candidate = {
  step: PriceStep
  list: PriceList
  line: PriceListLine
  /** Of one requested unit. */
  price: Money
  said: string
  /** 0 variant, 1 product, 2 nearest category, 3 its parent ..., Infinity for all goods. */
  breadth: number
  isConverted: boolean
  minInBase: Decimal
  days: number
}

/** What is asked for: `factorOf` a unit in base units, `priceIn` converts a price of another unit to the asked one. */
export type Ask = {
  unit: string
  quantity: Decimal
  factorOf: (unit: string) => Decimal | undefined
  priceIn: (price: Money, unit: string) => Money
}

/** All lines of applicable lists that name the product, ranked; the order of lists and lines does not matter. */
export function rankCandidates(context: PriceContext & { product: PricedProduct }, ask: Ask) {
  const fitting: Candidate[] = []
  const skipped: PriceTrace[] = []
  for (const list of context.lists) {
    const step = stepOf(list)
    const unfit = whyListDoesNotApply(list, context)
    if (unfit) {
      skipped.push({ step, said: `List ${list.name}`, list: list.id, chosen: false, why: unfit })
      continue
    }
    for (const line of list.lines) {
      const breadth = breadthOf(line, context.product)
      if (breadth === undefined) continue
      const why = whyLineDoesNotFit(line, context, ask)
      if (why)
        skipped.push({
          step,
          said: say(list, line, context.product.unit),
          list: list.id,
          line: line.id,
          chosen: false,
          why,
        })
      else fitting.push(candidateOf(list, line, breadth, context.product.unit, ask))
    }
  }
  return { fitting: fitting.sort(byPrecedence), skipped: skipped.sort(bySource) }
}

/** The most personal thing that a list is bound to decides its step. */
function stepOf(list: PriceList): PriceStep {
  if (list.customerId) return 'customer'
  if (list.customerGroupId) return 'group'
  return list.shopId || list.channel ? 'channel' : 'base'
}

function whyListDoesNotApply(list: PriceList, context: PriceContext): string | undefined {
  const { customer, customerGroups = [], shop, channel, currency, date } = context
  if (list.customerId && list.customerId !== customer) return 'It is for another customer.'
  if (list.customerGroupId && !customerGroups.includes(list.customerGroupId)) return 'The customer is not in its group.'
  if (list.shopId && list.shopId !== shop) return 'It is for another shop.'
  if (list.channel && list.channel !== channel) return 'It is for another channel.'
  if (list.currency !== currency) return `It is in ${list.currency}, the document is in ${currency}.`
  return isInForce(list, date) ? undefined : `It is not in force on ${date}.`
}

function whyLineDoesNotFit(line: PriceListLine, context: PriceContext & { product: PricedProduct }, ask: Ask) {
  const { currency, date, product } = context
  if (line.price.currency !== currency) return `It is in ${line.price.currency}, the document is in ${currency}.`
  if (!isInForce(line, date)) return `It is not in force on ${date}.`
  const unit = line.unit ?? product.unit
  if (ask.factorOf(unit) === undefined) return `The product is not sold by ${unit}.`
  const asked = multiplyDecimal(ask.quantity, ask.factorOf(ask.unit) ?? '1')
  if (compareDecimal(asked, minInBase(line, unit, ask)) < 0) return `It starts at ${line.minQuantity} ${unit}.`
  return undefined
}

const isInForce = ({ validFrom, validTo }: Pick<PriceListLine, 'validFrom' | 'validTo'>, date: string): boolean =>
  !(validFrom && validFrom > date) && !(validTo && validTo < date)

const minInBase = (line: PriceListLine, unit: string, ask: Ask): Decimal =>
  line.minQuantity ? multiplyDecimal(line.minQuantity, ask.factorOf(unit) ?? '1') : '0'

/** How wide a line's reach is; undefined when it does not reach the product. */
function breadthOf(line: PriceListLine, product: PricedProduct): number | undefined {
  if (line.variantId) return line.variantId === product.variantId ? 0 : undefined
  if (line.productId) return line.productId === product.id ? 1 : undefined
  if (!line.categoryId) return Infinity
  const distance = product.categoryIds?.indexOf(line.categoryId) ?? -1
  return distance < 0 ? undefined : 2 + distance
}

function candidateOf(list: PriceList, line: PriceListLine, breadth: number, baseUnit: string, ask: Ask): Candidate {
  const unit = line.unit ?? baseUnit
  return {
    step: stepOf(list),
    list,
    line,
    price: ask.priceIn(line.price, unit),
    said: say(list, line, baseUnit),
    breadth,
    isConverted: unit !== ask.unit,
    minInBase: minInBase(line, unit, ask),
    days: daysInForce(list, line),
  }
}

/** Days on which both list and line are in force; without a start or an end it is endless. */
function daysInForce(list: PriceList, line: PriceListLine): number {
  const from = [list.validFrom, line.validFrom]
    .filter((date) => typeof date === 'string')
    .sort()
    .at(-1)
  const to = [list.validTo, line.validTo]
    .filter((date) => typeof date === 'string')
    .sort()
    .at(0)
  return from && to ? daysBetween(from, to) : Infinity
}

/** What decides between two candidates, first to last, and what the trace says of the one that loses by it. */
const precedence: readonly { compare: (a: Candidate, b: Candidate) => number; says: string }[] = [
  { compare: (a, b) => rankOf(a.step) - rankOf(b.step), says: 'A list of an earlier step has a price.' },
  { compare: (a, b) => compareNumber(a.breadth, b.breadth), says: 'Another price names the goods more closely.' },
  { compare: (a, b) => +a.isConverted - +b.isConverted, says: 'Another price is for the very unit.' },
  { compare: (a, b) => compareDecimal(b.minInBase, a.minInBase), says: 'A higher minimum quantity is met.' },
  { compare: (a, b) => compareNumber(a.days, b.days), says: 'Another price has a narrower range of dates.' },
  { compare: (a, b) => compareNumber(a.price.amount, b.price.amount), says: 'Another price is lower.' },
  { compare: (a, b) => compareText(a.list.id, b.list.id), says: 'Equal; the list with the lower id goes first.' },
  { compare: (a, b) => compareText(a.line.id, b.line.id), says: 'Equal; the line with the lower id goes first.' },
]

const rankOf = (step: PriceStep): number => priceSteps.indexOf(step)

function byPrecedence(a: Candidate, b: Candidate): number {
  for (const { compare } of precedence) {
    const order = compare(a, b)
    if (order !== 0) return order
  }
  return 0
}

/** Why a candidate stands after the best one. */
export function whyAfter(best: Candidate, other: Candidate): string {
  return precedence.find(({ compare }) => compare(best, other) !== 0)?.says ?? 'It is the same line.'
}

function bySource(a: PriceTrace, b: PriceTrace): number {
  return (
    rankOf(a.step) - rankOf(b.step) ||
    compareText(a.list ?? '', b.list ?? '') ||
    compareText(a.line ?? '', b.line ?? '')
  )
}

function say(list: PriceList, line: PriceListLine, baseUnit: string): string {
  const from = line.minQuantity ? ` from ${line.minQuantity}` : ''
  return `${list.name}: ${formatMoney(line.price)} ${line.price.currency} per ${line.unit ?? baseUnit}${from}`
}
