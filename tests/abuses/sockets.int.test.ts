/** Sockets without rights (A9) and floods over them (A58), against the product as it is served. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { openRaw, openTransport, type RawSocket } from '../raw-socket.ts'
import { connectClient, mustBeOk, refusedWith } from '../sockets.ts'
import { openSite, paid, readRaw, type Site } from './site.ts'

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site?.close())

const upgrade = (headers: string) =>
  site.raw(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n' +
      'Upgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`,
  )

test('A9: a socket without a token, or with a forged one, is not let in', async () => {
  const at = (auth: Record<string, unknown>, headers = {}) => refusedWith(connectClient(site.url, { auth, headers }))
  assert.equal(await at({}), 'UNAUTHENTICATED')
  assert.equal(await at({ token: '' }), 'TOKEN_INVALID')
  assert.equal(await at({ token: 'eyJhbGciOiJub25lIn0.e30.' }), 'TOKEN_INVALID')
  assert.equal(await at({ token: { toString: 'x' } }), 'UNAUTHENTICATED')
  assert.equal(await at({ token: 'Session AAAA' }), 'SESSION_REVOKED')
  assert.equal(await at({}, { cookie: `session=${site.here.owner}; token=${site.here.owner}` }), 'UNAUTHENTICATED')
  assert.equal(await at({ token: site.here.owner, companyId: site.there.companyId }), 'TENANT_MISMATCH')
})

test('A9: nobody has rights before they are greeted, and who is not greeted is closed', async () => {
  const socket = await openTransport(site.url)
  socket.say('watch', { topics: ['company'] })
  await socket.closed
  assert.deepEqual(socket.frames.slice(1), [])
  const silent = await openTransport(site.url)
  const begun = performance.now()
  await silent.closed
  assert.ok(performance.now() - begun < 8_000)
})

test('A9: a page of another origin is refused at the door, our own and programs are not', async () => {
  const foreign = readRaw(await upgrade('Origin: https://evil.test\r\n'))
  assert.deepEqual([foreign.status, foreign.code, foreign.isClosed], [403, 'FORBIDDEN', true])
  assert.equal(readRaw(await upgrade('Origin: null\r\n')).status, 403)
  assert.match(await upgrade('Origin: http://localhost:3000\r\n'), /^HTTP\/1.1 101/)
  assert.match(await upgrade('Origin: http://localhost\r\n'), /^HTTP\/1.1 101/, 'the page and the API are one origin')
  assert.match(await upgrade(''), /^HTTP\/1.1 101/)
})

test('A9: other companies’ shops and records, and those beyond one’s reach, cannot be watched', async () => {
  const { here, there } = site
  const foreign = await there.goods('FOREIGN', 100, '1')
  const own = await here.goods('OWN', 100, '1')
  const owner = await connectClient(site.url, { auth: { token: here.owner } })
  const customer = await connectClient(site.url, { auth: { token: here.customer } })
  const missing = site.app.newId()
  const closed = [
    `shop:${there.shopId}`,
    `record:catalog.product:${foreign}`,
    `record:catalog.product:${missing}`,
    `record:auth.user:${missing}`,
    `record:nothing.here:${missing}`,
  ]
  for (const topic of closed) assert.equal((await owner.watch([topic])).code, 'FORBIDDEN', topic)
  const mixed = await owner.watch([`record:catalog.product:${own}`, `record:catalog.product:${foreign}`])
  assert.deepEqual([mixed.code, mixed.details?.map(({ field }) => field)], ['FORBIDDEN', ['topics.1']])
  assert.equal((await customer.watch([`shop:${here.shopId}`])).code, 'FORBIDDEN')
  for (const client of [owner, customer]) client.leave()
})

test('A9: what a person may not read is not told, whatever they watch', async () => {
  const { here, there } = site
  const stranger = await connectClient(site.url, { auth: { token: there.owner } })
  const customer = await connectClient(site.url, { auth: { token: here.customer } })
  const owner = await connectClient(site.url, { auth: { token: here.owner } })
  for (const client of [stranger, customer, owner]) mustBeOk(await client.watch(['company']))
  await here.goods('HUSH', 500, '10')
  const sold = await here.sell([{ sku: 'HUSH', quantity: '1' }], paid(500))
  assert.equal(sold.status, 201, JSON.stringify(sold.body))
  await owner.until(({ events }) => events.some(({ type }) => type === 'payment.success'))
  await there.goods('NOISE', 500, '10')
  await stranger.until(({ events }) => events.some(({ type }) => type === 'inventory.adjusted'))
  assert.deepEqual(
    stranger.events.filter(({ shopId }) => shopId === here.shopId),
    [],
  )
  assert.deepEqual(
    customer.events.filter(({ entity }) => entity !== 'catalog.product'),
    [],
  )
  for (const client of [stranger, customer, owner]) client.leave()
})

test('A9: topics and messages that are none are refused, and an answer that nobody asks for is not given', async () => {
  const client = await connectClient(site.url, { auth: { token: site.here.owner } })
  const id = site.app.newId()
  const wrong = [
    ...['company:x', 'shop:', 'shop:1', `shop:${id}:x`, 'record:', `record:catalog.product`, `record:a.b:${id}:c`],
    ...[
      `record:catalog.product:${id.toUpperCase()}`,
      "record:catalog.product:' or 1=1",
      'COMPANY',
      '',
      '*',
      'x'.repeat(9000),
    ],
    ...[5, null, {}, ['company']],
  ]
  for (const topic of wrong)
    assert.equal((await client.watch([topic])).code, 'VALIDATION_FAILED', String(topic).slice(0, 50))
  const inputs = [
    undefined,
    null,
    'company',
    5,
    [],
    {},
    { topics: 'company' },
    { topics: [] },
    { topics: {}, after: 'x' },
  ]
  for (const input of inputs) assert.equal((await client.ask('watch', input)).code, 'VALIDATION_FAILED')
  assert.equal((await client.ask('watch', { topics: ['company'], where: '1=1' })).code, 'VALIDATION_FAILED')
  assert.equal((await client.ask('watch', JSON.parse('{"topics":["company"],"__proto__":{"x":1}}'))).ok, false)
  client.socket.emit('watch', { topics: ['company'] })
  client.socket.emit('watch')
  client.socket.emit('toString', {})
  mustBeOk(await client.watch(['company']))
  client.leave()
})

test('A58: more than a hundred topics are refused, in one message or in many', async () => {
  const client = await connectClient(site.url, { auth: { token: site.here.owner } })
  const topics = Array.from({ length: 101 }, () => `shop:${site.app.newId()}`)
  assert.equal((await client.watch(topics)).code, 'VALIDATION_FAILED')
  const known: string[] = []
  for (let index = 0; index < 100; index += 1) {
    const reply = await site.ask(site.here.owner, 'POST', '/erp/customers', { name: `C${index}`, code: `T-${index}` })
    known.push(`record:crm.customer:${reply.body.data.id}`)
  }
  mustBeOk(await client.watch(known))
  mustBeOk(await client.watch(known.slice(0, 5)))
  const answer = await client.watch(['company'])
  assert.deepEqual([answer.code, answer.details?.[0]?.field], ['VALIDATION_FAILED', 'topics'])
  client.leave()
})

const greeted = () => openRaw(site.url, { auth: { token: site.here.owner } })
const wasLimited = ({ frames }: RawSocket) => frames.some((frame) => frame.includes('"reason":"rate_limited"'))
const rss = () => process.memoryUsage().rss / 1_048_576

test('A58: five hundred messages a second end the socket', async () => {
  const socket = await greeted()
  for (let index = 0; index < 500; index += 1) socket.say('watch', { topics: [`shop:${index}`] })
  await socket.closed
  assert.ok(wasLimited(socket))
  assert.match(socket.frames.join(), /"code":"RATE_LIMITED"/)
})

test('A58: a message of a megabyte ends the socket and is not kept', async () => {
  const before = rss()
  for (let round = 0; round < 20; round += 1) {
    const socket = await greeted()
    socket.ws.send(`42["watch","${'x'.repeat(1_048_576)}"]`)
    await socket.closed
  }
  assert.ok(rss() - before < 100, `${Math.round(rss() - before)} MB more`)
})

test('A58: a message that announces a million attachments ends the socket', async () => {
  for (const count of ['1000000', '11', '-1', '1e9']) {
    const socket = await greeted()
    socket.ws.send(`45${count}-["watch",{"_placeholder":true,"num":0}]`)
    await socket.closed
  }
})

const filler = Buffer.alloc(125)

/** Two thousand frames a second until the socket is closed. */
async function flood(socket: RawSocket, send: (socket: RawSocket) => void): Promise<void> {
  const timer = setInterval(() => {
    for (let index = 0; index < 100 && socket.ws.readyState === socket.ws.OPEN; index += 1) send(socket)
  }, 50)
  await socket.closed
  clearInterval(timer)
}

