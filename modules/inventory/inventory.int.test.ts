/** Stock through its routes and its contract, on a real database. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isRefusal } from '#kernel'
import {
  adjust,
  breaches,
  figuresOf,
  gbp,
  inContext,
  makeProduct,
  makeStore,
  makeWarehouse,
  take,
} from '../../tests/store.ts'
import { makeWorld, type World } from '../../tests/world.ts'
import { stockOf } from './contract.ts'

let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

const refusedWith = (code: string) => (error: unknown) => isRefusal(error) && error.code === code

test('An adjustment says its value to the ledger, and gains without a cost come in at the average', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '10', unitCost: 150 })
  const data = await adjust(
    store,
    { productId, quantity: '-3', reason: 'stolen' },
    { productId, quantity: '2', reason: 'found' },
  )
  assert.deepEqual(data.lines, [
    { productId, quantity: '-3', value: -450, reason: 'stolen', effect: 'shrinkage' },
    { productId, quantity: '2', value: 300, reason: 'found', effect: 'gain' },
  ])
  const [event] = await world.app.db.relay`
    select data from event_log.event where type = 'inventory.adjusted' and subject_id = ${String(data.id)}`
  assert.equal(event?.data.adjustmentId, data.id)
  assert.equal(event?.data.currency, 'GBP')
  assert.deepEqual(event?.data.lines, data.lines)
})

test('Goods that come in without a cost are worth what the product says where there is no average', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store, { cost: gbp(425) })
  await adjust(store, { productId, quantity: '2' })
  assert.equal((await figuresOf(store, productId)).value, 850)
})

test('Below zero is refused: for sales, for adjustments and for promises', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '2' })
  const lines = [{ productId, quantity: '-3', reason: 'damaged' }]
  const reply = await world.call(store.owner, 'POST', '/inventory/adjust', { warehouseId: store.warehouseId, lines })
  assert.equal(reply.status, 409)
  assert.equal(reply.body.code, 'OUT_OF_STOCK')
})

test('A cashier may look at stock and not change it; a manager changes that of the own shop', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  const body = { warehouseId: store.warehouseId, lines: [{ productId, quantity: '1', reason: 'found' }] }
  assert.equal((await world.call(store.staff, 'POST', '/inventory/adjust', body)).status, 403)
  assert.equal((await world.call(store.manager, 'POST', '/erp/inventory/adjust', body)).status, 201)
  const seen = await world.call(store.staff, 'GET', '/erp/inventory')
  assert.equal(seen.body.data.length, 1)
  assert.equal('value' in (seen.body.data[0] ?? {}), false)
  const depot = await makeWarehouse(store, {})
  const elsewhere = await world.call(store.manager, 'POST', '/inventory/adjust', { ...body, warehouseId: depot })
  assert.equal(elsewhere.status, 422)
  assert.equal(elsewhere.body.code, 'REFERENCE_NOT_FOUND')
})

test('What an adjustment may not say is refused with the field', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  const send = async (line: object) => {
    const lines = [{ productId, quantity: '1', reason: 'found', ...line }]
    const { status, body } = await world.call(store.owner, 'POST', '/inventory/adjust', {
      warehouseId: store.warehouseId,
      lines,
    })
    return [status, body.code, body.details?.[0]?.field]
  }
  assert.deepEqual(await send({ quantity: '0' }), [400, 'VALIDATION_FAILED', 'lines.0.quantity'])
  assert.deepEqual(await send({ reason: 'nothing' }), [422, 'REFERENCE_NOT_FOUND', 'lines.0.reason'])
  assert.deepEqual(await send({ productId: world.app.newId() }), [422, 'REFERENCE_NOT_FOUND', 'lines.0.productId'])
  assert.deepEqual(await send({ unitCost: { amount: 1, currency: 'EUR' } }), [
    422,
    'CURRENCY_MISMATCH',
    'lines.0.unitCost',
  ])
  const service = await makeProduct(store, { kind: 'service', stocked: false })
  assert.deepEqual(await send({ productId: service }), [400, 'VALIDATION_FAILED', 'lines.0.productId'])
})

test('Another company sees nothing of the stock and cannot move it', async () => {
  const [store, other] = [await makeStore(world), await makeStore(world)]
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '5' })
  assert.equal((await world.call(other.owner, 'GET', '/inventory')).body.data.length, 0)
  const lines = [{ productId, quantity: '1', reason: 'found' }]
  const bodies = [
    { warehouseId: store.warehouseId, lines },
    { warehouseId: other.warehouseId, lines },
  ]
  for (const body of bodies) {
    assert.equal((await world.call(other.owner, 'POST', '/inventory/adjust', body)).status, 422)
  }
})

test('A transfer carries the value of the goods to the minor unit', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  const depot = await makeWarehouse(store, {})
  await adjust(store, { productId, quantity: '2', unitCost: 33 }, { productId, quantity: '1', unitCost: 34 })
  const body = { fromWarehouseId: store.warehouseId, toWarehouseId: depot, lines: [{ productId, quantity: '2' }] }
  const reply = await world.call(store.owner, 'POST', '/inventory/transfers', body)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  const [from, to] = [await figuresOf(store, productId), await figuresOf({ ...store, warehouseId: depot }, productId)]
  assert.deepEqual([from.onHand, from.value, to.onHand, to.value], ['1', 33, '2', 67])
  assert.equal((await world.call(store.owner, 'POST', '/inventory/transfers', body)).body.code, 'OUT_OF_STOCK')
})

test('A promise takes goods out of what can be sold until it is released', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '3' })
  const body = { lines: [{ productId, warehouseId: store.warehouseId, quantity: '2' }] }
  const reply = await world.call(store.manager, 'POST', '/inventory/reservations', body)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  await assert.rejects(take(store, { productId, quantity: '2' }), refusedWith('OUT_OF_STOCK'))
  assert.equal((await world.call(store.manager, 'POST', '/inventory/reservations', body)).body.code, 'OUT_OF_STOCK')
  const path = `/inventory/reservations/${reply.body.data.id}/release`
  assert.equal((await world.call(store.manager, 'POST', path)).status, 200)
  assert.equal((await world.call(store.manager, 'POST', path)).body.code, 'INVALID_TRANSITION')
  assert.equal((await figuresOf(store, productId)).available, '3')
})

test('A promise whose time is over ends by itself', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '3' })
  const soon = new Date(Date.now() + 50).toISOString()
  const body = { expiresAt: soon, lines: [{ productId, warehouseId: store.warehouseId, quantity: '2' }] }
  assert.equal((await world.call(store.owner, 'POST', '/inventory/reservations', body)).status, 201)
  const job = world.app.registry.jobs.find(({ address }) => address === 'inventory.expire-reservations')
  const later = new Date(Date.now() + 60_000).toISOString()
  await inContext(store, (context) => job?.definition.run({ ...context, now: later }, {}) ?? Promise.resolve())
  assert.deepEqual(await figuresOf(store, productId), { onHand: '3', reserved: '0', available: '3', value: 0 })
})

test('Allowed to fall below zero, goods go at the last known cost and the receipt trues it up', async () => {
  const store = await makeStore(world, { allowNegativeStock: true })
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '2', unitCost: 1000 })
  const { result } = await take(store, { productId, quantity: '5' })
  assert.equal(result.lines[0]?.cost, 5000)
  assert.deepEqual(await figuresOf(store, productId), { onHand: '-3', reserved: '0', available: '-3', value: -3000 })
  const data = await adjust(store, { productId, quantity: '5', unitCost: 1200 })
  assert.deepEqual(data.lines, [
    { productId, quantity: '5', value: 6000, reason: 'opening', effect: 'opening' },
    { productId, quantity: '0', value: -600, reason: 'true-up', effect: 'correction' },
  ])
  assert.equal((await figuresOf(store, productId)).value, 2400)
  const unknown = await makeProduct(store)
  assert.equal((await take(store, { productId: unknown, quantity: '1' })).result.lines[0]?.cost, 0)
  assert.equal((await figuresOf(store, unknown)).onHand, '-1')
})

test('Warehouses follow the company when it changes its mind about negative stock', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  const path = `/companies/${store.companyId}/settings`
  const changed = await world.call(world.root, 'PATCH', path, { allowNegativeStock: true })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  await world.settle()
  assert.equal((await take(store, { productId, quantity: '1' })).result.lines.length, 1)
})

test('A shop has one selling warehouse, and its first one sells by itself', async () => {
  const store = await makeStore(world)
  const { body } = await world.call(store.owner, 'GET', `/inventory/warehouses/${store.warehouseId}`)
  assert.equal(body.data.sellsFor, true)
  const second = { code: 'EXTRA', name: 'Extra', shopId: store.shopId }
  const refused = await world.call(store.owner, 'POST', '/inventory/warehouses', { ...second, sellsFor: true })
  assert.deepEqual([refused.status, refused.body.details?.[0]?.field], [409, 'sellsFor'])
  const made = await world.call(store.owner, 'POST', '/inventory/warehouses', second)
  assert.deepEqual([made.status, made.body.data.sellsFor], [201, false])
})

test('Other modules read what a shop can sell in one go', async () => {
  const store = await makeStore(world)
  const productId = await makeProduct(store)
  await adjust(store, { productId, quantity: '2.5' })
  const { result } = await inContext(store, (context) =>
    stockOf(context, { shopId: store.shopId, productIds: [productId, world.app.newId()] }),
  )
  const { warehouseId } = store
  assert.deepEqual([...result], [{ productId, warehouseId, onHand: '2.5', reserved: '0', available: '2.5' }])
})

test('Moves are never changed, and every equation holds over what these tests did', async () => {
  await assert.rejects(world.app.db.relay`update inventory.move set quantity = 1`, /never changed/)
  assert.deepEqual(await breaches(world), [])
})
