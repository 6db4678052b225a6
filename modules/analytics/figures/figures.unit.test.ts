import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, isRefusal, type LoggedEvent } from '#kernel'
import { addFigures, answerOf, changeOf, type Figures, noFigures, sumFigures } from './figures.rules.ts'
import { daysMax, periodAsked, periodsToDate, weekdayOf } from './period.rules.ts'
import { type Tally, tallyEvents } from './tally.rules.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const isInvalid = (error: unknown) => isRefusal(error) && error.code === 'VALIDATION_FAILED'
const gbp = (amount: number) => ({ amount, currency: 'GBP' })

test('what came back is taken off, and tickets are of what was sold', () => {
  const figures = { ...noFigures, sales: 2, returns: 1, net: 2000, tax: 400, cost: 900 }
  const answer = answerOf(
    { ...figures, units: '3', returnedUnits: '0.5', returnedNet: 500, returnedTax: 100, returnedCost: 300 },
    { currency: 'GBP', costs: true },
  )
  assert.deepEqual(answer, {
    ...{ sales: 2, returns: 1, units: '2.5', net: gbp(1500), tax: gbp(300), gross: gbp(1800), returned: gbp(600) },
    ...{ averageTicket: gbp(1200), cost: gbp(600), margin: gbp(900), marginPercent: '60' },
  })
})

test('costs are absent for those who may not see them', () => {
  const shown = Object.keys(answerOf(noFigures, { currency: 'GBP', costs: false }))
  assert.deepEqual(
    shown.filter((name) => ['cost', 'margin', 'marginPercent'].includes(name)),
    [],
  )
})

test('a change is in percent of what was before, and nothing where nothing was', () => {
  assert.deepEqual([changeOf(150, 100), changeOf(50, -100), changeOf(100, 300)], ['50', '150', '-66.7'])
  assert.equal(changeOf(1, 0), null)
})

test('the periods to date compare with as much of the one before', () => {
  const { today, week, month } = periodsToDate('2024-03-31')
  assert.deepEqual(today.before, { from: '2024-03-30', to: '2024-03-30' })
  assert.deepEqual(week, {
    period: { from: '2024-03-25', to: '2024-03-31' },
    before: { from: '2024-03-18', to: '2024-03-24' },
  })
  assert.deepEqual(month.before, { from: '2024-02-01', to: '2024-02-29' }, 'March 31 against all of February')
  assert.deepEqual(periodsToDate('2024-01-10').month.before, { from: '2023-12-01', to: '2023-12-10' })
})

test('a period is followed by one of the same length, and is neither endless nor backwards', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: daysMax }), fc.integer({ min: 0, max: 4000 }), (days, offset) => {
      const from = addDays('2015-01-01', offset)
      const { period, before } = periodAsked({ from, to: addDays(from, days - 1) }, '2024-01-01')
      assert.equal(daysBetween(before.from, before.to), daysBetween(period.from, period.to))
      assert.equal(addDays(before.to, 1), period.from)
    }),
    { seed, numRuns: 200 },
  )
  assert.throws(() => periodAsked({ from: '2024-01-02', to: '2024-01-01' }, '2024-01-01'), isInvalid)
  assert.throws(() => periodAsked({ from: '2020-01-01' }, '2024-01-01'), isInvalid)
})

test('weeks begin on Monday', () => {
  assert.deepEqual(['2024-01-01', '2024-01-07'].map(weekdayOf), ['Monday', 'Sunday'])
})

// ── sums of events ───────────────────────────────────────────────────────────────────────────────────────────────

type Loggable = Pick<LoggedEvent, 'type' | 'subjectId' | 'data'>
const logged = (events: readonly Loggable[]): LoggedEvent[] =>
  events.map((event, index) => ({
    ...{ seq: index, id: String(index), companyId: 'C', entity: 'sales.sale', version: 1, requestId: 'R', ...event },
    ...{ actor: { kind: 'user', id: 'U', name: 'U' }, at: `2024-05-01T10:00:00.${String(index).padStart(3, '0')}Z` },
  }))

const line = fc.record({
  productId: fc.constantFrom<(string | null)[]>('P1', 'P2', null),
  kind: fc.constantFrom<string[]>('goods', 'service', 'charge'),
  unit: fc.constantFrom<string[]>('pc', 'kg'),
  quantity: fc.constantFrom<string[]>('1', '0.125', '12', '2.5'),
  net: fc.integer({ min: 0, max: 1_000_000 }),
  tax: fc.integer({ min: 0, max: 100_000 }),
  cost: fc.integer({ min: 0, max: 500_000 }),
  scrapCost: fc.integer({ min: 0, max: 1000 }),
})
const document = fc.record({
  isReturn: fc.boolean(),
  shopId: fc.constantFrom<string[]>('S1', 'S2'),
  customerId: fc.constantFrom<(string | null)[]>('A', 'B', null),
  businessDate: fc.constantFrom<string[]>('2024-05-01', '2024-05-02'),
  minute: fc.integer({ min: 0, max: 1439 }),
  currency: fc.constantFrom<string[]>('GBP', 'EUR'),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  change: fc.integer({ min: 0, max: 500 }),
})
type Document = typeof document extends fc.Arbitrary<infer D> ? D : never
const zone = fc.record({ shopId: fc.constantFrom('S1', 'S2'), timeZone: fc.constantFrom('Asia/Kolkata', 'UTC') })

