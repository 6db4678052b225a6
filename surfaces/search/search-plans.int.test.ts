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
async function planOf(condition: string): Promise<string> {
  const app = postgres(roleUrl(world.ownerUrl, 'entrepot_app'), { max: 1 })
  await app`select set_config('app.company', ${companyId}, false)`
  const lines = await app.unsafe(`explain (costs off) select id from catalog.product
    where company_id = '${companyId}' and ${condition} order by id limit 51`)
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
