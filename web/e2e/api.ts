/** Calls of the API beside the browser: what other people, tills and programs do while a page is open. */
import assert from 'node:assert/strict'
import { apiUrl, demoPassword } from './browser.ts'

export type Loose = { [key: string]: Loose } & { id: string; length: number }
export type Reply = { status: number; body: Loose }
export type Caller = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>

/** The demo shop of the wholesaler, and its register. */
export const giftShop = {
  shopId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01',
  registerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02',
}

/** Signs in and answers a way to call; `Authorization` is that of a program. */
export async function apiAs(email: string): Promise<Caller> {
  const login = await send('POST', '/auth/login', { email, password: demoPassword }, {})
  assert.equal(login.status, 200, JSON.stringify(login.body))
  const authorization = `Bearer ${login.body.data?.accessToken}`
  return (method, path, body, headers = {}) => send(method, path, body, { authorization, ...headers })
}

async function send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Reply> {
  const response = await fetch(`${apiUrl}/api${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Loose }
}

/** Sells goods of the demo for cash at its shop; answers the sale. */
export async function sellAtGift(call: Caller, sku: string, quantity = '1'): Promise<Loose> {
  const reply = await call('POST', '/erp/sales', {
    ...giftShop,
    lines: [{ sku, quantity }],
    tenders: [{ method: 'cash', amount: { amount: 100_000, currency: 'GBP' } }],
  })
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return reply.body.data as Loose
}
