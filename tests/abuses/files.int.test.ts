/**
 * Files that attack: formulas in exports, CSV that is none, names that reach a prototype or hide control characters
 * (A40, A43, A44, A48).
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openSite, type Site, said } from './site.ts'

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site?.close())

const upload = (file: string | Buffer, more = '', type = 'text/csv') =>
  site.ask(site.here.owner, 'POST', `/imports?target=catalog.product${more}`, file, { 'content-type': type })
const countImports = async () => (await site.ask(site.here.owner, 'GET', '/imports')).body.data.length

test('A43: no cell of an export begins as a formula, whatever cannot be seen before the sign', async () => {
  const { ask, here } = site
  const starts = [
    '=',
    '+',
    '-',
    '@',
    '\t=',
    '\r=',
    '\n=',
    ' =',
    '\u00a0=',
    '\u200b=',
    '\uff1d',
    '\uff0b',
    '\uff0d',
    '\uff20',
  ]
  for (const [index, start] of starts.entries()) {
    const body = { sku: `F${index}`, name: 'Goods', description: `${start}cmd|'/c calc'!A1` }
    assert.equal(said(await ask(here.owner, 'POST', '/erp/products', body)), '201', JSON.stringify(start))
  }
  const { status, body, headers } = await ask(
    here.owner,
    'GET',
    '/exports/catalog.product?fields=description,sku&sort=sku',
  )
  assert.equal(status, 200)
  assert.match(String(headers['content-disposition']), /^attachment; filename="catalog-product\.csv"$/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  const text = String(body.text)
  for (const start of starts) {
    const guarded = `'${start}cmd|'/c calc'!A1`
    assert.ok(text.includes(`\n${guarded},F`) || text.includes(`\n"${guarded}",F`), JSON.stringify(start))
  }
  const cells = text.split(/\r\n/).flatMap((line) => line.split(','))
  assert.deepEqual(
    cells.filter((cell) => /^"?[\p{Cc}\p{Cf}\p{Z}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell)),
    [],
  )
})

test('A43: NUL never comes as far as an export', async () => {
  const body = '{"sku":"NUL","name":"\\u0000=cmd()"}'
  const headers = { 'content-type': 'application/json' }
  const reply = await site.ask(site.here.owner, 'POST', '/erp/products', body, headers)
  assert.equal(said(reply), '400 VALIDATION_FAILED')
})

test('A44: a file that is no CSV is refused with the place, and nothing of it is kept', async () => {
  const kept = await countImports()
  const files: [string, string | Buffer][] = [
    ['100,000 columns', `${Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(',')}\n1`],
    ['an open quote', 'sku,name\nA,"open'],
    ['an open quote over megabytes', `sku,name\nA,"${'x;y\n'.repeat(600_000)}`],
    ['NUL', 'sku,name\nA,x\0y\n'],
    ['ragged rows', `sku,name\n${'A,b,c\n'.repeat(500)}`],
    ['nothing', ''],
    ['only a mark', '\ufeff'],
    ['UTF-16 cut in half', Buffer.from('\ufeffsku,name\nA,x\n', 'utf16le').subarray(0, -1)],
    ['packed', gzipSync(Buffer.from(Array.from({ length: 500 }, (_, at) => `SKU${at},Name ${at}\n`).join('')))],
  ]
  for (const [what, file] of files) {
    const start = performance.now()
    const reply = await upload(file)
    assert.match(said(reply), /^422 CSV_INVALID$/, `${what}: ${JSON.stringify(reply.body).slice(0, 200)}`)
    const details = reply.body.details ?? []
    assert.ok(details.length >= 1 && details.length <= 100, `${what}: ${details.length} details`)
    assert.ok(performance.now() - start < 5_000, what)
  }
  assert.equal(await countImports(), kept)
})

test('A44: marks and encodings of other programs are read, a wrong separator is told', async () => {
  const text = 'sku,name\nU1,Caf\u00e9\n'
  for (const file of [`\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'latin1')]) {
    const reply = await upload(file)
    assert.equal(said(reply), '201')
    const [row] = [...(reply.body.data.previewed ?? [])]
    assert.equal(row?.values?.name, 'Caf\u00e9')
  }
  const reply = await upload('sku;name\nU1;x\n')
  const wrong = await site.ask(site.here.owner, 'POST', `/imports/${reply.body.data.id}/preview`, { separator: ',' })
  assert.equal(said(wrong), '422 CSV_INVALID')
})

test('A44: a packed upload and another type are refused before anything is stored', async () => {
  const kept = await countImports()
  assert.equal(said(await upload('sku\nA', '', 'text/html')), '415 UNSUPPORTED_MEDIA_TYPE')
  const headers = { 'content-type': 'text/csv', 'content-encoding': 'gzip' }
  const packed = await site.ask(site.here.owner, 'POST', '/imports?target=catalog.product', 'sku\nA', headers)
  assert.equal(said(packed), '415 UNSUPPORTED_MEDIA_TYPE')
  assert.equal(await countImports(), kept)
})

test('A40: neither a header nor a mapping reaches a prototype', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join()
  for (const name of ['__proto__', 'constructor', 'prototype', ' __proto__ ']) {
    assert.equal(said(await upload(`sku,${name}\nA,x\n`)), '400 FORBIDDEN_KEY', name)
    const good = await upload('sku,name\nA,x\n')
    const preview = `/imports/${good.body.data.id}/preview`
    const target = await site.ask(site.here.owner, 'POST', preview, { mapping: { name: name } })
    assert.equal(said(target), '400 FORBIDDEN_KEY', `target ${name}`)
    const mapping = JSON.parse(`{"${name}":"name"}`)
    const source = await site.ask(site.here.owner, 'POST', preview, { mapping })
    assert.match(said(source), /^400 /, `source ${name}`)
  }
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before)
})

test('A48: the name of a file is text, and takes no control characters', async () => {
  for (const name of ['a%0d%0aX-Injected:%201.csv', 'a%00.csv', 'a%1b%5b2J.csv', 'a%0a.csv']) {
    const reply = await upload('sku,name\nA,x\n', `&fileName=${name}`)
    assert.equal(said(reply), '400 VALIDATION_FAILED', name)
  }
  const path = await upload('sku,name\nA,x\n', '&fileName=..%2F..%2Fetc%2Fpasswd')
  assert.equal(path.status, 201)
})
