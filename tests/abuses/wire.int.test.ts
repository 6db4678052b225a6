/**
 * What reaches the server before any operation does: origins, bodies that are no JSON, sizes, content types, packed and
 * smuggled requests, control characters, and pages that tell about us (A23, A48, A54, A55, A56, A59).
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { mustBeEnvelope, openSite, paid, readRaw, type Site, said } from './site.ts'

const metricsToken = 'a-token-for-the-collector'
let site: Site
before(async () => {
  site = await openSite({ METRICS_TOKEN: metricsToken })
})
after(() => site?.close())

const json = { 'content-type': 'application/json' }
const product = (sku: string) => ({ sku, name: sku })

/** A request by hand; the caller's headers stand before the length of the body. */
const written = (first: string, headers: readonly string[], body: string | Buffer = ''): Buffer => {
  const lines = [first, 'Host: entrepot.test', ...headers, `Content-Length: ${Buffer.byteLength(body)}`]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`), Buffer.from(body)])
}
const posted = (headers: readonly string[], body: string | Buffer) =>
  written('POST /api/erp/products HTTP/1.1', [`Authorization: Bearer ${site.here.owner}`, ...headers], body)

/** Creates nothing: the status and code, once it is sure that no product has the SKU. */
async function refusedAs(sku: string, bytes: Buffer): Promise<string> {
  const { status, code } = readRaw(await site.raw(bytes))
  const { body } = await site.ask(site.here.owner, 'GET', `/erp/products?filter[sku]=${sku}`)
  assert.equal(body.data.length, 0, `${sku} was made`)
  return `${status} ${code}`
}

test('A23: a cookie is no credential, so that no page elsewhere can spend one', async () => {
  const { ask, here } = site
  const stolen = ['token', 'accessToken', 'session', '__Host-session'].map((name) => `${name}=${here.owner}`).join('; ')
  const reply = await ask(undefined, 'POST', '/erp/products', product('CSRF'), { cookie: stolen })
  assert.equal(said(reply), '401 UNAUTHENTICATED')
  const login = await fetch(`${site.url}/api/auth/login`, { method: 'POST', headers: json, body: '{}' })
  assert.equal(login.headers.get('set-cookie'), null)
})

test('A23: a script of another origin is not let in, and forms are no JSON', async () => {
  const { ask } = site
  const origin = 'https://evil.test'
  const asked = await ask(undefined, 'OPTIONS', '/erp/products', undefined, {
    origin,
    'access-control-request-method': 'POST',
  })
  assert.equal(asked.headers['access-control-allow-origin'], undefined)
  const answered = await ask(site.here.owner, 'GET', '/erp/products', undefined, { origin })
  assert.equal(answered.headers['access-control-allow-origin'], undefined)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const sent = posted([`Content-Type: ${type}`, `Origin: ${origin}`], JSON.stringify(product('FORM')))
    assert.equal(await refusedAs('FORM', sent), '415 UNSUPPORTED_MEDIA_TYPE', type)
  }
})

test('A48: control characters in a header are refused, in the shape of every refusal', async () => {
  const agents = ['a\x1b[31mred', 'a\0b', 'a\rX-Injected: 1', 'a\nX-Injected : 1', '\x7f']
  for (const agent of agents) {
    const answer = await site.raw(written('GET /api/health HTTP/1.1', [`User-Agent: ${agent}`]))
    const { status, code, isClosed } = readRaw(answer)
    assert.deepEqual([status, code, isClosed], [400, 'VALIDATION_FAILED', true], JSON.stringify(agent))
    assert.match(answer, /"requestId":"[0-9a-f-]{36}"/)
  }
  const long = readRaw(await site.raw(written('GET /api/health HTTP/1.1', [`User-Agent: ${'a'.repeat(20_000)}`])))
  assert.deepEqual([long.status, long.code], [431, 'HEADERS_TOO_LARGE'])
})

test('A48: what callers name themselves appears in no header of an answer', async () => {
  const { ask, here } = site
  const given = await ask(here.owner, 'GET', '/erp/products', undefined, { 'x-request-id': 'ab cd<script>' })
  assert.match(String(given.headers['x-request-id']), /^[0-9a-f-]{36}$/)
  for (const name of ['a%0d%0aX-Injected:%201', 'a%0aX-Injected:1', '%22;%20filename=x', 'catalog.product%0d%0a']) {
    const reply = await ask(here.owner, 'GET', `/exports/${name}`)
    assert.equal(said(reply), '404 NOT_FOUND')
    assert.equal(reply.headers['x-injected'], undefined)
  }
})

test('A48: a line of the log stays one line of JSON whatever is in the request', async () => {
  const { ask, log, here } = site
  const evil = 'x\u001b[2J\n{"level":"error","msg":"forged"}'
  await ask(undefined, 'POST', '/auth/login', { email: `${evil}@abuses.test`, password: evil })
  await ask(here.owner, 'POST', '/erp/products', { sku: 'LOG', name: evil })
  await ask(here.owner, 'GET', `/erp/products?q=${encodeURIComponent(evil)}`)
  await ask(here.owner, 'GET', `/${encodeURIComponent(evil)}`, undefined, { 'x-request-id': 'a'.repeat(200) })
  site.app.log.error({ agent: evil, err: new Error(evil) }, evil)
  const lines = log().trimEnd().split('\n')
  assert.ok(lines.length > 0)
  for (const line of lines) {
    assert.notEqual((JSON.parse(line) as { msg?: string }).msg, 'forged')
    assert.ok(!line.includes('\u001b'), line)
  }
})

test('A48: a text of one line takes no sign that ends it or steers a terminal, and is named', async () => {
  const { ask, here } = site
  for (const sign of ['\n', '\r', '\t', '\u001b[2J', '\u007f', '\u0085', '\u2028']) {
    const reply = await ask(here.owner, 'POST', '/erp/products', { sku: 'LINE', name: `a${sign}b` })
    assert.equal(said(reply), '400 VALIDATION_FAILED', JSON.stringify(sign))
    assert.equal((reply.body.details as unknown as { field: string }[])[0]?.field, 'name', JSON.stringify(sign))
  }
  const customer = await ask(here.owner, 'POST', '/erp/customers', { code: 'LINES', name: 'Lines', note: 'a\n\tb' })
  assert.equal(customer.status, 201, 'a note has lines')
  const address = {
    customerId: customer.body.data.id,
    kind: 'shipping',
    lines: 'Flat 1\nGift Street',
    city: 'London',
    country: 'GB',
  }
  assert.equal((await ask(here.owner, 'POST', '/erp/customer-addresses', address)).status, 201, 'an address has lines')
})

test('A54: bodies that are too large, too deep or too many keys are refused', async () => {
  const many = `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":1`).join(',')}}`
  const bodies: [string, string][] = [
    [`{"sku":"BIG","name":"${'a'.repeat(10_000_000)}"}`, '413 PAYLOAD_TOO_LARGE'],
    [`{"sku":"BIG","name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, '400 VALIDATION_FAILED'],
    [`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, '400 VALIDATION_FAILED'],
    [many, many.length > 1_048_576 ? '413 PAYLOAD_TOO_LARGE' : '400 VALIDATION_FAILED'],
  ]
  for (const [body, expected] of bodies) {
    const start = performance.now()
    const what = body.slice(0, 30)
    assert.equal(await refusedAs('BIG', posted(['Content-Type: application/json'], body)), expected, what)
    assert.ok(performance.now() - start < 5_000, what)
  }
})

