import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { runImport } from '#surfaces/csv'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ listeners: false })
})
after(() => world.close())

async function* file(...lines: string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${lines.join('\n')}\n`)
}

const into = (company: TestCompany, target: string, source: AsyncIterable<Uint8Array>, options: object = {}) =>
  runImport(world.app, { actor: company.owner, companyId: company.companyId, target, source, options })

const count = async (company: TestCompany, path: string): Promise<number> =>
  Number((await world.call(company.owner, 'GET', path)).body.pagination?.total)

test('a file of products creates each, with its brand by name and its price in the company currency', async () => {
  const company = await makeCompany(world)
  await world.call(company.owner, 'POST', '/catalog/brands', { name: 'Lumen' })
  const report = await into(
    company,
    'catalog.product',
    file('SKU;Name;Brand;Price', '85123A;White hanging heart;Lumen;2,55', '71053;White metal lantern;;3,39'),
  )
  assert.deepEqual([report.state, report.rows, report.created, report.failed], ['done', 2, 2, 0])
  const { body } = await world.call(company.owner, 'GET', '/erp/products?sort=sku')
  const [lantern, heart] = body.data
  assert.deepEqual(lantern?.price, { amount: 339, currency: 'GBP' })
  assert.deepEqual(heart?.price, { amount: 255, currency: 'GBP' })
  assert.equal(typeof heart?.brandId, 'string')
})

test('the same file again changes nothing, and a changed cell changes one record', async () => {
  const company = await makeCompany(world)
  const lines = ['sku,name', 'A,Apple', 'B,Bread', 'C,Cheese']
  await into(company, 'catalog.product', file(...lines))
  const again = await into(company, 'catalog.product', file(...lines))
  assert.deepEqual([again.created, again.updated, again.unchanged], [0, 0, 3])
  const changed = await into(company, 'catalog.product', file('sku,name', 'A,Apple', 'B,Brown bread'))
  assert.deepEqual([changed.created, changed.updated, changed.unchanged], [0, 1, 1])
})

test('a bad row is the error of that row alone, named by row and column', async () => {
  const company = await makeCompany(world)
  const report = await into(
    company,
    'catalog.product',
    file('sku,name,brand,price', 'A,Apple,,1.00', 'B,,,', 'C,Cheese,Nobody,', 'D,Dill,,abc', 'E,Eggs,,-1', 'F,Fig,,2'),
  )
  assert.deepEqual([report.rows, report.created, report.failed], [6, 2, 4])
  assert.deepEqual(
    report.errors.map(({ row, column, code }) => [row, column, code]),
    [
      [3, 'name', 'VALIDATION_FAILED'],
      [4, 'brand', 'REFERENCE_NOT_FOUND'],
      [5, 'price', 'VALIDATION_FAILED'],
      [6, 'price', 'VALIDATION_FAILED'],
    ],
  )
  assert.equal(await count(company, '/erp/products'), 2)
})
