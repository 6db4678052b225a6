import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '#kernel'
import { makeServer } from './server.ts'

const page = 'https://console.test'

async function makeDoor() {
  const silent = () => undefined
  const server = await makeServer({
    newRequestId: () => 'request-1',
    clock: Date.now,
    log: { info: silent, warn: silent, error: silent },
    bodyLimitBytes: 1_024,
    rateLimitPerMinute: 0,
    corsOrigins: [page],
    trustProxy: false,
  })
  server.get('/goods', async () => '{}')
  server.get('/one/:id', async () => '{}')
  server.get('/none', async () => {
    throw refuse('NOT_FOUND')
  })
  return server
}

test('answers, refusals, unknown and unreadable addresses carry the security headers and a request id', async () => {
  const server = await makeDoor()
  for (const [url, status] of [
    ['/goods', 200],
    ['/none', 404],
    ['/nowhere', 404],
    ['/%zz', 400],
    [`/one/${'a'.repeat(300)}`, 404],
  ] as const) {
    const { headers, statusCode } = await server.inject({ url })
    assert.equal(statusCode, status, url)
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/, url)
    assert.match(String(headers['strict-transport-security']), /^max-age=31536000/, url)
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.equal(headers['x-frame-options'], 'DENY', url)
    assert.equal(headers['referrer-policy'], 'no-referrer', url)
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', url)
    assert.equal(headers['x-request-id'], 'request-1', url)
  }
})

test('an origin of the settings may read answers and ask by every method; another is named nowhere', async () => {
  const server = await makeDoor()
  const ask = async (origin: string, method: 'GET' | 'OPTIONS', headers: Record<string, string> = {}) =>
    server.inject({ url: '/goods', method, headers: { origin, ...headers } })
  const wish = { 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization' }
  const read = await ask(page, 'GET')
  assert.equal(read.headers['access-control-allow-origin'], page)
  assert.equal(read.headers.vary, 'Origin')
  const asked = await ask(page, 'OPTIONS', wish)
  assert.equal(asked.statusCode, 204)
  assert.equal(asked.headers['access-control-allow-origin'], page)
  assert.equal(asked.headers['access-control-allow-headers'], 'authorization')
  assert.match(String(asked.headers['access-control-allow-methods']), /PATCH, DELETE/)
  for (const origin of ['https://evil.test', 'null', `${page}.evil.test`, page.toUpperCase()]) {
    assert.equal((await ask(origin, 'GET')).headers['access-control-allow-origin'], undefined, origin)
    assert.equal((await ask(origin, 'OPTIONS', wish)).headers['access-control-allow-origin'], undefined, origin)
  }
})

test('a preflight that does not say what it wishes is refused', async () => {
  const server = await makeDoor()
  assert.equal((await server.inject({ url: '/goods', method: 'OPTIONS' })).statusCode, 400)
  assert.equal((await server.inject({ url: '/goods', method: 'OPTIONS', headers: { origin: page } })).statusCode, 400)
})
