import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cash, codeOf, makeTill, mustBalance, type Till } from '../../tests/till.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-24T12:00:00Z') })
})
after(() => world.close())

const path = '/multi-pc/sessions'
const content = { lines: [{ sku: 'MUG', quantity: '1' }] }

async function shared(till: Till, more: object = {}): Promise<string> {
  const reply = await world.call(till.staff, 'POST', path, { shopId: till.shopId, cart: content, ...more })
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return String(reply.body.data.id)
}

const act = (till: Till, id: string, what: string, body: object = {}, who = till.staff) =>
  world.call(who, 'POST', `${path}/${id}/${what}`, body)

const change = (till: Till, id: string, body: object) =>
  world.call(till.staff, 'PUT', `${path}/${id}`, { cart: content, ...body })

const sell = (till: Till, sharedCartId: string, more: object = {}) =>
  till.sell([{ sku: 'MUG', quantity: '1' }], { ...cash(100), sharedCartId, ...more })

test('a cart is seen, changed and put aside by the tills of its shop, and by no others', async () => {
  const till = await makeTill(world)
  const id = await shared(till, { name: 'Mrs Jones', held: true })
  const open = `${path}?filter[shopId]=${till.shopId}&filter[status]=open`
  const seen = await world.call(till.staff, 'GET', open)
  assert.deepEqual(
    [...seen.body.data].map(({ name, held, cart }) => ({ name, held, cart })),
    [{ name: 'Mrs Jones', held: true, cart: content }],
  )
  const changed = await change(till, id, { version: 1, cart: { lines: [] }, held: false })
  assert.deepEqual([changed.body.data.version, changed.body.data.held], [2, false], JSON.stringify(changed.body))
  const stale = await change(till, id, { version: 1 })
  assert.deepEqual([stale.status, stale.body.code], [412, 'VERSION_CONFLICT'])
  const elsewhere = world.person(till.companyId, 'shop_staff', { shopIds: [till.companyId] })
  assert.equal((await world.call(elsewhere, 'GET', `${path}/${id}`)).status, 404)
  assert.equal((await world.call(elsewhere, 'GET', path)).body.data.length, 0)
  const body = { shopId: till.shopId, cart: content }
  assert.equal(codeOf(await world.call(elsewhere, 'POST', path, body)), 'REFERENCE_NOT_FOUND')
})

test('of twenty tills that claim a cart at once, one has it; it alone may change, drop and sell it', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 100, '50')
  const id = await shared(till)
  const registers = await Promise.all(Array.from({ length: 20 }, (_, index) => till.register(`T${index}`)))
  const claims = await Promise.all(registers.map((registerId) => act(till, id, 'claim', { registerId })))
  assert.equal(claims.filter(({ status }) => status === 200).length, 1)
  assert.equal(claims.filter((reply) => codeOf(reply) === 'CART_CLAIMED').length, 19)
  const owner = String(claims.find(({ status }) => status === 200)?.body.data.claimedById)
  const other = registers.find((registerId) => registerId !== owner)
  assert.equal(codeOf(await change(till, id, { version: 2, registerId: other })), 'CART_CLAIMED')
  assert.equal(codeOf(await act(till, id, 'drop', { registerId: other })), 'CART_CLAIMED')
  assert.equal(codeOf(await sell(till, id, { registerId: other })), 'CART_CLAIMED')
  assert.equal(await till.onHand('MUG'), '50')
  assert.equal((await change(till, id, { version: 2, registerId: owner })).status, 200)
  assert.equal((await act(till, id, 'release')).body.data.claimedById, null)
  assert.equal((await sell(till, id, { registerId: other })).status, 201)
  await mustBalance(world)
})

test('of twenty sales of one cart at once, one goes through and finishes it; of the others nothing stays', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 100, '50')
  const id = await shared(till)
  const registers = await Promise.all(Array.from({ length: 5 }, (_, index) => till.register(`T${index}`)))
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => sell(till, id, { registerId: registers[index % 5] })),
  )
  const sold = replies.filter(({ status }) => status === 201)
  assert.equal(sold.length, 1)
  assert.equal(replies.filter((reply) => codeOf(reply) === 'CART_FINISHED').length, 19)
  const { body } = await world.call(till.staff, 'GET', `${path}/${id}`)
  assert.deepEqual([body.data.status, body.data.saleId], ['finished', sold[0]?.body.data.id])
  assert.equal(await till.onHand('MUG'), '49')
  const events = await world.app.db.relay`
    select type from event_log.event where company_id = ${till.companyId} and subject_id = ${id} order by seq`
  assert.deepEqual(
    events.map(({ type }) => type),
    ['shared_cart.created', 'shared_cart.finished'],
  )
  await mustBalance(world)
})

test('a sale that was made without naming its cart finishes it afterwards, once', async () => {
  const till = await makeTill(world)
  await till.goods('MUG', 100, '50')
  const id = await shared(till)
  const sale = await till.sell([{ sku: 'MUG', quantity: '1' }], cash(100))
  const saleId = sale.body.data.id
  assert.equal(codeOf(await act(till, id, 'finish', { saleId: till.shopId })), 'REFERENCE_NOT_FOUND')
  assert.equal((await act(till, id, 'finish', { saleId })).body.data.status, 'finished')
  assert.equal(codeOf(await act(till, id, 'finish', { saleId })), 'CART_FINISHED')
  assert.equal(codeOf(await act(till, id, 'claim', { registerId: till.registerId })), 'CART_FINISHED')
  assert.equal(codeOf(await act(till, await shared(till), 'finish', { saleId })), 'ALREADY_EXISTS')
})

test('carts of other shops and companies cannot be sold', async () => {
  const [till, other] = [await makeTill(world), await makeTill(world)]
  await till.goods('MUG', 100, '50')
  assert.equal(codeOf(await sell(till, await shared(other))), 'REFERENCE_NOT_FOUND')
  assert.equal(await till.onHand('MUG'), '50')
})
