import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type Actor, buildRegistry } from '#kernel'
import type { App } from '#platform/execution'
import { type FileStore, fileService, openFileStore } from '#platform/files'
import { csvDoors, csvRoutes, type ImportRunner, importRunner, startImports } from '#surfaces/csv'
import { registryService } from '#surfaces/doors'
import { composeServer } from '../../processes/compose.ts'
import { modules } from '../../processes/modules.ts'
import { makeCompany } from '../../tests/company.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
let app: App
let files: FileStore
let server: FastifyInstance
let folder: string
let runner: ImportRunner | undefined
const people = new Map<string, Actor>()
const services = new Map<string, unknown>()

before(async () => {
  world = await makeWorld({ listeners: false })
  folder = await mkdtemp(join(tmpdir(), 'entrepot-import-'))
  files = openFileStore({ kind: 'local', directory: folder })
  const all = modules.some(({ name }) => name === csvDoors.name) ? modules : [...modules, csvDoors]
  app = { ...world.app, services, registry: buildRegistry(all) }
  services.set(registryService.name, app.registry)
  services.set(fileService.name, files)
  services.set(importRunner.name, { wake: (queued?: { id: string; actor: Actor }) => runner?.wake(queued) })
  const identify = (headers: Record<string, unknown>) => people.get(String(headers.authorization)) ?? world.root
  server = await composeServer({
    app,
    identify,
    bodyLimitBytes: 1_048_576,
    rateLimitPerMinute: 0,
    corsOrigins: [],
    trustProxy: false,
    routes: [csvRoutes({ app, identify, files, maxBytes: 2_000_000 })],
  })
})
afterEach(() => runner?.stop())
after(async () => {
  await server.close()
  await world.close()
  await rm(folder, { recursive: true })
})

