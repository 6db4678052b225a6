/**
 * A company that trades on a server which tests break: its set-up, its clients, and the proof that all is whole after.
 */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installation } from '#kernel'
import { type AuthServices, addMembership, authServices, ensureUser, grantsOf } from '#modules/auth'
import { readConfig } from '#platform/config'
import { examine } from '#platform/doctor'
import { startListeners } from '#platform/event-log'
import { type App, systemActor } from '#platform/execution'
import { openApp } from '../../processes/boot.ts'
import { type Desk, openDesk } from '../../processes/demo/desk.ts'
import { testDatabase } from '../database.ts'
import { migratedTemplate } from '../world.ts'
import { makePlace, type Place } from './server.ts'

export const opening = 100_000
const owner = { email: 'owner@faults.test', name: 'Owner', password: 'four unrelated words' }
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

export type Trade = {
  place: Place
  /** A way to the same database beside the server, for looking underneath. */
  app: App
  companyId: string
  shopId: string
  registerIds: string[]
  warehouseId: string
  /** Signs in at the running server; the token outlives restarts. */
  signIn: () => Promise<void>
  call: Call
  /** Closes the way to the database and removes the folder. */
  close: () => Promise<void>
}

export type Reply = {
  status: number
  code: string | undefined
  data: { id?: string; number?: string } & Record<string, unknown>
  total: number | undefined
  headers: Headers
}
/** Rejects when no answer comes, as a client sees it: refused, reset, or silent for ten seconds. */
export type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>

