/** What sales take and returns put back, on a real database. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isRefusal } from '#kernel'
import { makeShop } from '../../tests/company.ts'
import { adjust, figuresOf, makeProduct, makeStore, makeWarehouse, putBack, take } from '../../tests/store.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

const refusedWith = (code: string) => (error: unknown) => isRefusal(error) && error.code === code

test('The worked oracle: 8 at 10, 4 at 16, out 10, in 2 at 6 leaves 4 worth 36 at moving average', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '8', unitCost: 1000 })
  await adjust(store, { productId, quantity: '4', unitCost: 1600 })
  const { result } = await take(store, { productId, quantity: '10' })
  assert.equal(result.lines[0]?.cost, 12_000)
  assert.deepEqual(await figuresOf(store, productId), { onHand: '2', reserved: '0', available: '2', value: 2400 })
  await adjust(store, { productId, quantity: '2', unitCost: 600 })
  assert.deepEqual(await figuresOf(store, productId), { onHand: '4', reserved: '0', available: '4', value: 3600 })
})

test('The last unit takes all that is left of the value', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '2', unitCost: 33 }, { productId, quantity: '1', unitCost: 34 })
  const costs: (number | undefined)[] = []
  for (const _ of [1, 2, 3]) costs.push((await take(store, { productId, quantity: '1' })).result.lines[0]?.cost)
  assert.deepEqual(costs, [33, 34, 33])
  assert.equal((await figuresOf(store, productId)).value, 0)
})

test('A sale of more than there is refuses, names the lines and takes nothing', async () => {
  const store = await makeStore(world)
  const [first, second] = [await makeProduct(store), await makeProduct(store)]
  await adjust(store, { productId: first, quantity: '5' }, { productId: second, quantity: '1' })
  const sale = take(store, { productId: first, quantity: '5' }, { productId: second, quantity: '2' })
  await assert.rejects(
    sale,
    (error) =>
      isRefusal(error) &&
      error.code === 'OUT_OF_STOCK' &&
      error.details.length === 1 &&
      error.details[0]?.field === 'lines.1.quantity' &&
      error.details[0].available === '1' &&
      error.details[0].productId === second,
  )
  assert.equal((await figuresOf(store, first)).onHand, '5')
})

test('Two lines of one product are summed before the check and share its cost to the minor unit', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '3', unitCost: 100 })
  const both = [
    { productId, quantity: '2' },
    { productId, quantity: '2' },
  ]
  await assert.rejects(take(store, ...both), refusedWith('OUT_OF_STOCK'))
  await adjust(store, { productId, quantity: '1', unitCost: 101 })
  const { result } = await take(
    store,
    { productId, quantity: '1' },
    { productId, quantity: '1' },
    { productId, quantity: '1' },
  )
  assert.equal(
    result.lines.reduce((sum, { cost }) => sum + cost, 0),
    301,
  )
  assert.deepEqual(
    result.lines.map(({ cost }) => cost),
    [100, 101, 100],
  )
})

test('A product without a stock row has nothing, and a shop without a selling warehouse is told so', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await assert.rejects(take(store, { productId, quantity: '1' }), refusedWith('OUT_OF_STOCK'))
  const shopId = await makeShop(world, store.owner, 'S2')
  await assert.rejects(take({ ...store, shopId }, { productId, quantity: '1' }), refusedWith('NO_SELLING_WAREHOUSE'))
})

test('Selling down emits the new figures and each threshold once', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '5' })
  const spot = { productId, warehouseId: store.warehouseId }
  await world.call(store.owner, 'PATCH', '/inventory/reorder-points', { lines: [{ ...spot, reorderPoint: '3' }] })
  const types = async (quantity: string) => (await take(store, { productId, quantity })).events.map(({ type }) => type)
  assert.deepEqual(await types('1'), ['inventory.updated'])
  assert.deepEqual(await types('1'), ['inventory.updated', 'inventory.low_stock'])
  assert.deepEqual(await types('1'), ['inventory.updated'])
  const { events } = await take(store, { productId, quantity: '2' })
  assert.deepEqual(
    events.map(({ type }) => type),
    ['inventory.updated', 'inventory.out_of_stock'],
  )
  assert.deepEqual(events[0]?.data.lines, [{ ...spot, onHand: '0', available: '0' }])
})

test('Alerts list what is low or gone, and a receipt takes it off the list', async () => {
  const store = await makeStore(world)
  const [low, gone, fine] = [await makeProduct(store), await makeProduct(store), await makeProduct(store)]
  await adjust(store, ...[low, gone, fine].map((productId) => ({ productId, quantity: '2' })))
  const lines = [{ productId: low, warehouseId: store.warehouseId, reorderPoint: '2' }]
  await world.call(store.owner, 'PATCH', '/inventory/reorder-points', { lines })
  await take(store, { productId: gone, quantity: '2' })
  const levels = async () => {
    const { body } = await world.call(store.staff, 'GET', '/inventory/alerts')
    return [...body.data].map((row) => [String(row.productId), String(row.level)])
  }
  assert.deepEqual(await levels(), [
    [low, 'low'],
    [gone, 'out'],
  ])
  await adjust(store, { productId: gone, quantity: '1' })
  assert.deepEqual(await levels(), [[low, 'low']])
})

test('Alerts are of one shop where it is named', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '2' })
  await take(store, { productId, quantity: '2' })
  const other = await makeShop(world, store.owner, 'S2')
  const alertsOf = async (shopId: string) =>
    (await world.call(store.owner, 'GET', `/inventory/alerts?shopId=${shopId}`)).body.data.length
  assert.deepEqual([await alertsOf(store.shopId), await alertsOf(other)], [1, 0])
})

test('Returned goods come back at what they cost, and all returns of a line add up to it', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '3', unitCost: 33 }, { productId, quantity: '4', unitCost: 34 })
  const { result } = await take(store, { productId, quantity: '3', lineId: 'sold-1' })
  await adjust(store, { productId, quantity: '10', unitCost: 500 })
  const costs: (number | undefined)[] = []
  for (const quantity of ['1', '1', '1']) {
    const back = await putBack(store, { productId, quantity, originalLineId: 'sold-1' })
    costs.push(back.result.lines[0]?.cost)
  }
  assert.equal(
    costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    result.lines[0]?.cost,
  )
  await assert.rejects(
    putBack(store, { productId, quantity: '1', originalLineId: 'sold-1' }),
    refusedWith('VALIDATION_FAILED'),
  )
})

test('Scrapped returns leave stock as it was and say what was lost', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '4', unitCost: 250 })
  await take(store, { productId, quantity: '3', lineId: 'sold-2' })
  const { result } = await putBack(
    store,
    { productId, quantity: '1', originalLineId: 'sold-2', scrapped: true },
    { productId, quantity: '2', originalLineId: 'sold-2' },
  )
  assert.deepEqual(
    result.lines.map(({ cost, scrapCost }) => [cost, scrapCost]),
    [
      [0, 250],
      [500, 0],
    ],
  )
  assert.deepEqual(await figuresOf(store, productId), { onHand: '3', reserved: '0', available: '3', value: 750 })
})

test('Goods can come back to a shop that never had them', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '1', unitCost: 700 })
  await take(store, { productId, quantity: '1', lineId: 'sold-3' })
  const shopId = await makeShop(world, store.owner, 'S3')
  const other = { ...store, shopId, warehouseId: await makeWarehouse(store, { shopId }) }
  await putBack(other, { productId, quantity: '1', originalLineId: 'sold-3' })
  assert.deepEqual(await figuresOf(other, productId), { onHand: '1', reserved: '0', available: '1', value: 700 })
})
