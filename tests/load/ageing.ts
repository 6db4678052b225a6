/**
 * Fills receivables with open documents and reports how long the ageing report, its drill-down and a matching take.
 * `node tests/load/ageing.ts [documents] [customers]`
 */
import postgres from 'postgres'
import { makeTill } from '../till.ts'
import { makeWorld } from '../world.ts'

const documents = Number(process.argv[2] ?? 100_000)
const customers = Number(process.argv[3] ?? 5_000)

const world = await makeWorld({ fsync: true })
const { companyId, owner } = await makeTill(world)
const sql = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined })
await sql`
  insert into crm.customer (company_id, id, name)
  select ${companyId}, gen_random_uuid(), 'Customer ' || n from generate_series(1, ${customers}::int) n`
await sql`
  insert into finance.open_item (company_id, id, side, kind, customer_id, source_entity, source_id, number, issued_on,
    due_on, amount_amount, amount_currency, open_amount, open_currency)
  select ${companyId}, gen_random_uuid(), 'receivable', 'invoice', c.ids[1 + n % ${customers}::int], 'finance.invoice',
    'load ' || n, 'INV/' || n, current_date - n % 200 - 30, current_date - n % 200, 100 + n, 'GBP', 100 + n, 'GBP'
  from generate_series(1, ${documents}::int) n,
    (select array_agg(id) as ids from crm.customer where company_id = ${companyId}) c`
await sql`vacuum analyze finance.open_item`
const [{ id: partyId } = { id: '' }] = await sql<{ id: string }[]>`
  select customer_id as id from finance.open_item where company_id = ${companyId} limit 1`
await sql.end()
await report('ageing today', '/finance/reports/ageing?side=receivable')
await report('ageing of a month ago', `/finance/reports/ageing?side=receivable&date=${daysAgo(30)}`)
await report('documents of a customer', `/finance/reports/open-documents?side=receivable&partyId=${partyId}`)
await report('documents over 90 days', '/finance/reports/open-documents?side=receivable&bucket=over90')
await world.close()

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

/** The first, fastest and middle of some calls, milliseconds. */
async function report(what: string, path: string): Promise<void> {
  const times: number[] = []
  for (let call = 0; call < 7; call += 1) {
    const begun = performance.now()
    const { status, body } = await world.call(owner, 'GET', path)
    times.push(performance.now() - begun)
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
  }
  const [first, ...later] = times.map(Math.round)
  const [fastest, , middle] = later.toSorted((a, b) => a - b)
  console.log(`${what}: first ${first} ms, then ${fastest} ms at best, ${middle} ms mostly`)
}
