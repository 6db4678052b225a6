import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, buildRegistry, defineEntity, defineModule, link, money, type Scope, text } from '#kernel'
import { cursorOf, readCursor } from './cursor.ts'
import { History, historyMax } from './history.ts'
import { readWatch } from './inputs.rules.ts'
import { type Notice, noticeOf } from './notice.ts'
import { Presence } from './presence.ts'
import { mayHear, reachOf } from './reach.rules.ts'
import { Rooms } from './rooms.ts'
import { readTopic, topicsOf } from './topics.rules.ts'

const [shopA, shopB, customerA, recordId] = [1, 2, 3, 4].map(
  (number) => `00000000-0000-7000-8000-00000000000${number}`,
) as [string, string, string, string]

const customer = defineEntity('buyer', { label: 'Buyer', plural: 'Buyers', owner: 'id', fields: { name: text() } })
const shop = defineEntity('place', { label: 'Place', plural: 'Places', shop: 'id', fields: { name: text() } })
const order = defineEntity('order', {
  ...{ label: 'Order', plural: 'Orders', shop: 'place', owner: 'buyer' },
  fields: {
    place: link({ to: () => shop }),
    buyer: link({ to: () => customer }),
    total: money(),
    margin: money({ see: 'test.order.margin' }),
  },
})
const offer = defineEntity('offer', {
  ...{ label: 'Offer', plural: 'Offers', shop: 'place', sharedWithoutShop: true },
  fields: { place: link({ to: () => shop }) },
})
const registry = buildRegistry([
  defineModule({
    ...{ name: 'test', says: 'A test.', uses: [], resource: 'orders', entities: [customer, shop, order, offer] },
    permissions: { 'test.order.margin': { label: 'Margin', resource: 'orders', right: 'read' } },
  }),
])

type Told = { entity?: string; shopId?: string | null; data?: Record<string, unknown>; type?: string; seq?: number }

function notice({ entity = 'test.order', shopId = shopA, data = {}, type = 'order.created', seq = 1 }: Told): Notice {
  const event = {
    ...{ seq, id: recordId, companyId: 'company', type, entity, subjectId: recordId, version: 1, shopId, data },
    ...{ actor: { kind: 'user', id: 'u', name: 'Ann' }, requestId: 'r', at: '2026-03-01T10:00:00Z' },
  }
  const figuresOf = { 'order.closed': () => ({ total: 5, margin: 3, marginId: 1 }) }
  const made = noticeOf({ position: { xid: '7', seq }, event }, registry, figuresOf)
  assert.ok(made)
  return made
}

function actor(scope: Scope | undefined, more: Partial<Actor> = {}): Actor {
  const grants = new Map<string, Scope>(
    scope ? [...registry.entities.keys()].map((address) => [`${address}.read`, scope]) : [],
  )
  return {
    ...{ kind: 'user', id: 'ann', name: 'Ann', role: 'custom', companyId: 'company', shopIds: [], sessionId: null },
    ...{ customerId: null, grants },
    ...more,
  }
}

test('a topic is the company, a shop or a record, written in one way', () => {
  assert.deepEqual(readTopic('company'), { kind: 'company' })
  assert.deepEqual(readTopic(`shop:${shopA}`), { kind: 'shop', id: shopA })
  assert.deepEqual(readTopic(`record:test.order:${shopA}`), { kind: 'record', entity: 'test.order', id: shopA })
  const wrong = ['', 'company:', 'Company', 'shop', 'shop:', `shop:${shopA}:`, `shop:${shopA.toUpperCase()}x`]
  for (const topic of [...wrong, 'record:test.order', `record:order:${shopA}`, `record::${shopA}`, 'constructor']) {
    assert.equal(readTopic(topic), undefined, topic)
  }
})

test('an event is told under the company, its shop and its record', () => {
  const message = { entity: 'test.order', id: recordId, shopId: shopA }
  assert.deepEqual(topicsOf(message), ['company', `shop:${shopA}`, `record:test.order:${recordId}`])
  assert.deepEqual(topicsOf({ ...message, shopId: null }), ['company', `record:test.order:${recordId}`])
})

test('who reaches the company hears of everything, who may not read of nothing', () => {
  assert.equal(mayHear(actor('company'), notice({})), true)
  assert.equal(mayHear(actor('all'), notice({})), true)
  assert.equal(mayHear(actor(undefined), notice({})), false)
})

test('who reaches a shop hears of its records, and of shared ones where the entity shares them', () => {
  const staff = actor('shop', { shopIds: [shopA] })
  assert.equal(mayHear(staff, notice({})), true)
  assert.equal(mayHear(staff, notice({ shopId: shopB })), false)
  assert.equal(mayHear(staff, notice({ shopId: null })), false)
  assert.equal(mayHear(staff, notice({ entity: 'test.offer', shopId: null })), true)
  assert.equal(mayHear(staff, notice({ entity: 'test.buyer', shopId: null })), true, 'buyers belong to no shop')
  assert.equal(mayHear(actor('shop', { shopIds: [recordId] }), notice({ entity: 'test.place', shopId: null })), true)
})

