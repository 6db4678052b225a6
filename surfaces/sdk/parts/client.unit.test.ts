import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiRefusal, type Client, makeClient } from './client.ts'

type Sent = { url: string; method: string; headers: Headers; body: unknown }

/** A client of a server that notes what it gets and answers what it is told. */
function clientOf(answer: () => Response): { client: Client; sent: Sent[] } {
  const sent: Sent[] = []
  const fetcher = (async (url: string, init: RequestInit) => {
    sent.push({ url, method: init.method ?? '', headers: new Headers(init.headers), body: init.body })
    return answer()
  }) as unknown as typeof fetch
  return { client: makeClient({ base: '/api', fetch: fetcher, headers: () => ({ 'x-company-id': 'c' }) }), sent }
}

const json = (body: object, init: ResponseInit = {}) => Response.json(body, init)

test('parameters fill the path, filters are written as the API reads them, undefined is left out', async () => {
  const { client, sent } = clientOf(() => json({ data: [] }))
  await client.send('GET /a/:id/b', {
    params: { id: 'x/y' },
    query: { limit: 5, q: undefined, filter: { name: { contains: 'tea' }, state: 'open', kind: { in: ['a', 'b'] } } },
  })
  assert.equal(
    decodeURIComponent(sent[0]?.url.replace('x%2Fy', 'ID') ?? ''),
    '/api/a/ID/b?limit=5&filter[name][contains]=tea&filter[state]=open&filter[kind][in]=a,b',
  )
  assert.equal(sent[0]?.headers.get('idempotency-key'), null)
  assert.equal(sent[0]?.headers.get('x-company-id'), 'c')
})

test('a path whose parameter is missing is not called', async () => {
  const { client, sent } = clientOf(() => json({}))
  await assert.rejects(client.send('GET /a/:id'), /needs id/)
  assert.equal(sent.length, 0)
})

test('every call that changes something has a key of its own, or the one it is given', async () => {
  const { client, sent } = clientOf(() => json({ data: { id: '1' } }))
  await client.send('POST /a', { body: { x: 1 } })
  await client.send('POST /a', { body: { x: 1 } })
  await client.send('PATCH /a/:id', { params: { id: '1' }, body: {}, key: 'mine', version: 3 })
  const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
  assert.match(keys[0] ?? '', /^[0-9a-f]{32}$/)
  assert.notEqual(keys[0], keys[1])
  assert.equal(keys[2], 'mine')
  assert.equal(sent[2]?.headers.get('if-match'), '"3"')
  assert.equal(sent[0]?.body, '{"x":1}')
})

test('a list is answered with its pagination, one page where the API tells none', async () => {
  const paged = clientOf(() => json({ data: [1], pagination: { limit: 1, total: 9 } }))
  assert.deepEqual(await paged.client.send('GET /a'), { data: [1], pagination: { limit: 1, total: 9 } })
  const whole = clientOf(() => json({ data: [1, 2] }))
  assert.deepEqual(await whole.client.send('GET /a'), {
    data: [1, 2],
    pagination: { page: 1, limit: 2, total: 2, totalPages: 1, nextCursor: null },
  })
})

test('a refusal is thrown with its code, details and the pause that it asks for', async () => {
  const details = [{ field: 'name', message: 'is required' }]
  const { client } = clientOf(() =>
    json(
      { error: 'No.', code: 'RATE_LIMITED', details, requestId: 'r1' },
      { status: 429, headers: { 'retry-after': '7' } },
    ),
  )
  await assert.rejects(client.send('GET /a'), (error: unknown) => {
    assert.ok(error instanceof ApiRefusal)
    const { code, status, message, requestId, retryAfter } = error
    assert.deepEqual(
      { code, status, message, requestId, retryAfter },
      {
        ...{ code: 'RATE_LIMITED', status: 429, message: 'No.', requestId: 'r1', retryAfter: 7 },
      },
    )
    assert.deepEqual(error.details, details)
    return true
  })
})

test('an answer of something in between is a refusal too', async () => {
  const { client } = clientOf(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await assert.rejects(client.send('GET /a'), { code: 'UNREADABLE_ANSWER', status: 502 })
})

test('files go out as they are and come back as a Blob', async () => {
  const { client, sent } = clientOf(() => new Response('a,b', { headers: { 'content-type': 'text/csv' } }))
  const answer = await client.send('POST /imports', { body: new Blob(['x'], { type: 'text/tab-separated-values' }) })
  assert.ok(answer instanceof Blob)
  assert.equal(await answer.text(), 'a,b')
  assert.equal(sent[0]?.headers.get('content-type'), 'text/tab-separated-values')
})
