/**
 * A1 over every operation of the registry: the owner of one company with the ids of another. An operation that cannot
 * be covered fails here until it is, or stands in a list below with the reason.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inputOf, type Operation, pathParameters } from '#kernel'
import type { Loose, Reply } from '../world.ts'
import type { Body } from './bodies.ts'
import type { Tenant } from './tenant.ts'
import { at, hasBody, idIn, pathOf, twoCompanies } from './two-companies.ts'

const { world, ours, theirs, nobody, operations } = await twoCompanies()
after(() => world.close())

/** Addresses that name something by what is no id of a record: they answer an empty list instead of 404. */
const answersNothing: Readonly<Record<string, Body>> = {
  'audit.entry.byUser': { userId: '/users/:id' },
  'audit.entry.byResource': { resourceType: 'product', resourceId: 'catalog.product' },
}

// These two come first: the attempts below leave the ids that were asked for in our own audit log.

test('A1: the id of another company finds nothing where an empty list is the answer', async () => {
  for (const [address, parameters] of Object.entries(answersNothing)) {
    const operation = world.app.registry.operations.get(address)
    assert.ok(operation, `${address} is no operation any more`)
    const path = operation.paths[0]?.replace(/:(\w+)/g, (_, name) => {
      const value = String(parameters[name])
      return theirs.ids.get(value) ?? value
    })
    const reply = await world.call(ours.owner, operation.method, String(path))
    assert.deepEqual([reply.status, reply.body.data], [200, []], address)
  }
})

test('A1: no list, figure or search holds an id of another company', async () => {
  const foreign = await allIdsOf(theirs)
  const wrong: string[] = []
  for (const operation of operations.filter(({ method, paths }) => method === 'GET' && !paths.join().includes(':'))) {
    for (const path of operation.paths) {
      if (operation.address === aboutOneself) continue
      const reply = await world.call(ours.owner, 'GET', `${path}${queryOf(operation)}`)
      if (reply.status !== 200) wrong.push(`${path}: ${reply.status} ${reply.body.code}`)
      const text = JSON.stringify(reply.body)
      wrong.push(...foreign.filter((id) => isIn(text, id)).map((id) => `${path}: ${id}`))
    }
  }
  assert.deepEqual(wrong, [])
})

/** Ids that end with a number are not found at the beginning of larger ones. */
const isIn = (text: string, id: string): boolean =>
  text
    .split(id)
    .slice(1)
    .some((rest) => !/^\d/.test(rest))

/** Answers the caller's own profile; the owners of this test have none, for they never signed in. */
const aboutOneself = 'auth.readProfile'

/** What must be asked for to be answered at all: our own, or something that both companies have. */
function queryOf({ address }: Operation): string {
  if (address === 'console.search') return '?q=lamp'
  if (address === 'catalog.product.lookup') return '?code=LAMP'
  if (address === 'pos.priceBook') return `?shopId=${ours.shopId}`
  if (address === 'pos.offlineStatus') return `?registerId=${ours.registerId}`
  if (address === 'realtime.presence') return `?record=catalog.product:${ours.ids.get('catalog.product')}`
  if (address === 'console.titles') return `?entity=catalog.product&ids=${theirs.ids.get('catalog.product')}`
  if (address === 'console.timeline') return `?entity=catalog.product&id=${ours.ids.get('catalog.product')}`
  if (address === 'inventory.stock.bundleAvailability') return `?productId=${ours.ids.get('catalog.product bundle')}`
  if (address === 'finance.gstDocuments') return '?table=7'
  if (address === 'finance.accountStatement') return `?accountId=${ours.ids.get('finance.account')}`
  return ''
}

