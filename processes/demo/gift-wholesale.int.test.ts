/** The real invoice file, whole, through the product's own importer and actions, as `npm start` brings it in. */
import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { addDecimal, installation, subtractDecimal } from '#kernel'
import { grantsOf } from '#modules/auth'
import { examine } from '#platform/doctor'
import { systemActor } from '#platform/execution'
import { type ImportReport, readRows, runImport } from '#surfaces/csv'
import { makeWorld, type World } from '../../tests/world.ts'
import { openDesk } from './desk.ts'
import { type LoadedCompany, loadGiftWholesale } from './gift-wholesale.ts'
import { invoicePath, reading } from './invoice-file.ts'
import { movedInvoices } from './moved-dates.ts'
import { writeNotes } from './notes-file.ts'

type Line = { row: number; number: string; code: string; quantity: number; pence: number; customer: string }
type Totals = { documents: number; pence: number }

let world: World
let gift: LoadedCompany
let lines: Line[]
before(async () => {
  world = await makeWorld()
  const grants = grantsOf('super_admin', world.app.registry.permissions)
  const root = { ...systemActor(world.app, 'demo', installation), role: 'super_admin', grants }
  gift = await loadGiftWholesale(
    openDesk(world.app, root, () => world.settle()),
    () => undefined,
  )
  await world.settle()
  lines = await Array.fromAsync(fileLines())
})
after(() => world.close())

/** The file read without any rule, as the oracle of this test. */
async function* fileLines(): AsyncGenerator<Line> {
  const stated = <T>(value: T) => ({ value, confidence: 1, evidence: '' })
  const detected = {
    ...{ encoding: stated('utf-8' as const), separator: stated(reading.separator) },
    ...{ quote: stated('"' as const), hasHeader: stated(true) },
  }
  for await (const { row, cells } of readRows(createReadStream(invoicePath), { detected })) {
    const { InvoiceNo: number = '', StockCode: code = '', CustomerID: customer = '' } = cells
    const pence = Math.round(Number(cells.UnitPrice?.replace(',', '.')) * 100)
    yield { row, number, code, quantity: Number(cells.Quantity), pence, customer }
  }
}

const isCancellation = ({ number }: Line) => number.startsWith('C')
const isCharge = ({ code }: Line) => /^(POST|DOT|D|M|C2|BANK CHARGES)$/.test(code)
/** No price and, as it happens, never in a document with priced lines. */
const isRecount = ({ pence, customer }: Line) => pence === 0 && customer === ''
const totalsOf = (some: readonly Line[]): Totals => ({
  documents: new Set(some.map(({ number }) => number)).size,
  pence: some.reduce((sum, { quantity, pence }) => sum + Math.abs(quantity) * pence, 0),
})

const ask = (text: string) => world.app.db.read(gift.companyId, (sql) => sql.unsafe(text))
const invoiceReport = async (): Promise<ImportReport> => {
  const owner = world.person(gift.companyId, 'company_admin')
  const { body } = await world.call(owner, 'GET', `/imports/${gift.report.importId}`)
  return body.data as unknown as ImportReport
}

test('all goods, customers and invoices are there: sales, credit notes, stock adjusted without a price', async () => {
  const [found] = await ask(`select
    (select count(*)::int from catalog.product where kind = 'goods') as goods,
    (select count(*)::int from catalog.product where kind = 'charge') as charges,
    (select count(*)::int from crm.customer) as customers,
    (select count(*)::int from sales.sale) as sales,
    (select sum(total_amount)::int from sales.sale) as sold,
    (select count(*)::int from sales.credit_note) as notes,
    (select sum(total_amount)::int from sales.credit_note) as returned,
    (select count(*)::int from inventory.adjustment where note not like 'Opening%') as adjusted`)
  const sold = totalsOf(lines.filter((line) => !isCancellation(line) && !isRecount(line)))
  const returned = totalsOf(lines.filter(isCancellation))
  assert.deepEqual({ ...found }, { ...expected, sold: sold.pence, returned: returned.pence })
  assert.deepEqual([sold.documents, returned.documents], [expected.sales, expected.notes])
})
const expected = { goods: 2009, charges: 6, customers: 323, sales: 424, notes: 43, adjusted: 45 }

