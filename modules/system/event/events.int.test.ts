import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { JsonObject } from '#kernel'
import { created, makeCompany } from '../../../tests/company.ts'
import { makeWorld } from '../../../tests/world.ts'
import { hideFields } from './see.rules.ts'

const world = await makeWorld({ listeners: false })
after(() => world.close())

const brand = async (who: Parameters<typeof world.call>[0], name: string) =>
  created(await world.call(who, 'POST', '/catalog/brands', { name }))

test('the event log is read newest first, page by page, and each event once', async () => {
  const { owner } = await makeCompany(world)
  for (const name of ['A', 'B', 'C', 'D', 'E']) await brand(owner, name)
  const names: string[] = []
  let cursor = ''
  do {
    const { body } = await world.call<JsonObject[]>(owner, 'GET', `/system/events?type=brand.created&limit=2${cursor}`)
    for (const { data } of body.data) names.push(String(((data as JsonObject).after as JsonObject).name))
    const next = body.pagination?.nextCursor
    cursor = next ? `&cursor=${String(next)}` : ''
  } while (cursor)
  assert.deepEqual(names, ['E', 'D', 'C', 'B', 'A'])
})

test('events are found by record and by time', async () => {
  const { owner } = await makeCompany(world)
  const id = await brand(owner, 'Acme')
  await world.call(owner, 'PATCH', `/catalog/brands/${id}`, { name: 'Apex' })
  const found = await world.call<JsonObject[]>(owner, 'GET', `/system/events?entity=catalog.brand&id=${id}`)
  assert.deepEqual(
    found.body.data.map(({ type }) => type),
    ['brand.updated', 'brand.created'],
  )
  const later = await world.call(owner, 'GET', '/system/events?from=2200-01-01T00:00:00Z')
  assert.equal(later.body.data.length, 0)
})

test("another company's events are not there; who looks after all sees them, or those of one", async () => {
  const [one, two] = [await makeCompany(world), await makeCompany(world)]
  const id = await brand(one.owner, 'Acme')
  const path = `/system/events?entity=catalog.brand&id=${id}`
  assert.equal((await world.call(two.owner, 'GET', path)).body.data.length, 0)
  assert.equal((await world.call(world.root, 'GET', path)).body.data.length, 1)
  const chosen = await world.call(world.root, 'GET', path, undefined, { 'x-company-id': two.companyId })
  assert.equal(chosen.body.data.length, 0)
})

test('an id without its entity and a cursor of somebody else are refused', async () => {
  const { owner } = await makeCompany(world)
  const alone = await world.call(owner, 'GET', `/system/events?id=${world.app.newId()}`)
  assert.equal(alone.body.details?.[0]?.field, 'entity')
  const strange = await world.call(owner, 'GET', '/system/events?cursor=yesterday_1')
  assert.equal(strange.body.code, 'CURSOR_INVALID')
})

test('fields that need a permission are left out of an event without it', () => {
  const registry = world.app.registry
  const data = { before: { name: 'A', cost: 1 }, after: { name: 'B', cost: 2 }, changed: ['name', 'cost'], note: 'x' }
  assert.deepEqual(
    hideFields(registry, 'catalog.product', data, () => false),
    { before: { name: 'A' }, after: { name: 'B' }, changed: ['name'], note: 'x' },
  )
  assert.equal(
    hideFields(registry, 'catalog.product', data, () => true),
    data,
  )
})
