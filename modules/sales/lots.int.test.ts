/** Goods that are told apart by batch or serial number: received, sold, given back, carried, recalled. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { makeWarehouse } from '../../tests/store.ts'
import { cash, codeOf, gbp, makeTill, mustBalance, type Till } from '../../tests/till.ts'
import { type Loose, makeWorld, type Reply, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-21T12:00:00Z') })
})
after(() => world.close())

type Receipt = { quantity: string; lot?: string; expiresOn?: string; reason?: string }
type Tracked = { till: Till; productId: string; move: (...lines: Receipt[]) => Promise<Reply<Loose>> }

/** Goods at 5.00, nothing in stock yet. */
async function tracked(tracking: 'batch' | 'serial', fields: object = {}): Promise<Tracked> {
  const till = await makeTill(world, fields as Record<string, unknown>)
  const body = { sku: 'MILK', name: 'Milk', price: gbp(500), tracking }
  const made = await world.call(till.owner, 'POST', '/erp/products', body)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const productId = String(made.body.data.id)
  const move = (...lines: Receipt[]) =>
    world.call(till.owner, 'POST', '/inventory/adjust', {
      warehouseId: till.warehouseId,
      lines: lines.map((line) => ({ productId, reason: 'found', ...line })),
    })
  return { till, productId, move }
}

async function lotsOf({ till, productId }: Tracked, warehouseId = till.warehouseId): Promise<Record<string, string>> {
  const path = `/inventory/lot-stock?filter[productId]=${productId}&filter[warehouseId]=${warehouseId}`
  const lots = await world.call(till.owner, 'GET', `/inventory/lots?filter[productId]=${productId}`)
  const codes = new Map([...lots.body.data].map(({ id, code }) => [id, String(code)]))
  const { body } = await world.call(till.owner, 'GET', path)
  return Object.fromEntries([...body.data].map(({ lotId, onHand }) => [codes.get(lotId), String(onHand)]))
}

const ok = (reply: { status: number; body: unknown }) => assert.equal(reply.status, 201, JSON.stringify(reply.body))
const buy = ({ till }: Tracked, quantity: string, more: object = {}) =>
  till.sell([{ sku: 'MILK', quantity, ...more }], cash(50_000))
const threeBatches = [
  { quantity: '5', lot: 'LATE', expiresOn: '2026-12-31' },
  { quantity: '5', lot: 'SOON', expiresOn: '2026-11-25' },
  { quantity: '5', lot: 'GONE', expiresOn: '2026-11-20' },
]

test('what expires first is sold first, over several batches, and what has expired is not', async () => {
  const one = await tracked('batch')
  ok(await one.move(...threeBatches))
  ok(await buy(one, '7'))
  assert.deepEqual(await lotsOf(one), { LATE: '3', SOON: '0', GONE: '5' })
  const refused = await buy(one, '4')
  assert.deepEqual([codeOf(refused), refused.body.details?.[0]?.field], ['LOT_UNAVAILABLE', 'lines.0.quantity'])
  assert.equal(await one.till.onHand('MILK'), '8')
  ok(await one.move({ quantity: '-5', reason: 'expired' }))
  assert.deepEqual(await lotsOf(one), { LATE: '3', SOON: '0', GONE: '0' })
  await mustBalance(world)
})

test('a named batch is sold out of, unless it has not so much, has expired or is blocked', async () => {
  const one = await tracked('batch')
  ok(await one.move(...threeBatches))
  ok(await buy(one, '3', { lots: [{ code: 'LATE', quantity: '2' }] }))
  assert.deepEqual(await lotsOf(one), { LATE: '3', SOON: '4', GONE: '5' })
  for (const lot of [{ code: 'LATE', quantity: '4' }, { code: 'GONE' }, { code: 'NONE' }]) {
    const refused = await buy(one, '4', { lots: [lot] })
    assert.deepEqual([codeOf(refused), refused.body.details?.[0]?.field], ['LOT_UNAVAILABLE', 'lines.0.lots'], lot.code)
  }
  assert.equal(codeOf(await buy(one, '1', { lots: [{ code: 'LATE', quantity: '2' }] })), 'LOT_REQUIRED')
  const { body } = await world.call(one.till.owner, 'GET', `/inventory/lots?filter[code]=LATE`)
  const blocked = await world.call(one.till.owner, 'POST', `/inventory/lots/${body.data[0]?.id}/block`, {})
  assert.equal(blocked.status, 200, JSON.stringify(blocked.body))
  assert.equal(codeOf(await buy(one, '1', { lots: [{ code: 'LATE' }] })), 'LOT_UNAVAILABLE')
  assert.equal(codeOf(await buy(one, '5')), 'LOT_UNAVAILABLE')
  await mustBalance(world)
})

test('a piece with a serial number is named where it is sold and where it comes back', async () => {
  const one = await tracked('serial')
  ok(await one.move({ quantity: '1', lot: 'SN1' }, { quantity: '1', lot: 'SN2' }, { quantity: '1', lot: 'SN3' }))
  assert.equal(codeOf(await one.move({ quantity: '1', lot: 'SN1' })), 'LOT_MISMATCH')
  assert.equal(codeOf(await one.move({ quantity: '2', lot: 'SN4' })), 'LOT_MISMATCH')
  assert.equal(codeOf(await one.move({ quantity: '1' })), 'LOT_REQUIRED')
  assert.equal(codeOf(await buy(one, '1')), 'LOT_REQUIRED')
  const sold = await buy(one, '2', { lots: [{ code: 'SN1' }, { code: 'SN3' }] })
  ok(sold)
  const giveBack = (lots?: object[]) =>
    world.call(one.till.manager, 'POST', `/erp/sales/${sold.body.data.id}/returns`, {
      registerId: one.till.registerId,
      lines: [{ saleLineId: sold.body.data.lines?.[0]?.id, quantity: '1', ...(lots ? { lots } : {}) }],
    })
  assert.equal(codeOf(await giveBack()), 'LOT_REQUIRED')
  assert.equal(codeOf(await giveBack([{ code: 'SN2' }])), 'LOT_REQUIRED')
  ok(await giveBack([{ code: 'SN3' }]))
  assert.deepEqual(await lotsOf(one), { SN1: '0', SN2: '1', SN3: '1' })
  ok(await giveBack())
  assert.deepEqual(await lotsOf(one), { SN1: '1', SN2: '1', SN3: '1' })
  await mustBalance(world)
})

