/** Bundles: sold as one thing at its own price, taken from stock in parts. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cash, codeOf, gbp, makeTill, mustBalance, type Till } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

type Part = { sku: string; quantity: string; onHand: string }
type Made = { till: Till; bundleId: string; parts: string[] }

/** A gift box of the parts at 12.00; each part costs 1.00. */
async function giftBox(...parts: Part[]): Promise<Made> {
  const till = await makeTill(world)
  const body = { sku: 'BOX', name: 'Gift box', price: gbp(1200), stocked: false }
  const bundleId = String((await world.call(till.owner, 'POST', '/erp/products', body)).body.data.id)
  const ids: string[] = []
  for (const { sku, quantity, onHand } of parts) {
    const componentId = await till.goods(sku, 500, onHand)
    const made = await world.call(till.owner, 'POST', '/catalog/bundle-components', { bundleId, componentId, quantity })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    ids.push(componentId)
  }
  return { till, bundleId, parts: ids }
}

const mugAndTeas = () =>
  giftBox({ sku: 'MUG', quantity: '1', onHand: '10' }, { sku: 'TEA', quantity: '3', onHand: '10' })

test('a bundle is sold at its own price and takes its components, which are its cost', async () => {
  const { till, parts } = await mugAndTeas()
  const { status, body } = await till.sell([{ sku: 'BOX', quantity: '2' }], cash(2400))
  assert.equal(status, 201, JSON.stringify(body))
  assert.deepEqual([body.data.total, await till.onHand('MUG'), await till.onHand('TEA')], [gbp(2400), '8', '4'])
  const [event] = await world.app.db.relay`
    select data from event_log.event where type = 'sale.completed' and subject_id = ${String(body.data.id)}`
  assert.equal(event?.data.lines[0].cost, 800)
  const moves = await world.call(till.owner, 'GET', `/inventory/moves?filter[productId]=${parts[1]}&filter[kind]=sale`)
  assert.equal(moves.body.data[0]?.quantity, '-6')
  await mustBalance(world)
})

test('demand for a component is summed over bundles and single goods; what is short names every line', async () => {
  const { till } = await mugAndTeas()
  const lines = [
    { sku: 'BOX', quantity: '2' },
    { sku: 'TEA', quantity: '3' },
    { sku: 'BOX', quantity: '1' },
  ]
  const refused = await till.sell(lines, cash(6000))
  assert.equal(codeOf(refused), 'OUT_OF_STOCK')
  assert.deepEqual(
    refused.body.details?.map(({ field }) => field),
    ['lines.0.quantity', 'lines.1.quantity', 'lines.2.quantity'],
  )
  assert.equal(await till.onHand('MUG'), '10')
  const fewer = [
    { sku: 'BOX', quantity: '2' },
    { sku: 'TEA', quantity: '4' },
  ]
  assert.equal((await till.sell(fewer, cash(6000))).status, 201)
  assert.equal(await till.onHand('TEA'), '0')
  await mustBalance(world)
})

test('of fifty tills that want the last bundle at once, one sells it', async () => {
  const { till } = await giftBox({ sku: 'MUG', quantity: '1', onHand: '1' }, { sku: 'TEA', quantity: '3', onHand: '5' })
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => till.sell([{ sku: 'BOX', quantity: '1' }], cash(1200))),
  )
  const codes = replies.map(codeOf)
  assert.equal(codes.filter((code) => code === '201').length, 1)
  assert.equal(codes.filter((code) => code === 'OUT_OF_STOCK').length, 49)
  assert.equal(await till.onHand('TEA'), '2')
})

test('a bundle comes back in its parts at what they cost, in steps, and scrapped it is lost', async () => {
  const { till } = await mugAndTeas()
  const { body } = await till.sell([{ sku: 'BOX', quantity: '3' }], cash(3600))
  const saleLineId = String(body.data.lines?.[0]?.id)
  const giveBack = (quantity: string, restock: boolean) =>
    world.call(till.manager, 'POST', `/erp/sales/${body.data.id}/returns`, {
      registerId: till.registerId,
      lines: [{ saleLineId, quantity, restock }],
    })
  assert.equal((await giveBack('1', true)).status, 201)
  assert.deepEqual([await till.onHand('MUG'), await till.onHand('TEA')], ['8', '4'])
  const scrapped = await giveBack('1', false)
  assert.deepEqual([scrapped.status, scrapped.body.data.total], [201, gbp(1200)])
  assert.deepEqual([await till.onHand('MUG'), await till.onHand('TEA')], ['8', '4'])
  const [event] = await world.app.db.relay`
    select data from event_log.event where type = 'sale.returned' and subject_id = ${String(scrapped.body.data.id)}`
  assert.deepEqual([event?.data.lines[0].cost, event?.data.lines[0].scrapCost], [0, 400])
  assert.equal((await giveBack('1', true)).status, 201)
  assert.equal(codeOf(await giveBack('1', true)), 'RETURN_EXCEEDS_SALE')
  await mustBalance(world)
})

test('how many bundles there are is said by the component that runs out first', async () => {
  const { till, bundleId, parts } = await mugAndTeas()
  const { body } = await world.call(till.staff, 'GET', `/inventory/bundles?productId=${bundleId}`)
  assert.deepEqual(body.data.warehouses, [{ warehouseId: till.warehouseId, available: 3, shortOfId: parts[1] }])
  const single = await world.call(till.staff, 'GET', `/inventory/bundles?productId=${parts[0]}`)
  assert.equal(codeOf(single), 'NOT_FOUND')
  const stranger = await makeTill(world)
  assert.equal(codeOf(await world.call(stranger.owner, 'GET', `/inventory/bundles?productId=${bundleId}`)), 'NOT_FOUND')
})

test('what cannot be a bundle, or part of one, is refused with the field and the fix', async () => {
  const { till, bundleId, parts } = await mugAndTeas()
  const make = async (body: object) => {
    const reply = await world.call(till.owner, 'POST', '/catalog/bundle-components', { quantity: '1', ...body })
    return [codeOf(reply), reply.body.details?.[0]?.field]
  }
  const [mug, tea] = parts
  assert.deepEqual(await make({ bundleId: mug, componentId: tea }), ['BUNDLE_NOT_ALLOWED', 'bundleId'])
  assert.deepEqual(await make({ bundleId, componentId: mug }), ['ALREADY_EXISTS', 'bundleId'])
  const other = await world.call(till.owner, 'POST', '/erp/products', { sku: 'BOX2', name: 'Box', stocked: false })
  const otherId = other.body.data.id
  assert.deepEqual(await make({ bundleId, componentId: otherId }), ['BUNDLE_NOT_ALLOWED', 'componentId'])
  assert.deepEqual(await make({ bundleId: otherId, componentId: mug, quantity: '0.5' }), [
    'VALIDATION_FAILED',
    'quantity',
  ])
  assert.deepEqual(await make({ bundleId: otherId, componentId: mug, quantity: '0' }), [
    'VALIDATION_FAILED',
    'quantity',
  ])
  const stranger = await makeTill(world)
  const foreign = await world.call(stranger.owner, 'POST', '/catalog/bundle-components', {
    ...{ bundleId, componentId: mug, quantity: '1' },
  })
  assert.equal(foreign.status, 422)
})
