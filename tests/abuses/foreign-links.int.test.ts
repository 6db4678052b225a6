/**
 * A2, A3 and A8 over every operation of the registry: what names another company, or a record of one, in header and
 * body. Nothing of it is written, and what others have taken is free.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Operation } from '#kernel'
import type { Loose, Reply } from '../world.ts'
import { type Body, linkPlaces, withValue } from './bodies.ts'
import { at, countEvents, hasBody, pathOf, twoCompanies } from './two-companies.ts'

const { world, ours, theirs, nobody, operations } = await twoCompanies()
after(() => world.close())

/** Places of ids that are no links, because the other module stands below, with the entity that they lead to. */
const looseLinks: Readonly<Record<string, string>> = {
  'shops.shop.assignStaff userId': '/users/:id',
  'auth.createInvitation roleId': '/auth/roles/:id',
  'auth.createInvitation shopIds.0': 'shops.shop',
  'auth.updateMember roleId': '/auth/roles/:id',
  'auth.updateMember shopIds.0': 'shops.shop',
}

/** Fields of which a record has one: what must be left out where the other is tried. */
const insteadOf: Readonly<Record<string, string>> = {
  'auth roleId': 'role',
  'catalog.priceListLine categoryId': 'productId',
}

/** Whose field it is to name a company: one of those that the person is a member of, which sign-in looks up. */
const choosesACompany = ['auth.login', 'auth.switchCompany']

test('A2: another company in the header is refused, on every operation', async () => {
  const wrong: string[] = []
  const headers = { 'x-company-id': theirs.companyId }
  for (const operation of operations.filter(({ access }) => access !== 'public')) {
    const path = at(operation.paths[0] ?? '', nobody)
    const body = hasBody(operation) ? ours.bodyOf(operation) : undefined
    const reply = await world.call(ours.owner, operation.method, path, body, headers)
    const isRead = operation.method === 'GET' && reply.body.code === 'VALIDATION_FAILED'
    if (reply.body.code !== 'TENANT_MISMATCH' && !isRead) {
      wrong.push(`${operation.address}: ${reply.status} ${reply.body.code}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('A2: another company in the body is no field, on every operation that takes one', async () => {
  const wrong: string[] = []
  const mark = await countEvents(world, ours)
  for (const operation of operations.filter(hasBody)) {
    for (const name of ['companyId', 'company_id', 'tenantId', 'ownerId', 'createdBy']) {
      if (choosesACompany.includes(operation.address) && name === 'companyId') continue
      const body = { ...ours.bodyOf(operation), [name]: theirs.companyId }
      const reply = await world.call(ours.owner, operation.method, pathOf(ours, operation), body)
      if (reply.status !== 400 || reply.body.code !== 'VALIDATION_FAILED') {
        wrong.push(`${operation.address} ${name}: ${reply.status} ${reply.body.code}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
  assert.equal(await countEvents(world, ours), mark)
})

test('A3: a link to a record of another company does not exist, and nothing is written', async () => {
  const wrong: string[] = []
  const mark = await countEvents(world, ours)
  for (const operation of operations.filter(hasBody)) {
    for (const { path, to } of linkPlaces(world.app.registry, operation)) {
      wrong.push(...(await linkRefusal(operation, path, theirs.idOf(to))))
    }
  }
  for (const [place, target] of Object.entries(looseLinks)) {
    const [address = '', path = ''] = place.split(' ')
    const operation = world.app.registry.operations.get(address)
    assert.ok(operation, `${address} is no operation any more`)
    const steps = path.split('.').map((step) => (step === '0' ? 0 : step))
    wrong.push(...(await linkRefusal(operation, steps, theirs.ids.get(target) ?? '')))
  }
  assert.deepEqual(wrong, [])
  assert.equal(await countEvents(world, ours), mark, 'a refused request appended events')
})

test('A3: a member tied to a customer of another company reaches nothing of them', async () => {
  // auth stands above crm and cannot ask whether the customer exists; each row names its company beside its owner.
  const tied = world.person(ours.companyId, 'customer', { customerId: theirs.ids.get('crm.customer') })
  for (const path of ['/erp/customers', '/erp/customer-addresses', '/erp/sales', '/erp/credit-notes']) {
    assert.deepEqual((await world.call(tied, 'GET', path)).body.data, [], path)
  }
  const sale = await world.call(tied, 'GET', `/erp/sales/${theirs.ids.get('sales.sale')}`)
  assert.equal(sale.status, 404)
})

test('A3: of a batch with one foreign line nothing is done', async () => {
  const mark = await countEvents(world, ours)
  const [own, foreign] = [ours.ids.get('catalog.product'), theirs.ids.get('catalog.product')]
  const sold = await ours.sell([
    { productId: own, quantity: '1' },
    { productId: foreign, quantity: '1' },
  ])
  assert.deepEqual([sold.status, sold.body.code], [422, 'REFERENCE_NOT_FOUND'])
  assert.match(String(sold.body.details?.[0]?.field), /^lines\.1/)
  const reason = { quantity: '1', reason: 'opening' }
  const adjusted = await world.call(ours.owner, 'POST', '/inventory/adjust', {
    warehouseId: ours.warehouseId,
    lines: [
      { productId: own, ...reason },
      { productId: foreign, ...reason },
    ],
  })
  assert.deepEqual([adjusted.status, adjusted.body.code], [422, 'REFERENCE_NOT_FOUND'])
  assert.equal(await countEvents(world, ours), mark)
})

test('A8: what another company calls its goods, customers and shops is free for us', async () => {
  const both: Reply<Loose>[] = []
  for (const tenant of [theirs, ours]) {
    const post = (path: string, body: Body) => world.call(tenant.owner, 'POST', path, body)
    both.push(
      await post('/erp/products', { sku: 'SAME-1', name: 'Same' }),
      await post('/erp/customers', { code: 'C-1', name: 'Ann', email: 'ann@same.test' }),
      await post('/shops', { code: 'SAME', name: 'Same' }),
      await post('/catalog/barcodes', { code: 'SAME-1', productId: tenant.ids.get('catalog.product') }),
    )
  }
  assert.deepEqual(
    both.map(({ status }) => status),
    both.map(() => 201),
  )
})

// ── what the tests above are made of ─────────────────────────────────────────────────────────────────────────────

async function linkRefusal(operation: Operation, path: readonly (string | number)[], id: string): Promise<string[]> {
  const { permission, method, address } = operation
  if (permission && !ours.owner.grants.has(permission)) return []
  const other = insteadOf[`${operation.entity?.address ?? operation.module} ${path[0]}`] ?? ''
  const { [other]: _, ...rest } = ours.bodyOf(operation)
  const own = other && operation.does.kind === 'update' ? { ...rest, [other]: null } : rest
  const reply = await world.call(ours.owner, method, pathOf(ours, operation), withValue(own, path, id))
  if (reply.status === 422 && reply.body.code === 'REFERENCE_NOT_FOUND') return []
  return [`${address} ${path.join('.')}: ${reply.status} ${JSON.stringify(reply.body)}`]
}