test('goods come back into the batches that they were sold out of, the last ones first', async () => {
  const one = await tracked('batch')
  ok(await one.move(...threeBatches))
  const sold = await buy(one, '8')
  const lines = [{ saleLineId: sold.body.data.lines?.[0]?.id, quantity: '4' }]
  const path = `/erp/sales/${sold.body.data.id}/returns`
  ok(await world.call(one.till.manager, 'POST', path, { registerId: one.till.registerId, lines }))
  assert.deepEqual(await lotsOf(one), { LATE: '5', SOON: '1', GONE: '5' })
  const { body } = await world.call(one.till.manager, 'GET', '/inventory/lots?filter[code]=SOON')
  const buyers = await world.call(one.till.manager, 'GET', `/erp/lots/${body.data[0]?.id}/sales`)
  const [buyer] = [...(buyers.body.data.sales ?? [])]
  assert.deepEqual([buyer?.number, buyer?.quantity, buyer?.returned], [sold.body.data.number, '5', '1'])
  await mustBalance(world)
})

test('a transfer carries batches along', async () => {
  const one = await tracked('batch')
  ok(await one.move(...threeBatches))
  const depot = await makeWarehouse({ world, owner: one.till.owner }, { code: 'DEPOT' })
  const body = {
    ...{ fromWarehouseId: one.till.warehouseId, toWarehouseId: depot },
    lines: [{ productId: one.productId, quantity: '6', lots: [{ code: 'LATE', quantity: '2' }] }],
  }
  ok(await world.call(one.till.owner, 'POST', '/inventory/transfers', body))
  assert.deepEqual(await lotsOf(one), { LATE: '3', SOON: '5', GONE: '1' })
  assert.deepEqual(await lotsOf(one, depot), { LATE: '2', GONE: '4' })
  await mustBalance(world)
})

test('a batch is known by one day of expiry, and only goods that are kept in stock are tracked', async () => {
  const one = await tracked('batch')
  ok(await one.move({ quantity: '1', lot: 'B1', expiresOn: '2026-12-01' }))
  ok(await one.move({ quantity: '1', lot: 'B1' }))
  const other = await one.move({ quantity: '1', lot: 'B1', expiresOn: '2026-12-02' })
  assert.deepEqual([codeOf(other), other.body.details?.[0]?.field], ['LOT_MISMATCH', 'lines.0.expiresOn'])
  const service = { sku: 'S', name: 'Service', kind: 'service', tracking: 'batch' }
  const refused = await world.call(one.till.owner, 'POST', '/erp/products', service)
  assert.deepEqual([codeOf(refused), refused.body.details?.[0]?.field], ['VALIDATION_FAILED', 'tracking'])
})

test('of fifty tills that want the last piece of a batch, one sells it', async () => {
  const one = await tracked('batch')
  ok(await one.move({ quantity: '1', lot: 'B1', expiresOn: '2026-12-01' }))
  const codes = await Promise.all(Array.from({ length: 50 }, async () => codeOf(await buy(one, '1'))))
  assert.equal(codes.filter((code) => code === '201').length, 1)
  assert.deepEqual(await lotsOf(one), { B1: '0' })
})

test('random receipts, sales and losses keep batches what is on hand, also below zero', async () => {
  const one = await tracked('batch', { allowNegativeStock: true })
  const size = fc.integer({ min: 1, max: 6 }).map(String)
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('in' as const), quantity: size, lot: fc.constantFrom('A', 'B', 'C') }),
      fc.record({ kind: fc.constantFrom('sale' as const, 'loss' as const), quantity: size }),
    ),
    { minLength: 3, maxLength: 10 },
  )
  const run = fc.asyncProperty(steps, async (history) => {
    for (const step of history) {
      if (step.kind === 'in') ok(await one.move({ quantity: step.quantity, lot: step.lot }))
      else if (step.kind === 'loss') await one.move({ quantity: `-${step.quantity}`, reason: 'damaged' })
      else await buy(one, step.quantity)
    }
    await mustBalance(world)
  })
  await fc.assert(run, { numRuns: 12 })
})

test('of another company nothing of a batch is seen or moved', async () => {
  const one = await tracked('batch')
  ok(await one.move(...threeBatches))
  const stranger = await makeTill(world)
  assert.deepEqual((await world.call(stranger.owner, 'GET', '/inventory/lot-stock')).body.data, [])
  const { body } = await world.call(one.till.owner, 'GET', '/inventory/lots')
  const path = `/inventory/lots/${body.data[0]?.id}/block`
  assert.equal((await world.call(stranger.owner, 'POST', path, {})).status, 404)
  const buyers = `/erp/lots/${body.data[0]?.id}/sales`
  assert.equal((await world.call(stranger.owner, 'GET', buyers)).status, 404)
})
