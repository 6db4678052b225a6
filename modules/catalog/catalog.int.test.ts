/** The catalog through its routes, on a real database: what is refused, and to whom. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel'
import { makeWorld, type Reply, type World } from '../../tests/world.ts'
import { categoryPaths } from './category/category.equation.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(async () => world.close())

type Company = { id: string; owner: Actor; create: (path: string, body: object) => Promise<string> }
const made = (reply: Reply): string => {
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return String(reply.body.data.id)
}
let count = 0
const company = async (country = 'GB'): Promise<Company> => {
  count += 1
  const body = { name: `Company ${count}`, currency: 'GBP', timeZone: 'Europe/London', country }
  const id = made(await world.call(world.root, 'POST', '/companies', body))
  const owner = world.person(id, 'company_admin')
  return { id, owner, create: async (path, given) => made(await world.call(owner, 'POST', path, given)) }
}
const refused = async (
  who: Actor,
  method: string,
  path: string,
  body: object | undefined,
  expected: [number, string],
) => {
  const reply = await world.call(who, method, path, body)
  assert.deepEqual([reply.status, reply.body.code], expected, JSON.stringify(reply.body))
  return reply.body.details ?? []
}

test('a new company gets units and the dated taxes of its country', async () => {
  const { owner } = await company()
  await world.settle()
  const [units, rates] = await Promise.all(
    ['/catalog/units?limit=50', '/catalog/tax-rates?limit=50'].map((path) => world.call(owner, 'GET', path)),
  )
  const codes = [...(units?.body.data ?? [])].map(({ code }) => String(code))
  assert.ok(
    ['piece', 'box', 'kg'].every((code) => codes.includes(code)),
    codes.join(),
  )
  assert.deepEqual([...(rates?.body.data ?? [])].map(({ percent }) => String(percent)).sort(), ['0', '17.5', '20'])
})

test('a company of a country without known rates gets one untaxed category', async () => {
  const { owner } = await company('TR')
  await world.settle()
  const { body } = await world.call(owner, 'GET', '/catalog/tax-categories')
  assert.deepEqual(
    [...body.data].map(({ code, isDefault }) => [code, isDefault]),
    [['untaxed', true]],
  )
})

test('the same SKU is free for another company, and its products do not exist there', async () => {
  const [one, other] = [await company(), await company()]
  const id = await one.create('/erp/products', { sku: 'MUG', name: 'Mug' })
  await other.create('/erp/products', { sku: 'MUG', name: 'Mug' })
  await refused(one.owner, 'POST', '/erp/products', { sku: 'MUG', name: 'Again' }, [409, 'ALREADY_EXISTS'])
  await refused(other.owner, 'GET', `/erp/products/${id}`, undefined, [404, 'NOT_FOUND'])
  await refused(other.owner, 'GET', `/erp/products/${id}/price`, undefined, [404, 'NOT_FOUND'])
  await refused(other.owner, 'POST', `/erp/products/${id}/variants`, { options: { Size: ['S'] } }, [404, 'NOT_FOUND'])
  const barcode = { code: '4006381333931', productId: id }
  await refused(other.owner, 'POST', '/catalog/barcodes', barcode, [422, 'REFERENCE_NOT_FOUND'])
})

test('a service or charge is never kept in stock', async () => {
  const { owner } = await company()
  const { body } = await world.call(owner, 'POST', '/erp/products', { sku: 'POST', name: 'Postage', kind: 'charge' })
  assert.equal(body.data.stocked, false)
})

test('variants are made once, name the options of their product, and have none of their own', async () => {
  const { owner, create } = await company()
  const id = await create('/erp/products', { sku: 'SHIRT', name: 'Shirt' })
  const path = `/erp/products/${id}/variants`
  const reply = await world.call(owner, 'POST', path, { options: { Size: ['S', 'L'], Colour: ['Red'] } })
  assert.deepEqual(
    [...reply.body.data].map(({ sku }) => String(sku)),
    ['SHIRT-S-RED', 'SHIRT-L-RED'],
  )
  const variant = String(reply.body.data[0]?.id)
  const again = { options: { Size: ['S'], Colour: ['Red'] }, skuPattern: '{sku}-{Size}-{Colour}-2' }
  await refused(owner, 'POST', path, again, [409, 'ALREADY_EXISTS'])
  await refused(owner, 'POST', path, { options: { Shape: ['Round'] } }, [422, 'VARIANT_NOT_ALLOWED'])
  const below = `/erp/products/${variant}/variants`
  await refused(owner, 'POST', below, { options: { Fit: ['Slim'] } }, [422, 'VARIANT_NOT_ALLOWED'])
  await refused(owner, 'PATCH', `/erp/products/${id}`, { optionNames: ['Size'] }, [422, 'VARIANT_NOT_ALLOWED'])
  const child = { sku: 'X', name: 'X', parentId: variant, options: { Size: 'S' } }
  await refused(owner, 'POST', '/erp/products', child, [422, 'VARIANT_NOT_ALLOWED'])
  await refused(owner, 'DELETE', `/erp/products/${id}`, undefined, [409, 'IN_USE'])
})

test('categories keep their paths when a subtree moves, and never close a circle', async () => {
  const { owner, create } = await company()
  const [top, other] = [
    await create('/catalog/categories', { name: 'A' }),
    await create('/catalog/categories', { name: 'B' }),
  ]
  const middle = await create('/catalog/categories', { name: 'A1', parentId: top })
  const leaf = await create('/catalog/categories', { name: 'A2', parentId: middle })
  const details = await refused(owner, 'PATCH', `/catalog/categories/${top}`, { parentId: leaf }, [
    400,
    'VALIDATION_FAILED',
  ])
  assert.equal(details[0]?.field, 'parentId')
  await world.call(owner, 'PATCH', `/catalog/categories/${middle}`, { parentId: other })
  const { body } = await world.call(owner, 'GET', `/catalog/categories/${leaf}`)
  assert.deepEqual([...(body.data.path ?? [])], [middle, other])
  await refused(owner, 'POST', '/catalog/categories', { name: 'A' }, [409, 'ALREADY_EXISTS'])
  assert.deepEqual([...(await world.app.db.relay.unsafe(categoryPaths.sql))], [])
})

test('two moves at once that would close a circle together: one of them is refused', async () => {
  const { owner, create } = await company()
  const [a, b] = [
    await create('/catalog/categories', { name: 'A' }),
    await create('/catalog/categories', { name: 'B' }),
  ]
  const replies = await Promise.all([
    world.call(owner, 'PATCH', `/catalog/categories/${a}`, { parentId: b }),
    world.call(owner, 'PATCH', `/catalog/categories/${b}`, { parentId: a }),
  ])
  assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 400])
})

test('a tax category has one rate a day, also when two are entered at once', async () => {
  const { owner, create } = await company()
  const taxCategoryId = await create('/catalog/tax-categories', { code: 'reduced', name: 'Reduced' })
  const rate = { taxCategoryId, code: 'R5', label: '5 %', percent: '5', validFrom: '2010-01-01' }
  const both = await Promise.all([rate, rate].map((each) => world.call(owner, 'POST', '/catalog/tax-rates', each)))
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409])
  await refused(owner, 'POST', '/catalog/tax-rates', { ...rate, validFrom: '2020-01-01' }, [409, 'TAX_RATES_OVERLAP'])
  await refused(owner, 'POST', '/catalog/tax-rates', { ...rate, validTo: '2009-01-01' }, [400, 'VALIDATION_FAILED'])
})

test('the tax category that becomes the default takes it from the other', async () => {
  const { owner, create } = await company()
  await world.settle()
  await create('/catalog/tax-categories', { code: 'mine', name: 'Mine', isDefault: true })
  const { body } = await world.call(owner, 'GET', '/catalog/tax-categories?limit=50')
  assert.deepEqual(
    [...body.data].filter(({ isDefault }) => isDefault as unknown).map(({ code }) => String(code)),
    ['mine'],
  )
})

test('a barcode with a wrong check digit is refused, and a good one is told its kind', async () => {
  const { owner, create } = await company()
  const productId = await create('/erp/products', { sku: 'MUG', name: 'Mug' })
  const wrong = { code: '4006381333932', productId, kind: 'ean13' }
  await refused(owner, 'POST', '/catalog/barcodes', wrong, [400, 'VALIDATION_FAILED'])
  const { body } = await world.call(owner, 'POST', '/catalog/barcodes', { code: '4006381333931', productId })
  assert.equal(body.data.kind, 'ean13')
  const found = await world.call(owner, 'GET', '/catalog/lookup?code=4006381333931')
  assert.deepEqual([found.body.data.productId, found.body.data.by], [productId, 'barcode'])
  await refused(owner, 'GET', '/catalog/lookup?code=nothing', undefined, [404, 'NOT_FOUND'])
})

test('a price list line is in the currency of its list, for a product or a category', async () => {
  const { owner, create } = await company()
  const listId = await create('/catalog/price-lists', { name: 'Base', currency: 'GBP' })
  const [productId, categoryId] = [
    await create('/erp/products', { sku: 'MUG', name: 'Mug' }),
    await create('/catalog/categories', { name: 'Mugs' }),
  ]
  const euro = { listId, productId, price: { amount: 1, currency: 'EUR' } }
  await refused(owner, 'POST', '/catalog/price-list-lines', euro, [422, 'CURRENCY_MISMATCH'])
  const both = { listId, productId, categoryId, price: { amount: 1, currency: 'GBP' } }
  await refused(owner, 'POST', '/catalog/price-list-lines', both, [400, 'VALIDATION_FAILED'])
  await refused(owner, 'POST', '/catalog/price-lists', { name: 'X', currency: 'XXQ' }, [400, 'VALIDATION_FAILED'])
})

test('the price of a product is explained', async () => {
  const { owner, create } = await company()
  const id = await create('/erp/products', { sku: 'MUG', name: 'Mug', price: { amount: 1000, currency: 'GBP' } })
  const listId = await create('/catalog/price-lists', { name: 'Base', currency: 'GBP' })
  await create('/catalog/price-list-lines', {
    listId,
    productId: id,
    minQuantity: '10',
    price: { amount: 900, currency: 'GBP' },
  })
  await world.call(owner, 'POST', `/catalog/price-lists/${listId}/activate`)
  const { body } = await world.call(owner, 'GET', `/erp/products/${id}/price?quantity=10`)
  assert.deepEqual([body.data.unitPrice, body.data.step], [{ amount: 900, currency: 'GBP' }, 'base'])
  const few = await world.call(owner, 'GET', `/erp/products/${id}/price?quantity=9`)
  assert.deepEqual([few.body.data.unitPrice?.amount, few.body.data.trace?.length], [1000, 2])
})

test('customers see neither costs nor the prices of others', async () => {
  const { id: companyId, create } = await company()
  const id = await create('/erp/products', {
    sku: 'MUG',
    name: 'Mug',
    price: { amount: 1000, currency: 'GBP' },
    cost: { amount: 400, currency: 'GBP' },
  })
  const [mine, other] = ['0190a8c2-7b1e-7c3a-9f00-000000000001', '0190a8c2-7b1e-7c3a-9f00-000000000002']
  const customer = world.person(companyId, 'customer', { customerId: mine })
  const { body } = await world.call(customer, 'GET', `/erp/products/${id}`)
  assert.ok(!('cost' in body.data) && 'price' in body.data)
  await refused(customer, 'GET', `/erp/products/${id}/price?customerId=${other}`, undefined, [404, 'NOT_FOUND'])
  await refused(customer, 'GET', '/catalog/price-lists', undefined, [403, 'FORBIDDEN'])
})

test('a manager reads what all shops sell, changes what only hers sells, and sees nothing of another', async () => {
  const { id: companyId, create } = await company()
  const [north, south] = [
    await create('/shops', { code: 'N', name: 'North' }),
    await create('/shops', { code: 'S', name: 'South' }),
  ]
  const manager = world.person(companyId, 'shop_manager', { shopIds: [north] })
  const shared = await create('/erp/products', { sku: 'ALL', name: 'For all' })
  const foreign = await create('/erp/products', { sku: 'SOUTH', name: 'For the south', shopId: south })
  const own = made(await world.call(manager, 'POST', '/erp/products', { sku: 'NORTH', name: 'For the north' }))
  const { body } = await world.call(manager, 'GET', '/erp/products?sort=sku')
  assert.deepEqual(
    [...body.data].map(({ sku }) => String(sku)),
    ['ALL', 'NORTH'],
  )
  await refused(manager, 'PATCH', `/erp/products/${shared}`, { name: 'Mine' }, [403, 'FORBIDDEN'])
  await refused(manager, 'POST', `/erp/products/${shared}/variants`, { options: { Size: ['S'] } }, [403, 'FORBIDDEN'])
  await refused(manager, 'GET', `/erp/products/${foreign}`, undefined, [404, 'NOT_FOUND'])
  await refused(manager, 'GET', `/erp/products/${foreign}/price`, undefined, [404, 'NOT_FOUND'])
  await refused(manager, 'GET', '/catalog/lookup?code=SOUTH', undefined, [404, 'NOT_FOUND'])
  const child = { sku: 'SOUTH-S', name: 'S', parentId: foreign, options: { Size: 'S' } }
  await refused(manager, 'POST', '/erp/products', child, [422, 'REFERENCE_NOT_FOUND'])
  const variants = await world.call(manager, 'POST', `/erp/products/${own}/variants`, { options: { Size: ['S'] } })
  assert.equal(variants.status, 201, JSON.stringify(variants.body))
})
