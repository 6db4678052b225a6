/**
 * What pages elsewhere try with the cookie of a visitor, and what a stolen page could do (A23, A49): the process of the
 * pages as it is served, before a whole API. Next itself is left out; it answers nothing that is asked for here.
 */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { io } from 'socket.io-client'
import { makeWebServer } from '../../processes/web/server.ts'
import { openSite, password } from './site.ts'

const site = await openSite()
const http = createServer()
const page: Parameters<typeof makeWebServer>[0]['pages'] = {
  handle: async (request, response) => void response.end(String(request.headers['content-security-policy'])),
  upgrade: async () => undefined,
  close: async () => undefined,
}
const silent = () => undefined
const log = { info: silent, warn: silent, error: silent }
const server = await makeWebServer({
  ...{ http, pages: page, files: undefined, apiUrl: site.url, isDev: false, trustProxy: false, log, demo: [] },
})
const url = await server.listen({ host: '127.0.0.1', port: 0 })
after(async () => {
  await server.close()
  await site.close()
})

await site.signIn(site.here.companyId, 'company_admin')
const [person] = await site.app.db.relay`
  select email from auth.user where email like 'company.admin%' order by created_at desc limit 1`

type Sent = { method?: string; body?: object; headers?: Record<string, string> }

const send = (path: string, { method = 'GET', body, headers = {} }: Sent = {}) =>
  fetch(`${url}${path}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    body: body ? JSON.stringify(body) : null,
    redirect: 'manual',
  })

/** Signs in as a browser does; answers the cookie and what the page got to read. */
async function signIn(): Promise<{ cookie: string; attributes: string; read: string }> {
  const reply = await send('/session', { method: 'POST', body: { email: person?.email, password } })
  const [cookie = '', ...attributes] = (reply.headers.get('set-cookie') ?? '').split('; ')
  assert.equal(reply.status, 200)
  return { cookie, attributes: attributes.join('; '), read: await reply.text() }
}

const codeOf = async (reply: Response): Promise<string> =>
  `${reply.status} ${((await reply.json()) as { code?: string }).code ?? ''}`.trim()

test('A23: the session of the pages is in a cookie that no script reads and no other site sends', async () => {
  const { cookie, attributes, read } = await signIn()
  assert.match(cookie, /^__Host-entrepot=[A-Za-z0-9_-]{43}$/)
  assert.equal(attributes, 'Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=7776000')
  assert.ok(!read.includes(cookie.split('=')[1] ?? ''))
  assert.doesNotMatch(read, /accessToken|refreshToken|pageToken/)
  assert.equal((await send('/api/auth/profile', { headers: { cookie } })).status, 200)
})

test('A23: a page elsewhere changes nothing with the cookie of a visitor', async () => {
  const { cookie } = await signIn()
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: `${url}.evil.test` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  const brand = { method: 'POST', body: { name: 'Planted' } }
  for (const headers of foreign) {
    const tried = [
      await send('/api/catalog/brands', { ...brand, headers: { cookie, ...headers } }),
      await send('/session', { method: 'DELETE', headers: { cookie, ...headers } }),
    ]
    for (const reply of tried) assert.equal(await codeOf(reply), '403 FORBIDDEN', JSON.stringify(headers))
  }
  const own = await send('/api/catalog/brands', { ...brand, headers: { cookie, origin: url } })
  assert.equal(own.status, 201)
})

test('A23: a page elsewhere opens no socket with the cookie of a visitor', async () => {
  const { cookie } = await signIn()
  const connect = (origin: string) =>
    new Promise<string>((said) => {
      const socket = io(url, { transports: ['websocket'], reconnection: false, extraHeaders: { cookie, origin } })
      const end = (word: string) => {
        socket.disconnect()
        said(word)
      }
      socket.on('connect', () => end('open'))
      socket.on('connect_error', () => end('refused'))
    })
  assert.equal(await connect('https://evil.test'), 'refused')
  assert.equal(await connect(url), 'open')
})

test('A23: a token that a script brings is no credential at the address of the pages', async () => {
  const headers = { authorization: `Bearer ${site.here.owner}` }
  assert.equal(await codeOf(await send('/api/auth/profile', { headers })), '401 UNAUTHENTICATED')
  const { cookie } = await signIn()
  const forged = { cookie: `${cookie.slice(0, -4)}AAAA` }
  const { status } = await send('/api/auth/profile', { headers: forged })
  assert.equal(status, 401)
})

test('A49: a page runs the scripts that came with it and no other, whatever a name holds', async () => {
  const { cookie } = await signIn()
  const policies = [await send('/', { headers: { cookie } }), await send('/sign-in')]
  const nonces = new Set<string>()
  for (const reply of policies) {
    const policy = reply.headers.get('content-security-policy') ?? ''
    assert.equal(await reply.text(), policy, 'the page is drawn with another policy than it is sent with')
    assert.doesNotMatch(policy, /unsafe|\*|http:|https:/)
    assert.match(policy, /object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/)
    nonces.add(/'nonce-([^']{22,})'/.exec(policy)?.[1] ?? '')
    assert.equal(reply.headers.get('x-content-type-options'), 'nosniff')
  }
  assert.equal(nonces.size, 2)
})
