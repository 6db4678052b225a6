/** What the books post by themselves, and what the database refuses of them whoever writes. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { isRefusal, type LoggedEvent } from '#kernel'
import { examine } from '#platform/doctor'
import { inContext } from '../../tests/store.ts'
import { cash, makeTill, type Till } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

/** What stands on each account of a company, debit above zero, by code. */
async function balances(companyId: string): Promise<Record<string, number>> {
  const rows = await world.app.db.relay<{ code: string; balance: number }[]>`
    select a.code, sum(l.debit - l.credit)::bigint as balance from finance.ledger_line l
    join finance.account a on a.company_id = l.company_id and a.id = l.account_id
    where l.company_id = ${companyId} group by a.code having sum(l.debit - l.credit) <> 0`
  return Object.fromEntries(rows.map(({ code, balance }) => [code, balance]))
}

/** What breaks finance's equations for a company. */
async function breaches(companyId: string): Promise<string[]> {
  const found: string[] = []
  for await (const finding of examine(world.app.db.relay, world.app.registry, () => 0)) {
    if (!finding.equation.startsWith('finance.')) continue
    if (finding.breaches.some((breach) => breach.company_id === companyId)) found.push(finding.equation)
  }
  return found
}

/** Breaks what no role may: as the owner, with the guards taken away. */
async function tamper(change: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined })
  await sql`set session_replication_role = replica`
  await change(sql)
  await sql.end()
}

/** A till that sold two mugs of 1200, bought at 100, for cash. */
async function soldTwo(): Promise<Till & { saleId: string }> {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  const { body } = await till.sell([{ sku: 'MUG', quantity: '2' }], cash(3000))
  await world.settle()
  return { ...till, saleId: String(body.data.id) }
}

async function takeBack(till: Till & { saleId: string }, restock: boolean): Promise<void> {
  const sale = await world.call(till.staff, 'GET', `/erp/sales/${till.saleId}`)
  const lines = [{ saleLineId: sale.body.data.lines?.[0]?.id, quantity: '1', restock }]
  const path = `/erp/sales/${till.saleId}/returns`
  const back = await world.call(till.manager, 'POST', path, { registerId: till.registerId, lines })
  assert.equal(back.status, 201, JSON.stringify(back.body))
  await world.settle()
}

test('A sale is posted to cash, revenue, tax, stock and cost of goods', async () => {
  const { companyId } = await soldTwo()
  const expected = { '1000': 2400, '1200': 300, '2100': -400, '3100': -500, '4000': -2000, '5000': 200 }
  assert.deepEqual(await balances(companyId), expected)
  assert.deepEqual(await breaches(companyId), [])
})

test('Goods that come back are stock again at their cost, or a loss', async () => {
  const till = await soldTwo()
  await takeBack(till, true)
  const restocked = { '1000': 1200, '1200': 400, '2100': -200, '3100': -500, '4000': -1000, '5000': 100 }
  assert.deepEqual(await balances(till.companyId), restocked)
  await takeBack(till, false)
  assert.deepEqual(await balances(till.companyId), { '1200': 400, '3100': -500, '5100': 100 })
  assert.deepEqual(await breaches(till.companyId), [])
})

test('An event that comes a second time posts nothing', async () => {
  const { companyId } = await soldTwo()
  const listener = world.app.registry.listeners.find(({ address }) => address === 'finance.post-journals')
  const events = await world.app.db.relay<LoggedEvent[]>`
    select seq, id, company_id as "companyId", type, entity, subject_id as "subjectId", data from event_log.event
    where company_id = ${companyId} and type = 'sale.completed'`
  const before = await balances(companyId)
  await inContext({ world, companyId }, async (context) => listener?.definition.run(context, events))
  assert.equal(events.length, 1)
  assert.deepEqual(await balances(companyId), before)
})

test('What happened in a locked period is posted on the first open day, and says when it happened', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 1200, '5')
  await world.settle()
  const call = (method: string, path: string, body?: unknown) => world.call(till.owner, method, path, body)
  const next = await call('POST', '/finance/periods', { startsOn: '2026-12-01' })
  const { body } = await call('GET', '/finance/periods')
  for (const { id } of body.data) assert.equal((await call('POST', `/finance/periods/${id}/lock`, {})).status, 200)
  assert.equal(next.status, 201)
  await till.sell([{ sku: 'MUG', quantity: '1' }], cash(1200))
  await world.settle()
  const entries = await call('GET', '/finance/entries?filter[kind]=sale')
  const entry = entries.body.data[0]
  assert.deepEqual([entry?.businessDate, entry?.occurredOn], ['2027-01-01', '2026-11-21'])
  assert.deepEqual(await breaches(till.companyId), [])
})

type Parts = { date?: string; debit?: number; credit?: number }

