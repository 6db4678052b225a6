/** A fault of ours in the middle of a request: one 500 that says nothing, and nobody else notices. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cash, makeTill, mustBalance, type Till } from '../till.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
let till: Till
before(async () => {
  world = await makeWorld()
  till = await makeTill(world)
  await till.goods('MUG', 1200, '100')
})
after(() => world?.close())

test('F7: of twenty sales of which one meets a fault, one answers 500 and the others are made', async () => {
  let faults = 0
  world.app.fault = (point, where) => {
    if (point !== 'after_commit' || where !== 'sales.sale.sell' || faults > 0) return
    faults += 1
    throw new Error('select secret from nowhere')
  }
  const body = {
    shopId: till.shopId,
    registerId: till.registerId,
    lines: [{ sku: 'MUG', quantity: '1' }],
    ...cash(1200),
  }
  const sell = (key: string) => world.call(till.staff, 'POST', '/erp/sales', body, { 'idempotency-key': key })
  const keys = Array.from({ length: 20 }, (_, index) => `sale-${index}`)
  const replies = await Promise.all(keys.map(sell))
  const failed = replies.filter(({ status }) => status !== 201)
  assert.deepEqual(
    failed.map(({ status, body: { code } }) => [status, code]),
    [[500, 'INTERNAL']],
  )
  const [answer] = failed
  assert.ok(String(answer?.headers['x-request-id']).length >= 8, 'it names the request')
  assert.doesNotMatch(JSON.stringify(answer?.body), /secret|nowhere|at /, 'it says nothing of the inside')
  // The fault came after the commit: asked again under its key, the sale is there and is not made twice.
  const again = await Promise.all(keys.map(sell))
  assert.ok(again.every(({ status, headers }) => status === 201 && headers['idempotent-replayed'] === 'true'))
  assert.equal(await till.onHand('MUG'), '80')
  await mustBalance(world)
})
