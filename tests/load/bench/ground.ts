/**
 * What the bench stands on: a PostgreSQL server of its own that waits for the disk, and a company that trades on it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { installation } from '#kernel'
import { type AuthServices, addMembership, authServices, ensureUser } from '#modules/auth'
import { readConfig } from '#platform/config'
import { type EmbeddedServer, startEmbedded } from '#platform/embedded'
import type { App } from '#platform/execution'
import { openApp } from '../../../processes/boot.ts'
import { HttpClient, requestText } from './http-client.ts'

export type Ground = {
  folder: string
  database: EmbeddedServer
  /** The owner role, for looking underneath. */
  owner: postgres.Sql
  close: () => Promise<void>
}

const silent = { info: () => undefined, warn: () => undefined, error: console.error }
const password = 'bench-bench-bench'

/** The database lies where the product itself would put it, so that a server with `DATA_DIR` finds it there. */
export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'entrepot-bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), log: () => undefined })
  const owner = postgres(database.url, { max: 2, onnotice: () => undefined })
  return {
    folder,
    database,
    owner,
    close: async () => {
      await owner.end({ timeout: 5 })
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The product's own pipeline in this process, for what has no door over HTTP. */
export async function withApp<R>({ folder, database }: Ground, work: (app: App) => Promise<R>): Promise<R> {
  const { app } = await openApp(readConfig({ DATA_DIR: folder, DEMO: 'off' }), database.url, silent)
  try {
    return await work(app)
  } finally {
    await app.db.close()
  }
}

/** A person who may do everything, in the installation or in a company. */
export const makePerson = (app: App, email: string, companyId: string): Promise<unknown> =>
  makeMember(app.services.get(authServices.name) as AuthServices, email, companyId)

async function makeMember(auth: AuthServices, email: string, companyId: string): Promise<unknown> {
  const { id: userId } = await ensureUser(auth, { email, name: 'Bench', password })
  const role = companyId === installation ? 'super_admin' : 'company_admin'
  return addMembership(auth, { companyId, userId, role })
}

/** A caller of the server under test. Throws where the answer is a refusal. */
export type Caller = { token: string; call: (method: string, path: string, body?: unknown) => Promise<Data> }
export type Data = { id: string; data: Data; accessToken: string } & { [key: string]: unknown }

export async function signIn(port: number, email: string): Promise<Caller> {
  const client = new HttpClient('127.0.0.1', port)
  const call = async (headers: string, method: string, path: string, body?: unknown): Promise<Data> => {
    const reply = await client.send(requestText(method, `/api${path}`, headers, body ? JSON.stringify(body) : ''))
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.body.slice(0, 500)}`)
    return JSON.parse(reply.body).data
  }
  const { accessToken: token } = await call('', 'POST', '/auth/login', { email, password })
  return { token, call: (...request) => call(`authorization: Bearer ${token}\r\n`, ...request) }
}

export type Company = {
  id: string
  email: string
  shopId: string
  warehouseId: string
  /** Its tills; codes stand in receipt numbers. */
  registers: { id: string; code: string }[]
}

/** A company with a shop, a selling warehouse and so many tills, made through the API as anybody makes one. */
export async function makeCompany(ground: Ground, port: number, slug: string, tills: number): Promise<Company> {
  const root = await signIn(port, 'root@bench.test')
  const { id } = await root.call('POST', '/companies', {
    name: `Bench ${slug}`,
    slug,
    currency: 'GBP',
    timeZone: 'Europe/London',
    country: 'GB',
    pricesIncludeTax: true,
  })
  const email = `${slug}@bench.test`
  await withApp(ground, (app) => makePerson(app, email, id))
  const owner = await signIn(port, email)
  const shop = await owner.call('POST', '/shops', { code: 'S1', name: 'Shop', timeZone: 'Europe/London' })
  const registers = []
  for (let index = 1; index <= tills; index += 1) {
    const code = `TILL${String(index).padStart(3, '0')}`
    const register = await owner.call('POST', '/registers', { shopId: shop.id, code, name: `Till ${index}` })
    registers.push({ id: register.id, code })
  }
  const warehouse = await owner.call('POST', '/inventory/warehouses', { name: 'Stock', code: 'W1', shopId: shop.id })
  return { id, email, shopId: shop.id, warehouseId: warehouse.id, registers }
}

/** Brings goods in, so many of each, by adjustments of at most 500 lines. */
export async function bringIn(owner: Caller, { warehouseId }: Company, productIds: readonly string[], each: string) {
  for (let at = 0; at < productIds.length; at += 500) {
    const lines = productIds.slice(at, at + 500).map((productId) => {
      return { productId, quantity: each, reason: 'opening', unitCost: { amount: 250, currency: 'GBP' } }
    })
    await owner.call('POST', '/inventory/adjust', { warehouseId, lines })
  }
}
