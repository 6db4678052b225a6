import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { type TestContext, test } from 'node:test'
import { isPublicAddress } from './outbound/addresses.ts'
import { createOutbound, type OutboundSettings } from './outbound.ts'

const notAllowed = { code: 'URL_NOT_ALLOWED', status: 422 }
const blocked = { code: 'BLOCKED_ADDRESS', status: 422 }

/** A server on loopback that counts its connections, and a client that is closed with the test. */
async function bench(t: TestContext, listener: RequestListener, settings: OutboundSettings = {}) {
  const server: Server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  const allowed = createOutbound({ ...settings, allowPrivate: [`127.0.0.1:${port}`] })
  const guarded = createOutbound({ ...settings, ports: [port] })
  t.after(async () => {
    await Promise.all([allowed.close(), guarded.close()])
    server.closeAllConnections()
    server.close()
  })
  return { port, url: `http://127.0.0.1:${port}`, allowed, guarded, connections: () => connections }
}

test('Ordinary addresses are accepted in their normal form', () => {
  const { checkUrl } = createOutbound({ ports: [9000] })
  assert.equal(checkUrl('https://Example.com/hook?a=b').href, 'https://example.com/hook?a=b')
  for (const url of [
    'http://example.com',
    'https://example.com:8443/x',
    'https://example.com:9000',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://[64:ff9b::808:808]/',
    'https://b\u00fccher.example/',
    'https://example.com./',
  ]) {
    assert.ok(checkUrl(url), url)
  }
})

test('A50: every spelling of an inner address is refused at save', () => {
  const { checkUrl } = createOutbound()
  const hosts = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0x7f000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '①②⑦.⓪.⓪.①',
    '１２７.0.0.1',
    '127。0。0。1',
    '0',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[::127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:169.254.169.254]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b::10.0.0.1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[2002:808:808::1]',
    '[2001:0:1:2:3:4:80ff:fffe]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fec0::1]',
    '[ff02::1]',
    '[100::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[4000::1]',
    '[::ffff:0:127.0.0.1]',
    'localhost',
    'localhost.',
    'LOCALHOST',
    'a.localhost',
    'printer',
    'nas.local',
    'metadata.google.internal',
    'api.svc.cluster.local',
    'router.home.arpa',
    '%6c%6f%63alhost',
    '127.0.0.1%2f.example.com',
    'ⓛocalhost',
  ]
  for (const host of hosts) assert.throws(() => checkUrl(`http://${host}/`), notAllowed, host)
})

test('A50: other schemes, ports, user names and nonsense are refused at save', () => {
  const { checkUrl } = createOutbound()
  for (const url of [
    'file:///etc/passwd',
    'gopher://example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'data:,x',
    'https://user@example.com',
    'https://user:pass@example.com',
    'https://example.com@127.0.0.1',
    'http://:x@example.com',
    'http://example.com:22',
    'http://example.com:25',
    'http://example.com:5432',
    'http://example.com:6379',
    '',
    'example.com',
    '//example.com',
    'http://',
    'https://a..b.com',
    `https://example.com/${'x'.repeat(3000)}`,
  ]) {
    assert.throws(() => checkUrl(url), notAllowed, url)
  }
})

test('A50: the same spellings are refused at dial, before any connection', async (t) => {
  const { guarded, port, connections } = await bench(t, (_, response) => response.end('secret'))
  for (const host of [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '①②⑦.⓪.⓪.①',
    '[::ffff:7f00:1]',
    'localhost',
    'localhost.',
  ]) {
    await assert.rejects(guarded.guardedFetch(`http://${host}:${port}/`), notAllowed, host)
  }
  assert.equal(connections(), 0)
})

test('Addresses that a name server may answer are judged like those in a URL', () => {
  for (const address of ['8.8.8.8', '1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8']) {
    assert.equal(isPublicAddress(address), true, address)
  }
  for (const address of [
    'fe80::1%eth0',
    '2606:4700::1111%lo',
    '',
    'example.com',
    '::ffff:10.0.0.1',
    '2001:2::1',
    '2001:20::1',
  ]) {
    assert.equal(isPublicAddress(address), false, address)
  }
})

test('A51: a name that passed at save and leads inside at dial is blocked before any connection', async (t) => {
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const { guarded, port, connections } = await bench(t, (_, response) => response.end('secret'), { resolve })
  const url = `http://hook.example.com:${port}/`
  assert.ok(guarded.checkUrl(url))
  await assert.rejects(guarded.guardedFetch(url), blocked)
  assert.equal(connections(), 0)
})