test('stock of every code is what stood there, less what was sold, and what came back or was counted', async () => {
  const left = new Map<string, string>()
  for (const line of lines.filter((each) => !isCharge(each))) {
    const { code, quantity } = line
    const opening = addDecimal(left.get(code) ?? '12', String(Math.abs(quantity)))
    const out = isRecount(line) ? -quantity : quantity
    left.set(code, subtractDecimal(opening, String(out)))
  }
  const rows = await ask(`select p.sku, s.on_hand::text as "onHand" from inventory.stock s
    join catalog.product p on p.company_id = s.company_id and p.id = s.product_id`)
  assert.deepEqual(new Map(rows.map(({ sku, onHand }) => [sku, String(Number(onHand))])), left)
})

test('lines that are not goods are charges of their documents and move no stock', async () => {
  const [found] = await ask(`select
    (select count(*)::int from sales.sale_line where kind = 'charge' and not stocked) as sold,
    (select count(*)::int from sales.credit_note_line where kind = 'charge') as returned,
    (select count(*)::int from inventory.stock s join catalog.product p on p.company_id = s.company_id
      and p.id = s.product_id where p.kind <> 'goods') as stocked`)
  const charges = lines.filter(isCharge)
  const returned = charges.filter(isCancellation).length
  assert.deepEqual({ ...found }, { sold: charges.length - returned, returned, stocked: 0 })
})

test('what is taken back of a sale that is there names it and comes in at its cost', async () => {
  const rows = await ask(`
    with returned as (select l->>'saleLineId' as line, (l->>'cost')::int as cost, (l->>'quantity')::numeric as quantity
        from event_log.event, jsonb_array_elements(data->'lines') l
        where company_id = '${gift.companyId}' and type = 'sale.returned' and l->>'saleLineId' is not null),
      sold as (select l->>'id' as line, (l->>'cost')::numeric / (l->>'quantity')::numeric as each
        from event_log.event, jsonb_array_elements(data->'lines') l
        where company_id = '${gift.companyId}' and type = 'sale.completed')
    select cost, each * quantity as fair from returned join sold using (line)`)
  assert.equal(rows.length, 10)
  for (const { cost, fair } of rows) assert.ok(Math.abs(Number(cost) - Number(fair)) <= 1, `${cost} of ${fair}`)
})

test('each oddity is noted with its row, in the report of the import and in the file beside the data', async () => {
  const report = await invoiceReport()
  assert.deepEqual([report.rows, report.created, report.failed], [10_000, 10_000, 0], JSON.stringify(report.errors))
  const kinds: [RegExp, number][] = [
    [/^No price and no customer: not a sale/, lines.filter(isRecount).length],
    [/a walk-in/, totalsOf(lines.filter(({ customer, pence }) => customer === '' && pence > 0)).documents],
    [/ is a charge/, lines.filter((line) => isCharge(line) && !isCancellation(line)).length],
    [/^Given away/, 1],
    [/^No earlier sale/, lines.filter(isCancellation).length - 10],
    [/^The same line/, 196],
    [/^Another time/, 6],
  ]
  const counts = kinds.map(([kind]) => report.notes.filter(({ message }) => kind.test(message)).length)
  assert.deepEqual(
    counts,
    kinds.map(([, count]) => count),
  )
  assert.equal(report.noteCount, report.notes.length)
  assert.equal(
    report.noteCount,
    counts.reduce((sum, count) => sum + count, 0),
  )
  const folder = await mkdtemp(join(tmpdir(), 'entrepot-notes-'))
  try {
    const said = await writeNotes(folder, gift.report)
    const text = await readFile(join(folder, 'demo-notes.csv'), 'utf8')
    assert.match(String(said), /demo-notes\.csv.*GET \/api\/imports\//)
    assert.match(text, /^row,note\r\n10,/)
    assert.match(text, /\r\n143,.*D.*\r\n/)
    for (const { row, message } of report.notes)
      assert.ok(text.includes(`${row},${message}\r\n`) || text.includes(`"${message}"`), message)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('stock, money and books agree on all of it', async () => {
  for await (const { equation, breaches } of examine(world.app.db.relay, world.app.registry, () => 0)) {
    assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
})

test('the same file again brings in nothing', async () => {
  const actor = world.person(gift.companyId, 'company_admin')
  const options = { ...reading, currency: 'GBP', mapping: (await invoiceReport()).mapping }
  const source = movedInvoices(world.app.clock())
  const call = { actor, companyId: gift.companyId, target: 'sales.history', source, options }
  const report = await runImport(world.app, call)
  assert.deepEqual([report.created, report.skipped, report.failed, report.noteCount], [0, 10_000, 0, 512])
})