/** Writes an entry with two lines past all code of ours, as the app role of the company. */
async function writeRaw(till: Till, { date = '2026-11-21', debit = 100, credit = 100 }: Parts = {}): Promise<void> {
  const { companyId } = till
  await inContext({ world, companyId }, async ({ sql, newId }) => {
    const [period] = await sql`select id from finance.accounting_period where starts_on = '2026-11-01'`
    const [cashAccount, other] = await sql`select id from finance.account where code in ('1000', '4000') order by code`
    const entryId = newId()
    await sql`insert into finance.journal_entry (company_id, id, kind, business_date, occurred_on, period_id, memo)
      values (${companyId}, ${entryId}, 'manual', '2026-11-21', '2026-11-21', ${period?.id}, 'raw')`
    await sql`insert into finance.ledger_line
        (company_id, id, entry_id, account_id, business_date, debit, credit, currency)
      values (${companyId}, ${newId()}, ${entryId}, ${cashAccount?.id}, ${date}, ${debit}, 0, 'GBP'),
        (${companyId}, ${newId()}, ${entryId}, ${other?.id}, ${date}, 0, ${credit}, 'GBP')`
  })
}

/** A refusal of a rule that the database itself holds. */
const breaks = (rule: string) => (error: unknown) =>
  isRefusal(error) && error.details[0]?.message.includes(rule) === true

test('The database refuses an entry that does not balance, a line of another day and a line on no side', async () => {
  const till = await soldTwo()
  await writeRaw(till)
  await assert.rejects(writeRaw(till, { credit: 99 }), breaks('entry_balances'))
  await assert.rejects(writeRaw(till, { date: '2026-11-20' }), breaks('line_has_date_of_entry'))
  await assert.rejects(writeRaw(till, { debit: 0, credit: 0 }), breaks('one_side'))
})

test('The database refuses whatever goes into a locked period, also beside an entry of it', async () => {
  const till = await soldTwo()
  const { companyId, owner } = till
  const { body } = await world.call(owner, 'GET', '/finance/periods')
  await world.call(owner, 'POST', `/finance/periods/${body.data[0]?.id}/lock`, {})
  await assert.rejects(writeRaw(till), breaks('period_is_open'))
  const beside = inContext({ world, companyId }, async ({ sql }) => {
    await sql`insert into finance.ledger_line
        (company_id, id, entry_id, account_id, business_date, debit, credit, currency)
      select company_id, gen_random_uuid(), entry_id, account_id, business_date, side.debit, side.credit, currency
      from finance.ledger_line l
      cross join lateral (values (l.debit, l.credit), (l.credit, l.debit)) as side(debit, credit)
      where company_id = ${companyId} and l.debit = 2400`
  })
  await assert.rejects(beside, breaks('period_is_open'))
})

test('The database refuses to change or remove what is posted', async () => {
  const { companyId } = await soldTwo()
  const { relay } = world.app.db
  await assert.rejects(relay`update finance.ledger_line set debit = 1 where company_id = ${companyId}`)
  await assert.rejects(relay`delete from finance.ledger_line where company_id = ${companyId}`)
  await assert.rejects(relay`update finance.journal_entry set memo = 'x' where company_id = ${companyId}`)
  await assert.rejects(relay`delete from finance.journal_entry where company_id = ${companyId}`)
})

test('A sale whose figures do not add up waits with the reason, and the others are posted', async () => {
  const till = await soldTwo()
  const { companyId } = till
  await inContext({ world, companyId }, async (context) => {
    const [event] = await context.sql`select data from event_log.event
      where company_id = ${companyId} and type = 'sale.completed'`
    const data = { ...event?.data, sale: { ...event?.data.sale, net: 1 } }
    context.emit('sale.completed', { entity: 'sales.sale', id: context.newId(), data })
  })
  await till.sell([{ sku: 'MUG', quantity: '1' }], cash(1200))
  await world.settle()
  assert.equal((await balances(companyId))['1000'], 3600)
  const [waiting] = await world.app.db.relay`select error from event_log.delivery where company_id = ${companyId}`
  assert.match(String(waiting?.error), /has a net of 1, its lines 2000/)
})

test('The doctor names books that differ from their documents', async () => {
  const { companyId, saleId } = await soldTwo()
  await tamper(
    (sql) =>
      sql`update sales.sale set tax_amount = tax_amount + 1, total_amount = total_amount + 1 where id = ${saleId}`,
  )
  assert.deepEqual(await breaches(companyId), ['finance.output-tax-is-tax-of-documents'])
})

test('The doctor waits while documents are on their way into the books', async () => {
  const till = await soldTwo()
  const { companyId } = till
  const before = await balances(companyId)
  await world.app.db.relay.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtext('finance.post-journals'), hashtext(${companyId}))`
    await till.sell([{ sku: 'MUG', quantity: '1' }], cash(1200))
    assert.deepEqual(await breaches(companyId), [])
    assert.deepEqual(await balances(companyId), before)
  })
  await world.settle()
  assert.equal((await balances(companyId))['1000'], 3600)
  assert.deepEqual(await breaches(companyId), [])
})

test('Lines taken away from a locked period are noticed', async () => {
  const { companyId, owner } = await soldTwo()
  const { body } = await world.call(owner, 'GET', '/finance/periods')
  await world.call(owner, 'POST', `/finance/periods/${body.data[0]?.id}/lock`, {})
  await tamper((sql) => sql`delete from finance.ledger_line where company_id = ${companyId}`)
  assert.ok((await breaches(companyId)).includes('finance.locked-periods-stay-as-they-were'))
})
