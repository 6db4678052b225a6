/**
 * Fills the books of one company and reports how long its reports take, and how long it takes to post sales.
 * `node tests/load/trial-balance.ts [lines] [sales]`
 */
import postgres from 'postgres'
import { startOfMonth } from '#kernel'
import { applyEvents } from '../../platform/event-log/apply.ts'
import { inContext } from '../store.ts'
import { makeTill } from '../till.ts'
import { makeWorld } from '../world.ts'

const linesWanted = Number(process.argv[2] ?? 1_000_000)
const salesWanted = Number(process.argv[3] ?? 10_000)
const linesPerEntry = 5
const days = 730
const firstDay = '2025-01-01'

const world = await makeWorld({ fsync: true })
const { companyId, owner, shopId } = await makeTill(world)
const { relay } = world.app.db
await postSales()
await fillBooks()
await report('trial balance of all', '/finance/reports/trial-balance?from=2026-11-01&date=2026-12-31')
await report('trial balance of one day', '/finance/reports/trial-balance?from=2025-06-15&date=2025-06-15')
await report('profit and loss of a month', '/finance/reports/profit-loss?from=2026-03-01&to=2026-03-31')
await report('profit and loss of a year', '/finance/reports/profit-loss?from=2026-01-01&to=2026-12-31')
await report('profit and loss of a shop', `/finance/reports/profit-loss?from=2026-03-01&to=2026-03-31&shopId=${shopId}`)
const accountId = (await world.call(owner, 'GET', '/finance/accounts?filter[code]=1000')).body.data[0]?.id
const statement = `/finance/reports/account-statement?accountId=${accountId}&from=2026-01-01&to=2026-12-31&limit=200`
const next = await report('first page of a statement', statement)
await report('second page of a statement', `${statement}&cursor=${next}`)
await world.close()

/** Events of sales as the till appends them, posted by the listener in batches of 500. */
async function postSales(): Promise<void> {
  const listener = world.app.registry.listeners.find(({ address }) => address === 'finance.post-journals')
  if (!listener) throw new Error('there is no such listener')
  const actor = { kind: 'system', id: 'load', name: 'load' }
  const line = { kind: 'goods', net: 1000, tax: 200, cost: 300 }
  const events = Array.from({ length: salesWanted }, (_, index) => {
    const id = world.app.newId()
    const number = `R1/2026/${index}`
    const header = { id, number, shopId, customerId: id, businessDate: '2026-11-21', currency: 'GBP' }
    const sale = { ...header, net: 2000, tax: 400, total: 2400 }
    const data = { sale, lines: [line, line], tenders: [{ method: 'cash', amount: 3000 }], change: 600 }
    const event = {
      seq: 1_000_000_000 + index,
      id,
      companyId,
      type: 'sale.completed',
      entity: 'sales.sale',
      subjectId: id,
    }
    return { ...event, version: 2, shopId, data, actor, requestId: 'load', at: '2026-11-21T12:00:00Z' }
  })
  const begun = performance.now()
  for (let at = 0; at < events.length; at += 500) {
    await applyEvents(world.app, listener, companyId, events.slice(at, at + 500))
  }
  console.log(`posted ${salesWanted} sales in ${seconds(begun)} s`)
}

/**
 * Entries like those of sales, spread over the days; one statement for each month, past all code but the database's.
 */
async function fillBooks(): Promise<void> {
  const begun = performance.now()
  const entries = Math.ceil(linesWanted / linesPerEntry)
  const months = await relay<{ day: string }[]>`
    select d::date as day from generate_series(${firstDay}::date, ${firstDay}::date + ${days - 1}::int, '1 month') d`
  for (const { day } of months) {
    const body = { startsOn: startOfMonth(day) }
    await world.call(owner, 'POST', '/finance/periods', body)
  }
  const perMonth = Math.ceil(entries / months.length)
  for (const { day } of months) {
    await inContext({ world, companyId }, async ({ sql }) => {
      await sql`set local statement_timeout = 0`
      await sql`
        with posted as (
          insert into finance.journal_entry (company_id, id, kind, business_date, occurred_on, period_id, memo)
          select ${companyId}, gen_random_uuid(), 'manual', ${day}::date + n % 28, ${day}::date + n % 28, p.id, 'load'
          from finance.accounting_period p, generate_series(1, ${perMonth}::int) n
          where p.company_id = ${companyId} and p.starts_on = ${day}
          returning id, business_date)
        insert into finance.ledger_line
          (company_id, id, entry_id, account_id, business_date, debit, credit, currency, shop_id)
        select ${companyId}, gen_random_uuid(), e.id, a.id, e.business_date, s.debit, s.credit, 'GBP', ${shopId}
        from posted e, (values ('1000', 2400, 0), ('4000', 0, 2000), ('2100', 0, 400), ('5000', 600, 0),
          ('1200', 0, 600)) as s(code, debit, credit)
        join finance.account a on a.company_id = ${companyId} and a.code = s.code`
    })
  }
  console.log(`wrote ${perMonth * months.length * linesPerEntry} lines in ${seconds(begun)} s`)
  const cleaning = performance.now()
  const sql = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined })
  await sql`vacuum analyze finance.ledger_line`
  await sql.end()
  console.log(`vacuumed, as autovacuum does, in ${seconds(cleaning)} s`)
}

/** The fastest, middle and slowest of some calls, milliseconds. Answers what the report says is next. */
async function report(what: string, path: string): Promise<unknown> {
  const times: number[] = []
  let next: unknown
  for (let call = 0; call < 7; call += 1) {
    const begun = performance.now()
    const { status, body } = await world.call(owner, 'GET', path)
    times.push(performance.now() - begun)
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
    next = body.data.next
  }
  const [first, ...later] = times.map(Math.round)
  const [fastest, , middle] = later.toSorted((a, b) => a - b)
  console.log(`${what}: first ${first} ms, then ${fastest} ms at best, ${middle} ms mostly`)
  return next
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1)
}
