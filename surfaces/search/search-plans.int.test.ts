/** How searched text is found under row security; see docs/decisions/0010-search-under-row-security.md. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { roleUrl } from '#platform/db'
import { makeCompany } from '../../tests/company.ts'
import { makeWorld, type World } from '../../tests/world.ts'

let world: World
let companyId: string
before(async () => {
  world = await makeWorld({ listeners: false })
  companyId = (await makeCompany(world)).companyId
  const owner = postgres(world.ownerUrl, { max: 1 })
  await owner`insert into catalog.product (company_id, id, created_at, updated_at, sku, name, kind, stocked, status)
    select ${companyId}, gen_random_uuid(), now(), now(), 'P' || n, 'plain thing number ' || n, 'goods', true, 'active'
    from generate_series(1, 20000) as n`
  await owner`vacuum analyze catalog.product`
  await owner.end()
})
after(() => world?.close())

/** How the app role, in its company, finds products by a condition. */
async function planOf(condition: string, rest = 'order by id limit 51'): Promise<string> {
  const app = postgres(roleUrl(world.ownerUrl, 'entrepot_app'), { max: 1 })
  await app`select set_config('app.company', ${companyId}, false)`
  const lines = await app.unsafe(`explain (costs off) select id from catalog.product
    where company_id = '${companyId}' and ${condition} ${rest}`)
  await app.end()
  return lines.map((line) => line['QUERY PLAN']).join('\n')
}

test('a part of a word is found by its trigrams', async () => {
  assert.match(await planOf(`search_text like '%mber 19999%'`), /product_search_text_trigram_idx/)
})

test('the beginning of a word is found by the words', async () => {
  const plan = await planOf(`to_tsvector('simple', search_text) @@ to_tsquery('simple', '77:*')`)
  assert.match(plan, /product_search_text_words_idx/)
})

test('a word that most have is found in the order of the list', async () => {
  assert.match(await planOf(`search_text like '%thing%'`), /Index Scan using product_pkey/)
})

test('what has a word is looked up by its index, also where a twentieth has it', async () => {
  assert.match(await planOf(`search_text like '%number 12%'`, 'limit 1001'), /product_search_text_trigram_idx/)
  const both = await planOf(`search_text like '%19999%' and (${beginsWithNu}) is true`, 'limit 1001')
  assert.match(both, /product_search_text_trigram_idx/)
  assert.doesNotMatch(both, /product_search_text_words_idx/)
})
const beginsWithNu = `to_tsvector('simple', search_text) @@ to_tsquery('simple', 'nu:*')`

type Found = {
  data: { sku: string }[]
  pagination: { total: number | null; totalMoreThan?: number; nextCursor?: string }
}

/** A list by the door, as the owner. */
async function listed(query: string): Promise<{ skus: string[]; meta: Found['pagination'] }> {
  const owner = world.person(companyId, 'company_admin')
  const { status, body } = await world.call(owner, 'GET', `/erp/products?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  const { data, pagination: meta } = body as unknown as Found
  return { skus: data.map(({ sku }) => sku), meta }
}

test('few matches come in the order that is asked for, page by page and by cursor, and are counted', async () => {
  const wanted = ['P11777', 'P1777', ...Array.from({ length: 10 }, (_, digit) => `P1777${digit}`)].toSorted()
  const all = await listed('q=1777%20nu&sort=sku')
  assert.deepEqual(all.skus, wanted)
  assert.equal(all.meta.total, wanted.length)
  const turned = await listed('q=1777%20nu&sort=-sku&limit=4&page=2')
  assert.deepEqual(turned.skus, wanted.toReversed().slice(4, 8))
  const first = await listed('q=1777%20nu&sort=sku&limit=4')
  const next = await listed(`q=1777%20nu&sort=sku&limit=4&cursor=${first.meta.nextCursor}`)
  assert.deepEqual([...first.skus, ...next.skus], wanted.slice(0, 8))
  assert.deepEqual((await listed('q=1777&filter[sku]=P17775')).skus, ['P17775'])
  const none = await listed('q=nowhere')
  assert.deepEqual([none.skus, none.meta.total], [[], 0])
})

test('of many matches the first ones in order come, and no more than a thousand are counted', async () => {
  const { skus, meta } = await listed('q=thing%20nu&sort=sku&limit=3')
  assert.deepEqual(skus, ['P1', 'P10', 'P100'])
  assert.deepEqual([meta.total, meta.totalMoreThan], [null, 1000])
})