/** Makes the company with its people, four registers and two goods, LAMP and VASE, before any server runs. */
export async function openTrade(databaseUrl: string, env: Record<string, string> = {}): Promise<Trade> {
  const dataDir = await mkdtemp(join(tmpdir(), 'entrepot-faults-'))
  const place = await makePlace(databaseUrl, dataDir, env)
  const { app } = await openApp(readConfig(place.env), databaseUrl, silent)
  const grants = grantsOf('super_admin', app.registry.permissions)
  const desk = openDesk(
    app,
    { ...systemActor(app, 'test', installation), role: 'super_admin', grants },
    async () => undefined,
  )
  const made = await setUp(desk)
  await addOwner(app, made.companyId)
  let token = ''
  const call: Call = (...args) => request(place.url, token, ...args)
  return {
    place,
    app,
    ...made,
    call,
    signIn: async () => {
      token = ''
      const reply = await call('POST', '/auth/login', { email: owner.email, password: owner.password })
      assert.equal(reply.status, 200, JSON.stringify(reply))
      token = String(reply.data.accessToken)
    },
    close: async () => {
      await app.db.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same on a database of its own, which its close drops. */
export async function openOwnTrade(env: Record<string, string> = {}): Promise<Trade & { databaseUrl: string }> {
  const database = await testDatabase({ template: await migratedTemplate() })
  const trade = await openTrade(database.url, env)
  const close = async () => {
    await trade.close()
    await database.drop()
  }
  return { ...trade, databaseUrl: database.url, close }
}

async function setUp(desk: Desk) {
  const listeners = startListeners(desk.app, { log: silent })
  const make = async (companyId: string, address: string, input: Record<string, unknown>) =>
    (await desk.run(companyId, address, input, desk.app.newId())).id
  const at = { timeZone: 'Europe/London', country: 'GB' }
  const fields = { name: 'Unlucky Ltd', slug: 'unlucky', currency: 'GBP', pricesIncludeTax: true, ...at }
  const companyId = await make(installation, 'companies.company.create', fields)
  await listeners.idle()
  const shopId = await make(companyId, 'shops.shop.create', { code: 'S1', name: 'Shop', ...at })
  const registerIds: string[] = []
  for (const code of ['R1', 'R2', 'R3', 'R4']) {
    registerIds.push(await make(companyId, 'shops.register.create', { shopId, code, name: code }))
  }
  const warehouseId = await make(companyId, 'inventory.warehouse.create', { code: 'W1', name: 'Back room', shopId })
  const lines: object[] = []
  for (const sku of ['LAMP', 'VASE']) {
    const productId = await make(companyId, 'catalog.product.create', { sku, name: sku, price: gbp(1200) })
    lines.push({ productId, quantity: String(opening), reason: 'opening', unitCost: gbp(500) })
  }
  await desk.run(companyId, 'inventory.adjustment.adjust', { warehouseId, lines }, 'opening')
  await listeners.idle()
  await listeners.stop()
  return { companyId, shopId, registerIds, warehouseId }
}

async function addOwner(app: App, companyId: string): Promise<void> {
  const auth = app.services.get(authServices.name) as AuthServices
  const { id: userId } = await ensureUser(auth, owner)
  await addMembership(auth, { companyId, userId, role: 'company_admin' })
}

async function request(
  url: string,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(`${url}/api${path}`, {
    method,
    signal: AbortSignal.timeout(10_000),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined || typeof body === 'string' ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  const read = isJson ? JSON.parse(text) : { data: { text } }
  return {
    status: response.status,
    code: read.code,
    data: read.data,
    total: read.pagination?.total,
    headers: response.headers,
  }
}

export const gbp = (amount: number) => ({ amount, currency: 'GBP' })

/** Sells one LAMP for exact cash at a register, once for each key. */
export const sell = ({ call, shopId, registerIds }: Trade, key: string, register = 0): Promise<Reply> =>
  call(
    'POST',
    '/erp/sales',
    {
      shopId,
      registerId: registerIds[register % registerIds.length],
      lines: [{ sku: 'LAMP', quantity: '1' }],
      tenders: [{ method: 'cash', amount: gbp(1200) }],
    },
    { 'idempotency-key': key },
  )

/** Uploads a file of so many products and lets it run; answers its address once some rows are committed. */
export async function importProducts({ call }: Trade, rows: number, prefix: string): Promise<string> {
  const lines = Array.from({ length: rows }, (_, number) => `${prefix}${number},Product ${number}`)
  const file = ['sku,name', ...lines].join('\n')
  const uploaded = await call('POST', '/imports?target=catalog.product', file, { 'content-type': 'text/csv' })
  const path = `/imports/${uploaded.data.id}`
  assert.equal((await call('POST', `${path}/run`, {})).status, 202)
  await eventually('rows are committed', async () => Number((await call('GET', path)).data.rows) > 0)
  return path
}

/** Waits until a broken-off import is finished by whoever goes on with it: each row once, each with one event. */
export async function importIsWhole({ app, call, companyId }: Trade, path: string, prefix: string): Promise<void> {
  const { relay } = app.db
  const id = path.split('/').at(-1) ?? ''
  // The lease of a worker that is gone runs out after 20 s; here it is over at once.
  await relay`update csv.import_run set lease_until = now() - interval '1 s' where id = ${id}`
  await eventually('the import is done', async () => (await call('GET', path)).data.state === 'done')
  const { rows, created, failed } = (await call('GET', path)).data
  assert.deepEqual([created, failed], [rows, 0])
  const [found] = await relay`
    select count(*)::int as products, count(distinct sku)::int as skus,
      (select count(*)::int from event_log.event e where e.type = 'product.created'
        and e.subject_id in (select id from catalog.product where sku ~ ${`^${prefix}[0-9]+$`})) as events
    from catalog.product where company_id = ${companyId} and sku ~ ${`^${prefix}[0-9]+$`}`
  assert.deepEqual({ ...found }, { products: rows, skus: rows, events: rows })
}

/** Resolves once `ask` answers true. Fails after `limitMs`, with what it was that did not come true. */
export async function eventually(what: string, ask: () => Promise<boolean>, limitMs = 20_000): Promise<void> {
  const deadline = performance.now() + limitMs
  while (!(await ask())) {
    assert.ok(performance.now() < deadline, `did not come true: ${what}`)
    await new Promise((next) => setTimeout(next, 25))
  }
}

/** Waits until the server's own metrics say that every listener has read everything. */
export const caughtUp = ({ place }: Trade): Promise<void> =>
  eventually('listeners have caught up', async () => {
    const text = await (await fetch(`${place.url}/metrics`)).text()
    const lags = [...text.matchAll(/^entrepot_listener_lag_events\{.*\} (\d+)$/gm)].map(([, lag]) => Number(lag))
    return lags.length > 0 && lags.every((lag) => lag === 0)
  })

/**
 * What must be true after any fault: the acknowledged sales are there once, stock and books agree, no event is stuck.
 */
export async function mustBeWhole(trade: Trade, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const { app, companyId, warehouseId } = trade
  await caughtUp(trade)
  const { relay } = app.db
  const sales = await relay<{ id: string; entries: number }[]>`
    select id, (select count(*)::int from finance.journal_entry e
      where e.company_id = s.company_id and e.source_id = s.id::text) as entries
    from sales.sale s where company_id = ${companyId}`
  assert.deepEqual(
    sales.map(({ id }) => id).toSorted(),
    [...new Set(acknowledged.values())].toSorted(),
    'the sales are those that were acknowledged',
  )
  assert.equal(new Set(acknowledged.values()).size, acknowledged.size, 'each key made a sale of its own')
  assert.deepEqual(
    sales.filter(({ entries }) => entries !== 1),
    [],
    'each sale is in the books once',
  )
  const lamps = await relay`select from sales.sale_line l join catalog.product p
    on p.company_id = l.company_id and p.id = l.product_id where l.company_id = ${companyId} and p.sku = 'LAMP'`
  const [stock] = await relay`select on_hand from inventory.stock s join catalog.product p
    on p.company_id = s.company_id and p.id = s.product_id
    where s.company_id = ${companyId} and warehouse_id = ${warehouseId} and sku = 'LAMP'`
  assert.equal(Number(stock?.on_hand), opening - lamps.length, 'stock is what was not sold')
  assert.deepEqual(
    [...(await relay`select listener, event_seq, error from event_log.delivery`)],
    [],
    'no event is stuck',
  )
  await mustBalance(trade)
}

/** Every equation of the doctor, over the whole installation. */
export async function mustBalance({ app }: Trade): Promise<void> {
  for await (const { equation, breaches } of examine(app.db.relay, app.registry, () => 0)) {
    assert.deepEqual(breaches.slice(0, 1), [], equation)
  }
}
