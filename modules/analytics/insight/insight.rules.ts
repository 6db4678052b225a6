/** What is worth saying about a day. Computed from figures; a sentence is never without them. */
import { absDecimal, type Decimal, formatMoney, type Money } from '#kernel'
import { amountsOf, averageOf, changeOf, type Figures, percentOf, sumFigures } from '../figures/figures.rules.ts'
import { weekdayOf } from '../figures/period.rules.ts'

/** A fact with the figures behind it. `code` stays the same; `text` is for people. */
export type Fact = { code: string; text: string; figures: Record<string, unknown> }

/** `net` of the day against the usual net of that weekday, minor units. */
export type Mover = { productId: string; sku: string; name: string; net: number; usual: number }

/** A weekday and the same ones before; those on which nothing happened are left out of `earlier`. */
export type DayFacts = {
  date: string
  currency: string
  day: Figures
  earlier: readonly Figures[]
  busiest: { hour: number; sales: number } | undefined
  best: readonly Mover[]
  worst: readonly Mover[]
  low: { low: number; out: number }
}

/** The facts of a day, the most telling first. What cannot be compared is said without a comparison. */
export function factsOf(facts: DayFacts): Fact[] {
  const { best, worst, currency } = facts
  return [
    revenueFact(facts),
    ...ticketFact(facts),
    ...returnsFact(facts),
    ...busiestFact(facts),
    ...best.filter(({ net, usual }) => net > usual).map((mover) => moverFact('mover_up', mover, currency)),
    ...worst.filter(({ net, usual }) => net < usual).map((mover) => moverFact('mover_down', mover, currency)),
    ...stockFacts(facts),
  ]
}

const inMoney = (amount: number, currency: string): Money => ({ amount, currency })
const told = (amount: number, currency: string): string => `${formatMoney(inMoney(amount, currency))} ${currency}`

/** "12.5 % more than", "as much as"; empty where there is nothing to compare with. */
function comparison(change: Decimal | null): string {
  if (change === null || change === '0') return change === null ? '' : 'as much as'
  return `${absDecimal(change)} % ${change.startsWith('-') ? 'less' : 'more'} than`
}

function revenueFact({ date, currency, day, earlier }: DayFacts): Fact {
  const { net } = amountsOf(day)
  const usual = averageOf(amountsOf(sumFigures(earlier)).net, earlier.length)
  const change = usual === null ? null : changeOf(net, usual)
  const against = change === null ? '' : `, ${comparison(change)} on a usual ${weekdayOf(date)}`
  const times = day.sales === 1 ? '1 sale' : `${day.sales} sales`
  return {
    code: 'revenue',
    text: `${weekdayOf(date)} brought in ${told(net, currency)} with ${times}${against}.`,
    figures: {
      ...{ net: inMoney(net, currency), sales: day.sales, change, weeks: earlier.length },
      usual: usual === null ? null : inMoney(usual, currency),
    },
  }
}

function ticketFact({ currency, day, earlier }: DayFacts): Fact[] {
  const before = sumFigures(earlier)
  const ticket = averageOf(day.net + day.tax, day.sales)
  if (ticket === null) return []
  const usual = averageOf(before.net + before.tax, before.sales)
  const change = usual === null ? null : changeOf(ticket, usual)
  const against = change === null ? '' : `, ${comparison(change)} usual`
  return [
    {
      code: 'average_ticket',
      text: `A sale came to ${told(ticket, currency)} on average${against}.`,
      figures: {
        ...{ averageTicket: inMoney(ticket, currency), change },
        usual: usual === null ? null : inMoney(usual, currency),
      },
    },
  ]
}

function returnsFact({ currency, day }: DayFacts): Fact[] {
  if (day.returns === 0) return []
  const { returned } = amountsOf(day)
  const share = percentOf(returned, day.net + day.tax)
  const ofSold = share === null ? '' : `, ${share} % of what was sold`
  const times = day.returns === 1 ? '1 return' : `${day.returns} returns`
  return [
    {
      code: 'returns',
      text: `${times} took back ${told(returned, currency)}${ofSold}.`,
      figures: { returns: day.returns, returned: inMoney(returned, currency), share },
    },
  ]
}

function busiestFact({ busiest }: DayFacts): Fact[] {
  if (!busiest) return []
  const hour = String(busiest.hour).padStart(2, '0')
  return [
    {
      code: 'busiest_hour',
      text: `Most sales, ${busiest.sales}, were made in the hour from ${hour}:00.`,
      figures: busiest,
    },
  ]
}

function moverFact(code: string, { productId, sku, name, net, usual }: Mover, currency: string): Fact {
  const how = code === 'mover_up' ? 'better' : 'worse'
  return {
    code,
    text: `${name} (${sku}) sold ${how} than usual: ${told(net, currency)} after ${told(usual, currency)}.`,
    figures: {
      ...{ productId, sku, name, net: inMoney(net, currency), usual: inMoney(usual, currency) },
      change: changeOf(net, usual),
    },
  }
}

function stockFacts({ low: { low, out } }: DayFacts): Fact[] {
  const facts: Fact[] = []
  const stocks = (count: number) => (count === 1 ? '1 product is' : `${count} products are`)
  if (out > 0) facts.push({ code: 'out_of_stock', text: `${stocks(out)} out of stock.`, figures: { count: out } })
  if (low > 0) facts.push({ code: 'low_stock', text: `${stocks(low)} low on stock.`, figures: { count: low } })
  return facts
}