test('A58: nonsense, other namespaces and pings without end do no harm', async () => {
  for (const frame of [
    '',
    '9',
    '4',
    '49',
    '42',
    '42[',
    '42{}',
    '42[5]',
    '43["x"]',
    '40',
    '40/admin,',
    '41',
    'b4AAAA',
    '420[]',
  ]) {
    const socket = await greeted()
    socket.ws.send(frame)
    socket.say('watch', { topics: ['company'] })
    await Promise.race([socket.closed, once(socket.ws, 'message')])
    socket.ws.close()
  }
  const pinging = await greeted()
  await flood(pinging, ({ ws }) => ws.ping(filler))
  // Unasked answers are lawful frames; too many bytes of them are not.
  const ponging = await greeted()
  await flood(ponging, ({ ws }) => ws.pong(filler))
  assert.ok(wasLimited(ponging))
  assert.equal((await site.ask(undefined, 'GET', '/health')).status, 200)
})

test('A58: one person opens at most two hundred sockets', async () => {
  const sockets: RawSocket[] = []
  let refused = ''
  for (let index = 0; index < 205 && refused === ''; index += 1) {
    await greeted().then(
      (socket) => sockets.push(socket),
      (error: Error) => {
        refused = error.message
      },
    )
  }
  assert.match(refused, /"code":"RATE_LIMITED"/)
  assert.ok(sockets.length <= 200)
  for (const { ws } of sockets) ws.close()
  await Promise.all(sockets.map(({ closed }) => closed))
})

test('A58: an upgrade elsewhere, or without one here, is an ordinary request', async () => {
  const h2c = 'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n'
  assert.equal(readRaw(await site.raw(`GET /health HTTP/1.1\r\nHost: localhost\r\n${h2c}\r\n`)).status, 200)
  const plain = await site.ask(undefined, 'GET', '/socket.io/?EIO=4&transport=polling')
  assert.deepEqual([plain.status, plain.body.code], [400, 'VALIDATION_FAILED'])
  assert.equal((await site.ask(undefined, 'POST', '/socket.io/', {})).status, 405)
})
