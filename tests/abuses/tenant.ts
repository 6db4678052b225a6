/**
 * A company with a record of every entity, a member, an invitation, a key, a role and a session: what somebody of
 * another company must never reach. Records come through the API; those without a create verb through the actions that
 * make them.
 */
import assert from 'node:assert/strict'
import type { EntityEntry, Operation } from '#kernel'
import { type AuthServices, addMembership, authServices, ensureUser } from '#modules/auth'
import { installJobs } from '#platform/jobs'
import { runImport } from '#surfaces/csv'
import { cash, gbp, makeTill, type Till } from '../till.ts'
import type { Loose, Reply, World } from '../world.ts'
import { keepAccounts, workLine } from './accounts.ts'
import { type Body, changeBody, newBody } from './bodies.ts'
import { takeOrders } from './orders.ts'

export type Tenant = Till & {
  /** The id of one record of each entity, by address; of what auth keeps by the path it is served under. */
  ids: ReadonlyMap<string, string>
  idOf: (entity: EntityEntry) => string
  /** A body with which the operation works in this company, unless it is done already. */
  bodyOf: (operation: Operation) => Body
}

const password = 'four unrelated words'

export async function makeTenant(world: World): Promise<Tenant> {
  const till = await makeTill(world)
  const ids = new Map<string, string>([
    ['companies.company', till.companyId],
    ['shops.shop', till.shopId],
    ['shops.register', till.registerId],
    ['inventory.warehouse', till.warehouseId],
    ['catalog.product', await till.goods('LAMP', 1200, '50')],
  ])
  await createTheRest(world, till, ids)
  await trade(world, till, ids)
  await world.settle()
  await findTheRest(world, till, ids)
  await people(world, till, ids)
  await failings(world, till, ids)
  const idOf = (entity: EntityEntry) => known(ids, entity)
  return { ...till, ids, idOf, bodyOf: (operation) => bodyOf(world, operation, ids) }
}

const known = (ids: ReadonlyMap<string, string>, { address }: EntityEntry): string => {
  const id = ids.get(address)
  assert.ok(id, `no record of ${address} to work with`)
  return id
}

/** What fields cannot say about a valid new record. */
const corrections: Readonly<Record<string, (ids: ReadonlyMap<string, string>) => Body>> = {
  'catalog.unitConversion': (ids) => ({ baseId: ids.get('catalog.unit 2') }),
  'catalog.taxRate': () => ({ validFrom: '2031-01-01' }),
  'catalog.bundleComponent': (ids) => ({ bundleId: ids.get('catalog.product bundle') }),
  'catalog.priceList': () => ({ currency: 'GBP' }),
  'catalog.priceListLine': (ids) => ({ productId: ids.get('catalog.product') }),
  'crm.customerAddress': () => ({ country: 'GB' }),
  'promotions.promotion': () => ({ percent: '20', needsCoupon: true }),
  'printing.printer': () => ({ host: 'printer.invalid' }),
}

/** Creates in the order in which links allow it. */
async function createTheRest(world: World, till: Till, ids: Map<string, string>): Promise<void> {
  const { entities } = world.app.registry
  const make = async (entry: EntityEntry): Promise<void> => {
    if (ids.has(entry.address) || !entry.verbs.includes('create')) return
    for (const field of Object.values(entry.definition.fields)) {
      if (field.kind === 'link' && field.required) await make(world.app.registry.entityOf(field.to()))
    }
    ids.set(entry.address, await create(world, till, entry, ids))
  }
  for (const address of ['catalog.unit', 'catalog.product']) {
    const entry = entities.get(address)
    if (entry) ids.set(`${address} 2`, await create(world, till, entry, ids))
  }
  const bundle = await world.call(till.owner, 'POST', '/erp/products', { sku: 'SET', name: 'Set', stocked: false })
  ids.set('catalog.product bundle', idIn(bundle, 'bundle'))
  for (const entry of entities.values()) await make(entry)
}

async function create(world: World, till: Till, entry: EntityEntry, ids: Map<string, string>): Promise<string> {
  const operation = world.app.registry.operations.get(`${entry.address}.create`)
  assert.ok(operation)
  const reply = await world.call(till.owner, 'POST', entry.path, bodyOf(world, operation, ids))
  return idIn(reply, entry.address)
}

const idIn = (reply: Reply<Loose>, what: string): string => {
  assert.equal(reply.status, 201, `${what}: ${JSON.stringify(reply.body)}`)
  return String(reply.body.data.id)
}