const eventOf = ({ isReturn, lines, change, minute, ...rest }: Document) => {
  const of = (name: 'net' | 'tax') => lines.reduce((sum, each) => sum + each[name], 0)
  const totals = { net: of('net'), tax: of('tax'), total: of('net') + of('tax') }
  const soldAt = new Date(Date.parse(`${rest.businessDate}T00:00:00Z`) + minute * 60_000).toISOString()
  const paid = [{ method: 'cash', amount: totals.total + (isReturn ? 0 : change) }]
  const data = isReturn
    ? { creditNote: { ...rest, ...totals }, lines, refunds: paid }
    : { sale: { ...rest, ...totals, soldAt }, lines, tenders: paid, change }
  return { type: isReturn ? 'sale.returned' : 'sale.completed', subjectId: 'D', data }
}
const shopEventOf = ({ shopId, timeZone }: { shopId: string; timeZone: string }) => ({
  ...{ type: 'shop.updated', subjectId: shopId },
  data: { after: { code: shopId, name: shopId, timeZone } },
})
const events = fc.array(fc.oneof({ weight: 5, arbitrary: document.map(eventOf) }, zone.map(shopEventOf)), {
  maxLength: 40,
})

/** What the tables would hold: rows by key, added up. */
class Tables {
  readonly #rows = new Map<string, Record<string, unknown>>()
  readonly zones = new Map<string, string>()

  add(tally: Tally): void {
    for (const { shopId, timeZone } of tally.shops) this.zones.set(shopId, timeZone)
    for (const table of ['daily', 'hourly', 'products', 'customers'] as const) {
      for (const row of tally[table]) this.#sum(table, row)
    }
  }

  #sum(table: string, row: Figures & Record<string, unknown>): void {
    const keys = Object.entries(row).filter(([name]) => !(name in noFigures))
    const key = JSON.stringify([table, ...keys])
    const known = this.#rows.get(key) as Figures | undefined
    this.#rows.set(key, { ...row, ...(known ? addFigures(known, row) : {}) })
  }

  get rows() {
    return [...this.#rows].toSorted(([a], [b]) => (a < b ? -1 : 1))
  }
}

const countedIn = (batches: readonly (readonly LoggedEvent[])[]): Tables => {
  const tables = new Tables()
  for (const batch of batches) tables.add(tallyEvents(batch, tables.zones))
  return tables
}

test('however a log is cut into batches, it comes to the same figures', () => {
  fc.assert(
    fc.property(events, fc.array(fc.nat(40), { maxLength: 5 }), (all, cuts) => {
      const log = logged(all)
      const ends = [...cuts.map((cut) => Math.min(cut, log.length)), log.length].toSorted((a, b) => a - b)
      const batches = ends.map((end, index) => log.slice(ends[index - 1] ?? 0, end))
      assert.deepEqual(countedIn(batches).rows, countedIn([log]).rows)
    }),
    { seed, numRuns: 200 },
  )
})

test('in whatever order batches of sales come, they come to the same figures', () => {
  fc.assert(
    fc.property(fc.array(document.map(eventOf), { maxLength: 20 }), (all) => {
      const log = logged(all)
      const singly = log.map((event) => [event])
      assert.deepEqual(countedIn(singly.toReversed()).rows, countedIn([log]).rows)
    }),
    { seed, numRuns: 100 },
  )
})

test('days, hours, products and payments of the same sales add up to each other', () => {
  fc.assert(
    fc.property(events, (all) => {
      const tally = tallyEvents(logged(all), new Map())
      const [days, products, hours] = [tally.daily, tally.products, tally.hourly].map(sumFigures)
      const { sales: _s, returns: _r, ...ofDays } = days ?? noFigures
      const { sales: _ps, returns: _pr, ...ofProducts } = products ?? noFigures
      assert.deepEqual(ofProducts, ofDays)
      assert.deepEqual([hours?.sales, hours?.net, hours?.tax], [days?.sales, days?.net, days?.tax])
      const paid = tally.tenders.reduce((sum, each) => sum + each.paid, 0)
      assert.equal(paid, (days?.net ?? 0) + (days?.tax ?? 0))
    }),
    { seed, numRuns: 200 },
  )
})

test('a sale is told in the hour of its shop, as the shop was at the time', () => {
  const sale = {
    isReturn: false,
    shopId: 'S1',
    customerId: null,
    businessDate: '2024-05-01',
    currency: 'GBP',
    change: 0,
  }
  const lines = [
    { ...{ productId: 'P1', kind: 'goods', unit: 'pc', quantity: '1' }, ...{ net: 1, tax: 0, cost: 0, scrapCost: 0 } },
  ]
  const sold = eventOf({ ...sale, lines, minute: 600 })
  const moved = shopEventOf({ shopId: 'S1', timeZone: 'Asia/Kolkata' })
  const { hourly } = tallyEvents(logged([sold, moved, sold]), new Map([['S1', 'Europe/London']]))
  assert.deepEqual(
    hourly.map(({ hour }) => hour),
    [11, 15],
  )
})
