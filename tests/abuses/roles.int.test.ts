/**
 * A5 over every operation and role, and A4 over every entity that belongs to a shop: what the grants do not say is
 * refused, and what lies in another shop does not exist.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Actor, type EntityEntry, inputOf, type Operation, propertyOf } from '#kernel'
import { builtInRoles } from '#modules/auth'
import { shapeOf } from '#platform/execution'
import { makeShop } from '../company.ts'
import { gbp } from '../till.ts'
import { makeWorld, type World } from '../world.ts'
import { linkPlaces } from './bodies.ts'
import { makeTenant, type Tenant } from './tenant.ts'
import { countEvents, hasBody, pathOf } from './two-companies.ts'

let world: World
let tenant: Tenant
let operations: readonly Operation[]
/** Manager and cashier of another shop of the same company. */
let strangers: readonly Actor[]

before(async () => {
  world = await makeWorld()
  tenant = await makeTenant(world)
  operations = [...world.app.registry.operations.values()]
  const shopIds = [await makeShop(world, tenant.owner, 'OTHER')]
  strangers = ['shop_manager', 'shop_staff'].map((role) => world.person(tenant.companyId, role, { shopIds }))
})
after(() => world.close())

const ask = async (who: Actor | undefined, operation: Operation) => {
  const body = hasBody(operation) ? tenant.bodyOf(operation) : undefined
  const reply = await world.call(who, operation.method, `${pathOf(tenant, operation)}${queryOf(operation)}`, body)
  return `${reply.status} ${reply.body.code ?? ''}`.trim()
}