/** Whatever only trading makes: moves, lines, reservations, sales, payments, credit notes, numbers. */
async function trade(world: World, till: Till, ids: Map<string, string>): Promise<void> {
  const productId = ids.get('catalog.product')
  const post = (path: string, body: Body) => world.call(till.owner, 'POST', path, body)
  const second = { name: 'Depot', code: 'W2', shopId: till.shopId }
  ids.set('inventory.warehouse 2', idIn(await post('/inventory/warehouses', second), 'warehouse'))
  const lines = [{ productId, quantity: '2' }]
  const ends = { fromWarehouseId: till.warehouseId, toWarehouseId: ids.get('inventory.warehouse 2') }
  idIn(await post('/inventory/transfers', { ...ends, lines }), 'transfer')
  const held = [{ productId, warehouseId: till.warehouseId, quantity: '1' }]
  idIn(await post('/inventory/reservations', { lines: held }), 'reservation')
  const traced = idIn(await post('/erp/products', { sku: 'TRACED', name: 'Traced', tracking: 'batch' }), 'traced goods')
  const batch = [{ productId: traced, quantity: '5', reason: 'opening', unitCost: gbp(100), lot: 'L1' }]
  idIn(await post('/inventory/adjust', { warehouseId: till.warehouseId, lines: batch }), 'batch')
  const { body } = await world.call(till.owner, 'GET', `/inventory/moves?filter[productId]=${traced}`)
  const cost = { unitCost: gbp(90), note: 'The bill says so' }
  idIn(await post(`/inventory/moves/${body.data[0]?.id}/correct-cost`, cost), 'correction')
  const customerId = ids.get('crm.customer')
  const sale = await till.sell([{ productId, quantity: '2' }], { ...cash(2400), customerId }, till.owner)
  ids.set('sales.sale', idIn(sale, 'sale'))
  const [line] = [...(sale.body.data.lines ?? [])]
  ids.set('sales.saleLine', String(line?.id))
  const returned = { registerId: till.registerId, lines: [{ saleLineId: ids.get('sales.saleLine'), quantity: '1' }] }
  const refunds = [{ method: 'cash', amount: gbp(1200) }]
  idIn(await post(`/erp/sales/${ids.get('sales.sale')}/returns`, { ...returned, refunds }), 'return')
  await sellWithACoupon(world, till, ids)
  await takeOrders(till.shopId, ids, post)
  const value = { amount: gbp(1200), reason: 'Goodwill' }
  ids.set('loyalty.giftCard', idIn(await post('/loyalty/gift-cards', value), 'gift card'))
  ids.set('loyalty.storeCredit', idIn(await post('/loyalty/store-credit', { ...value, customerId }), 'store credit'))
  await workAtTheTill(till, ids, post)
  await keepAccounts(world, till, ids)
  await payAtTheGateway(till, ids, post)
}

/** A coupon has been used once; its promotion is out of force again. */
async function sellWithACoupon(world: World, till: Till, ids: Map<string, string>): Promise<void> {
  const coupon = await world.call(till.owner, 'GET', `/erp/coupons/${ids.get('promotions.coupon')}`)
  const promotion = `/erp/promotions/${ids.get('promotions.promotion')}`
  assert.equal((await world.call(till.owner, 'POST', `${promotion}/activate`, {})).status, 200)
  const lines = [{ productId: ids.get('catalog.product'), quantity: '1' }]
  idIn(
    await till.sell(lines, { ...cash(960), coupons: [String(coupon.body.data.code)] }, till.owner),
    'sale with a coupon',
  )
  assert.equal((await world.call(till.owner, 'POST', `${promotion}/archive`, {})).status, 200)
}

type Post = (path: string, body: Body) => Promise<Reply<Loose>>

/** A payment at the test gateway, captured. */
async function payAtTheGateway({ shopId }: Till, ids: Map<string, string>, post: Post): Promise<void> {
  const wanted = { connectionId: ids.get('payments.gatewayConnection'), shopId, amount: gbp(500) }
  const intentId = idIn(await post('/payments/intent', wanted), 'payment intent')
  const paid = await post('/payments/process', { intentId, source: 'test_ok' })
  assert.equal(paid.status, 200, JSON.stringify(paid.body))
  ids.set('payments.paymentIntent', intentId)
}

