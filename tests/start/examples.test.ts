/** The examples of the docs page, pasted one after the other as the owner of the demo company. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { forget, type Installation, newDataDir, start } from './installation.ts'

type Operation = {
  operationId: string
  parameters: { name: string; in: string; example?: string }[]
  requestBody?: { content: { 'application/json': { example?: unknown } } }
}

/** What only its reader has: a password, a link from a mail, a code from a phone. */
const secrets = /^(TOKEN_USED|TOKEN_INVALID|CREDENTIALS_INVALID|PASSWORD_WRONG|MFA_CODE_INVALID|MFA_NOT_ENABLED)$/
/** What the demo has none of, or what its records are no longer or not yet in the state for. */
const needsMore: Record<string, string> = {
  'companies.company.restore': 'INVALID_TRANSITION',
  'catalog.bundleComponent.create': 'BUNDLE_NOT_ALLOWED',
  'catalog.unitConversion.create': 'ALREADY_EXISTS',
  'finance.account.archive': 'ACCOUNT_NEEDED',
  'finance.account.restore': 'INVALID_TRANSITION',
  'finance.journalEntry.reverse': 'ENTRY_OF_DOCUMENT',
  'finance.matching.create': 'REFERENCE_NOT_FOUND',
  'loyalty.giftCard.lookUp': 'GIFT_CARD_NOT_FOUND',
  'payments.paymentIntent.process': 'REFERENCE_NOT_FOUND',
  'promotions.coupon.create': 'REFERENCE_NOT_FOUND',
  'shops.shop.assignStaff': 'REFERENCE_NOT_FOUND',
}

let entrepot: Installation
before(async () => {
  entrepot = await start(await newDataDir())
})
after(async () => {
  await entrepot.stop().catch(() => undefined)
  await forget(entrepot.dataDir)
})

async function call(method: string, path: string, body: unknown, token?: string) {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const response = await fetch(`${entrepot.url}${path}`, { method, headers, body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function signIn(email: string): Promise<string> {
  const { body } = await call('POST', '/api/auth/login', { email, password: 'demo-demo-demo' })
  return String((body.data as Record<string, unknown>).accessToken)
}

test('Every example that names a record of the demo works as it stands', async () => {
  const root = await signIn('root@entrepot.test')
  let owner = await signIn('owner@gift.test')
  const document = (await (await fetch(`${entrepot.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  const faults: string[] = []
  let worked = 0
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { operationId, parameters, requestBody }] of Object.entries(methods)) {
      const isAlias = /\.(put|post|patch)\./.test(operationId)
      if (!requestBody || isAlias) continue
      const { example } = requestBody.content['application/json']
      assert.notEqual(example, undefined, `${operationId} has no example`)
      const named = parameters.filter((parameter) => parameter.in === 'path')
      if (named.some((parameter) => parameter.example === undefined)) continue
      const real = named.reduce((text, parameter) => text.replace(`{${parameter.name}}`, parameter.example ?? ''), path)
      const who = operationId.startsWith('companies.company') ? root : owner
      let reply = await call(method.toUpperCase(), real, example, who)
      // Signing out is among the examples.
      if (reply.body.code === 'SESSION_REVOKED') {
        owner = await signIn('owner@gift.test')
        reply = await call(method.toUpperCase(), real, example, owner)
      }
      const { status, body } = reply
      if (status < 300) worked += 1
      else if (!secrets.test(String(body.code)) && needsMore[operationId] !== body.code)
        faults.push(`${operationId}: ${status} ${body.code} ${JSON.stringify(body.details)}`)
    }
  }
  assert.deepEqual(faults, [])
  assert.ok(worked >= 60, `only ${worked} examples worked`)
})