test('A1: a filter by the id of another company finds nothing', async () => {
  const wrong: string[] = []
  for (const { entity, does } of operations) {
    if (does.kind !== 'list' || !entity) continue
    for (const [name, field] of Object.entries(entity.definition.fields)) {
      if (field.kind !== 'link') continue
      const id = theirs.idOf(world.app.registry.entityOf(field.to()))
      const reply = await world.call(ours.owner, 'GET', `${entity.path}?filter[${name}Id]=${id}`)
      if (reply.status !== 200 || reply.body.data.length > 0) wrong.push(`${entity.path} ${name}: ${reply.status}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('A1: an id of another company as a parameter of a question is like one that nobody has', async () => {
  const wrong: string[] = []
  const asked = operations.filter(({ method, does }) => method === 'GET' && does.kind === 'action')
  for (const operation of asked) {
    for (const name of Object.keys(inputOf(operation)).filter((each) => /^(shop|register|.*Id)$/.test(each))) {
      if (operation.paths[0]?.includes(`:${name}`)) continue
      const parameter = name === 'shop' || name === 'register' ? `${name}Id` : name
      const target = parameters[parameter]
      assert.ok(target, `${operation.address}: what does ${parameter} lead to? Name it in parameters.`)
      const ask = (id: string) => world.call(ours.owner, 'GET', `${pathOf(ours, operation)}?${parameter}=${id}`)
      const [foreign, missing] = await Promise.all([ask(theirs.ids.get(target) ?? ''), ask(nobody)])
      const words = ({ status, body: { code, error, details, data } }: Reply<Loose>) =>
        JSON.stringify([status, code, error, details, data])
      if (words(foreign) !== words(missing)) wrong.push(told('GET', pathOf(ours, operation), foreign, missing))
    }
  }
  assert.deepEqual(wrong, [])
})

test('A1: the name and the past of a record of another company are answered as if nobody had it', async () => {
  const wrong: string[] = []
  for (const entity of world.app.registry.entities.values()) {
    const { address } = entity
    const questions = [
      (id: string) => `/console/titles?entity=${address}&ids=${id}`,
      (id: string) => `/console/timeline?entity=${address}&id=${id}`,
      (id: string) => `/realtime/presence?record=${address}:${id}`,
    ]
    for (const path of questions) {
      const ask = (id: string) => world.call(ours.owner, 'GET', path(id))
      const [foreign, missing] = await Promise.all([ask(theirs.idOf(entity)), ask(nobody)])
      const isAlike = foreign.status === missing.status && foreign.body.code === missing.body.code
      const isTold = foreign.status === 200 && Object.keys(foreign.body.data.titles ?? {}).length > 0
      if (!isAlike || isTold) wrong.push(told('GET', path(theirs.idOf(entity)), foreign, missing))
    }
  }
  assert.deepEqual(wrong, [])
})

/** Parameters of questions that name records, with what they lead to. */
const parameters: Readonly<Record<string, string>> = {
  shopId: 'shops.shop',
  registerId: 'shops.register',
  customerId: 'crm.customer',
  customerGroupId: 'crm.customerGroup',
  accountId: 'finance.account',
  categoryId: 'catalog.category',
  productId: 'catalog.product',
  partyId: 'crm.customer',
}

test('A1: the id of another company is answered like one that nobody has, on every route and method', async () => {
  const wrong: string[] = []
  for (const operation of operations.filter(takesAnId)) {
    for (const path of operation.paths) {
      for (const method of [operation.method, ...operation.alsoMethods]) {
        const ask = (id: string) => callAsOurs(operation, method, at(path, id))
        const [foreign, missing] = await Promise.all([ask(idIn(theirs, operation, path)), ask(nobody)])
        if (!isRefusedAlike(operation, foreign, missing)) wrong.push(told(method, path, foreign, missing))
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('A1: the attempt is in the audit log of the one who tried, and only there', async () => {
  const id = theirs.ids.get('catalog.product') ?? ''
  for (const method of ['GET', 'DELETE']) await world.call(ours.owner, method, `/erp/products/${id}`)
  await refusedAccessesAre(ours, 'catalog.product', id, 2)
  const entries = await world.call(ours.owner, 'GET', `/audit/resource/product/${id}`)
  const [entry] = [...entries.body.data]
  assert.ok(entry)
  const { action, resourceType, resourceId, actorName, before: old, after: now } = entry
  assert.deepEqual(
    { action, resourceType, resourceId, actorName, old, now },
    {
      action: 'access.refused',
      resourceType: 'catalog.product',
      resourceId: id,
      actorName: ours.owner.name,
      old: null,
      now: { id },
    },
  )
  const seen = await world.call(theirs.owner, 'GET', '/audit/logs?filter[action]=access.refused')
  assert.deepEqual(seen.body.data, [])
})

test('A1: an id that nobody has leaves no entry', async () => {
  const id = world.app.newId()
  await world.call(ours.owner, 'GET', `/erp/products/${id}`)
  await world.call(ours.owner, 'GET', `/erp/products/${theirs.ids.get('catalog.product')}`)
  await world.settle()
  const entries = await world.call(ours.owner, 'GET', `/audit/resource/product/${id}`)
  assert.deepEqual(entries.body.data, [])
})

// ── what the tests above are made of ─────────────────────────────────────────────────────────────────────────────

function takesAnId({ paths, address }: Operation): boolean {
  return paths.some((path) => pathParameters(path).length > 0) && !(address in answersNothing)
}

const callAsOurs = (operation: Operation, method: string, path: string): Promise<Reply<Loose>> =>
  world.call(ours.owner, method, path, hasBody(operation) ? ours.bodyOf(operation) : undefined)

/** 404 for both with the same words; 403 for both where owners may not do it at all. */
function isRefusedAlike({ permission }: Operation, foreign: Reply<Loose>, missing: Reply<Loose>): boolean {
  const isAllowed = permission === undefined || ours.owner.grants.has(permission)
  const words = ({ status, body: { code, error, details } }: Reply<Loose>) =>
    JSON.stringify([status, code, error, details])
  const expected = isAllowed ? '404 NOT_FOUND' : '403 FORBIDDEN'
  return words(foreign) === words(missing) && `${foreign.status} ${foreign.body.code}` === expected
}

const told = (method: string, path: string, foreign: Reply<Loose>, missing: Reply<Loose>): string => {
  const ofForeign = `foreign ${foreign.status} ${JSON.stringify(foreign.body)}`
  return `${method} ${path}: ${ofForeign}, missing ${missing.status} ${missing.body.code}`
}

async function allIdsOf({ companyId, ids }: Tenant): Promise<string[]> {
  const { relay } = world.app.db
  const found = await Promise.all(
    [...world.app.registry.entities.values()].map(
      ({ table }) => relay`select id from ${relay(table)} where company_id = ${companyId}`,
    ),
  )
  return [...new Set([...ids.values(), ...found.flat().map(({ id }) => String(id))])]
}

/** The note is written behind the answer: waits until the log has it, then until the listeners do. */
async function refusedAccessesAre({ companyId }: Tenant, entity: string, id: string, count: number): Promise<void> {
  const { relay } = world.app.db
  for (let found = 0; found < count; ) {
    const [row] = await relay`select count(*)::int as count from event_log.event
      where company_id = ${companyId} and type = 'access.refused' and entity = ${entity} and subject_id = ${id}`
    found = Number(row?.count)
  }
  await world.settle()
}
