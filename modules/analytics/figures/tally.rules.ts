/** Turns events of sales into what they add to the read models: the same events, in any batches, give the same sums. */
import { compareText, type Decimal, type LoggedEvent, msOf, timeOfDay } from '#kernel'
import type { EventLine, SaleCompletedData, SaleReturnedData } from '#modules/sales'
import { addFigures, addUnits, type Figures, noFigures } from './figures.rules.ts'

export type Day = { date: string; shopId: string; currency: string }
export type DailyRow = Day & Figures
export type HourlyRow = Day & { hour: number } & Figures
/** `sales` and `returns` are lines here. */
export type ProductRow = Day & { productId: string | null; kind: string; unit: string } & Figures
export type CustomerRow = Day & { customerId: string } & Figures
export type TenderRow = Day & { method: string; payments: number; refunds: number; paid: number; refunded: number }
export type ShopRow = { shopId: string; code: string; name: string; timeZone: string }

export type Tally = {
  /** Sales and returns among the events. */
  events: number
  /** When the latest of them was committed; undefined without any. */
  latest: string | undefined
  shops: ShopRow[]
  daily: DailyRow[]
  hourly: HourlyRow[]
  products: ProductRow[]
  customers: CustomerRow[]
  tenders: TenderRow[]
}

/** Where no shop of that id was announced. */
const zoneUnknown = 'UTC'

/** Sums events in their order. `zones` are those of the shops known so far; events of shops change them on the way. */
export function tallyEvents(events: readonly LoggedEvent[], zones: ReadonlyMap<string, string>): Tally {
  const sums = new Sums()
  const shops = new Map<string, ShopRow>()
  const zoneOf = (id: string) => shops.get(id)?.timeZone ?? zones.get(id) ?? zoneUnknown
  const documents = events.filter(({ type }) => type === 'sale.completed' || type === 'sale.returned')
  for (const { type, subjectId, data } of events) {
    if (type === 'sale.completed') addSale(sums, data as SaleCompletedData, zoneOf)
    else if (type === 'sale.returned') addReturn(sums, data as SaleReturnedData)
    else shops.set(subjectId, shopOf(subjectId, data.after as Omit<ShopRow, 'shopId'>))
  }
  return {
    events: documents.length,
    latest: documents
      .map(({ at }) => at)
      .toSorted(compareText)
      .at(-1),
    shops: [...shops.values()],
    daily: sums.daily.rows(),
    hourly: sums.hourly.rows(),
    products: sums.products.rows(),
    customers: sums.customers.rows(),
    tenders: sums.tenders.rows(),
  }
}

const shopOf = (shopId: string, { code, name, timeZone }: Omit<ShopRow, 'shopId'>): ShopRow => ({
  ...{ shopId, code, name },
  timeZone: timeZone ?? zoneUnknown,
})

function addSale(
  sums: Sums,
  { sale, lines, tenders, change }: SaleCompletedData,
  zoneOf: (id: string) => string,
): void {
  const { shopId, customerId, currency, soldAt } = sale
  const day: Day = { date: sale.businessDate, shopId, currency }
  const sold = (units: Decimal, of: { net: number; tax: number }, cost: number): Figures => ({
    ...noFigures,
    ...{ sales: 1, units, net: of.net, tax: of.tax, cost },
  })
  const figures = sold(
    unitsOf(lines),
    sale,
    sumOf(lines, ({ cost }) => cost),
  )
  sums.daily.add(day, figures)
  sums.hourly.add({ ...day, hour: Number(timeOfDay(msOf(soldAt), zoneOf(shopId)).slice(0, 2)) }, figures)
  if (customerId) sums.customers.add({ ...day, customerId }, figures)
  for (const line of lines) sums.products.add(productOf(day, line), sold(unitsOf([line]), line, line.cost))
  for (const [method, paid] of paidBy(tenders, change)) {
    sums.tenders.add({ ...day, method }, { payments: 1, refunds: 0, paid, refunded: 0 })
  }
}

/** Goods that are lost count as come back: their cost is a loss of stock, not of the sale. */
function addReturn(sums: Sums, { creditNote, lines, refunds }: SaleReturnedData): void {
  const { shopId, customerId, currency } = creditNote
  const day: Day = { date: creditNote.businessDate, shopId, currency }
  const back = (returnedUnits: Decimal, of: { net: number; tax: number }, returnedCost: number): Figures => ({
    ...noFigures,
    ...{ returns: 1, returnedUnits, returnedNet: of.net, returnedTax: of.tax, returnedCost },
  })
  const figures = back(unitsOf(lines), creditNote, sumOf(lines, costBack))
  sums.daily.add(day, figures)
  if (customerId) sums.customers.add({ ...day, customerId }, figures)
  for (const line of lines) sums.products.add(productOf(day, line), back(unitsOf([line]), line, costBack(line)))
  for (const { method, amount } of refunds) {
    if (amount > 0) sums.tenders.add({ ...day, method }, { payments: 0, refunds: 1, paid: 0, refunded: amount })
  }
}

const costBack = ({ cost, scrapCost }: { cost: number; scrapCost: number }): number => cost + scrapCost

const productOf = (day: Day, { productId, kind, unit }: EventLine) => ({ ...day, productId, kind, unit })

/** Charges such as postage are no goods. */
const unitsOf = (lines: readonly EventLine[]): Decimal =>
  lines.reduce((sum, { kind, quantity }) => (kind === 'charge' ? sum : addUnits(sum, quantity)), '0')

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0)

/** What each method took. Only cash gives change, and all change is of the cash. */
function paidBy(tenders: SaleCompletedData['tenders'], change: number): Map<string, number> {
  const paid = new Map<string, number>()
  for (const { method, amount } of tenders) paid.set(method, (paid.get(method) ?? 0) + amount)
  if (change > 0) paid.set('cash', (paid.get('cash') ?? 0) - change)
  return paid
}

type TenderSums = Pick<TenderRow, 'payments' | 'refunds' | 'paid' | 'refunded'>

const addTenders = (a: TenderSums, b: TenderSums): TenderSums => ({
  payments: a.payments + b.payments,
  refunds: a.refunds + b.refunds,
  paid: a.paid + b.paid,
  refunded: a.refunded + b.refunded,
})

class Sums {
  readonly daily = new SumsBy<Day, Figures>(addFigures)
  readonly hourly = new SumsBy<Day & { hour: number }, Figures>(addFigures)
  readonly products = new SumsBy<Day & Pick<ProductRow, 'productId' | 'kind' | 'unit'>, Figures>(addFigures)
  readonly customers = new SumsBy<Day & { customerId: string }, Figures>(addFigures)
  readonly tenders = new SumsBy<Day & { method: string }, TenderSums>(addTenders)
}

/** Values summed by key. Keys are objects whose properties come in one order. */
class SumsBy<K extends object, V extends object> {
  readonly #sums = new Map<string, { key: K; value: V }>()
  readonly #add: (a: V, b: V) => V

  constructor(add: (a: V, b: V) => V) {
    this.#add = add
  }

  add(key: K, value: V): void {
    const name = Object.values(key).join('|')
    const known = this.#sums.get(name)
    if (known) known.value = this.#add(known.value, value)
    else this.#sums.set(name, { key, value })
  }

  rows(): (K & V)[] {
    return [...this.#sums.values()].map(({ key, value }) => ({ ...key, ...value }))
  }
}
