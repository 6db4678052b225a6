import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Actor } from '#kernel'
import { created, makeCompany, type TestCompany } from '../../tests/company.ts'
import { makeWorld } from '../../tests/world.ts'

const world = await makeWorld({ listeners: false })
after(() => world.close())

const body = (fields: object = {}) => ({ name: 'Red ones', entity: 'catalog.product', ...fields })
const keep = async (who: Actor, fields: object = {}) => created(await world.call(who, 'POST', '/views', body(fields)))
const seenBy = async (who: Actor): Promise<string[]> =>
  [...(await world.call(who, 'GET', '/views?filter[entity]=catalog.product')).body.data].map(({ id }) => String(id))
const choose = (who: Actor, viewId?: string, entity = 'catalog.product') =>
  world.call(who, 'PUT', '/views/defaults', { entity, ...(viewId ? { viewId } : {}) })
const customerOf = ({ companyId }: TestCompany) =>
  world.person(companyId, 'customer', { customerId: world.app.newId() })

test('a view is read as it was kept', async () => {
  const { staff } = await makeCompany(world)
  const fields = {
    filters: [{ field: 'tags', operator: 'contains', value: 'red' }],
    sort: '-price',
    columns: ['name', 'price'],
    words: 'heart',
  }
  const id = await keep(staff, fields)
  const { body: answer } = await world.call(staff, 'GET', `/views/${id}`)
  const { filters, sort, columns, words } = answer.data
  assert.deepEqual({ filters, sort, columns, words }, fields)
  assert.equal(answer.data.ownedBy, staff.id)
  assert.equal(answer.data.isShared, false)
})

test("a view is its owner's alone until it is shared, and then it is for reading", async () => {
  const { staff, owner } = await makeCompany(world)
  const id = await keep(staff)
  assert.deepEqual(await seenBy(owner), [])
  assert.equal((await world.call(owner, 'GET', `/views/${id}`)).status, 404)
  assert.equal((await world.call(staff, 'PATCH', `/views/${id}`, { isShared: true })).status, 200)
  assert.deepEqual(await seenBy(owner), [id])
  assert.equal((await world.call(owner, 'PATCH', `/views/${id}`, { name: 'Mine' })).status, 403)
  assert.equal((await world.call(owner, 'DELETE', `/views/${id}`)).status, 403)
})

test('shared views are not for customers, who have their own', async () => {
  const company = await makeCompany(world)
  await keep(company.owner, { isShared: true })
  const customer = customerOf(company)
  assert.deepEqual(await seenBy(customer), [])
  const own = await keep(customer)
  assert.deepEqual(await seenBy(customer), [own])
})

test("another company's shared view is not there", async () => {
  const [one, two] = [await makeCompany(world), await makeCompany(world)]
  const id = await keep(one.owner, { isShared: true })
  assert.deepEqual(await seenBy(two.owner), [])
  assert.equal((await world.call(two.owner, 'GET', `/views/${id}`)).status, 404)
  assert.equal((await choose(two.owner, id)).status, 422)
})

test('nobody keeps a view in the name of another', async () => {
  const { staff, owner } = await makeCompany(world)
  const { status } = await world.call(staff, 'POST', '/views', body({ ownedBy: owner.id }))
  assert.equal(status, 400)
})

test('a name occurs once for each person and list', async () => {
  const { staff, owner } = await makeCompany(world)
  await keep(staff)
  assert.equal((await world.call(staff, 'POST', '/views', body())).body.code, 'ALREADY_EXISTS')
  await keep(staff, { entity: 'crm.customer' })
  await keep(owner)
})

test('what is no list, order or filter is refused with the name of the field', async () => {
  const { staff } = await makeCompany(world)
  const filter = { field: 'status', operator: 'like', value: 'x' }
  for (const [fields, field] of [
    [{ entity: 'products; drop' }, 'entity'],
    [{ sort: 'name desc' }, 'sort'],
    [{ filters: [filter] }, 'filters.0.operator'],
    [{ columns: Array.from({ length: 61 }, (_, at) => `c${at}`) }, 'columns'],
  ] as const) {
    const { status, body: refused } = await world.call(staff, 'POST', '/views', body(fields))
    assert.equal(status, 400)
    assert.equal(refused.details?.[0]?.field, field)
  }
})

test('a person keeps two hundred views and no more, also when many are saved at once', async () => {
  const { staff } = await makeCompany(world)
  for (let at = 0; at < 195; at += 1) await keep(staff, { name: `View ${at}` })
  const replies = await Promise.all(
    Array.from({ length: 12 }, (_, at) => world.call(staff, 'POST', '/views', body({ name: `At once ${at}` }))),
  )
  assert.equal(replies.filter(({ status }) => status === 201).length, 5)
  assert.ok(replies.every(({ status, body: answer }) => status === 201 || answer.code === 'VIEWS_FULL'))
})

test('each person chooses the view with which a list opens, or none', async () => {
  const { staff, owner } = await makeCompany(world)
  const id = await keep(owner, { isShared: true })
  const mine = await keep(staff)
  const defaultsOf = async (who: Actor) => [...(await world.call(who, 'GET', '/views/defaults')).body.data]
  assert.equal((await choose(staff, id)).status, 200)
  assert.equal((await choose(staff, mine)).status, 200)
  assert.equal((await choose(owner, mine)).body.code, 'REFERENCE_NOT_FOUND')
  assert.equal((await choose(staff, mine, 'crm.customer')).body.code, 'REFERENCE_NOT_FOUND')
  assert.deepEqual(await defaultsOf(staff), [{ entity: 'catalog.product', viewId: mine }])
  assert.deepEqual(await defaultsOf(owner), [])
  await choose(staff)
  assert.deepEqual(await defaultsOf(staff), [])
})

test('a default goes with its view', async () => {
  const { staff } = await makeCompany(world)
  const id = await keep(staff)
  await choose(staff, id)
  assert.equal((await world.call(staff, 'DELETE', `/views/${id}`)).status, 200)
  assert.equal((await world.call(staff, 'GET', '/views/defaults')).body.data.length, 0)
})

test('nobody reads views without being signed in', async () => {
  assert.equal((await world.call(undefined, 'GET', '/views')).status, 401)
  assert.equal((await world.call(undefined, 'PUT', '/views/defaults', { entity: 'catalog.product' })).status, 401)
})
