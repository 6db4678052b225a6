/** Files that go out, and come back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { App } from '#platform/execution'
import { exportEntity, type ImportReport, runImport } from '#surfaces/csv'
import { created, makeCompany, type TestCompany } from '../../tests/company.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ listeners: false })
})
after(() => world.close())

async function exported({ owner, companyId }: TestCompany, entity: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of exportEntity(world.app, { actor: owner, companyId, entity })) pieces.push(piece)
  return Buffer.concat(pieces)
}

function into({ owner, companyId }: TestCompany, target: string, file: Buffer): Promise<ImportReport> {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield file
  }
  return runImport(world.app, { actor: owner, companyId, target, source: source() })
}

/** Texts that spreadsheets run, that readers trim, cut or take for something else. */
const texts = [
  '=1+1',
  ' =cmd()',
  '\t=cmd()',
  '\r=cmd()',
  '\n@SUM(A1)',
  '\u00a0+1',
  '＝1',
  '-Bread',
  ' Tea ',
  "'quoted'",
  "'=1",
  "kids'",
  'a "b", c;d|e\tf',
  'two\r\nlines',
  '001',
  '1,5',
  '3/12/2010',
  'true',
  '\uFEFFmark',
  'Größe ₤ 漢字',
]

/** Names have one line; a description takes everything. */
const inOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')

const post = async (company: TestCompany, path: string, body: object): Promise<string> =>
  created(await world.call<{ id: string }>(company.owner, 'POST', path, body))

/** Products with every field that has a spelling of its own: links, money of three exponents, tags, JSON, a state. */
async function fill(company: TestCompany): Promise<void> {
  const brandId = await post(company, '/catalog/brands', { name: ' =Lumen' })
  for (const [at, text] of texts.entries()) {
    const cost = { amount: at, currency: 'GBP' }
    await post(company, '/erp/products', { sku: `P${at}`, name: inOneLine(text), description: text, brandId, cost })
  }
  for (const [sku, currency] of [
    ['=J', 'JPY'],
    ['-K', 'KWD'],
  ]) {
    const more = { tags: ['red', '=blue', 'a|b', ' c'], stocked: false, kind: 'service' }
    await post(company, '/erp/products', { sku, name: 'Money', price: { amount: 1234, currency }, ...more })
  }
  const parentId = await post(company, '/erp/products', { sku: 'SHIRT', name: 'Shirt', optionNames: ['Size'] })
  const id = await post(company, '/erp/products', { sku: 'SHIRT-L', name: 'L', parentId, options: { Size: '=L "' } })
  await world.call(company.owner, 'POST', `/erp/products/${id}/archive`, {})
}

test('an export brought into another company gives the same values, and into its own changes nothing', async () => {
  const [first, second] = [await makeCompany(world), await makeCompany(world)]
  await fill(first)
  const brands = await exported(first, 'catalog.brand')
  const products = await exported(first, 'catalog.product')
  const count = texts.length + 4
  const again = await into(first, 'catalog.product', products)
  assert.deepEqual([again.unchanged, again.updated, again.failed], [count, 0, 0], JSON.stringify(again.errors))
  assert.equal((await into(second, 'catalog.brand', brands)).created, 1)
  const report = await into(second, 'catalog.product', products)
  assert.deepEqual([report.created, report.failed], [count, 0], JSON.stringify(report.errors))
  assert.deepEqual(report.unmapped, ['status'])
  const copied = await exported(second, 'catalog.product')
  // States are moved by their actions only, so what was archived there is active here.
  assert.equal(String(copied), String(products).replace('archived', 'active'))
  const { body } = await world.call(second.owner, 'GET', '/erp/products?limit=100&sort=createdAt')
  const read = texts.map((_, at) => [...body.data].find(({ sku }) => String(sku) === `P${at}`))
  assert.deepEqual(
    read.map((product) => [product?.name, product?.description]),
    texts.map((text) => [inOneLine(text), text]),
  )
})

test('no cell of an export begins a formula, whatever stands before it', async () => {
  const company = await makeCompany(world)
  await fill(company)
  const file = String(await exported(company, 'catalog.product'))
  assert.doesNotMatch(file, /(?:^|,|\r\n)"?[\s\u00a0\uFEFF]*[=+@＝-]/)
})

test('customers come back with their phone numbers, codes and limits', async () => {
  const [first, second] = [await makeCompany(world), await makeCompany(world)]
  await post(first, '/erp/customers', {
    ...{ code: '007', name: '+Ann', email: 'ann@example.com', phone: '+44 20 7946 0000', country: 'GB' },
    ...{ taxNumber: '-12', creditLimit: { amount: 100_050, currency: 'GBP' }, note: '@home ' },
  })
  const file = await exported(first, 'crm.customer')
  assert.equal((await into(second, 'crm.customer', file)).created, 1)
  assert.equal(String(await exported(second, 'crm.customer')), String(file))
})

test('a large table is read page by page as the receiver takes it', async () => {
  const company = await makeCompany(world)
  const lines = Array.from({ length: 3500 }, (_, at) => `P${at},Product number ${at}`)
  await into(company, 'catalog.product', Buffer.from(['sku,name', ...lines].join('\n')))
  const reads = { count: 0 }
  const read: App['db']['read'] = (companyId, work) => {
    reads.count += 1
    return world.app.db.read(companyId, work)
  }
  const app: App = { ...world.app, db: { ...world.app.db, read } }
  const { owner, companyId } = company
  const pieces = exportEntity(app, { actor: owner, companyId, entity: 'catalog.product', fields: ['sku', 'name'] })
  const first = await pieces.next()
  const early = reads.count
  let text = String(first.value)
  for await (const piece of pieces) text += String(piece)
  assert.ok(early > 0 && early < reads.count, `${early} of ${reads.count} reads before the first piece`)
  const skus = text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0])
  assert.equal(new Set(skus).size, 3500)
  assert.equal(skus.length, 3500)
})
