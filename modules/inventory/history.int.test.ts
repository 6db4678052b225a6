/** Random histories of one product against a model in whole numbers: quantities, costs and values to the minor unit. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel'
import { adjust, breaches, figuresOf, makeProduct, makeStore, putBack, type Store, take } from '../../tests/store.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

/** Moving average with whole quantities, never below zero. */
type Model = { onHand: bigint; value: bigint }
type Step = { kind: 'in'; quantity: bigint; cost: bigint } | { kind: 'out'; quantity: bigint }

/** The rule written once more, in other words than the database has it. */
function apply({ onHand, value }: Model, step: Step): Model {
  if (step.kind === 'in') return { onHand: onHand + step.quantity, value: value + step.quantity * step.cost }
  const rounded = (2n * value * step.quantity + onHand) / (2n * onHand)
  const cost = step.quantity === onHand ? value : rounded
  return { onHand: onHand - step.quantity, value: value - cost }
}

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('in' as const), quantity: fc.bigInt(1n, 9n), cost: fc.bigInt(0n, 999n) }),
    fc.record({ kind: fc.constant('out' as const), quantity: fc.bigInt(1n, 12n) }),
  ),
  { minLength: 1, maxLength: 12 },
)

async function replay(store: Store, history: readonly Step[]): Promise<void> {
  const productId = await makeProduct(store)
  let model: Model = { onHand: 0n, value: 0n }
  for (const step of history) {
    const quantity = String(step.quantity)
    if (step.kind === 'in') await adjust(store, { productId, quantity, unitCost: Number(step.cost) })
    else if (step.quantity > model.onHand) {
      await assert.rejects(
        take(store, { productId, quantity }),
        (error) => isRefusal(error) && error.code === 'OUT_OF_STOCK',
      )
      continue
    } else {
      const { result } = await take(store, { productId, quantity })
      assert.equal(result.lines[0]?.cost, Number(model.value - apply(model, step).value))
    }
    model = apply(model, step)
    const { onHand, value } = await figuresOf(store, productId)
    assert.deepEqual([onHand, value], [String(model.onHand), Number(model.value)])
  }
}

test('Every history of receipts and sales costs what the model says', async () => {
  const store = await makeStore(world)
  await fc.assert(
    fc.asyncProperty(steps, (history) => replay(store, history)),
    { numRuns: 25 },
  )
})

test('Returns of random sizes put back exactly what the sale cost', async () => {
  const store = await makeStore(world)
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 })
  let line = 0
  const property = fc.asyncProperty(sizes, fc.integer({ min: 0, max: 999 }), async (parts, extra) => {
    line += 1
    const [productId, originalLineId] = [await makeProduct(store), `line-${line}`]
    const sold = parts.reduce((sum, part) => sum + part, 0)
    await adjust(
      store,
      { productId, quantity: String(sold), unitCost: 100 },
      { productId, quantity: '7', unitCost: extra },
    )
    const { result } = await take(store, { productId, quantity: String(sold), lineId: originalLineId })
    let back = 0
    for (const part of parts) {
      const returned = await putBack(store, { productId, quantity: String(part), originalLineId })
      back += returned.result.lines[0]?.cost ?? 0
    }
    assert.equal(back, result.lines[0]?.cost)
  })
  await fc.assert(property, { numRuns: 15 })
})

test('Histories that fall below zero keep quantity and value the sums of their moves', async () => {
  const store = await makeStore(world, { allowNegativeStock: true })
  const property = fc.asyncProperty(steps, async (history) => {
    const productId = await makeProduct(store)
    let onHand = 0n
    for (const step of history) {
      const quantity = String(step.quantity)
      if (step.kind === 'in') await adjust(store, { productId, quantity, unitCost: Number(step.cost) })
      else await take(store, { productId, quantity })
      onHand += step.kind === 'in' ? step.quantity : -step.quantity
    }
    assert.equal((await figuresOf(store, productId)).onHand, String(onHand))
  })
  await fc.assert(property, { numRuns: 15 })
  assert.deepEqual(await breaches(world), [])
})
