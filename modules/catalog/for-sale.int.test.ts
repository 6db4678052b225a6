/** What a sale gets from the catalog, on a real database: goods by any of their names, prices and dated taxes. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DocumentInput, priceDocument } from '#engines/price'
import type { Actor, Context } from '#kernel'
import { makeRun, systemActor } from '#platform/execution'
import { makeWorld, type World } from '../../tests/world.ts'
import { type ProductsForSaleRequest, productsForSale } from './contract.ts'

let world: World
let owner: Actor
let companyId: string
before(async () => {
  world = await makeWorld()
  const made = await world.call(world.root, 'POST', '/companies', {
    name: 'Gifts',
    currency: 'GBP',
    country: 'GB',
    timeZone: 'Europe/London',
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  companyId = String(made.body.data.id)
  owner = world.person(companyId, 'company_admin')
  await world.settle()
})
after(async () => world.close())

const create = async (path: string, body: unknown): Promise<string> => {
  const { status, body: answer } = await world.call(owner, 'POST', path, body)
  assert.equal(status, 201, `${path}: ${JSON.stringify(answer)}`)
  return String(answer.data.id)
}
const gbp = (amount: number) => ({ amount, currency: 'GBP' })
let count = 0
const product = (more: object = {}): Promise<string> => {
  count += 1
  return create('/erp/products', { sku: `P${count}`, name: `Product ${count}`, price: gbp(1000), ...more })
}
const unitId = async (code: string): Promise<string> => {
  const { body } = await world.call(owner, 'GET', `/catalog/units?filter[code]=${code}`)
  return String(body.data[0]?.id)
}

const ask = (request: Partial<ProductsForSaleRequest> & Pick<ProductsForSaleRequest, 'refs'>) =>
  world.app.db.transaction(companyId, async (sql) => {
    const actor = systemActor(world.app, 'test', companyId)
    const { context } = makeRun({ app: world.app, actor, companyId, scope: 'company', requestId: 'test', sql })
    const all = { shopId: null, date: '2010-12-15', ...request }
    return { result: await productsForSale(context as Context, all) }
  })

/** The document that a sale would make of the answer. */
const priced = async (refs: ProductsForSaleRequest['refs'], more: Partial<DocumentInput> = {}, date = '2010-12-15') => {
  const { products, lists, rates } = await ask({ refs, date, customerId: more.customer, shopId: more.shop ?? null })
  return priceDocument({
    lists,
    rates,
    currency: 'GBP',
    date,
    rounding: 'line',
    lines: products.map(({ priced: one, unit }, index) => ({ key: `${index}`, product: one, quantity: '1', unit })),
    ...more,
  })
}

test('goods are found by id, SKU and barcode in the order asked, with their stock unit', async () => {
  const first = await product({ sku: 'MUG' })
  const second = await product({ sku: 'PLATE' })
  await create('/catalog/barcodes', { code: '4006381333931', productId: first })
  const { products } = await ask({ refs: [{ sku: 'PLATE' }, { barcode: '4006381333931' }, { productId: second }] })
  assert.deepEqual(
    products.map(({ productId, unit, factorToStockUnit, stocked }) => [productId, unit, factorToStockUnit, stocked]),
    [second, first, second].map((id) => [id, 'piece', '1', true]),
  )
})

test('the standard rate of the United Kingdom follows the date', async () => {
  const id = await product()
  const rates = ['2010-12-15', '2011-01-03', '2011-01-04'].map(
    async (date) => (await priced([{ productId: id }], {}, date)).lines[0]?.rate?.percent,
  )
  assert.deepEqual(await Promise.all(rates), ['17.5', '17.5', '20'])
})

