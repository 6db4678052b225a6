import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LoggedEvent, Sql } from '#kernel'
import { makeRun, systemActor } from '#platform/execution'
import { makeWorld, type World } from '../../tests/world.ts'
import { companyStats } from './company/stats.actions.ts'
import { activeCompany } from './contract.ts'
import { sumRevenue } from './listeners/sum-revenue.ts'

type Company = { id: string; version: number; slug: string; status: string; [name: string]: unknown }
let world: World
before(async () => {
  world = await makeWorld()
})
after(() => world.close())

let count = 0
async function newCompany(values: object = {}): Promise<Company> {
  count += 1
  const body = { name: `Company ${count}`, currency: 'GBP', timeZone: 'Europe/London', ...values }
  const { status, body: reply } = await world.call<Company>(world.root, 'POST', '/companies', body)
  assert.equal(status, 201, JSON.stringify(reply))
  return reply.data
}
const codeOf = ({ body }: { body: { code?: string } }) => body.code

test('a super admin creates a company, which has its short name and its defaults', async () => {
  const company = await newCompany({ name: 'Café du Nord' })
  assert.equal(company.slug, 'cafe-du-nord')
  assert.deepEqual([company.status, company.version, company.taxRounding], ['active', 1, 'line'])
})

test('creating a company appends one event of that company', async () => {
  const { id } = await newCompany()
  const events = await world.app.db.relay`select type, company_id from event_log.event where subject_id = ${id}`
  assert.deepEqual(
    events.map((event) => [event.type, event.company_id]),
    [['company.created', id]],
  )
})

test('a short name is taken only once in the installation', async () => {
  const { slug } = await newCompany()
  const reply = await world.call(world.root, 'POST', '/companies', { name: 'Other', currency: 'GBP', slug })
  assert.equal(reply.status, 409)
  assert.deepEqual([codeOf(reply), reply.body.details?.[0]?.field], ['ALREADY_EXISTS', 'slug'])
})

test('the same Idempotency-Key creates one company', async () => {
  const body = { name: 'Once Only', currency: 'EUR' }
  const key = { 'idempotency-key': 'company-once' }
  const first = await world.call(world.root, 'POST', '/companies', body, key)
  const second = await world.call(world.root, 'POST', '/companies', body, key)
  assert.equal(first.body.data.id, second.body.data.id)
})

test('an unknown currency is refused by field', async () => {
  const reply = await world.call(world.root, 'POST', '/companies', { name: 'Pence', currency: 'GBX' })
  assert.deepEqual([reply.status, reply.body.details?.[0]?.field], [400, 'currency'])
})

test('a company admin can neither create nor change companies', async () => {
  const { id } = await newCompany()
  const owner = world.person(id, 'company_admin')
  for (const [method, path] of [
    ['POST', '/companies'],
    ['PATCH', `/companies/${id}`],
  ] as const) {
    const reply = await world.call(owner, method, path, {
      name: 'Mine',
      ...(method === 'POST' ? { currency: 'GBP' } : {}),
    })
    assert.deepEqual([reply.status, codeOf(reply)], [403, 'FORBIDDEN'], method)
  }
})

test('a super admin lists all companies with the query language of lists', async () => {
  const { name } = await newCompany()
  await newCompany()
  const some = await world.call(
    world.root,
    'GET',
    `/companies?filter[name][eq]=${encodeURIComponent(String(name))}&limit=5`,
  )
  assert.deepEqual(
    [...some.body.data].map((each) => each.name),
    [name],
  )
  const unknown = await world.call(world.root, 'GET', '/companies?filter[secret][eq]=1')
  assert.equal(codeOf(unknown), 'UNKNOWN_FIELD')
})

test('a company admin sees only their own company', async () => {
  const [own, other] = [await newCompany(), await newCompany()]
  const owner = world.person(own.id, 'company_admin')
  const list = await world.call(owner, 'GET', '/companies')
  assert.deepEqual(
    [...list.body.data].map(({ id }) => id),
    [own.id],
  )
  assert.equal((await world.call(owner, 'GET', `/companies/${own.id}`)).status, 200)
  for (const path of ['', '/stats']) {
    assert.equal((await world.call(owner, 'GET', `/companies/${other.id}${path}`)).status, 404, path)
  }
  assert.equal(
    (await world.call(owner, 'PATCH', `/companies/${other.id}/settings`, { pricesIncludeTax: true })).status,
    404,
  )
})

test('a super admin reads and changes any company, with versions', async () => {
  const { id } = await newCompany()
  const put = await world.call(world.root, 'PUT', `/companies/${id}`, { name: 'Renamed', version: 1 })
  assert.deepEqual([put.status, put.body.data.version], [200, 2])
  const stale = await world.call(world.root, 'PATCH', `/companies/${id}`, { name: 'Again', version: 1 })
  assert.deepEqual([stale.status, codeOf(stale)], [412, 'VERSION_CONFLICT'])
  assert.equal((await world.call(world.root, 'GET', `/companies/${id}`)).body.data.name, 'Renamed')
})

test('the currency of the books cannot be changed', async () => {
  const { id } = await newCompany()
  assert.equal((await world.call(world.root, 'PATCH', `/companies/${id}`, { currency: 'EUR' })).status, 400)
})