async function call(who: Actor, method: 'GET' | 'POST', url: string, body?: object | string) {
  people.set(who.id, who)
  const type = typeof body === 'string' ? 'text/csv' : 'application/json'
  const response = await server.inject({
    method,
    url: `/api${url}`,
    headers: { authorization: who.id, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const isJson = String(response.headers['content-type']).includes('json')
  return { status: response.statusCode, text: response.body, ...(isJson ? response.json() : {}) }
}

const start = () => {
  runner = startImports(app, { files, actorOf: async (_company, { id }) => people.get(id) })
  return runner
}
const products = (count: number) =>
  ['Artikel;Name;Price', ...Array.from({ length: count }, (_, n) => `P${n};Product ${n};1,5`)].join('\n')

test('a file is uploaded, previewed, tried out, run, seen in the list and undone', async () => {
  const { owner } = await makeCompany(world)
  const running = start()
  const uploaded = await call(owner, 'POST', '/imports?target=catalog.product&fileName=goods.csv', products(30))
  assert.equal(uploaded.status, 201, uploaded.text)
  const { id, detected, missing } = uploaded.data
  assert.deepEqual([detected.separator.value, missing], [';', ['sku']])
  const mapping = { Artikel: 'sku' }
  const preview = await call(owner, 'POST', `/imports/${id}/preview`, { mapping })
  assert.equal(preview.data.previewed.length, 20)
  assert.deepEqual(preview.data.previewed[0].values.price, { amount: 150, currency: 'GBP' })
  assert.deepEqual(preview.data.samples, {
    Artikel: ['P0', 'P1', 'P2'],
    Name: ['Product 0', 'Product 1', 'Product 2'],
    Price: ['1,5'],
  })
  for (const dryRun of [true, false]) {
    assert.equal((await call(owner, 'POST', `/imports/${id}/run`, { mapping, dryRun })).status, 202)
    await running.idle()
    const { data } = await call(owner, 'GET', `/imports/${id}`)
    assert.deepEqual([data.state, data.dryRun, data.rows, data.created], ['done', dryRun, 30, 30])
    assert.deepEqual(data.options, { mapping })
  }
  const listed = await call(owner, 'GET', '/imports')
  assert.deepEqual([listed.data.length, listed.data[0].id, listed.pagination.total], [1, id, 1])
  assert.equal((await call(owner, 'POST', `/imports/${id}/undo`, {})).status, 202)
  await running.idle()
  assert.equal((await call(owner, 'GET', `/imports/${id}`)).data.undone, 30)
})

test('an import that a stopped process left is finished by the next one', async () => {
  const { owner } = await makeCompany(world)
  const first = start()
  const { data } = await call(owner, 'POST', '/imports?target=catalog.product', products(4000))
  await call(owner, 'POST', `/imports/${data.id}/run`, { mapping: { Artikel: 'sku' } })
  let seen = 0
  while (seen === 0) seen = (await call(owner, 'GET', `/imports/${data.id}`)).data.rows
  await first.stop()
  const left = (await call(owner, 'GET', `/imports/${data.id}`)).data
  assert.equal(left.state, 'running')
  assert.ok(left.rows < 4000, 'stopped on the way')
  await start().idle()
  const done = (await call(owner, 'GET', `/imports/${data.id}`)).data
  assert.deepEqual([done.state, done.rows, done.created], ['done', 4000, 4000])
})

test('a cancelled import stops, and can be resumed', async () => {
  const { owner } = await makeCompany(world)
  const { data } = await call(owner, 'POST', '/imports?target=catalog.product', products(50))
  await call(owner, 'POST', `/imports/${data.id}/run`, { mapping: { Artikel: 'sku' } })
  assert.equal((await call(owner, 'POST', `/imports/${data.id}/cancel`, {})).data.state, 'cancelled')
  assert.equal((await call(owner, 'POST', `/imports/${data.id}/cancel`, {})).code, 'IMPORT_STATE')
  await call(owner, 'POST', `/imports/${data.id}/resume`, {})
  await start().idle()
  assert.equal((await call(owner, 'GET', `/imports/${data.id}`)).data.created, 50)
})

test('forged, broken, foreign and oversized files are refused and leave nothing', async () => {
  const { owner, staff } = await makeCompany(world)
  const other = await makeCompany(world)
  const send = async (text: string, target = 'catalog.product') =>
    (await call(owner, 'POST', `/imports?target=${target}`, text)).code
  assert.equal(await send('sku,__proto__\nA,x'), 'FORBIDDEN_KEY')
  assert.equal(await send('sku,name\nA,"open'), 'CSV_INVALID')
  assert.equal(await send(`${'a,'.repeat(1000)}z\n1`), 'CSV_INVALID')
  assert.equal(await send('x'.repeat(2_000_001)), 'PAYLOAD_TOO_LARGE')
  assert.equal(await send('sku,name\nA,x', 'nothing.here'), 'VALIDATION_FAILED')
  assert.equal((await call(owner, 'GET', '/imports')).data.length, 0)
  const { data } = await call(owner, 'POST', '/imports?target=catalog.product', 'sku,name\nA,x')
  assert.equal((await call(other.owner, 'GET', `/imports/${data.id}`)).code, 'NOT_FOUND')
  assert.equal((await call(staff, 'POST', `/imports/${data.id}/run`, {})).code, 'NOT_FOUND')
  assert.equal(
    (await call(world.person(other.companyId, 'customer'), 'POST', '/imports?target=catalog.product', 'sku\nA')).code,
    'FORBIDDEN',
  )
})

test('an export honours filters and permissions, and writes no formula', async () => {
  const { owner, staff } = await makeCompany(world)
  for (const [sku, name] of [
    ['A', '=cmd()'],
    ['B', 'Bread'],
  ]) {
    await world.call(owner, 'POST', '/erp/products', { sku, name, cost: { amount: 5, currency: 'GBP' } })
  }
  const mine = await call(owner, 'GET', '/exports/catalog.product?fields=sku,name,cost&filter[sku]=A')
  assert.equal(mine.text, `sku,name,cost,costCurrency\r\nA,"'=cmd()",0.05,GBP\r\n`)
  assert.equal((await call(staff, 'GET', '/exports/catalog.product?fields=sku,cost')).code, 'UNKNOWN_FIELD')
  assert.equal((await call(owner, 'GET', '/exports/catalog.product?filter[nope]=1')).code, 'UNKNOWN_FIELD')
  assert.equal((await call(owner, 'GET', '/exports/nothing.here')).code, 'NOT_FOUND')
})