/** An open register with cash paid in, a cart, and a ticket that was refused because it is none. */
async function workAtTheTill({ registerId, shopId }: Till, ids: Map<string, string>, post: Post): Promise<void> {
  const opened = await post('/pos/register-sessions', { registerId, openingFloat: gbp(5000) })
  ids.set('pos.registerSession', idIn(opened, 'register session'))
  const paidIn = { kind: 'paid_in', amount: gbp(100), reason: 'Change' }
  idIn(await post(`/pos/register-sessions/${ids.get('pos.registerSession')}/cash`, paidIn), 'cash move')
  const printed = { printerId: ids.get('printing.printer'), document: { saleId: ids.get('sales.sale') } }
  ids.set('printing.printJob', idIn(await post('/hardware/print', printed), 'print job'))
  ids.set('sales.sharedCart', idIn(await post('/multi-pc/sessions', { shopId, cart: {} }), 'shared cart'))
  const lease = await post(`/offline/registers/${registerId}/lease`, {})
  assert.equal(lease.status, 200, JSON.stringify(lease.body))
  const { epoch } = lease.body.data
  const synced = await post('/offline/sync', { registerId, epoch, sales: [brokenTicket(ids)] })
  assert.equal(synced.body.data.results?.[0]?.status, 'refused', JSON.stringify(synced.body))
}

/** A ticket in the right form whose amounts do not add up. */
const brokenTicket = (ids: ReadonlyMap<string, string>): Body => ({
  ...{ id: `01990000-0000-7000-8000-${String(ids.get('catalog.product')).slice(-12)}`, sequence: 1, number: 'N-1' },
  ...{ soldAt: '2031-01-01T10:00:00Z', tenders: [], taxes: [], net: gbp(1), tax: gbp(0), total: gbp(2) },
  lines: [
    {
      ...{ productId: ids.get('catalog.product'), quantity: '1', unit: 'piece', includesTax: true, taxes: [] },
      ...{ unitPrice: gbp(1), net: gbp(1), tax: gbp(0), gross: gbp(1) },
    },
  ],
})

async function findTheRest(world: World, { companyId }: Till, ids: Map<string, string>): Promise<void> {
  const { relay } = world.app.db
  for (const { address, table } of world.app.registry.entities.values()) {
    if (ids.has(address)) continue
    const [row] = await relay`select id from ${relay(table)} where company_id = ${companyId} limit 1`
    assert.ok(row, `${address} has no create verb, and nothing here makes a record of it: add what does to trade()`)
    ids.set(address, String(row.id))
  }
}

/** A member who signed in, with what only people have. Kept under the paths that serve them. */
async function people(world: World, { companyId, owner }: Till, ids: Map<string, string>): Promise<void> {
  const auth = world.app.services.get(authServices.name) as AuthServices
  const email = `member@${companyId.slice(-12)}.test`
  const { id } = await ensureUser(auth, { email, name: 'Member', password })
  await addMembership(auth, { companyId, userId: id, role: 'company_admin', shopIds: [] })
  ids.set('/users/:id', id)
  const login = await world.call(undefined, 'POST', '/auth/login', { email, password })
  const authorization = `Bearer ${login.body.data.accessToken}`
  const as = (method: string, path: string, body?: Body) => world.call(undefined, method, path, body, { authorization })
  const key = await as('POST', '/auth/api-keys', { name: 'Till', scopes: ['catalog.product.read'] })
  ids.set('/auth/api-keys/:id', idIn(key, 'API key'))
  const invited = { email: `invited-${email}`, role: 'shop_staff' }
  ids.set('/auth/invitations/:id', idIn(await as('POST', '/auth/invitations', invited), 'invitation'))
  const grants = [{ permission: 'catalog.product.read', scope: 'company' }]
  const role = await world.call(owner, 'POST', '/auth/roles', { name: 'Looker', grants })
  ids.set('/auth/roles/:id', idIn(role, 'role'))
  const sessions = await as('GET', '/auth/sessions')
  ids.set('/auth/sessions/:id', String(sessions.body.data[0]?.id))
  const source = (async function* () {
    yield Buffer.from('name\nOur own brand\n')
  })()
  const report = await runImport(world.app, { actor: owner, companyId, target: 'catalog.brand', source })
  ids.set('/imports/:id', report.id)
}

/** An event that a listener gave up on, and a run of a job that failed for good. */
async function failings(world: World, { companyId }: Till, ids: Map<string, string>): Promise<void> {
  const { db, registry } = world.app
  const listener = 'audit.write-entries'
  const [parked] = await db.relay`
    insert into event_log.delivery (listener, company_id, event_seq, event_at, attempts, parked, error)
    select ${listener}, company_id, seq, at, 6, true, 'Error: it was broken'
    from event_log.event where company_id = ${companyId} order by seq limit 1
    returning listener || '.' || event_seq as id`
  await installJobs(world.ownerUrl, registry.jobs)
  const run = { job: 'upkeep.forgetAnswers', companyId, data: {} }
  const [failed] = await db.relay`
    insert into pgboss.job (name, data, output)
    values ('dead-letters', ${db.relay.json(run)}, ${db.relay.json({ message: 'it was broken' })}) returning id`
  assert.ok(parked && failed)
  ids.set('/system/parked/:id', parked.id).set('/system/jobs/failed/:id', failed.id)
}

