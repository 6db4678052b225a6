/** What happens when many reach for the same goods at once. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isRefusal } from '#kernel'
import { adjust, breaches, figuresOf, makeProduct, makeStore, makeWarehouse, putBack, take } from '../../tests/store.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

/** How many went through; every other one must have been told that there is nothing left. */
function countDone(outcomes: PromiseSettledResult<unknown>[]): number {
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue
    assert.ok(
      isRefusal(outcome.reason) && outcome.reason.code === 'OUT_OF_STOCK',
      `${outcome.reason} ${JSON.stringify(outcome.reason.details)}`,
    )
  }
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

const times = <T>(count: number, work: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => work(i))

test('Fifty takers of the last unit: one gets it', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '1', unitCost: 500 })
  assert.equal(countDone(await Promise.allSettled(times(50, () => take(store, { productId, quantity: '1' })))), 1)
  assert.deepEqual(await figuresOf(store, productId), { onHand: '0', reserved: '0', available: '0', value: 0 })
})

test('Many takers of a hot product take exactly what is there, and its value to the minor unit', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '100', unitCost: 333 }, { productId, quantity: '1', unitCost: 1 })
  const outcomes = await Promise.allSettled(times(150, () => take(store, { productId, quantity: '1' })))
  assert.equal(countDone(outcomes), 101)
  const costs = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value.result.lines : []))
  assert.equal(
    costs.reduce((sum, { cost }) => sum + cost, 0),
    33_301,
  )
  assert.equal((await figuresOf(store, productId)).value, 0)
})

test('Takers who name the same products in other orders never wait in a circle', async () => {
  const store = await makeStore(world)
  const products = await Promise.all(times(4, () => makeProduct(store)))
  await adjust(store, ...products.map((productId) => ({ productId, quantity: '100', unitCost: 99 })))
  const outcomes = await Promise.allSettled(
    times(100, (index) => {
      const lines = products.map((_, offset) => ({ productId: products[(index + offset) % 4] ?? '', quantity: '1' }))
      return take(store, ...(index % 2 ? lines : lines.toReversed()))
    }),
  )
  assert.equal(countDone(outcomes), 100)
  for (const productId of products) assert.equal((await figuresOf(store, productId)).onHand, '0')
})

test('Two hundred transfers that cross go through, without a deadlock that anybody sees', async () => {
  const store = await makeStore(world)
  const other = { ...store, warehouseId: await makeWarehouse(store, {}) }
  const products = await Promise.all(times(2, () => makeProduct(store)))
  for (const side of [store, other]) {
    await adjust(side, ...products.map((productId) => ({ productId, quantity: '200', unitCost: 777 })))
  }
  const transfer = async (index: number) => {
    const [from, to] = index % 2 ? [store, other] : [other, store]
    const lines = products.map((productId) => ({ productId, quantity: '1' }))
    const body = {
      fromWarehouseId: from.warehouseId,
      toWarehouseId: to.warehouseId,
      lines: index % 3 ? lines : lines.toReversed(),
    }
    return (await world.call(store.owner, 'POST', '/inventory/transfers', body)).status
  }
  // Forty at a time: of 200 at once the last would wait longer for a connection than anybody is let wait.
  const statuses: number[] = []
  for (const round of times(5, (each) => each)) {
    statuses.push(...(await Promise.all(times(40, (index) => transfer(round * 40 + index)))))
  }
  assert.deepEqual(new Set(statuses), new Set([201]))
  for (const productId of products) {
    const [left, right] = [await figuresOf(store, productId), await figuresOf(other, productId)]
    assert.deepEqual([left.onHand, right.onHand, left.value + right.value], ['200', '200', 400 * 777])
  }
})

test('Promises and sales of the same goods together never exceed them', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '20' })
  const lines = [{ productId, warehouseId: store.warehouseId, quantity: '1' }]
  const promises = times(
    20,
    async () => (await world.call(store.owner, 'POST', '/inventory/reservations', { lines })).status === 201,
  )
  const sales = Promise.allSettled(times(20, () => take(store, { productId, quantity: '1' })))
  const promised = (await Promise.all(promises)).filter(Boolean).length
  assert.equal(promised + countDone(await sales), 20)
  const { available, reserved } = await figuresOf(store, productId)
  assert.deepEqual([available, reserved], ['0', String(promised)])
})

test('The first receipts of a product from many hands make one stock row', async () => {
  const store = await makeStore(world)
  const products = await Promise.all(times(3, () => makeProduct(store)))
  await Promise.all(
    times(16, (index) => {
      const lines = products.map((productId) => ({ productId, quantity: '1', unitCost: 10 }))
      return adjust(store, ...(index % 2 ? lines : lines.toReversed()))
    }),
  )
  for (const productId of products) assert.equal((await figuresOf(store, productId)).onHand, '16')
})

test('Where stock may fall below zero, first sales and returns at once still add up', async () => {
  const store = await makeStore(world, { allowNegativeStock: true })
  const productId = await makeProduct(store)
  await Promise.all(times(16, (index) => take(store, { productId, quantity: '2', lineId: `line-${index}` })))
  await Promise.all(
    times(16, (index) =>
      Promise.all([
        putBack(store, { productId, quantity: '1', originalLineId: `line-${index}` }),
        adjust(store, { productId, quantity: '1', unitCost: 10 + index }),
      ]),
    ),
  )
  assert.deepEqual(await figuresOf(store, productId), { onHand: '0', reserved: '0', available: '0', value: 0 })
})

test('Every equation holds after all of it, and PostgreSQL broke no deadlock', async () => {
  const [row] = await world.app.db.relay`
    select deadlocks::int from pg_stat_database where datname = current_database()`
  assert.equal(row?.deadlocks, 0)
  assert.deepEqual(await breaches(world), [])
})