test('A51: one private address among public ones spoils the answer, in any order', async (t) => {
  for (const inner of ['127.0.0.1', '::1', '64:ff9b::7f00:1', '169.254.169.254']) {
    const answer = [
      { address: '8.8.8.8', family: 4 },
      { address: inner, family: inner.includes(':') ? 6 : 4 },
    ]
    for (const addresses of [answer, answer.toReversed()]) {
      const outbound = createOutbound({ resolve: async () => addresses })
      t.after(outbound.close)
      await assert.rejects(outbound.guardedFetch('https://hook.example.com/'), blocked)
    }
  }
})

test('A51: a name server that fails or answers nothing blocks the call', async (t) => {
  const failing = createOutbound({ resolve: () => Promise.reject(new Error('SERVFAIL')) })
  const empty = createOutbound({ resolve: async () => [] })
  t.after(() => Promise.all([failing.close(), empty.close()]))
  await assert.rejects(failing.guardedFetch('https://hook.example.com/'), blocked)
  await assert.rejects(empty.guardedFetch('https://hook.example.com/'), blocked)
})

test('The name is resolved once per connection, so there is no second answer to trust', async (t) => {
  let asked = 0
  const resolve = async () => {
    asked += 1
    return [{ address: asked === 1 ? '192.0.2.1' : '8.8.8.8', family: 4 }]
  }
  const outbound = createOutbound({ resolve })
  t.after(outbound.close)
  await assert.rejects(outbound.guardedFetch('https://hook.example.com/'), blocked)
  assert.equal(asked, 1)
})

test('An exempt host:port is called with method, headers and body, and only that one is exempt', async (t) => {
  const { allowed, url, port } = await bench(t, async (request, response) => {
    const body = (await request.toArray()).join('')
    response.writeHead(201, { 'x-seen': `${request.method} ${request.url} ${request.headers['x-id']}` }).end(body)
  })
  const answer = await allowed.guardedFetch(`${url}/hook?a=b`, {
    method: 'POST',
    headers: { 'x-id': '7' },
    body: '{"a":1}',
  })
  assert.equal(answer.status, 201)
  assert.equal(answer.headers['x-seen'], 'POST /hook?a=b 7')
  assert.equal(answer.body.toString(), '{"a":1}')
  assert.throws(() => allowed.checkUrl(`http://127.0.0.1:${port + 1}/`), notAllowed)
  assert.throws(() => allowed.checkUrl(`http://localhost:${port}/`), notAllowed)
})

test('A51: a redirect is answered, not followed', async (t) => {
  const paths: (string | undefined)[] = []
  const { allowed, url } = await bench(t, (request, response) => {
    paths.push(request.url)
    response.writeHead(302, { location: '/inner' }).end()
  })
  assert.equal((await allowed.guardedFetch(`${url}/start`)).status, 302)
  assert.deepEqual(paths, ['/start'])
})

test('A body above the cap is refused, announced or dripped', async (t) => {
  const { allowed, url } = await bench(t, (request, response) => {
    if (request.url === '/announced') response.setHeader('content-length', 4000)
    for (let part = 0; part < 4; part += 1) response.write('x'.repeat(1000))
    response.end()
  })
  for (const path of ['announced', 'chunked']) {
    await assert.rejects(allowed.guardedFetch(`${url}/${path}`, { maxBytes: 3999 }), { code: 'OUTBOUND_TOO_LARGE' })
    assert.equal((await allowed.guardedFetch(`${url}/${path}`, { maxBytes: 4000 })).body.length, 4000)
  }
})

test('The deadline covers silence before the headers and a body that drips', async (t) => {
  const { allowed, url } = await bench(t, (request, response) => {
    if (request.url === '/silent') return
    const drip = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(drip))
  })
  for (const path of ['silent', 'drip']) {
    const start = performance.now()
    await assert.rejects(allowed.guardedFetch(`${url}/${path}`, { deadlineMs: 200 }), { code: 'OUTBOUND_TIMEOUT' })
    assert.ok(performance.now() - start < 2000)
  }
})

test('A closed port and a broken connection are refusals that name no inner address', async (t) => {
  const { allowed, url } = await bench(t, (request) => request.socket.destroy())
  await assert.rejects(allowed.guardedFetch(url), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'OUTBOUND_FAILED')
    return !JSON.stringify(error).includes('127.0.0.1')
  })
})

test('The caller can give up', async (t) => {
  const { allowed, url } = await bench(t, () => {})
  const giveUp = new AbortController()
  const call = allowed.guardedFetch(url, { signal: giveUp.signal })
  giveUp.abort()
  await assert.rejects(call, { code: 'OUTBOUND_FAILED' })
})
