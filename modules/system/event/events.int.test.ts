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

test('a rare type is looked for part by part: an empty page leads on until the log is read', async () => {
  const { owner, companyId } = await makeCompany(world)
  const id = await brand(owner, 'Rare')
  await world.app.db.relay`
    insert into event_log.event (company_id, type, entity, subject_id, data, actor, request_id)
    select ${companyId}, 'brand.updated', 'catalog.brand', ${id}, '{}', '{"kind": "system"}', 'test'
    from generate_series(1, 20001)`
  const ask = async (cursor: string) => {
    const path = `/system/events?type=brand.created&limit=2${cursor}`
    const { body } = await world.call<JsonObject[]>(owner, 'GET', path)
    return { found: body.data.map(({ subjectId }) => subjectId), next: body.pagination?.nextCursor }
  }
  const first = await ask('')
  assert.deepEqual(first.found, [])
  const second = await ask(`&cursor=${String(first.next)}`)
  assert.deepEqual(second.found, [id])
  assert.equal(second.next, null)
})

test('days are looked at by themselves: events before and after them are not there', async () => {
  const { owner, companyId } = await makeCompany(world)
  const id = await brand(owner, 'Old')
  const insert = (at: string) => world.app.db.relay`
    insert into event_log.event (company_id, type, entity, subject_id, data, actor, request_id, at)
    values (${companyId}, 'brand.updated', 'catalog.brand', ${id}, '{}', '{"kind": "system"}', 'test', ${at})`
  for (const at of ['2024-01-01T10:00:00Z', '2024-01-02T10:00:00Z', '2024-01-03T10:00:00Z']) await insert(at)
  const path = '/system/events?from=2024-01-02T00:00:00Z&to=2024-01-03T00:00:00Z'
  const { body } = await world.call<JsonObject[]>(owner, 'GET', path)
  assert.deepEqual(
    body.data.map(({ at }) => at),
    ['2024-01-02T10:00:00Z'],
  )
})
