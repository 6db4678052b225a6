/** Past invoices through the real import. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { runImport, undoImport } from '#surfaces/csv'
import { makeTill, mustBalance, type Till } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

const header = 'number;code;description;quantity;sold at;unit price;customer code;country'

/** Brings in rows as a wholesaler's file has them. */
async function bring(till: Till, rows: readonly string[]) {
  async function* source() {
    yield Buffer.from([header, ...rows].join('\r\n'))
  }
  const options = { separator: ';', decimalMark: ',', dateOrder: 'dmy', currency: 'GBP' } as const
  const call = { actor: till.owner, companyId: till.companyId, target: 'sales.history', source: source(), options }
  return runImport(world.app, call, () => undefined)
}

/** A wholesaler with a customer, two kinds of goods in stock and a charge. */
async function wholesaler(): Promise<Till> {
  const till = await makeTill(world)
  await till.goods('85123A', 300, '100')
  await till.goods('71053', 400, '100')
  for (const [path, body] of [
    ['/erp/products', { sku: 'POST', name: 'Postage', kind: 'charge', stocked: false }],
    ['/erp/customers', { code: '17850', name: 'Ann' }],
  ] as const) {
    const made = await world.call(till.owner, 'POST', path, body)
    assert.equal(made.status, 201, JSON.stringify(made.body))
  }
  return till
}

const documents = async (till: Till, path: string) => (await world.call(till.owner, 'GET', path)).body.data

test('an invoice keeps its number, its prices and its day, at the tax of that day', async () => {
  const till = await wholesaler()
  const report = await bring(till, [
    '536365;85123A;WHITE HANGING HEART;6;1/12/2010 08:26;2,55;17850;United Kingdom',
    '536365;POST;POSTAGE;1;1/12/2010 08:26;4,70;17850;United Kingdom',
  ])
  assert.deepEqual([report.created, report.failed], [2, 0], JSON.stringify(report))
  const [sale] = [...(await documents(till, '/erp/sales'))]
  assert.equal(sale?.number, 'HISTORY/2010/000001')
  assert.deepEqual([sale?.externalNumber, sale?.businessDate], ['536365', '2010-12-01'])
  assert.deepEqual([sale?.total?.amount, sale?.tax?.amount], [2000, 298])
  assert.equal(await till.onHand('85123A'), '94')
  await mustBalance(world)
})

test('a cancellation takes back from the sale it belongs to, and without one where there is none', async () => {
  const till = await wholesaler()
  const report = await bring(till, [
    '536365;85123A;HEART;6;1/12/2010 08:26;2,55;17850;United Kingdom',
    'C536379;85123A;HEART;-2;1/12/2010 09:41;2,55;17850;United Kingdom',
    'C536379;71053;LANTERN;-1;1/12/2010 09:41;3,39;17850;United Kingdom',
  ])
  assert.deepEqual([report.failed, report.notes.length], [0, 1], JSON.stringify(report))
  assert.deepEqual([await till.onHand('85123A'), await till.onHand('71053')], ['96', '101'])
  const [creditNote] = [...(await documents(till, '/erp/credit-notes'))]
  assert.deepEqual([creditNote?.externalNumber, creditNote?.total?.amount], ['C536379', 849])
  await mustBalance(world)
})

test('what a cancellation takes back comes in at what it cost when it was sold', async () => {
  const till = await wholesaler()
  const [product] = [...(await documents(till, '/erp/products?filter[sku]=85123A'))]
  await bring(till, ['536365;85123A;HEART;6;1/12/2010 08:26;2,55;17850;United Kingdom'])
  const dearer = {
    productId: product?.id,
    quantity: '94',
    reason: 'opening',
    unitCost: { amount: 300, currency: 'GBP' },
  }
  const adjusted = { warehouseId: till.warehouseId, lines: [dearer] }
  assert.equal((await world.call(till.owner, 'POST', '/inventory/adjust', adjusted)).status, 201)
  await bring(till, ['C536379;85123A;HEART;-2;1/12/2010 09:41;2,55;17850;United Kingdom'])
  const costs = await world.app.db.read(
    till.companyId,
    (sql) => sql`
      select data->'lines'->0->'cost' as cost from event_log.event
      where company_id = ${till.companyId} and type = 'sale.returned'`,
  )
  assert.deepEqual(
    costs.map(({ cost }) => cost),
    [200],
  )
  await mustBalance(world)
})

