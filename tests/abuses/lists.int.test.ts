/** What people put into the query string of lists (A11, A38, A39, A40, A53), tried on every list there is. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type EntityEntry, propertyOf } from '#kernel'
import { makeCompany, type TestCompany } from '../company.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
let company: TestCompany
let stranger: TestCompany
let lists: readonly EntityEntry[]

before(async () => {
  world = await makeWorld({ listeners: false })
  company = await makeCompany(world)
  stranger = await makeCompany(world)
  lists = [...world.app.registry.entities.values()].filter(({ verbs }) => verbs.includes('list'))
})
after(() => world.close())

const ask = (path: string, who = company.owner) => world.call(who, 'GET', path)

/** Lists that answer otherwise than with the status and code. */
async function others(queries: readonly string[], expected: string): Promise<string[]> {
  const wrong: string[] = []
  for (const { path } of lists) {
    for (const query of queries) {
      const { status, body } = await ask(`${path}?${query}`)
      if (`${status} ${body.code}` !== expected) wrong.push(`${path}?${query.slice(0, 80)}: ${status} ${body.code}`)
    }
  }
  return wrong
}

test('A38: sort, filter and fields name what the list knows, and nothing else', async () => {
  const nested = `filter${'[id]'.repeat(50)}=1`
  const queries = [
    'sort=id;drop table catalog.product',
    'sort=id,name',
    'sort=(select 1)',
    'sort=company_id',
    'sort=companyId',
    'sort=constructor',
    'sort=--id',
    'filter[password]=x',
    'filter[company_id]=1',
    'filter[id][or]=1',
    'filter[id][eq][eq]=1',
    'filter[id]or1=1',
    'filter=x',
    'fields=*',
    'select=*',
    'where=1=1',
    nested,
  ].map((query) => encodeURI(query))
  assert.deepEqual(await others(queries, '400 UNKNOWN_FIELD'), [])
})