/** Parameters that must be there before anything else is looked at. */
const queryOf = (operation: Operation): string => {
  if (operation.method !== 'GET' || operation.does.kind !== 'action') return ''
  const required = Object.entries(inputOf(operation)).filter(
    ([name, field]) => field.required && field.default === undefined && !operation.paths[0]?.includes(`:${name}`),
  )
  const pairs = required.map(([name, field]): [string, string] => [
    propertyOf(name, field),
    field.kind === 'choice' ? (field.of[0] ?? '') : (tenant.ids.get('finance.account') ?? ''),
  ])
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

test('A5: what a role has no grant for is refused, for every operation and role', async () => {
  const mark = await countEvents(world, tenant)
  const wrong: string[] = []
  const refused = new Map<string, number>()
  for (const role of builtInRoles) {
    const companyId = role === 'super_admin' ? world.root.companyId : tenant.companyId
    const who = world.person(companyId, role, { shopIds: [tenant.shopId] })
    for (const operation of operations) {
      if (!operation.permission || who.grants.has(operation.permission)) continue
      refused.set(role, (refused.get(role) ?? 0) + 1)
      const answer = await ask(who, operation)
      if (answer !== '403 FORBIDDEN') wrong.push(`${role} ${operation.address}: ${answer}`)
    }
  }
  assert.deepEqual(wrong, [])
  assert.deepEqual([...refused.keys()], [...builtInRoles], 'a role that may do everything proves nothing')
  assert.equal(await countEvents(world, tenant), mark)
})

test('A5: whoever is not signed in may do only what is public', async () => {
  const wrong: string[] = []
  for (const operation of operations.filter(({ access }) => access !== 'public')) {
    const answer = await ask(undefined, operation)
    if (answer !== '401 UNAUTHENTICATED') wrong.push(`${operation.address}: ${answer}`)
  }
  assert.deepEqual(wrong, [])
})

test('A5: prices, refunds and counts are not for cashiers', async () => {
  const { staff, ids } = tenant
  const { operations: known } = world.app.registry
  for (const address of ['sales.sale.return', 'inventory.adjustment.adjust', 'catalog.priceListLine.create']) {
    const operation = known.get(address)
    assert.ok(operation, address)
    assert.equal(await ask(staff, operation), '403 FORBIDDEN', address)
  }
  const lines = [{ productId: ids.get('catalog.product'), quantity: '1', unitPrice: gbp(1), priceReason: 'friend' }]
  const cheap = await tenant.sell(lines, {}, staff)
  assert.deepEqual([cheap.status, cheap.body.code], [403, 'PRICE_OVERRIDE_FORBIDDEN'])
  const reprice = await world.call(staff, 'PATCH', `/erp/products/${ids.get('catalog.product')}`, { price: gbp(1) })
  assert.equal(reprice.status, 403)
})

test('A4: lists show nothing of another shop', async () => {
  const wrong: string[] = []
  for (const entity of ofShops()) {
    const hidden = await idsInShop(entity)
    assert.notEqual(hidden.length, 0, `${entity.address} has no record in the shop: add one to tenant.ts`)
    for (const who of readers(entity)) {
      const reply = await world.call(who, 'GET', `${entity.path}?limit=200`)
      const text = JSON.stringify(reply.body)
      if (reply.status !== 200 || hidden.some((id) => text.includes(id))) {
        wrong.push(`${who.role} ${entity.path}: ${reply.status}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('A4: a record of another shop does not exist, whatever is done with it', async () => {
  const mark = await countEvents(world, tenant)
  const wrong: string[] = []
  for (const entity of ofShops()) {
    const [id] = await idsInShop(entity)
    for (const operation of operations.filter((each) => each.entity === entity && each.paths[0]?.includes('/:id'))) {
      for (const who of strangers) {
        if (!operation.permission || !who.grants.has(operation.permission)) continue
        const path = String(operation.paths[0]).replace(':id', String(id))
        const body = hasBody(operation) ? tenant.bodyOf(operation) : undefined
        const reply = await world.call(who, operation.method, path, body)
        if (reply.body.code !== 'NOT_FOUND') {
          wrong.push(`${who.role} ${operation.method} ${operation.paths[0]}: ${JSON.stringify(reply.body)}`)
        }
      }
    }
  }
  assert.deepEqual(wrong, [])
  assert.equal(await countEvents(world, tenant), mark)
})

test('A4: nothing is made in another shop or with what it has', async () => {
  const mark = await countEvents(world, tenant)
  const wrong: string[] = []
  const isOfShop = (entity: EntityEntry) => entity.definition.shop !== undefined
  for (const operation of operations.filter(hasBody)) {
    const places = linkPlaces(world.app.registry, operation)
    const body = tenant.bodyOf(operation)
    if (!places.some(({ to, path }) => isOfShop(to) && path[0] !== undefined && path[0] in body)) continue
    for (const who of strangers) {
      if (!operation.permission || !who.grants.has(operation.permission)) continue
      const answer = await ask(who, operation)
      if (!['404 NOT_FOUND', '422 REFERENCE_NOT_FOUND', '403 FORBIDDEN'].includes(answer)) {
        wrong.push(`${who.role} ${operation.address}: ${answer}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
  assert.equal(await countEvents(world, tenant), mark)
})

test('A4: a nested path whose parts are of different records does not exist', async () => {
  const [manager] = strangers
  const other = tenant.ids.get('sales.sale')
  const body = { ...tenant.bodyOf(operationAt('sales.sale.return')), lines: [{ saleLineId: other, quantity: '1' }] }
  const mixed = await world.call(tenant.owner, 'POST', `/erp/sales/${other}/returns`, body)
  assert.deepEqual([mixed.status, mixed.body.code], [422, 'REFERENCE_NOT_FOUND'])
  const staff = { userId: tenant.ids.get('/users/:id') }
  const assigned = await world.call(manager, 'POST', `/shops/${tenant.shopId}/staff`, staff)
  assert.ok([403, 404].includes(assigned.status))
  const performance = await world.call(manager, 'GET', `/shops/${tenant.shopId}/performance`)
  assert.deepEqual([performance.status, performance.body.code], [404, 'NOT_FOUND'])
})

// ── what the tests above are made of ─────────────────────────────────────────────────────────────────────────────

function operationAt(address: string): Operation {
  const operation = world.app.registry.operations.get(address)
  assert.ok(operation, `${address} is no operation any more`)
  return operation
}

/** Entities whose records belong to shops and can be asked for. */
const ofShops = (): EntityEntry[] =>
  [...world.app.registry.entities.values()].filter(
    ({ definition, verbs }) => definition.shop !== undefined && verbs.includes('list'),
  )

const readers = ({ address }: EntityEntry): Actor[] => strangers.filter(({ grants }) => grants.has(`${address}.read`))

async function idsInShop(entity: EntityEntry): Promise<string[]> {
  const { relay } = world.app.db
  const { shopColumn = 'id' } = shapeOf(entity)
  const rows = await relay`
    select id from ${relay(entity.table)}
    where company_id = ${tenant.companyId} and ${relay(shopColumn)} = ${tenant.shopId} limit 50`
  return rows.map(({ id }) => String(id))
}