function bodyOf(world: World, operation: Operation, ids: ReadonlyMap<string, string>): Body {
  const { registry } = world.app
  const idOf = (entity: EntityEntry) => known(ids, entity)
  const kind = operation.does.kind
  if (kind === 'transition' || kind === 'delete') return {}
  if (kind === 'update') return changeBody(registry, operation, idOf)
  const own = kind === 'action' ? actionBodies[operation.address] : corrections[operation.entity?.address ?? '']
  return { ...newBody(registry, operation, idOf), ...own?.(ids) }
}

/** Actions whose fields leave open what makes them work. */
const actionBodies: Readonly<Record<string, (ids: ReadonlyMap<string, string>) => Body>> = {
  'inventory.adjustment.adjust': (ids) => ({
    lines: [{ productId: ids.get('catalog.product'), quantity: '1', reason: 'opening', unitCost: gbp(100) }],
  }),
  'inventory.transfer.transfer': (ids) => ({ toWarehouseId: ids.get('inventory.warehouse 2') }),
  'sales.sale.quote': (ids) => ({ lines: [{ productId: ids.get('catalog.product'), quantity: '1' }] }),
  'sales.sale.sell': (ids) => ({
    lines: [{ productId: ids.get('catalog.product'), quantity: '1' }],
    tenders: [{ method: 'cash', amount: gbp(1200) }],
  }),
  'sales.salesOrder.create': (ids) => ({
    lines: [{ productId: ids.get('catalog.product'), quantity: '1' }],
    tenders: [{ method: 'card', amount: gbp(100) }],
  }),
  'sales.salesOrder.ship': (ids) => ({ lines: [{ orderLineId: ids.get('sales.orderLine'), quantity: '1' }] }),
  'sales.salesOrder.return': (ids) => ({ lines: [{ orderLineId: ids.get('sales.orderLine'), quantity: '1' }] }),
  'sales.orderReturn.inspect': (ids) => ({ lines: [{ orderLineId: ids.get('sales.orderLine'), restocked: '1' }] }),
  'sales.salesOrder.cancel': (ids) => ({ lines: [{ orderLineId: ids.get('sales.orderLine'), quantity: '1' }] }),
  'sales.sale.return': () => ({ refunds: [{ method: 'cash', amount: gbp(1200) }] }),
  'sales.sharedCart.finish': (ids) => ({ saleId: ids.get('sales.sale') }),
  'sales.sharedCart.change': () => ({ version: 1 }),
  'pos.registerSession.close': () => ({ waiting: 0, reason: 'Counted' }),
  'pos.sync': (ids) => ({ sales: [brokenTicket(ids)] }),
  'printing.printJob.print': (ids) => ({ document: { saleId: ids.get('sales.sale') } }),
  'shops.shop.assignStaff': (ids) => ({ userId: ids.get('/users/:id') }),
  'auth.switchCompany': (ids) => ({ companyId: ids.get('companies.company') }),
  'auth.updateMember': () => ({ role: 'shop_staff' }),
  'auth.createInvitation': () => ({ role: 'shop_staff' }),
  'auth.updateRole': () => ({ name: 'Another name' }),
  'catalog.product.variants': () => ({ options: { Size: ['S', 'M'] } }),
  'finance.journalEntry.post': (ids) => ({
    lines: [
      { accountId: ids.get('finance.account'), debit: gbp(100) },
      { accountId: ids.get('finance.account'), credit: gbp(100) },
    ],
  }),
  'finance.invoice.create': (ids) => ({ customerId: ids.get('crm.customer') }),
  'finance.invoice.update': workLine,
  'finance.paymentEntry.create': (ids) => ({ customerId: ids.get('crm.customer') }),
  'finance.bankLine.accept': (ids) => ({ customerId: ids.get('crm.customer') }),
  'finance.matching.create': (ids) => ({
    matches: [{ debitId: ids.get('finance.openItem'), creditId: ids.get('finance.openItem credit'), amount: gbp(1) }],
  }),
  'companies.company.settings': () => ({ allowNegativeStock: true }),
}
