import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Actor } from '#kernel'
import { created, makeCompany } from '../../tests/company.ts'
import { makeWorld } from '../../tests/world.ts'
import type { ConsoleDescription } from './description.ts'

const world = await makeWorld({ listeners: false })
after(() => world.close())

const described = async (who: Actor): Promise<ConsoleDescription> =>
  (await world.call<ConsoleDescription>(who, 'GET', '/console')).body.data

const brandOf = async (who: Actor, name: string) => created(await world.call(who, 'POST', '/catalog/brands', { name }))
const productOf = async (who: Actor, sku: string, fields: object) =>
  created(await world.call(who, 'POST', '/erp/products', { sku, name: `Goods ${sku}`, ...fields }))

test('an entity is described with what a client needs to draw its pages', async () => {
  const { owner } = await makeCompany(world)
  const { entities, actions, operators } = await described(owner)
  const product = entities.find(({ name }) => name === 'catalog.product')
  assert.ok(product)
  assert.equal(product.title, 'name')
  assert.equal(product.state, 'status')
  assert.ok(product.filters.includes('tags') && !product.filters.includes('options'))
  assert.ok(product.sorts.includes('createdAt') && !product.sorts.includes('tags'))
  assert.deepEqual(operators.tags, ['contains', 'empty'])
  assert.ok(product.related.some(({ entity, field }) => entity === 'catalog.barcode' && field === 'productId'))
  assert.deepEqual(product.bulk, ['delete', 'archive', 'restore'])
  assert.equal(product.export, '/exports/catalog.product')
  assert.equal(product.import, 'catalog.product')
  assert.equal(product.fields.find(({ name }) => name === 'brandId')?.path, '/catalog/brands')
  assert.deepEqual(actions.find(({ name }) => name === 'catalog.product.archive')?.transition, {
    from: ['active'],
    to: 'archived',
  })
  assert.equal(actions.find(({ name }) => name === 'finance.journalEntry.reverse')?.isDangerous, true)
  assert.equal(actions.find(({ name }) => name === 'sales.sale.read')?.verb, 'read')
})

test('what a person may not see or do is not described', async () => {
  const { staff } = await makeCompany(world)
  const { entities, actions } = await described(staff)
  const product = entities.find(({ name }) => name === 'catalog.product')
  assert.ok(product && !product.filters.includes('cost') && !product.sorts.includes('cost'))
  assert.ok(!product.bulk.includes('delete'))
  assert.ok(!entities.some(({ name }) => name === 'audit.entry'))
  assert.ok(!product.related.some(({ entity }) => !entities.some(({ name }) => name === entity)))
  assert.ok(!actions.some(({ name }) => name === 'finance.journalEntry.reverse'))
})

test('who has the description already is told so without it', async () => {
  const { owner, staff } = await makeCompany(world)
  const first = await world.call(owner, 'GET', '/console')
  const mark = String(first.headers.etag)
  const again = await world.call(owner, 'GET', '/console', undefined, { 'if-none-match': mark })
  assert.equal(again.status, 304)
  assert.equal(again.body.text, '')
  const other = await world.call(staff, 'GET', '/console', undefined, { 'if-none-match': mark })
  assert.equal(other.status, 200)
})

test('a list and a read come with the titles of what they link to', async () => {
  const { owner } = await makeCompany(world)
  const brandId = await brandOf(owner, 'Acme')
  const id = await productOf(owner, 'A1', { brandId })
  const list = await world.call(owner, 'GET', '/erp/products?include=titles')
  assert.equal(list.body.data[0]?.titles?.brandId, 'Acme')
  const one = await world.call(owner, 'GET', `/erp/products/${id}?include=titles`)
  assert.equal(one.body.data.titles?.brandId, 'Acme')
  const bare = await world.call(owner, 'GET', `/erp/products/${id}`)
  assert.equal(bare.body.data.titles, undefined)
})

test('who reaches all companies gets titles across them', async () => {
  const { owner } = await makeCompany(world)
  await productOf(owner, 'A1', { brandId: await brandOf(owner, 'Across') })
  const list = await world.call(world.root, 'GET', '/erp/products?include=titles&limit=200')
  assert.ok([...list.body.data].some((row) => String(row.titles?.brandId) === 'Across'))
})

test('something else than titles cannot be included', async () => {
  const { owner } = await makeCompany(world)
  for (const path of ['/erp/products?include=secrets', `/erp/products/${world.app.newId()}?include=secrets`]) {
    const { status, body } = await world.call(owner, 'GET', path)
    assert.equal(status, 400)
    assert.equal(body.details?.[0]?.field, 'include')
  }
})

test('the title of what a person may not read is not told', async () => {
  const { owner, companyId, shopId } = await makeCompany(world)
  const other = created(
    await world.call(owner, 'POST', '/shops', { code: 'S2', name: 'Secret shop', timeZone: 'Europe/London' }),
  )
  const mine = world.person(companyId, 'shop_staff', { shopIds: [shopId] })
  const titles = async (who: Actor, entity: string, ids: string) =>
    (await world.call(who, 'GET', `/console/titles?entity=${entity}&ids=${ids}`)).body.data.titles
  const ids = `${shopId},${other}`
  assert.deepEqual(Object.keys((await titles(owner, 'shops.shop', ids)) ?? {}).length, 2)
  assert.deepEqual(await titles(mine, 'shops.shop', ids), { [shopId]: 'Shop S1' })
  const customer = world.person(companyId, 'customer', { customerId: world.app.newId() })
  assert.deepEqual(await titles(customer, 'audit.entry', shopId), {})
  assert.deepEqual(await titles(owner, 'no.such', shopId), {})
})

test("another company's records have no title", async () => {
  const [one, two] = [await makeCompany(world), await makeCompany(world)]
  const brandId = await brandOf(one.owner, 'Acme')
  const { body } = await world.call(two.owner, 'GET', `/console/titles?entity=catalog.brand&ids=${brandId},nonsense`)
  assert.deepEqual(body.data.titles, {})
})

test('titles are asked for within a limit', async () => {
  const { owner } = await makeCompany(world)
  const ids = Array.from({ length: 201 }, () => world.app.newId()).join(',')
  const { status } = await world.call(owner, 'GET', `/console/titles?entity=catalog.brand&ids=${ids}`)
  assert.equal(status, 400)
})

test('tags are filtered by what they contain', async () => {
  const { owner } = await makeCompany(world)
  await productOf(owner, 'T1', { tags: ['red', 'new'] })
  await productOf(owner, 'T2', { tags: ['blue'] })
  const { body } = await world.call(owner, 'GET', '/erp/products?filter[tags][contains]=red')
  assert.deepEqual(
    [...body.data].map((row) => String(row.sku)),
    ['T1'],
  )
  const { status, body: refused } = await world.call(owner, 'GET', '/erp/products?filter[tags]=red')
  assert.equal(status, 400)
  assert.match(refused.details?.[0]?.message ?? '', /use contains, empty/)
})
