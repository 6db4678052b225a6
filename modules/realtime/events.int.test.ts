import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeShop } from '../../tests/company.ts'
import { mustBeOk } from '../../tests/sockets.ts'
import { cash, gbp, makeTill, type Till } from '../../tests/till.ts'
import { makeRealtimeWorld, type RealtimeWorld } from './realtime.fixture.ts'

let world: RealtimeWorld
let till: Till
before(async () => {
  world = await makeRealtimeWorld()
  till = await makeTill(world)
  await till.goods('TEA', 250, '1000')
})
after(() => world?.close())

const sold = async (): Promise<{ id: string; number: string }> => {
  const reply = await till.sell([{ sku: 'TEA', quantity: '1' }], cash(250))
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return reply.body.data as unknown as { id: string; number: string }
}

test('a sale reaches who watches the company within a second, with its number and total', async () => {
  const owner = await world.as(till.owner)
  mustBeOk(await owner.watch(['company']))
  const begun = performance.now()
  const { id, number } = await sold()
  await owner.until(({ events }) => events.some(({ type }) => type === 'sale.completed'))
  assert.ok(performance.now() - begun < 1_000)
  const event = owner.events.find(({ type }) => type === 'sale.completed')
  assert.equal(event?.id, id)
  assert.equal(event?.shopId, till.shopId)
  assert.equal(event?.actorName, till.staff.name)
  assert.deepEqual(event?.figures, { number, shopId: till.shopId, total: gbp(250) })
  owner.leave()
})

test('an event says that something happened, never what a record holds', async () => {
  const owner = await world.as(till.owner)
  mustBeOk(await owner.watch(['company']))
  const body = { sku: 'SECRET-COST', name: 'Hush', price: gbp(900), cost: gbp(123) }
  const made = await world.call(till.owner, 'POST', '/erp/products', body)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  await owner.until(({ events }) => events.some(({ type }) => type === 'product.created'))
  const [event] = owner.events.filter(({ type }) => type === 'product.created')
  const keys = ['actorName', 'at', 'cursor', 'entity', 'id', 'shopId', 'type', 'version']
  assert.deepEqual(Object.keys(event ?? {}).sort(), keys)
  owner.leave()
})

test('an event is told once to who watches the company, the shop and the record', async () => {
  const staff = await world.as(till.staff)
  const { id } = await sold()
  mustBeOk(await staff.watch(['company', `shop:${till.shopId}`, `record:sales.sale:${id}`]))
  const next = await sold()
  await staff.until(({ events }) => events.some(({ type, id: told }) => type === 'sale.completed' && told === next.id))
  const cursors = staff.events.map(({ cursor }) => cursor)
  assert.equal(new Set(cursors).size, cursors.length)
  staff.leave()
})

test('who watches a record hears of it and of nothing else', async () => {
  const owner = await world.as(till.owner)
  const productId = await till.goods('MUG', 500, '0')
  mustBeOk(await owner.watch([`record:catalog.product:${productId}`]))
  await sold()
  const changed = await world.call(till.owner, 'PATCH', `/erp/products/${productId}`, { name: 'Mug, blue' })
  assert.equal(changed.status, 200)
  await owner.until(({ events }) => events.some(({ type, version }) => type === 'product.updated' && version === 2))
  assert.deepEqual([...new Set(owner.events.map(({ id }) => id))], [productId])
  owner.leave()
})

test('staff of another shop hear nothing of a sale', async () => {
  const otherShop = await makeShop(world, till.owner, 'S2')
  const elsewhere = world.person(till.companyId, 'shop_staff', { shopIds: [otherShop] })
  const [here, there] = await Promise.all([world.as(till.staff), world.as(elsewhere)])
  for (const client of [here, there]) mustBeOk(await client.watch(['company']))
  await sold()
  // A customer belongs to the whole company: when they hear of it, they have heard all that came before.
  const customer = await world.call(till.owner, 'POST', '/erp/customers', { name: 'Ada', code: 'C-ADA' })
  assert.equal(customer.status, 201, JSON.stringify(customer.body))
  for (const client of [here, there])
    await client.until(({ events }) => events.some(({ type }) => type === 'customer.created'))
  assert.ok(here.events.some(({ type }) => type === 'sale.completed'))
  assert.deepEqual(
    there.events.filter(({ shopId }) => shopId === till.shopId),
    [],
  )
  for (const client of [here, there]) client.leave()
})

test('a customer hears of their own purchases and of nobody else’s', async () => {
  const made = await world.call(till.owner, 'POST', '/erp/customers', { name: 'Bob', code: 'C-BOB' })
  const customerId = String(made.body.data.id)
  const bob = await world.as(world.person(till.companyId, 'customer', { customerId }))
  mustBeOk(await bob.watch(['company']))
  await sold()
  const bought = await till.sell([{ sku: 'TEA', quantity: '1' }], { ...cash(250), customerId })
  assert.equal(bought.status, 201, JSON.stringify(bought.body))
  await bob.until(({ events }) => events.some(({ type }) => type === 'sale.completed'))
  const sales = bob.events.filter(({ entity }) => entity === 'sales.sale')
  assert.deepEqual([...new Set(sales.map(({ id }) => id))], [String(bought.body.data.id)])
  bob.leave()
})

test('another company hears nothing', async () => {
  const other = await makeTill(world)
  const stranger = await world.as(other.owner)
  mustBeOk(await stranger.watch(['company']))
  const { id } = await sold()
  await other.goods('OTHER', 100, '5')
  await stranger.until(({ events }) => events.some(({ type }) => type === 'inventory.adjusted'))
  assert.equal(
    stranger.events.some((event) => event.id === id || event.shopId === till.shopId),
    false,
  )
  stranger.leave()
})

test('what is no longer watched is no longer told', async () => {
  const owner = await world.as(till.owner)
  mustBeOk(await owner.watch(['company']))
  assert.equal((await owner.ask('unwatch', { topics: ['company'] })).ok, true)
  const productId = await till.goods('PEN', 100, '0')
  mustBeOk(await owner.watch([`record:catalog.product:${productId}`]))
  await world.call(till.owner, 'PATCH', `/erp/products/${productId}`, { name: 'Pen, red' })
  await owner.until(({ events }) => events.some(({ type }) => type === 'product.updated'))
  assert.deepEqual([...new Set(owner.events.map(({ id }) => id))], [productId])
  owner.leave()
})

test('what is told is counted', async () => {
  const before = world.counted.delivered
  const clients = await Promise.all([world.as(till.owner), world.as(till.manager)])
  for (const client of clients) mustBeOk(await client.watch(['company', `shop:${till.shopId}`]))
  await sold()
  for (const client of clients)
    await client.until(({ events }) => events.some(({ type }) => type === 'payment.success'))
  const told = clients.reduce((sum, { events }) => sum + events.length, 0)
  assert.equal(world.counted.delivered - before, told)
  for (const client of clients) client.leave()
})
