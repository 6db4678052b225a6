import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { adjust, breaches, figuresOf, makeProduct, makeStore, type Store } from '../../tests/store.ts'
import { cash } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-24T12:00:00Z') })
})
after(() => world.close())

const count = ({ owner, warehouseId }: Store, lines: object[], who = owner) =>
  world.call(who, 'POST', '/inventory/counts', { warehouseId, lines })

test('what was counted is what is there afterwards, and the difference has its reason and value', async () => {
  const store = await makeStore(world)
  const [more, less, same] = [await makeProduct(store), await makeProduct(store), await makeProduct(store)]
  const opening = [more, less, same].map((productId) => ({ productId, quantity: '10', unitCost: 100 }))
  await adjust(store, ...opening)
  const { status, body } = await count(store, [
    { productId: more, counted: '12' },
    { productId: less, counted: '7' },
    { productId: same, counted: '10' },
  ])
  assert.equal(status, 201, JSON.stringify(body))
  assert.deepEqual(
    [...(body.data.lines ?? [])].map(({ before, difference, value }) => [before, difference, value]),
    [
      ['10', '2', 200],
      ['10', '-3', -300],
      ['10', '0', 0],
    ],
  )
  assert.deepEqual([(await figuresOf(store, more)).onHand, (await figuresOf(store, less)).onHand], ['12', '7'])
  const lines = await world.call(store.owner, 'GET', `/inventory/adjustment-lines?filter[adjustmentId]=${body.data.id}`)
  assert.equal(lines.body.data.length, 2)
  assert.deepEqual(await breaches(world), [])
})

test('a count that finds everything in place books nothing', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  const { status, body } = await count(store, [{ productId, counted: '0' }])
  assert.deepEqual([status, body.data.id], [201, null])
})

test('twenty sales and a count at once leave what was counted, less what was sold after it', async () => {
  const store = await makeStore(world, { pricesIncludeTax: true })
  const productId = await makeProduct(store, { price: { amount: 100, currency: 'GBP' } })
  await adjust(store, { productId, quantity: '100', unitCost: 10 })
  const { shopId, registerId, staff } = store
  const sell = () => {
    const lines = [{ productId, quantity: '1' }]
    return world.call(staff, 'POST', '/erp/sales', { shopId, registerId, lines, ...cash(100) })
  }
  const [counted, ...sold] = await Promise.all([
    count(store, [{ productId, counted: '50' }]),
    ...Array.from({ length: 20 }, sell),
  ])
  assert.ok(sold.every(({ status }) => status === 201))
  const soldBefore = 100 - Number(counted?.body.data.lines?.[0]?.before)
  assert.equal((await figuresOf(store, productId)).onHand, String(50 - (20 - soldBefore)))
  assert.deepEqual(await breaches(world), [])
})

test('cashiers count nothing, and nobody counts elsewhere or twice', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  assert.equal((await count(store, [{ productId, counted: '1' }], store.staff)).status, 403)
  const twice = await count(store, [
    { productId, counted: '1' },
    { productId, counted: '2' },
  ])
  assert.equal(twice.body.code, 'VALIDATION_FAILED')
  assert.equal((await count(store, [{ productId, counted: '-1' }])).body.code, 'VALIDATION_FAILED')
  const elsewhere = world.person(store.companyId, 'shop_manager', { shopIds: [store.companyId] })
  for (const counted of ['0', '1']) {
    assert.equal((await count(store, [{ productId, counted }], elsewhere)).body.code, 'REFERENCE_NOT_FOUND')
  }
})