test('who reaches what is their own hears of it where the event says whose it is', () => {
  const buyer = actor('own', { customerId: customerA })
  const own = [{ after: { buyerId: customerA } }, { before: { buyerId: customerA } }, { order: { buyerId: customerA } }]
  for (const data of own) assert.equal(mayHear(buyer, notice({ data })), true)
  assert.equal(mayHear(buyer, notice({ data: { after: { buyerId: shopA } } })), false)
  assert.equal(mayHear(buyer, notice({})), false, 'in doubt no')
  assert.equal(mayHear(actor('own', { customerId: recordId }), notice({ entity: 'test.buyer' })), true)
  assert.equal(mayHear(buyer, notice({ entity: 'test.offer' })), false, 'offers have no owner')
})

test('figures of fields that take a permission of their own are not told', () => {
  assert.deepEqual(notice({ type: 'order.closed' }).message.figures, { total: 5, marginId: 1 })
  assert.equal(notice({}).message.figures, undefined)
})

test('those who may hear the same have the same reach, whoever they are', () => {
  const one = actor('shop', { shopIds: [shopA, shopB] })
  assert.equal(reachOf(one), reachOf(actor('shop', { id: 'bob', shopIds: [shopB, shopA] })))
  assert.notEqual(reachOf(one), reachOf(actor('shop', { shopIds: [shopA] })))
  assert.notEqual(reachOf(one), reachOf(actor('company', { shopIds: [shopA, shopB] })))
  assert.notEqual(reachOf(actor('own', { customerId: 'a' })), reachOf(actor('own', { customerId: 'b' })))
})

test('a room is there while somebody is in it, and told of what its members may hear', () => {
  const rooms = new Rooms()
  const inShop = { companyId: 'company', actor: actor('shop', { shopIds: [shopA] }) }
  const everywhere = { companyId: 'company', actor: actor('company') }
  const names = [rooms.enter(inShop, 'company'), rooms.enter(everywhere, 'company'), rooms.enter(inShop, 'company')]
  assert.equal(names[0], names[2])
  assert.deepEqual(rooms.hearing(notice({})).sort(), [names[0], names[1]].sort())
  assert.deepEqual(rooms.hearing(notice({ shopId: shopB })), [names[1]])
  for (const member of [inShop, everywhere, inShop]) rooms.leave(member, 'company')
  assert.equal(rooms.isNeeded(), false)
  assert.equal(rooms.leave(inShop, 'company'), undefined)
})

test('a cursor is read back as it was given, and nothing else is', () => {
  const position = { xid: '123456789012', seq: 42 }
  assert.deepEqual(readCursor(cursorOf(position)), position)
  for (const text of ['', '1', '1.', '.1', '1.1.1', '-1.1', '1.-1', ' 1.1', '1.1\n', '1e3.1', `${'9'.repeat(19)}.1`]) {
    assert.throws(() => readCursor(text), { code: 'CURSOR_INVALID' }, JSON.stringify(text))
  }
})

test('a history hands out what came after a position, and knows where it no longer can', () => {
  const history = new History({ xid: '7', seq: 0 })
  const now = Date.parse('2026-03-01T10:00:01Z')
  for (let seq = 1; seq <= historyMax + 10; seq += 1) history.add(notice({ seq }))
  assert.equal(history.since({ xid: '7', seq: 9 }, now), undefined)
  const all = history.since({ xid: '7', seq: 10 }, now)
  assert.equal(all?.length, historyMax)
  assert.equal(all?.[0]?.position.seq, 11)
  assert.deepEqual(history.since({ xid: '7', seq: historyMax + 10 }, now), [])
  assert.deepEqual(
    history.latest(2, ({ position }) => position.seq % 2 === 0).map(({ position }) => position.seq),
    [historyMax + 8, historyMax + 10],
  )
  assert.equal(history.since({ xid: '7', seq: historyMax }, now + 86_400_001), undefined, 'a day later')
})

test('what was read from the log stands before what came meanwhile', () => {
  const history = new History({ xid: '7', seq: 5 })
  history.add(notice({ seq: 6 }))
  history.complete([notice({ seq: 4 }), notice({ seq: 5 })], { xid: '7', seq: 3 })
  const found = history.since({ xid: '7', seq: 3 }, Date.parse('2026-03-01T10:00:01Z'))
  assert.deepEqual(
    found?.map(({ position }) => position.seq),
    [4, 5, 6],
  )
})

test('what a client sends is an object with topics, each once', () => {
  const { topics, after } = readWatch({ topics: ['company', 'company', `shop:${shopA}`], after: '7.1' })
  assert.deepEqual([...topics.keys()], ['company', `shop:${shopA}`])
  assert.deepEqual(after, { xid: '7', seq: 1 })
  for (const input of [null, [], 'x', {}, { topics: [] }, { topics: [1] }, { topics: ['company'], more: 1 }]) {
    assert.throws(() => readWatch(input), { code: 'VALIDATION_FAILED' }, JSON.stringify(input))
  }
})

test('programs, and customers who look at what is theirs, do not take part in presence', () => {
  assert.equal(Presence.sees(actor('company'), 'test.order'), true)
  assert.equal(Presence.sees(actor('shop'), 'test.order'), true)
  assert.equal(Presence.sees(actor('own'), 'test.order'), false)
  assert.equal(Presence.sees(actor(undefined), 'test.order'), false)
  assert.equal(Presence.sees(actor('company', { kind: 'key' }), 'test.order'), false)
})
