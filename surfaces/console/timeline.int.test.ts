import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Actor } from '#kernel'
import { created, makeCompany } from '../../tests/company.ts'
import { makeWorld } from '../../tests/world.ts'
import type { TimelineMoment } from './description.ts'

const world = await makeWorld({ listeners: false })
after(() => world.close())

const timeline = (who: Actor, entity: string, id: string, more = '') =>
  world.call<TimelineMoment[]>(who, 'GET', `/console/timeline?entity=${entity}&id=${id}${more}`)

/** A product whose name and cost were changed after it was made. */
async function changedProduct(owner: Actor): Promise<string> {
  const id = created(await world.call(owner, 'POST', '/erp/products', { sku: 'A1', name: 'Lamp' }))
  const cost = { amount: 200, currency: 'GBP' }
  const { status } = await world.call(owner, 'PATCH', `/erp/products/${id}`, { name: 'Lantern', cost })
  assert.equal(status, 200)
  return id
}

test('a timeline tells who changed what, newest first', async () => {
  const { owner } = await makeCompany(world)
  const id = await changedProduct(owner)
  const { body } = await timeline(owner, 'catalog.product', id)
  assert.deepEqual(
    body.data.map(({ type, actor, version }) => [type, actor.name, version]),
    [
      ['product.updated', owner.name, 2],
      ['product.created', owner.name, 1],
    ],
  )
  assert.deepEqual(body.data[0]?.changes, [
    { field: 'name', before: 'Lamp', after: 'Lantern' },
    { field: 'cost', before: null, after: { amount: 200, currency: 'GBP' } },
  ])
  assert.deepEqual(body.data[1]?.changes, [])
})

test('a field that the reader may not see is no part of the timeline', async () => {
  const { owner, staff } = await makeCompany(world)
  const id = await changedProduct(owner)
  const { status, body } = await timeline(staff, 'catalog.product', id)
  assert.equal(status, 200)
  assert.deepEqual(
    body.data[0]?.changes.map(({ field }) => field),
    ['name'],
  )
})

test('a timeline comes page by page', async () => {
  const { owner } = await makeCompany(world)
  const id = await changedProduct(owner)
  const first = await timeline(owner, 'catalog.product', id, '&limit=1')
  const cursor = String(first.body.pagination?.nextCursor)
  const second = await timeline(owner, 'catalog.product', id, `&limit=1&cursor=${cursor}`)
  assert.deepEqual([first.body.data[0]?.type, second.body.data[0]?.type], ['product.updated', 'product.created'])
  assert.equal(second.body.pagination?.nextCursor, null)
})

test('who may not read the record gets no timeline of it', async () => {
  const [one, two] = [await makeCompany(world), await makeCompany(world)]
  const id = await changedProduct(one.owner)
  assert.equal((await timeline(two.owner, 'catalog.product', id)).status, 404)
  const other = created(
    await world.call(one.owner, 'POST', '/shops', { code: 'S2', name: 'Other', timeZone: 'Europe/London' }),
  )
  assert.equal((await timeline(one.staff, 'shops.shop', other)).status, 404)
  assert.equal((await timeline(one.staff, 'shops.shop', one.shopId)).status, 200)
  assert.equal((await timeline(one.staff, 'finance.account', id)).body.code, 'FORBIDDEN')
  assert.equal((await timeline(one.owner, 'no.such', id)).status, 404)
  assert.equal((await timeline(one.owner, 'catalog.product', 'nonsense')).status, 404)
  assert.equal((await timeline(world.root, 'catalog.product', id)).body.code, 'COMPANY_REQUIRED')
})
