/** Many returns of one sale at once, in parts: never more comes back than was sold, nor more money than was paid. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { cash, codeOf, gbp, makeTill, mustBalance, type Till } from '../till.ts'
import { makeWorld, type World } from '../world.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const sold = 10

let world: World
let till: Till
before(async () => {
  world = await makeWorld()
  till = await makeTill(world)
  await till.goods('MUG', 333, '1000')
})
after(() => world?.close())

test(`F46: returns of random parts at once pay back at most what was paid (SEED=${seed})`, async () => {
  const parts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 5, maxLength: 12 })
  await fc.assert(fc.asyncProperty(parts, returnAtOnce), { seed, numRuns: 6, endOnFailure: true })
  await mustBalance(world)
})

/** Sells ten and takes all the parts back at the same moment. */
async function returnAtOnce(parts: readonly number[]): Promise<void> {
  const before = Number(await till.onHand('MUG'))
  const { body: sale } = await till.sell([{ sku: 'MUG', quantity: String(sold) }], cash(sold * 333))
  const saleLineId = String(sale.data.lines?.[0]?.id)
  const replies = await Promise.all(
    parts.map((quantity) =>
      world.call(till.manager, 'POST', `/erp/sales/${sale.data.id}/returns`, {
        registerId: till.registerId,
        lines: [{ saleLineId, quantity: String(quantity) }],
      }),
    ),
  )
  const codes = new Set(replies.map(codeOf))
  assert.ok(
    [...codes].every((code) => ['201', 'RETURN_EXCEEDS_SALE'].includes(code)),
    [...codes].join(),
  )
  const back = parts.filter((_, index) => replies[index]?.status === 201).reduce((sum, part) => sum + part, 0)
  const smallestRefused = Math.min(...parts.filter((_, index) => replies[index]?.status !== 201))
  assert.ok(back <= sold, `${back} of ${sold} came back`)
  assert.ok(back + smallestRefused > sold, 'what still fitted was not refused')
  const refunded = replies.filter(({ status }) => status === 201).flatMap(({ body }) => [...(body.data.refunds ?? [])])
  const paidBack = refunded.reduce((sum, { amount }) => sum + Number(amount?.amount), 0)
  assert.deepEqual(gbp(paidBack), gbp(back * 333))
  assert.equal(Number(await till.onHand('MUG')), before - sold + back)
}