test('deleting deactivates, once, and restoring brings the company back', async () => {
  const { id } = await newCompany()
  const gone = await world.call(world.root, 'DELETE', `/companies/${id}`)
  assert.deepEqual([gone.status, gone.body.data.status], [200, 'inactive'])
  const again = await world.call(world.root, 'DELETE', `/companies/${id}`)
  assert.deepEqual([again.status, codeOf(again)], [409, 'INVALID_TRANSITION'])
  const back = await world.call(world.root, 'POST', `/companies/${id}/restore`, {})
  assert.deepEqual([back.status, back.body.data.status], [200, 'active'])
  const events = await world.app.db.relay`
    select type, version from event_log.event where subject_id = ${id} order by seq`
  assert.deepEqual(
    events.map(({ type, version }) => `${type} ${version}`),
    ['company.created 1', 'company.deleted 2', 'company.updated 3'],
  )
})

test('a company admin changes settings, and the event says what was before', async () => {
  const { id } = await newCompany()
  const owner = world.person(id, 'company_admin')
  const body = { taxRounding: 'document', settings: { receiptFooter: 'Thank you' } }
  const reply = await world.call(owner, 'PATCH', `/companies/${id}/settings`, body)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  const after = reply.body.data
  assert.deepEqual([after.taxRounding, after.settings], ['document', { receiptFooter: 'Thank you' }])
  const [event] = await world.app.db.relay`
    select data from event_log.event where subject_id = ${id} and type = 'company.updated'`
  assert.deepEqual(event?.data.before, { taxRounding: 'line', settings: null })
})

test('settings that are what they were write nothing', async () => {
  const { id } = await newCompany()
  const reply = await world.call(world.root, 'PATCH', `/companies/${id}/settings`, { taxRounding: 'line' })
  assert.equal(reply.body.data.version, 1)
})

test('a company without sales has figures of nothing, in its currency', async () => {
  const { id } = await newCompany({ currency: 'JPY' })
  const { body } = await world.call(world.person(id, 'company_admin'), 'GET', `/companies/${id}/stats`)
  const { counts, today } = body.data
  assert.deepEqual(counts, { shops: 0, products: 0, users: 0, customers: 0, sales: 0 })
  assert.deepEqual(today, { sales: 0, returns: 0, revenue: { amount: 0, currency: 'JPY' } })
})

test('two companies may have departments of the same code', async () => {
  for (const { id } of [await newCompany(), await newCompany()]) {
    const reply = await world.call(world.person(id, 'company_admin'), 'POST', '/departments', {
      code: 'IT',
      name: 'IT',
    })
    assert.equal(reply.status, 201)
  }
})

test('figures count what was created less what was removed, a moment later', async () => {
  const { id } = await newCompany()
  const owner = world.person(id, 'company_admin')
  const made = await Promise.all(
    ['A', 'B', 'C'].map((code) => world.call(owner, 'POST', '/shops', { code, name: `Shop ${code}` })),
  )
  await world.call(owner, 'POST', '/erp/customers', { name: 'Ann' })
  await world.call(owner, 'DELETE', `/shops/${made[0]?.body.data.id}`)
  await world.settle()
  const { body } = await world.call(owner, 'GET', `/companies/${id}/stats`)
  assert.deepEqual(body.data.counts, { shops: 2, products: 0, users: 0, customers: 1, sales: 0 })
})

test('figures of today and of the month follow the calendar of the company', async () => {
  const { id } = await newCompany({ timeZone: 'Pacific/Auckland' })
  const now = Date.parse('2024-02-29T12:00:00Z')
  const on = (businessDate: string, net: number) => figureEvent({ businessDate, net, tax: 0, total: net })
  const figures = await world.app.db.transaction(id, async (sql) => {
    const actor = systemActor(world.app, 'test', id)
    const app = { ...world.app, clock: () => now }
    const { context } = makeRun({ app, actor, companyId: id, scope: 'company', requestId: 'test', sql })
    await sumRevenue.run(context, [on('2024-02-29', 500), on('2024-03-01', 100), on('2024-03-01', 30)])
    return { result: await companyStats.run(context, { id }, undefined) }
  })
  assert.equal(figures.date, '2024-03-01')
  assert.deepEqual(figures.today, { sales: 2, returns: 0, revenue: { amount: 130, currency: 'GBP' } })
  assert.deepEqual(figures.month, figures.today)
  assert.equal(figures.counts.sales, 3)
})

function figureEvent(amounts: object): LoggedEvent {
  const sale = { shopId: '', currency: 'GBP', ...amounts }
  const actor = { kind: 'system', id: '', name: '' }
  const empty = { id: '', companyId: '', entity: '', subjectId: '', requestId: '', at: '' }
  return { ...empty, actor, seq: 1, version: 2, type: 'sale.completed', data: { sale } }
}

test('sign-in finds a company by id or short name while it is active', async () => {
  const { id, slug, name } = await newCompany()
  const { relay } = world.app.db
  const find = (by: { id: string } | { slug: string }) => activeCompany(relay as unknown as Sql, by)
  assert.deepEqual(
    [await find({ id }), await find({ slug })],
    [
      { id, name },
      { id, name },
    ],
  )
  await world.call(world.root, 'DELETE', `/companies/${id}`)
  assert.equal(await find({ slug }), undefined)
})