test('a customer price goes before the base list, and a category price holds for all that stands below', async () => {
  const top = await create('/catalog/categories', { name: 'Kitchen' })
  const below = await create('/catalog/categories', { name: 'Mugs', parentId: top })
  const id = await product({ categoryId: below })
  const customer = '0190a8c2-7b1e-7c3a-9f00-000000000001'
  const base = await create('/catalog/price-lists', { name: 'Base', currency: 'GBP' })
  const contract = await create('/catalog/price-lists', { name: 'Contract', currency: 'GBP', customerId: customer })
  await create('/catalog/price-list-lines', { listId: base, categoryId: top, price: gbp(900) })
  await create('/catalog/price-list-lines', { listId: contract, productId: id, price: gbp(700) })
  for (const list of [base, contract]) await world.call(owner, 'POST', `/catalog/price-lists/${list}/activate`)
  const amounts = [await priced([{ productId: id }]), await priced([{ productId: id }], { customer })]
  assert.deepEqual(
    amounts.map(({ lines }) => lines[0]?.net.amount),
    [900, 700],
  )
  await world.call(owner, 'POST', `/catalog/price-lists/${base}/archive`)
  assert.equal((await priced([{ productId: id }])).lines[0]?.net.amount, 1000)
})

test('a variant is priced by its own price, or else by its parent', async () => {
  const parent = await product({ sku: 'SHIRT' })
  const made = await world.call(owner, 'POST', `/erp/products/${parent}/variants`, { options: { Size: ['S', 'L'] } })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const list = await create('/catalog/price-lists', { name: 'Shirts', currency: 'GBP' })
  await create('/catalog/price-list-lines', { listId: list, productId: parent, price: gbp(800) })
  await create('/catalog/price-list-lines', { listId: list, productId: made.body.data[1]?.id, price: gbp(850) })
  const before = await priced([{ sku: 'SHIRT-S' }, { sku: 'SHIRT-L' }])
  await world.call(owner, 'POST', `/catalog/price-lists/${list}/activate`)
  const now = await priced([{ sku: 'SHIRT-S' }, { sku: 'SHIRT-L' }])
  const netOf = ({ lines }: typeof now) => lines.map(({ net }) => net.amount)
  assert.deepEqual(
    [netOf(before), netOf(now)],
    [
      [1000, 1000],
      [800, 850],
    ],
  )
})

test("a unit converts by the product's own factor before the general one", async () => {
  const [piece, dozen] = await Promise.all([unitId('piece'), unitId('dozen')])
  const plain = await product()
  const baker = await product()
  await create('/catalog/unit-conversions', { productId: baker, unitId: dozen, baseId: piece, factor: '13' })
  const { products } = await ask({ refs: [plain, baker].map((productId) => ({ productId, unit: 'dozen' })) })
  assert.deepEqual(
    products.map(({ factorToStockUnit }) => factorToStockUnit),
    ['12', '13'],
  )
})

test('what is unknown, archived, sold by variants or not sold by the unit is refused with its line', async () => {
  const [good, archived, template] = await Promise.all([product(), product(), product({ optionNames: ['Size'] })])
  await world.call(owner, 'POST', `/erp/products/${archived}/archive`)
  const cases: [object, string, string][] = [
    [{ sku: 'nothing' }, 'REFERENCE_NOT_FOUND', 'lines.1.sku'],
    [{ productId: archived }, 'PRODUCT_NOT_SELLABLE', 'lines.1'],
    [{ productId: template }, 'PRODUCT_NOT_SELLABLE', 'lines.1'],
    [{ productId: good, unit: 'kg' }, 'VALIDATION_FAILED', 'lines.1.unit'],
  ]
  for (const [ref, code, field] of cases) {
    await assert.rejects(
      ask({ refs: [{ productId: good }, ref] }),
      (error: { code: string; details: { field: string }[] }) => {
        assert.deepEqual([error.code, error.details[0]?.field], [code, field])
        return true
      },
    )
  }
})

test('goods of one shop do not exist at another', async () => {
  const [north, south] = await Promise.all(['N', 'S'].map((code) => create('/shops', { code, name: `Shop ${code}` })))
  const id = await product({ shopId: north })
  assert.equal((await ask({ refs: [{ productId: id }], shopId: north ?? null })).products.length, 1)
  await assert.rejects(ask({ refs: [{ productId: id }], shopId: south ?? null }), { code: 'REFERENCE_NOT_FOUND' })
})