test('A54: keys that are there twice, NUL, lone surrogates and bytes that are no UTF-8 are refused', async () => {
  const bodies = [
    '{"sku":"ODD","name":"a","name":"b"}',
    '{"sku":"ODD","name":"a","n\\u0061me":"b"}',
    '{"sku":"ODD","name":"a\\u0000b"}',
    '{"sku":"ODD","name":"a\0b"}',
    '{"sku":"ODD","name":"a\\ud800b"}',
    '{"sku":"ODD","name":"a\\udc00\\ud800"}',
    Buffer.concat([Buffer.from('{"sku":"ODD","name":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    Buffer.concat([Buffer.from('{"sku":"ODD","name":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
    Buffer.from('\ufeff{"sku":"ODD","name":"a"}', 'utf16le'),
    '{"sku":"ODD","name":"a"}}',
    '{"sku":"ODD","name":NaN}',
    '{"sku":"ODD",\'name\':"a"}',
  ]
  for (const body of bodies) {
    const sent = posted(['Content-Type: application/json'], body)
    assert.equal(await refusedAs('ODD', sent), '400 VALIDATION_FAILED', String(body))
  }
})

test('A55: whatever the content type looks like, a body is refused or validated', async () => {
  const bad = JSON.stringify({ ...product('TYPE'), role: 'super_admin' })
  const types = [
    'application/json\t',
    '\tapplication/json',
    '  application/json',
    'application/json;;',
    'application/json; charset=utf-16',
    'APPLICATION/JSON',
    'application/json\ta',
    'application/json foo',
    'application/jsonx',
    'application/json,text/plain',
    'application/vnd.api+json',
    'text/csv',
    'text/plain;application/json',
  ]
  for (const type of types) {
    const answer = await refusedAs('TYPE', posted([`Content-Type: ${type}`], bad))
    assert.match(answer, /^(400 VALIDATION_FAILED|415 UNSUPPORTED_MEDIA_TYPE)$/, JSON.stringify(type))
  }
  assert.equal(await refusedAs('TYPE', posted([], bad)), '415 UNSUPPORTED_MEDIA_TYPE')
  const plain = posted(['Content-Type: application/json'], JSON.stringify(product('PLAIN')))
  assert.equal(readRaw(await site.raw(plain)).status, 201, 'the same by the book is accepted')
})

test('A56: a packed body is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000, ' '))
  for (const encoding of ['gzip', 'deflate', 'br', 'gzip, identity']) {
    for (const body of [bomb, JSON.stringify(product('PACKED'))]) {
      const sent = posted(['Content-Type: application/json', `Content-Encoding: ${encoding}`], body)
      assert.equal(await refusedAs('PACKED', sent), '415 UNSUPPORTED_MEDIA_TYPE', encoding)
    }
  }
})

test('A56: a request with two lengths ends the connection, and what is hidden behind it is not run', async () => {
  const hidden = posted(['Content-Type: application/json'], JSON.stringify(product('SMUGGLED'))).toString()
  const lengths = [
    ['Content-Length: 4', 'Transfer-Encoding: chunked'],
    ['Content-Length: 4', 'Content-Length: 5'],
    ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
    ['Transfer-Encoding: xchunked'],
    ['Content-Length: +4'],
  ]
  for (const headers of lengths) {
    const head = ['POST /api/erp/sales HTTP/1.1', 'Host: entrepot.test', 'Content-Type: application/json', ...headers]
    const answer = await site.raw(`${head.join('\r\n')}\r\n\r\n0\r\n\r\n${hidden}`)
    const { status, code, isClosed } = readRaw(answer)
    assert.deepEqual([status, code, isClosed], [400, 'VALIDATION_FAILED', true], headers.join())
    assert.equal(answer.match(/HTTP\/1\.1 /g)?.length, 1, 'one answer only')
  }
  const { body } = await site.ask(site.here.owner, 'GET', '/erp/products?filter[sku]=SMUGGLED')
  assert.equal(body.data.length, 0)
})

test('A56: methods that an address does not answer are refused, and no header changes the method', async () => {
  for (const method of ['TRACE', 'PURGE', 'PUT', 'PROPFIND']) {
    const { status, code } = readRaw(await site.raw(written(`${method} /api/erp/sales HTTP/1.1`, ['X-Secret: mine'])))
    assert.deepEqual([status, code], [405, 'METHOD_NOT_ALLOWED'], method)
  }
  const { ask, here } = site
  const id = await here.goods('KEPT', 1200, '1')
  for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
    const reply = await ask(here.owner, 'GET', `/erp/products/${id}?_method=DELETE`, undefined, { [name]: 'DELETE' })
    assert.notEqual(reply.status, 204)
  }
  assert.equal(said(await here.sell([{ sku: 'KEPT', quantity: '1' }], paid(1200))), '201')
})

test('A56: an address that is not well-formed is refused in the shape of every refusal', async () => {
  for (const path of ['/erp/%ZZ', '/erp/products/%ff%fe', `/erp/products/${'a'.repeat(300)}`, '/erp/products/%00']) {
    const reply = await site.ask(site.here.owner, 'GET', path)
    mustBeEnvelope(reply, path)
    assert.match(said(reply), /^(400 VALIDATION_FAILED|404 NOT_FOUND)$/, path)
  }
})

test('A59: figures are for whoever holds the token, and health says that it is well', async () => {
  const { ask } = site
  for (const authorization of ['', 'Bearer wrong', metricsToken, `bearer ${metricsToken}`]) {
    const reply = await ask(undefined, 'GET', '/metrics', undefined, authorization ? { authorization } : {})
    assert.equal(said(reply), '404 NOT_FOUND', authorization)
  }
  const collected = await ask(undefined, 'GET', '/metrics', undefined, { authorization: `Bearer ${metricsToken}` })
  assert.equal(collected.status, 200)
  const health = await ask(undefined, 'GET', '/health')
  assert.deepEqual(health.body.data, { status: 'ok' })
})

test('A59: source maps, sources and settings are at no address', async () => {
  const paths = ['/docs/js/scalar.js.map', '/health/details', '/.env', '/package.json', '/%2e%2e/package.json']
  for (const path of [...paths, '/docs/%2e%2e/%2e%2e/package.json', '/debug', '/processes/start.ts', '/.git/config']) {
    assert.equal(said(await site.ask(site.root, 'GET', path)), '404 NOT_FOUND', path)
  }
  const document = await site.ask(undefined, 'GET', '/openapi.json')
  assert.doesNotMatch(JSON.stringify(document.body), /DATABASE_URL|SECRET_KEYS|postgres:\/\//)
})
