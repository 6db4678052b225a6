/** Stock that is costed first in, first out: the oracle of the rules, and histories against a queue of units. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { adjust, breaches, figuresOf, makeProduct, makeStore, putBack, type Store, take } from '../../tests/store.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

const fifoStore = (fields: object = {}) => makeStore(world, { costing: 'first_in_first_out', ...fields })
const costsOf = async (store: Store, ...lines: { productId: string; quantity: string; lineId?: string }[]) =>
  (await take(store, ...lines)).result.lines.map(({ cost }) => cost)

async function layersOf({ owner, warehouseId }: Store, productId: string): Promise<[string, number][]> {
  const path = `/inventory?filter[productId]=${productId}&filter[warehouseId]=${warehouseId}`
  const { body } = await world.call(owner, 'GET', path)
  const { layers } = body.data[0] as unknown as { layers: { quantity: string; value: number }[] }
  return layers.map(({ quantity, value }) => [quantity, value])
}

test('The worked oracle: 8 at 10, 4 at 16, out 10 costs 112, in 2 at 6 leaves 4 worth 44', async () => {
  const store = await fifoStore()
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '8', unitCost: 10 })
  await adjust(store, { productId, quantity: '4', unitCost: 16 })
  assert.deepEqual(await costsOf(store, { productId, quantity: '10' }), [112])
  assert.equal((await figuresOf(store, productId)).value, 32)
  await adjust(store, { productId, quantity: '2', unitCost: 6 })
  assert.equal((await figuresOf(store, productId)).value, 44)
  assert.deepEqual(await layersOf(store, productId), [
    ['2', 32],
    ['2', 12],
  ])
})

test('What comes back comes in at what it cost, as the youngest layer; what is scrapped leaves none', async () => {
  const store = await fifoStore()
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '2', unitCost: 10 })
  await adjust(store, { productId, quantity: '2', unitCost: 30 })
  await take(store, { productId, quantity: '3', lineId: 'sold' })
  const { result } = await putBack(store, { productId, quantity: '1', originalLineId: 'sold' })
  assert.equal(result.lines[0]?.cost, 17)
  await putBack(store, { productId, quantity: '1', originalLineId: 'sold', scrapped: true })
  assert.deepEqual(await layersOf(store, productId), [
    ['1', 30],
    ['1', 17],
  ])
})

test('Below zero, goods go at the last known cost, and what fills the hole leaves one layer', async () => {
  const store = await fifoStore({ allowNegativeStock: true })
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '2', unitCost: 10 })
  assert.deepEqual(await costsOf(store, { productId, quantity: '5' }), [50])
  assert.deepEqual(await layersOf(store, productId), [])
  await adjust(store, { productId, quantity: '4', unitCost: 20 })
  assert.deepEqual(await layersOf(store, productId), [['1', 20]])
})

test('A company that changes its costing keeps quantity and value: one layer, or none', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '1', unitCost: 10 }, { productId, quantity: '2', unitCost: 40 })
  const choose = async (costing: string) => {
    const path = `/companies/${store.companyId}/settings`
    assert.equal((await world.call(store.owner, 'PATCH', path, { costing })).status, 200)
    await world.settle()
  }
  await choose('first_in_first_out')
  assert.deepEqual(await layersOf(store, productId), [['3', 90]])
  await adjust(store, { productId, quantity: '1', unitCost: 70 })
  assert.deepEqual(await costsOf(store, { productId, quantity: '1' }), [30])
  await choose('average')
  assert.deepEqual(await costsOf(store, { productId, quantity: '1' }), [43])
  assert.equal((await figuresOf(store, productId)).value, 87)
})

test('Many takers at once together cost what the layers held', async () => {
  const store = await fifoStore()
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '30', unitCost: 7 })
  await adjust(store, { productId, quantity: '30', unitCost: 11 })
  const costs = await Promise.all(Array.from({ length: 60 }, () => costsOf(store, { productId, quantity: '1' })))
  assert.deepEqual(
    costs.flat().toSorted((a, b) => a - b),
    [...Array<number>(30).fill(7), ...Array<number>(30).fill(11)],
  )
})

/** Units in a row, each with its cost: the rule once more, without any arithmetic of layers. */
type Step = { kind: 'in'; quantity: number; cost: number } | { kind: 'out'; quantity: number }
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('in' as const), quantity: fc.integer({ min: 1, max: 9 }), cost: fc.nat(999) }),
    fc.record({ kind: fc.constant('out' as const), quantity: fc.integer({ min: 1, max: 12 }) }),
  ),
  { minLength: 1, maxLength: 12 },
)

test('Every history of receipts and sales costs what a queue of single units says', async () => {
  const store = await fifoStore()
  const replay = async (history: readonly Step[]) => {
    const productId = await makeProduct(store)
    const queue: number[] = []
    for (const { quantity, ...step } of history) {
      if (step.kind === 'in') {
        await adjust(store, { productId, quantity: String(quantity), unitCost: step.cost })
        queue.push(...Array<number>(quantity).fill(step.cost))
      } else if (quantity <= queue.length) {
        const gone = queue.splice(0, quantity).reduce((sum, cost) => sum + cost, 0)
        assert.deepEqual(await costsOf(store, { productId, quantity: String(quantity) }), [gone])
      }
    }
    const value = queue.reduce((sum, cost) => sum + cost, 0)
    assert.equal((await figuresOf(store, productId)).value, value)
  }
  await fc.assert(fc.asyncProperty(steps, replay), { numRuns: 25 })
  assert.deepEqual(await breaches(world), [])
})
