/** Files of the build as a browser gets them: small, for good, and nothing that lies beside them. */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compressFiles } from './compress.ts'
import { readBuiltFiles } from './files.ts'
import { makeWebServer } from './server.ts'

const script = `console.log(${JSON.stringify('the same again and '.repeat(200))})`
const folder = await mkdtemp(join(tmpdir(), 'entrepot-files-'))
const built = join(folder, 'static')
await mkdir(join(built, 'chunks/[id]'), { recursive: true })
await writeFile(join(folder, 'secret.js'), 'nobody gets this')
await writeFile(join(built, 'chunks/a.js'), script)
await writeFile(join(built, 'chunks/[id]/b.css'), 'a{}')
await writeFile(join(built, 'chunks/font.woff2'), Buffer.from([1, 2, 3]))
await compressFiles(built)

const silent = () => undefined
const server = await makeWebServer({
  http: createServer(),
  pages: {
    handle: async (_, response) => void response.end('a page'),
    upgrade: async () => undefined,
    close: async () => undefined,
  },
  files: await readBuiltFiles(built),
  apiUrl: 'http://127.0.0.1:9',
  isDev: false,
  trustProxy: false,
  log: { info: silent, warn: silent, error: silent },
  demo: [],
})
await server.listen({ host: '127.0.0.1', port: 0 })
const { port } = server.server.address() as AddressInfo
after(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

type Got = { status: number | undefined; headers: IncomingMessage['headers']; body: Buffer }

/** As it travels: the address is sent as it is written, and nothing is unpacked. */
async function get(path: string, accepted?: string, method = 'GET'): Promise<Got> {
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
  const sent = request({ host: '127.0.0.1', port, path, method, headers })
  sent.end()
  const reply = await new Promise<IncomingMessage>((resolve, reject) =>
    sent.on('response', resolve).on('error', reject),
  )
  const chunks = (await reply.toArray()) as Buffer[]
  return { status: reply.statusCode, headers: reply.headers, body: Buffer.concat(chunks) }
}

test('a script comes in the smallest form that the browser takes', async () => {
  const cases: [accepted: string | undefined, encoding: string | undefined][] = [
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip;q=1.0', 'br'],
    ['BR', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['x-br, gzip', 'gzip'],
    ['identity', undefined],
    ['', undefined],
    [undefined, undefined],
  ]
  for (const [accepted, encoding] of cases) {
    const { status, headers, body } = await get('/_next/static/chunks/a.js', accepted)
    const where = `for "${accepted}"`
    assert.equal(status, 200, where)
    assert.equal(headers['content-encoding'], encoding, where)
    assert.equal(headers['content-length'], String(body.length), where)
    const text = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
    assert.equal(text.toString(), script, where)
  }
})

test('a file of the build is kept for good, by its encoding, and is taken for nothing else', async () => {
  const { headers } = await get('/_next/static/chunks/a.js?dpl=1', 'br')
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(headers.vary, 'accept-encoding')
  assert.equal(headers['content-type'], 'text/javascript; charset=utf-8')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['referrer-policy'], 'same-origin')
  assert.match(String(headers['content-security-policy']), /^default-src 'none'/)
  assert.equal((await get('/_next/static/chunks/%5Bid%5D/b.css')).headers['content-type'], 'text/css; charset=utf-8')
})

test('what is small already travels as it is', async () => {
  const { headers, body } = await get('/_next/static/chunks/font.woff2', 'br, gzip')
  assert.equal(headers['content-encoding'], undefined)
  assert.deepEqual([...body], [1, 2, 3])
})

test('HEAD tells the size and sends nothing', async () => {
  const { status, headers, body } = await get('/_next/static/chunks/a.js', 'br', 'HEAD')
  assert.deepEqual([status, body.length], [200, 0])
  assert.ok(Number(headers['content-length']) > 0)
})

test('what is not a file of the build is not found, however it is spelled', async () => {
  const spelled = [
    'chunks/none.js',
    'chunks',
    'chunks/',
    'chunks/a.js.br',
    '../secret.js',
    'chunks/../../secret.js',
    '..%2fsecret.js',
    '%2e%2e/secret.js',
    '..%5csecret.js',
    'chunks/a.js%00',
    '__proto__',
  ]
  for (const name of spelled) {
    const { status, headers, body } = await get(`/_next/static/${name}`, 'br')
    assert.equal(status, 404, name)
    assert.equal(body.toString(), '', name)
    assert.equal(headers['cache-control'], 'no-store', name)
  }
})

test('everything else is answered by the pages', async () => {
  assert.equal((await get('/sign-in', 'br')).body.toString(), 'a page')
})
