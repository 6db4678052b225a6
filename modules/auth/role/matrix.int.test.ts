import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { JsonObject } from '#kernel'
import { makeCompany } from '../../../tests/company.ts'
import { makeWorld } from '../../../tests/world.ts'

const world = await makeWorld({ listeners: false })
after(() => world.close())

test('every permission comes with what a table of rights shows of it', async () => {
  const { owner } = await makeCompany(world)
  const { body } = await world.call<JsonObject[]>(owner, 'GET', '/auth/permissions')
  assert.equal(body.data.length, world.app.registry.permissions.size)
  const of = (permission: string) => body.data.find((each) => each.permission === permission)
  assert.deepEqual(of('catalog.product.update'), {
    permission: 'catalog.product.update',
    label: 'Change product',
    resource: 'products',
    right: 'update',
    module: 'catalog',
    entity: 'catalog.product',
    entityLabel: 'Products',
    reaches: ['company', 'shop'],
    reach: 'company',
  })
  assert.deepEqual(of('crm.customer.read')?.reaches, ['company', 'shop', 'own'])
  assert.equal(of('companies.company.create')?.reach, null)
  assert.equal(of('system.listEvents')?.entity, null)
})

test('what a role is granted is written as it is read: built-in ones show theirs, a copy can be changed', async () => {
  const { owner } = await makeCompany(world)
  const roles = async () => (await world.call<JsonObject[]>(owner, 'GET', '/auth/roles')).body.data
  const staff = (await roles()).find(({ name }) => name === 'shop_staff')
  assert.ok(staff?.builtIn && staff.id === null)
  const grants = Object.entries(staff.grants as Record<string, string>).map(([permission, scope]) => ({
    permission,
    scope,
  }))
  const made = await world.call(owner, 'POST', '/auth/roles', { name: 'Staff of ours', grants })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const copy = (await roles()).find(({ name }) => name === 'Staff of ours')
  assert.deepEqual(copy?.grants, staff.grants)
  const fewer = grants.slice(1)
  const changed = await world.call(owner, 'PATCH', `/auth/roles/${copy?.id}`, { grants: fewer, version: 1 })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  assert.equal(Object.keys((changed.body.data.grants ?? {}) as object).length, fewer.length)
  const stale = await world.call(owner, 'PATCH', `/auth/roles/${copy?.id}`, { name: 'Late', version: 1 })
  assert.equal(stale.body.code, 'VERSION_CONFLICT')
})

test("another company's roles are neither shown nor changed", async () => {
  const [one, two] = [await makeCompany(world), await makeCompany(world)]
  const grants = [{ permission: 'catalog.product.read', scope: 'company' }]
  const made = await world.call(one.owner, 'POST', '/auth/roles', { name: 'Theirs', grants })
  const { body } = await world.call<JsonObject[]>(two.owner, 'GET', '/auth/roles')
  assert.ok(!body.data.some(({ name }) => name === 'Theirs'))
  assert.equal((await world.call(two.owner, 'PATCH', `/auth/roles/${made.body.data.id}`, { grants })).status, 404)
})
