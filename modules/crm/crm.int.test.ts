import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel'
import { makeRun, systemActor } from '#platform/execution'
import { makeWorld, type World } from '../../tests/world.ts'
import { customerForSale } from './contract.ts'

type Row = { id: string; [name: string]: unknown }
let world: World
before(async () => {
  world = await makeWorld({ listeners: false })
})
after(() => world.close())

let count = 0
async function newOwner(): Promise<Actor> {
  count += 1
  const body = { name: `Company ${count}`, currency: 'GBP' }
  const { id } = (await world.call<Row>(world.root, 'POST', '/companies', body)).body.data
  return world.person(id, 'company_admin')
}

async function create(who: Actor, path: string, body: object): Promise<Row> {
  const reply = await world.call<Row>(who, 'POST', path, body)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return reply.body.data
}
const newCustomer = (who: Actor, values: object = {}) => create(who, '/erp/customers', { name: 'Ann Jones', ...values })

test('customers are served under both addresses', async () => {
  const owner = await newOwner()
  const { id } = await newCustomer(owner, { code: '17850', country: 'GB' })
  assert.equal((await world.call(owner, 'GET', `/crm/customers/${id}`)).body.data.code, '17850')
})

test('an address is stored in one spelling, and another spelling of it is taken', async () => {
  const owner = await newOwner()
  const { email } = await newCustomer(owner, { email: 'Ann@Example.COM' })
  assert.equal(email, 'ann@example.com')
  const reply = await world.call(owner, 'POST', '/erp/customers', { name: 'Ann', email: 'ANN@example.com' })
  assert.deepEqual([reply.status, reply.body.code, reply.body.details?.[0]?.field], [409, 'ALREADY_EXISTS', 'email'])
})

test('the same address and number in another company are free', async () => {
  const values = { email: 'ann@example.com', code: '17850' }
  await newCustomer(await newOwner(), values)
  await newCustomer(await newOwner(), values)
})

test('customers without an address do not collide', async () => {
  const owner = await newOwner()
  await newCustomer(owner)
  await newCustomer(owner)
})

test('a group of another company is refused', async () => {
  const [one, two] = [await newOwner(), await newOwner()]
  const group = await create(one, '/crm/customer-groups', { code: 'TRADE', name: 'Trade' })
  const reply = await world.call(two, 'POST', '/erp/customers', { name: 'Ann', groupId: group.id })
  assert.deepEqual([reply.status, reply.body.code], [422, 'REFERENCE_NOT_FOUND'])
})

test("a customer reaches their own record and addresses, and nobody else's", async () => {
  const owner = await newOwner()
  const [ann, ben] = [await newCustomer(owner), await newCustomer(owner)]
  const self = world.person(owner.companyId, 'customer', { customerId: ann.id })
  assert.deepEqual(
    [...(await world.call(self, 'GET', '/erp/customers')).body.data].map(({ id }) => id),
    [ann.id],
  )
  assert.equal((await world.call(self, 'GET', `/erp/customers/${ben.id}`)).status, 404)
  assert.equal((await world.call(self, 'PATCH', `/erp/customers/${ben.id}`, { name: 'Me' })).status, 404)
  assert.equal((await world.call(self, 'PATCH', `/erp/customers/${ann.id}`, { phone: '+44 20 7946 0000' })).status, 200)
})

test('a customer sets neither their group nor their status nor their credit', async () => {
  const owner = await newOwner()
  const group = await create(owner, '/crm/customer-groups', { code: 'VIP', name: 'VIP' })
  const { id } = await newCustomer(owner)
  const self = world.person(owner.companyId, 'customer', { customerId: id })
  for (const change of [
    { groupId: group.id },
    { creditLimit: { amount: 1_000_000, currency: 'GBP' } },
    { note: 'good' },
  ]) {
    assert.equal((await world.call(self, 'PATCH', `/erp/customers/${id}`, change)).status, 403, JSON.stringify(change))
  }
  assert.equal((await world.call(self, 'POST', `/erp/customers/${id}/deactivate`, {})).status, 403)
})

test('the credit limit is absent for those who may not see it', async () => {
  const owner = await newOwner()
  const { id } = await newCustomer(owner, { creditLimit: { amount: 50_000, currency: 'GBP' } })
  const clerk = world.person(owner.companyId, 'shop_staff')
  const seen = (await world.call<Row>(clerk, 'GET', `/erp/customers/${id}`)).body.data
  assert.equal('creditLimit' in seen, false)
  const kept = (await world.call<Row>(owner, 'GET', `/erp/customers/${id}`)).body.data
  assert.deepEqual(kept.creditLimit, { amount: 50_000, currency: 'GBP' })
})

const street = { kind: 'shipping', lines: '1 High Street', city: 'London', country: 'GB', isDefault: true }

test('a new default address takes the place of the one before, with an event for each', async () => {
  const owner = await newOwner()
  const customer = await newCustomer(owner)
  const first = await create(owner, '/erp/customer-addresses', { ...street, customerId: customer.id })
  const billing = await create(owner, '/erp/customer-addresses', {
    ...street,
    kind: 'billing',
    customerId: customer.id,
  })
  const second = await create(owner, '/erp/customer-addresses', { ...street, customerId: customer.id })
  const list = (await world.call<Row[]>(owner, 'GET', `/erp/customer-addresses?filter[isDefault][eq]=true`)).body.data
  assert.deepEqual(new Set(list.map(({ id }) => id)), new Set([billing.id, second.id]))
  const events = await world.app.db.relay`
    select type, version from event_log.event where subject_id = ${first.id} order by seq`
  assert.deepEqual(
    events.map(({ type, version }) => `${type} ${version}`),
    ['customer_address.created 1', 'customer_address.updated 2'],
  )
})

test('a customer with addresses is in use', async () => {
  const owner = await newOwner()
  const customer = await newCustomer(owner)
  await create(owner, '/erp/customer-addresses', { ...street, customerId: customer.id })
  assert.equal((await world.call(owner, 'DELETE', `/erp/customers/${customer.id}`)).body.code, 'IN_USE')
})

test("a sale learns of the customer's name and group, and of inactive ones that they are none", async () => {
  const owner = await newOwner()
  const { companyId } = owner
  const { id } = await newCustomer(owner)
  const find = () =>
    world.app.db.read(companyId, async (sql) => {
      const actor = systemActor(world.app, 'test', companyId)
      const { context } = makeRun({
        app: world.app,
        actor,
        companyId,
        scope: 'company',
        requestId: 'test',
        sql,
        reads: true,
      })
      return customerForSale(context, id)
    })
  assert.deepEqual(await find(), {
    ...{ id, name: 'Ann Jones', groupId: null },
    gst: { gstin: null, kind: 'unregistered', state: null },
  })
  await world.call(owner, 'POST', `/erp/customers/${id}/deactivate`, {})
  await assert.rejects(find(), { code: 'REFERENCE_NOT_FOUND' })
})
