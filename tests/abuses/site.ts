/**
 * The whole product as it is served, on a port of its own: two companies that trade, people who sign in, and both a
 * civil client and one that writes raw bytes.
 */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installation } from '#kernel'
import { type AuthServices, addMembership, authServices, ensureUser } from '#modules/auth'
import { readConfig } from '#platform/config'
import type { App } from '#platform/execution'
import { createLogger } from '#platform/telemetry'
import { boot } from '../../processes/boot.ts'
import { testDatabase } from '../database.ts'
import { gbp } from '../till.ts'
import { type Loose, migratedTemplate, type Reply } from '../world.ts'

/** Somebody who is signed in, by their access token; undefined is a stranger. */
export type Who = string | undefined
/** Bodies that are text are sent as they are; the caller names their type. */
export type Ask = (
  who: Who,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply<Loose>>

export type Trader = {
  companyId: string
  shopId: string
  registerId: string
  warehouseId: string
  owner: Who
  manager: Who
  cashier: Who
  customer: Who
  /** Makes goods at a price in pence with so many in stock at a cost of 100 each; answers the product. */
  goods: (sku: string, price: number, onHand: string) => Promise<string>
  /** Sells for cash unless `more` says otherwise, as the cashier unless told. */
  sell: (lines: Loose | object[], more?: object, who?: Who) => Promise<Reply<Loose>>
}

export type Site = {
  app: App
  url: string
  /** URL of the superuser, for looking underneath. */
  ownerUrl: string
  ask: Ask
  /** Writes the bytes on a connection of their own; answers what comes back until the server closes or is silent. */
  raw: (bytes: string | Buffer) => Promise<string>
  /** What the server has logged so far. */
  log: () => string
  root: Who
  here: Trader
  there: Trader
  /** Signs a person of a company in; they are made where there is none. */
  signIn: (companyId: string, role: string, shopIds?: string[]) => Promise<string>
  close: () => Promise<void>
}

export const password = 'violet kettle orchard nine'
const silenceMs = 2_000

/** Starts it. `env` are settings by their names in the environment. */
export async function openSite(env: Record<string, string> = {}): Promise<Site> {
  const database = await testDatabase({ template: await migratedTemplate() })
  const dataDir = await mkdtemp(join(tmpdir(), 'entrepot-abuses-'))
  const settings = { NODE_ENV: 'test', DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: '0', ...env }
  let log = ''
  const destination = {
    write: (line: string) => {
      log += line
    },
  }
  const running = await boot(readConfig(settings), createLogger({ service: 'test', destination }))
  const ask = askAt(running.address)
  const signIn = makeSignIn(running.app, ask)
  const root = await signIn(installation, 'super_admin')
  const open = (slug: string) => openTrader({ ask, signIn, root, settle: () => running.listeners.idle() }, slug)
  const { port } = new URL(running.address)
  return {
    app: running.app,
    url: running.address,
    ownerUrl: database.url,
    ask,
    raw: (bytes) => converse(Number(port), bytes),
    log: () => log,
    root,
    here: await open('here'),
    there: await open('there'),
    signIn,
    close: async () => {
      await running.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Cash of so many pence as what is paid with. */
export const paid = (amount: number) => ({ tenders: [{ method: 'cash', amount: gbp(amount) }] })

/** Status and code in one word: `201`, `400 VALIDATION_FAILED`. */
export const said = ({ status, body }: Reply<Loose>): string => `${status} ${body.code ?? ''}`.trim()

/** Every refusal says these three and nothing of our inside. */
export function mustBeEnvelope({ status, body }: Reply<Loose>, what: string): void {
  const { code, error, requestId } = body as unknown as Record<string, unknown>
  for (const each of [code, error, requestId]) assert.equal(typeof each, 'string', `${what}: ${JSON.stringify(body)}`)
  assert.ok(status >= 400, what)
  assert.doesNotMatch(JSON.stringify(body), /\.ts:|node_modules|select |insert into|PostgresError/, what)
}

/** The first status and the body of a raw answer. */
export function readRaw(answer: string): { status: number; code: string | undefined; isClosed: boolean } {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const code = /"code":"([A-Z_]+)"/.exec(body)?.[1]
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), code, isClosed: /^connection: close/im.test(head) }
}

const askAt =
  (url: string): Ask =>
  async (who, method, path, body, headers = {}) => {
    const isText = typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(who ? { authorization: `Bearer ${who}` } : {}),
        ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? (body as string) : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: isJson ? JSON.parse(text) : { success: response.ok, data: {} as Loose, text },
    }
  }

function makeSignIn(app: App, ask: Ask): Site['signIn'] {
  const auth = app.services.get(authServices.name) as AuthServices
  let count = 0
  return async (companyId, role, shopIds = []) => {
    count += 1
    const email = `${role.replace('_', '.')}${count}@abuses.test`
    const { id: userId } = await ensureUser(auth, { email, name: `${role} ${count}`, password })
    await addMembership(auth, { companyId, userId, role, shopIds })
    const reply = await ask(undefined, 'POST', '/auth/login', { email, password })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return String(reply.body.data.accessToken)
  }
}

type Hands = Pick<Site, 'ask' | 'signIn' | 'root'> & { settle: () => Promise<void> }

async function openTrader({ ask, signIn, root, settle }: Hands, slug: string): Promise<Trader> {
  const make = async (who: Who, path: string, body: object): Promise<string> => {
    const reply = await ask(who, 'POST', path, body)
    assert.equal(reply.status, 201, `${path}: ${JSON.stringify(reply.body)}`)
    return String(reply.body.data.id)
  }
  const at = { country: 'GB', timeZone: 'Europe/London' }
  const company = { name: `Company ${slug}`, slug, currency: 'GBP', pricesIncludeTax: true, ...at }
  const companyId = await make(root, '/companies', company)
  await settle()
  const owner = await signIn(companyId, 'company_admin')
  const shopId = await make(owner, '/shops', { code: 'S1', name: 'Shop', ...at })
  const registerId = await make(owner, '/registers', { shopId, code: 'R1', name: 'Till' })
  const warehouseId = await make(owner, '/inventory/warehouses', { name: 'Back room', code: 'W1', shopId })
  const cashier = await signIn(companyId, 'shop_staff', [shopId])
  return {
    companyId,
    shopId,
    registerId,
    warehouseId,
    owner,
    cashier,
    manager: await signIn(companyId, 'shop_manager', [shopId]),
    customer: await signIn(companyId, 'customer'),
    goods: async (sku, price, onHand) => {
      const productId = await make(owner, '/erp/products', { sku, name: `Goods ${sku}`, price: gbp(price) })
      const lines = [{ productId, quantity: onHand, reason: 'opening', unitCost: gbp(100) }]
      await make(owner, '/inventory/adjust', { warehouseId, lines })
      return productId
    },
    sell: (lines, more = {}, who = cashier) =>
      ask(who, 'POST', '/erp/sales', { shopId, registerId, lines, tenders: [], ...more }),
  }
}

async function converse(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setTimeout(silenceMs, () => socket.destroy())
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  socket.write(bytes)
  await new Promise((closed) => socket.once('close', closed))
  return answer
}