test('rows of an invoice that stand further down are skipped and noted, not a second invoice', async () => {
  const till = await wholesaler()
  const report = await bring(till, [
    '536365;85123A;HEART;6;1/12/2010 08:26;2,55;17850;United Kingdom',
    '536366;71053;LANTERN;1;1/12/2010 08:28;3,39;17850;United Kingdom',
    '536365;71053;LANTERN;6;1/12/2010 08:26;3,39;17850;United Kingdom',
  ])
  assert.deepEqual([report.created, report.skipped], [2, 1], JSON.stringify(report))
  assert.deepEqual(report.notes, [{ row: 4, message: '536365 was brought in before: skipped.' }])
})

test('discounts beyond the goods, and codes that the catalog lacks as written, refuse their document', async () => {
  const till = await wholesaler()
  const report = await bring(till, [
    '536365;85123A;HEART;1;1/12/2010 08:26;2,55;17850;United Kingdom',
    '536365;POST;POSTAGE;-1;1/12/2010 08:26;4,70;17850;United Kingdom',
    '536366;85123a;HEART;1;1/12/2010 08:26;2,55;17850;United Kingdom',
  ])
  assert.deepEqual([report.created, report.failed], [0, 3], JSON.stringify(report))
  assert.deepEqual(
    report.errors.map(({ row, column, code }) => [row, column, code]),
    [
      [2, 'quantity', 'VALIDATION_FAILED'],
      [4, 'code', 'REFERENCE_NOT_FOUND'],
    ],
  )
  assert.match(String(report.errors[1]?.message), /85123a/)
})

test('what has neither price nor customer changes stock, and is no sale', async () => {
  const till = await wholesaler()
  await bring(till, [
    '536589;85123A;damages;-10;1/12/2010 16:50;0;;United Kingdom',
    '536765;71053;;19;2/12/2010 14:43;0;;United Kingdom',
  ])
  assert.deepEqual([await till.onHand('85123A'), await till.onHand('71053')], ['90', '119'])
  assert.equal((await documents(till, '/erp/sales')).length, 0)
})

test('what was brought in once is not brought in again', async () => {
  const till = await wholesaler()
  const rows = [
    '536365;85123A;HEART;6;1/12/2010 08:26;2,55;17850;United Kingdom',
    '536589;71053;;-10;1/12/2010 16:50;0;;United Kingdom',
  ]
  await bring(till, rows)
  const again = await bring(till, [...rows, '536366;71053;LANTERN;1;1/12/2010 18:00;3,39;;France'])
  assert.deepEqual([again.created, again.failed], [1, 0], JSON.stringify(again))
  assert.deepEqual([await till.onHand('85123A'), await till.onHand('71053')], ['94', '89'])
})

test('an undo leaves posted invoices as they are and says so', async () => {
  const till = await wholesaler()
  const { id } = await bring(till, ['536365;85123A;HEART;6;1/12/2010 08:26;2,55;17850;United Kingdom'])
  const report = await undoImport(world.app, { actor: till.owner, companyId: till.companyId, id })
  assert.deepEqual([report.undone, report.keptCount], [0, 1])
  assert.match(String(report.kept[0]?.message), /not taken back/)
  assert.equal((await documents(till, '/erp/sales')).length, 1)
  assert.equal(await till.onHand('85123A'), '94')
})

test('an invoice that sells more than there is leaves nothing and names its row', async () => {
  const till = await wholesaler()
  const report = await bring(till, [
    '536365;85123A;HEART;6;1/12/2010 08:26;2,55;17850;United Kingdom',
    '536365;71053;LANTERN;101;1/12/2010 08:26;3,39;17850;United Kingdom',
    '536366;71053;LANTERN;1;1/12/2010 08:28;3,39;17850;United Kingdom',
  ])
  assert.deepEqual([report.created, report.failed], [1, 2], JSON.stringify(report))
  assert.deepEqual(
    report.errors.map(({ row, column, code }) => [row, column, code]),
    [[3, 'quantity', 'OUT_OF_STOCK']],
  )
  assert.equal(await till.onHand('85123A'), '100')
  await mustBalance(world)
})
