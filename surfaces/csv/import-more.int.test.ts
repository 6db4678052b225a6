import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { exportEntity, type ImportReport, readRows, runImport, undoImport, writeRows } from '#surfaces/csv'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
let owner: postgres.Sql
before(async () => {
  world = await makeWorld({ listeners: false })
  owner = postgres(world.ownerUrl, { max: 2 })
})
after(async () => {
  await owner.end()
  await world.close()
})

async function* file(...lines: string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${lines.join('\n')}\n`)
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000)
}

type More = {
  options?: object
  actor?: TestCompany['owner']
  progress?: Parameters<typeof runImport>[2]
  signal?: AbortSignal
}
const into = (company: TestCompany, target: string, source: AsyncIterable<Uint8Array>, more: More = {}) =>
  runImport(
    world.app,
    { actor: more.actor ?? company.owner, companyId: company.companyId, target, source, options: more.options ?? {} },
    more.progress,
    more.signal,
  )

const numbered = (count: number): string[] => [
  'sku,name',
  ...Array.from({ length: count }, (_, n) => `P${n},Product ${n}`),
]
const countOf = async ({ companyId }: TestCompany, table: string): Promise<number> =>
  Number((await owner`select count(*)::int as count from ${owner(table)} where company_id = ${companyId}`)[0]?.count)
const eventsOf = async ({ companyId }: TestCompany, type: string): Promise<number> =>
  Number(
    (
      await owner`select count(*)::int as count from event_log.event where company_id = ${companyId} and type = ${type}`
    )[0]?.count,
  )
const countsOf = ({ created, updated, unchanged, failed }: ImportReport) => ({ created, updated, unchanged, failed })

test('each created and each changed record has one event, with what was before and after', async () => {
  const company = await makeCompany(world)
  await into(company, 'catalog.product', file('sku,name', 'A,Apple', 'B,Bread'))
  await into(company, 'catalog.product', file('sku,name', 'A,Green apple', 'B,Bread'))
  assert.equal(await eventsOf(company, 'product.created'), 2)
  const [event] = await owner`
    select version, data from event_log.event where company_id = ${company.companyId} and type = 'product.updated'`
  assert.equal(event?.version, 2)
  assert.equal(event?.data.before.name, 'Apple')
  assert.equal(event?.data.after.name, 'Green apple')
})

test('a dry run writes nothing and reports what the real run then does', async () => {
  const company = await makeCompany(world)
  await into(company, 'catalog.product', file('sku,name', 'B,Bread'))
  const lines = ['sku,name', 'A,Apple', 'B,Brown bread', 'A,Apple again', ',Nothing']
  const trial = await into(company, 'catalog.product', file(...lines), { options: { dryRun: true } })
  assert.equal(await countOf(company, 'catalog.product'), 1)
  assert.equal(await eventsOf(company, 'product.updated'), 0)
  const real = await into(company, 'catalog.product', file(...lines))
  assert.deepEqual(countsOf(trial), { created: 1, updated: 2, unchanged: 0, failed: 1 })
  assert.deepEqual(countsOf(real), countsOf(trial))
})

for (const [encoding, mark] of [
  ['utf8', '\uFEFF'],
  ['latin1', ''],
] as const) {
  test(`a stopped import of a ${encoding} file goes on behind its last row: nothing twice, nothing lost`, async () => {
    const company = await makeCompany(world)
    const bytes = Buffer.from(`${mark}${numbered(2300).join(' caf\u00e9\r\n')}\r\n`, encoding)
    const ending = new AbortController()
    const stopped = await into(company, 'catalog.product', only(bytes), {
      progress: ({ rows }) => rows >= 1000 && ending.abort(),
      signal: ending.signal,
      options: { mapping: { 'name caf\u00e9': 'name' } },
    })
    assert.deepEqual([stopped.state, await countOf(company, 'catalog.product')], ['cancelled', stopped.rows])
    const resumed = await into(company, 'catalog.product', only(bytes), { options: { resumeOf: stopped.id } })
    assert.deepEqual([resumed.state, resumed.rows, resumed.created], ['done', 2300, 2300])
    assert.equal(await countOf(company, 'catalog.product'), 2300)
    assert.equal(await eventsOf(company, 'product.created'), 2300)
  })
}

test('undo removes what was made and puts back what was changed, but not what somebody has touched since', async () => {
  const company = await makeCompany(world)
  await into(company, 'catalog.product', file('sku,name', 'A,Apple', 'B,Bread'))
  const { id } = await into(
    company,
    'catalog.product',
    file('sku,name', 'A,Pear', 'B,Bun', 'C,Cheese', 'D,Dill', 'E,Egg'),
  )
  const { body } = await world.call(company.owner, 'GET', '/erp/products?sort=sku')
  const [, bun, cheese, dill] = body.data
  await world.call(company.owner, 'PATCH', `/erp/products/${bun?.id}`, { description: 'touched' })
  await world.call(company.owner, 'PATCH', `/erp/products/${dill?.id}`, { description: 'touched' })
  await world.call(company.owner, 'POST', '/catalog/barcodes', { productId: cheese?.id, code: '5010000000006' })
  const report = await undoImport(world.app, { actor: company.owner, companyId: company.companyId, id })
  assert.deepEqual([report.state, report.undone, report.keptCount], ['undone', 2, 3])
  const names = await owner`select name from catalog.product where company_id = ${company.companyId} order by sku`
  assert.deepEqual(
    names.map(({ name }) => name),
    ['Apple', 'Bun', 'Cheese', 'Dill'],
  )
  assert.match(report.kept.map(({ message }) => message).join(), /changed after.*Other records refer/)
})

test('a person without the permission is refused, and a field that they may not see cannot be filled', async () => {
  const company = await makeCompany(world)
  const customer = world.person(company.companyId, 'customer')
  await assert.rejects(into(company, 'catalog.product', file('sku,name', 'A,Apple'), { actor: customer }), {
    code: 'FORBIDDEN',
  })
  const staffFile = into(company, 'catalog.product', file('sku,name,cost', 'A,Apple,1'), {
    actor: company.staff,
    options: { mapping: { sku: 'sku', name: 'name', cost: 'cost' } },
  })
  await assert.rejects(staffFile, { code: 'VALIDATION_FAILED' })
  assert.equal(await countOf(company, 'catalog.product'), 0)
})

test('the same key in another company is another record', async () => {
  const [first, second] = [await makeCompany(world), await makeCompany(world)]
  await into(first, 'catalog.product', file('sku,name', 'A,Apple'))
  const report = await into(second, 'catalog.product', file('sku,name', 'A,Anchor'))
  assert.equal(report.created, 1)
  const [apple] = await owner`select name from catalog.product where company_id = ${first.companyId}`
  assert.equal(apple?.name, 'Apple')
})

test('rows whose guard asks the database see the rows before: a tree of categories comes in one file', async () => {
  const company = await makeCompany(world)
  const lines = ['name,parent', 'Home,', 'Kitchen,Home', 'Mugs,Kitchen', 'Garden,']
  const report = await into(company, 'catalog.category', file(...lines))
  assert.deepEqual(countsOf(report), { created: 4, updated: 0, unchanged: 0, failed: 0 })
  const [mugs] = await owner`select cardinality(path) as depth from catalog.category
    where company_id = ${company.companyId} and name = 'Mugs'`
  assert.equal(mugs?.depth, 2)
})

test('a row that the database itself refuses is the error of that row alone', async () => {
  const company = await makeCompany(world)
  const lines = ['code,name,email', '1,Ann,ann@example.com', '2,Bob,ann@example.com', '3,Cyd,cyd@example.com']
  const report = await into(company, 'crm.customer', file(...lines))
  assert.deepEqual([report.created, report.failed], [2, 1])
  assert.deepEqual(
    report.errors.map(({ row, column, code }) => [row, column, code]),
    [[3, 'email', 'ALREADY_EXISTS']],
  )
})

test('a forged header is refused before anything is written, and a file that breaks early leaves nothing', async () => {
  const company = await makeCompany(world)
  await assert.rejects(into(company, 'catalog.product', file('sku,__proto__', 'A,x')), { code: 'FORBIDDEN_KEY' })
  await assert.rejects(into(company, 'catalog.product', file('sku,name', 'A,Apple', 'B,"open')), {
    code: 'CSV_INVALID',
  })
  await assert.rejects(
    into(company, 'catalog.product', file('sku,name', 'A,Apple'), { options: { mapping: { sku: 'constructor' } } }),
    {
      code: 'FORBIDDEN_KEY',
    },
  )
  assert.equal(await countOf(company, 'catalog.product'), 0)
})

test('an export comes back into another company as the same records', async () => {
  const [first, second] = [await makeCompany(world), await makeCompany(world)]
  for (const company of [first, second]) await into(company, 'catalog.brand', file('name', 'Lumen'))
  await into(
    first,
    'catalog.product',
    file(
      'sku,name,brand,price,priceCurrency,tags,stocked',
      'A,"=1+1, ""x""",Lumen,1234.5,GBP,red|blue,no',
      'B,-Bread,,7,JPY,,',
    ),
  )
  const pieces = exportEntity(world.app, { actor: first.owner, companyId: first.companyId, entity: 'catalog.product' })
  const report = await into(second, 'catalog.product', pieces)
  assert.deepEqual(countsOf(report), { created: 2, updated: 0, unchanged: 0, failed: 0 })
  const rowsOf = ({ companyId }: TestCompany) => owner`
    select p.sku, p.name, b.name as brand, price_amount, price_currency, tags, stocked from catalog.product p
    left join catalog.brand b on b.company_id = p.company_id and b.id = p.brand_id
    where p.company_id = ${companyId} order by sku`
  assert.deepEqual([...(await rowsOf(second))], [...(await rowsOf(first))])
})

test('the goods of the real invoice file come in as products', async () => {
  const company = await makeCompany(world)
  const path = new URL('../../examples/data/online-retail-2010-12.csv', import.meta.url)
  const detected = {
    encoding: { value: 'utf-8', confidence: 1, evidence: '' },
    separator: { value: ';', confidence: 1, evidence: '' },
    quote: { value: '"', confidence: 1, evidence: '' },
    hasHeader: { value: true, confidence: 1, evidence: '' },
  } as const
  const goods = new Map<string, string>()
  for await (const { cells } of readRows(createReadStream(path), { detected })) {
    const { StockCode: sku = '', Description: name = '' } = cells
    if (name.trim() !== '' && !goods.has(sku)) goods.set(sku, name)
  }
  const rows = [...goods].map(([StockCode, Description]) => ({ StockCode, Description }))
  const source = writeRows(rows, { columns: [{ name: 'StockCode' }, { name: 'Description' }] })
  const report = await into(company, 'catalog.product', source, {
    options: { mapping: { StockCode: 'sku', Description: 'name' } },
  })
  assert.deepEqual([report.created, report.failed], [goods.size, 0])
  assert.ok(goods.size > 2000)
})