test('A38: a field that the caller may not see is no field of the list', async () => {
  const { staff } = company
  const wrong: string[] = []
  for (const { address, path, definition } of lists.filter((each) => staff.grants.has(`${each.address}.read`))) {
    for (const [name, field] of Object.entries(definition.fields)) {
      const isHidden = field.kind === 'secret' || (field.see !== undefined && !staff.grants.has(field.see))
      if (!isHidden) continue
      for (const query of [`sort=${propertyOf(name, field)}`, `filter[${propertyOf(name, field)}][gt]=1`]) {
        const { status, body } = await ask(`${path}?${query}`, staff)
        if (`${status} ${body.code}` !== '400 UNKNOWN_FIELD') wrong.push(`${address} ${query}: ${status} ${body.code}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('A38: a value is a value, whatever it is made of', async () => {
  const values = ["' or 1=1 --", "'; drop table catalog.product; --", '$1', '\\', '${7*7}', '{{7*7}}', '%00']
  for (const value of values) {
    const { status, body } = await ask(`/erp/products?filter[name]=${encodeURIComponent(value)}`)
    assert.deepEqual([status, body.data], [200, []], value)
  }
  const nul = await ask('/erp/products?filter[name]=%00')
  assert.deepEqual([nul.status, nul.body.code], [400, 'VALIDATION_FAILED'])
})

test('A38: a parameter that is there twice is not guessed at', async () => {
  const wrong = await others(['limit=1&limit=2', 'sort=id&sort=id'], '400 VALIDATION_FAILED')
  assert.deepEqual(wrong, [])
})

test('A39: a search text is text: signs of patterns find only themselves', async () => {
  const { owner } = company
  const names = ['100% wool', 'snow_man', 'a.b*c', '(a+)+$', 'back\\slash', '[abc]']
  for (const [index, name] of names.entries()) {
    const made = await world.call(owner, 'POST', '/erp/products', { sku: `P${index}`, name })
    assert.equal(made.status, 201)
  }
  const found = async (text: string) => {
    const { status, body } = await ask(`/erp/products?q=${encodeURIComponent(text)}`)
    assert.equal(status, 200, text)
    return [...body.data].map(({ name }) => String(name))
  }
  for (const name of names) assert.deepEqual(await found(name), [name])
  for (const text of ['%%%%%', '___', '.*.*', '(((((', '\\\\\\']) assert.deepEqual(await found(text), [], text)
})

test('A39: no search text takes long, and a long one is refused', async () => {
  const texts = [
    '%'.repeat(200),
    `${'a'.repeat(199)}!`,
    '(a+)+$'.repeat(30),
    "a' & b | !c <-> (".repeat(10),
    ':*'.repeat(90),
  ]
  for (const path of ['/erp/products?q=', '/erp/customers?q=', '/search?q=']) {
    for (const text of texts) {
      const start = performance.now()
      const { status } = await ask(`${path}${encodeURIComponent(text)}`)
      const milliseconds = performance.now() - start
      assert.ok(status === 200, `${path} ${text.slice(0, 20)}: ${status}`)
      assert.ok(milliseconds < 100 * slack, `${path} ${text.slice(0, 20)}: ${milliseconds} ms`)
    }
    const long = await ask(`${path}${'a'.repeat(12_000)}`)
    assert.deepEqual([long.status, long.body.code], [400, 'VALIDATION_FAILED'])
  }
})

/**
 * The bound is 100 ms; a machine that runs the whole suite at once may be slower, an exponential search is far slower.
 */
const slack = 5

test('A40: names that reach a prototype are no parameters, and Object.prototype stays as it was', async () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
  const queries = names.flatMap((name) => [
    `${name}=1`,
    `${name}[polluted]=1`,
    `filter[${name}]=1`,
    `filter[${name}][polluted]=1`,
    `sort=${name}`,
  ])
  const before = Object.getOwnPropertyNames(Object.prototype).join()
  const wrong: string[] = []
  for (const { path } of lists) {
    for (const query of queries) {
      const { status, body } = await ask(`${path}?${query}`)
      const isRefused =
        status === 400 && ['UNKNOWN_FIELD', 'FORBIDDEN_KEY', 'VALIDATION_FAILED'].includes(String(body.code))
      if (!isRefused) wrong.push(`${path}?${query}: ${status} ${body.code}`)
    }
  }
  assert.deepEqual(wrong, [])
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before)
})

test('A53: a page has 1 to 200 rows, and pages are counted from one', async () => {
  const queries = ['limit=1000000000', 'limit=0', 'limit=-1', 'limit=201', 'limit=1e2', 'limit=abc', 'limit=', 'page=0']
  const more = ['page=-1', 'page=999999999999', 'page=1.5', 'page=2&cursor=x']
  assert.deepEqual(await others([...queries, ...more], '400 VALIDATION_FAILED'), [])
  assert.deepEqual(await others(['offset=-1', 'skip=5'], '400 UNKNOWN_FIELD'), [])
})

test('A53: a cursor that was not issued for this list is refused', async () => {
  const forged = Buffer.from(JSON.stringify(['a', company.companyId])).toString('base64url')
  const cursors = ['x', '..', 'a.b', forged, `${forged}.`, `${forged}.AAAAAAAAAAAAAAAA`, '%00', `${'a'.repeat(3000)}.b`]
  assert.deepEqual(
    await others(
      cursors.slice(0, 6).map((cursor) => `cursor=${cursor}`),
      '400 CURSOR_INVALID',
    ),
    [],
  )
  for (const cursor of cursors.slice(6)) assert.equal((await ask(`/erp/products?cursor=${cursor}`)).status, 400)
})

test('A53: a cursor of another company, another list or another order is refused', async () => {
  const first = await ask('/shops?limit=1')
  assert.equal(first.body.pagination?.nextCursor, null)
  for (const code of ['CRATE', 'PALLET']) {
    const { status, body } = await world.call(company.owner, 'POST', '/catalog/units', { code, name: code })
    assert.equal(status, 201, JSON.stringify(body))
  }
  const units = await ask('/catalog/units?limit=1&sort=code')
  const cursor = encodeURIComponent(String(units.body.pagination?.nextCursor))
  assert.equal((await ask(`/catalog/units?limit=1&sort=code&cursor=${cursor}`)).status, 200)
  const tries: [string, typeof company.owner][] = [
    [`/catalog/units?limit=1&sort=code&cursor=${cursor}`, stranger.owner],
    [`/catalog/units?limit=1&sort=-code&cursor=${cursor}`, company.owner],
    [`/catalog/units?limit=1&cursor=${cursor}`, company.owner],
    [`/catalog/tax-categories?limit=1&sort=code&cursor=${cursor}`, company.owner],
  ]
  for (const [path, who] of tries) {
    const { status, body } = await ask(path, who)
    assert.deepEqual([status, body.code], [400, 'CURSOR_INVALID'], path)
  }
})

test('A11: no filter shows what the caller may not see', async () => {
  const { owner, staff } = company
  const shop = await world.call(owner, 'POST', '/shops', { code: 'HID', name: 'Hidden' })
  const made = await world.call(owner, 'POST', '/erp/products', {
    sku: 'HIDDEN',
    name: 'Of another shop',
    shopId: shop.body.data.id,
  })
  assert.equal(made.status, 201)
  for (const query of [
    'filter[sku]=HIDDEN',
    'filter[sku][ne]=x',
    `filter[shopId]=${shop.body.data.id}`,
    'filter[shopId][empty]=false',
    'filter[status][in]=active,archived',
    'q=another',
    'sort=shopId',
  ]) {
    const { status, body } = await ask(`/erp/products?${query}`, staff)
    assert.equal(status, 200, query)
    assert.ok(
      [...body.data].every(({ sku }) => String(sku) !== 'HIDDEN'),
      query,
    )
  }
  const found = await ask('/search?q=another', staff)
  assert.deepEqual(found.body.data, [])
})
