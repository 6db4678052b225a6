/** What is counted and summed, and what people are told of it. */
import {
  addDecimal,
  type Decimal,
  divideDecimal,
  integer,
  type Money,
  money,
  quantity,
  rate,
  subtractDecimal,
} from '#kernel'

/**
 * Sums of sales and of what came back, side by side. Amounts are minor units of one currency, `net` and `cost` without
 * tax; `cost` is what the goods cost. Units are those of the lines, charges such as postage left out.
 */
export type Figures = {
  sales: number
  returns: number
  units: Decimal
  returnedUnits: Decimal
  net: number
  tax: number
  cost: number
  returnedNet: number
  returnedTax: number
  returnedCost: number
}

export const noFigures: Figures = {
  ...{ sales: 0, returns: 0, units: '0', returnedUnits: '0' },
  ...{ net: 0, tax: 0, cost: 0, returnedNet: 0, returnedTax: 0, returnedCost: 0 },
}

export const addFigures = (a: Figures, b: Figures): Figures => ({
  sales: a.sales + b.sales,
  returns: a.returns + b.returns,
  units: addUnits(a.units, b.units),
  returnedUnits: addUnits(a.returnedUnits, b.returnedUnits),
  net: a.net + b.net,
  tax: a.tax + b.tax,
  cost: a.cost + b.cost,
  returnedNet: a.returnedNet + b.returnedNet,
  returnedTax: a.returnedTax + b.returnedTax,
  returnedCost: a.returnedCost + b.returnedCost,
})

/** Most sums are of nothing, above all of what came back. */
export const addUnits = (a: Decimal, b: Decimal): Decimal => (a === '0' ? b : b === '0' ? a : addDecimal(a, b))

export const sumFigures = (rows: Iterable<Figures>): Figures => {
  let sum = noFigures
  for (const row of rows) sum = addFigures(sum, row)
  return sum
}

/** The permission without which costs and margins are absent; the same as for a product's cost. */
export const seesCost = 'catalog.product.cost'

/** How figures are answered: all amounts less what came back. */
export const figuresOutput = {
  sales: integer({ required: true }),
  returns: integer({ required: true }),
  units: quantity({ required: true, help: 'Less returns; in the units of the lines' }),
  net: money({ required: true, help: 'Without tax, less returns' }),
  tax: money({ required: true }),
  gross: money({ required: true, help: 'With tax, less returns' }),
  returned: money({ required: true, help: 'What came back, with tax' }),
  averageTicket: money({ help: 'What a sale came to, with tax; null without sales' }),
  cost: money({ see: seesCost }),
  margin: money({ see: seesCost, help: 'Net less the cost of the goods' }),
  marginPercent: rate({ see: seesCost, help: 'Of net; null where that is zero' }),
}

/** What people are shown: the currency, and whether costs may be seen. */
export type Shown = { currency: string; costs: boolean }

export type AnsweredFigures = {
  sales: number
  returns: number
  units: Decimal
  net: Money
  tax: Money
  gross: Money
  returned: Money
  averageTicket: Money | null
  cost?: Money
  margin?: Money
  marginPercent?: Decimal | null
}

/** Figures as they are answered. Costs are absent, not null, for those who may not see them. */
export function answerOf(figures: Figures, { currency, costs }: Shown): AnsweredFigures {
  const inMoney = (amount: number): Money => ({ amount, currency })
  const { net, tax, gross, returned, cost } = amountsOf(figures)
  const averageTicket = averageOf(figures.net + figures.tax, figures.sales)
  return {
    sales: figures.sales,
    returns: figures.returns,
    units: subtractDecimal(figures.units, figures.returnedUnits),
    ...{ net: inMoney(net), tax: inMoney(tax), gross: inMoney(gross), returned: inMoney(returned) },
    averageTicket: averageTicket === null ? null : inMoney(averageTicket),
    ...(costs ? { cost: inMoney(cost), margin: inMoney(net - cost), marginPercent: percentOf(net - cost, net) } : {}),
  }
}

/** Amounts less what came back, in minor units. */
export function amountsOf(figures: Figures) {
  const net = figures.net - figures.returnedNet
  const tax = figures.tax - figures.returnedTax
  const returned = figures.returnedNet + figures.returnedTax
  return { net, tax, gross: net + tax, returned, cost: figures.cost - figures.returnedCost }
}

/** Whole minor units for each of `count`, halves away from zero; null for none. */
export const averageOf = (amount: number, count: number): number | null =>
  count === 0 ? null : Number(divideDecimal(String(amount), String(count), 0))

/** A part in percent with one decimal, such as "12.5"; null of nothing. */
export const percentOf = (part: number, whole: number): Decimal | null =>
  whole === 0 ? null : divideDecimal(String(100 * part), String(whole), 1)

/** The change in percent with one decimal, such as "-66.7"; null where there was nothing before. */
export const changeOf = (now: number, before: number): Decimal | null => percentOf(now - before, Math.abs(before))
