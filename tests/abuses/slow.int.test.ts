/** Clients that keep connections by sending slowly (A57). */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { makeServer } from '#platform/http'
import { readRaw } from './site.ts'

const patience = { headersMs: 300, requestMs: 600, lookMs: 50 }
let server: Awaited<ReturnType<typeof makeServer>>
let port: number
before(async () => {
  const silent = () => undefined
  server = await makeServer({
    newRequestId: () => crypto.randomUUID(),
    clock: Date.now,
    log: { info: silent, warn: silent, error: silent },
    bodyLimitBytes: 1_048_576,
    rateLimitPerMinute: 0,
    corsOrigins: [],
    trustProxy: false,
    patience,
  })
  server.post('/sales', async () => ({ success: true }))
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port)
})
after(() => server?.close())

const head = 'POST /sales HTTP/1.1\r\nHost: entrepot.test\r\n'
const body = `${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"a":"`

/** What a connection on which so much was sent gets before it is closed, and after how many milliseconds. */
async function sent(begin: string, drip = ''): Promise<{ answer: string; ms: number }> {
  const begun = performance.now()
  const socket: Socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  socket.write(begin)
  const dripping = setInterval(() => drip && socket.write(drip), 20)
  await once(socket, 'close')
  clearInterval(dripping)
  return { answer, ms: performance.now() - begun }
}

test('A57: a head or body that does not come, or comes drop by drop, is given up after its time', async () => {
  const tries: [string, string, number][] = [
    [head, '', patience.headersMs],
    [head, 'X-A: b\r\n', patience.headersMs],
    [body, '', patience.requestMs],
    [body, 'a', patience.requestMs],
  ]
  for (const { answer, ms, least } of await Promise.all(
    tries.map(async ([begin, drip, least]) => ({ ...(await sent(begin, drip)), least })),
  )) {
    const { status, code, isClosed } = readRaw(answer)
    assert.deepEqual([status, code, isClosed], [408, 'REQUEST_TIMEOUT', true], answer)
    assert.ok(ms >= least, `given up after ${ms} ms, before its time of ${least} ms`)
  }
})

test('A57: while hundreds of connections send slowly, others are answered', async () => {
  const slow = Array.from({ length: 300 }, (_, at) => sent(at % 2 ? head : body))
  const reply = await fetch(`http://127.0.0.1:${port}/sales`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  assert.equal(reply.status, 200)
  for (const { answer } of await Promise.all(slow)) assert.equal(readRaw(answer).status, 408)
})
