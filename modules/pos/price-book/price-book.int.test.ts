import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type BookGoods, type PriceBook, priceCart } from '#engines/price-book'
import { type DraftFacts, draftSale } from '#engines/sale'
import { isRefusal, makeIdSource, type Sql } from '#kernel'
import { productsForSale } from '#modules/catalog'
import { promotionsForSale } from '#modules/promotions'
import { codeOf, gbp } from '../../../tests/till.ts'
import { makeWorld, type World } from '../../../tests/world.ts'
import {
  cartsAtOnce,
  cartsOf,
  type Market,
  makeMarket,
  type RandomCarts,
  type RandomLine,
} from './price-book.fixture.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const cartsMax = 10_000

let world: World
let market: Market
before(async () => {
  world = await makeWorld({ clock: () => Date.parse('2026-11-24T12:00:00Z') })
  market = await makeMarket(world)
})
after(() => world.close())

type Book = PriceBook & { goods: Map<string, BookGoods>; version: string }

/** The whole book of a shop, by pages, as a till loads it. */
async function loadBook(shopId: string, limit = 5): Promise<Book> {
  const goods = new Map<string, BookGoods>()
  let head: PriceBook | undefined
  let cursor = ''
  for (;;) {
    const { status, body } = await world.call(
      market.owner,
      'GET',
      `/pos/price-book?shopId=${shopId}&limit=${limit}${cursor}`,
    )
    assert.equal(status, 200, JSON.stringify(body))
    head ??= body.data.head as unknown as PriceBook
    for (const each of body.data.goods as unknown as BookGoods[]) goods.set(each.productId, each)
    if (body.data.cursor === null) return { ...head, goods, version: String(body.data.version) }
    cursor = `&cursor=${body.data.cursor}`
  }
}

/** Ids that rise, the same for both ways. */
const makeIds = () => makeIdSource({ now: () => 0, random: (size) => new Uint8Array(size) })
const codeOrDraft = (work: () => unknown): string => {
  try {
    return JSON.stringify(work())
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
}

const settings: DraftFacts['settings'] = { currency: 'GBP', pricesIncludeTax: true, taxRounding: 'line' }

/** What the server's statement and its draft come to, cart by cart. */
async function serversWords(sql: Sql, { shopId, customer, carts, ...when }: RandomCarts): Promise<string[]> {
  const { date } = when
  const context = { sql, companyId: market.companyId } as Parameters<typeof productsForSale>[0]
  const [found, { promotions }] = await Promise.all([
    productsForSale(context, { refs: carts.flat(), shopId, customerId: customer?.id, date }),
    promotionsForSale(context, { shopId, date, codes: [] }),
  ])
  let at = 0
  return carts.map((requests) => {
    const goods = { ...found, products: found.products.slice(at, at + requests.length) }
    at += requests.length
    return codeOrDraft(() =>
      draftSale({ requests, goods, settings, shopId, customer, ...when, promotions, newId: makeIds() }),
    )
  })
}

const tillsWord = (book: Book, { carts: _carts, ...where }: RandomCarts, lines: readonly RandomLine[]): string =>
  codeOrDraft(() =>
    priceCart({
      ...{ book, ...where, newId: makeIds() },
      lines: lines.map((line) => ({ ...line, goods: book.goods.get(line.productId) as BookGoods })),
    }),
  )

test(`${cartsMax} random carts come to the same bytes by the book and by the server (seed ${seed})`, async () => {
  const books = new Map([
    [market.shopId, await loadBook(market.shopId)],
    [market.otherShopId, await loadBook(market.otherShopId)],
  ])
  let priced = 0
  let discounted = 0
  await world.app.db.read(market.companyId, async (sql) => {
    for (const some of fc.sample(cartsOf(market), { seed, numRuns: cartsMax / cartsAtOnce })) {
      const words = await serversWords(sql, some)
      const book = books.get(some.shopId)
      assert.ok(book)
      for (const [index, lines] of some.carts.entries()) {
        assert.equal(tillsWord(book, some, lines), words[index], JSON.stringify({ ...some, carts: [lines] }))
        if (words[index]?.startsWith('{')) priced += 1
        if (words[index]?.includes('"promotionId"')) discounted += 1
      }
    }
  })
  assert.ok(priced > cartsMax / 2, `only ${priced} carts had a price`)
  assert.ok(discounted > cartsMax / 10, `only ${discounted} carts had a promotion`)
})

test('the book follows the log: changed goods, and those that are sold no more', async () => {
  const before = await loadBook(market.shopId)
  const [changed, gone] = [market.sold[6], market.sold[7]]
  const patch = { price: gbp(4711) }
  assert.equal((await world.call(market.owner, 'PATCH', `/erp/products/${changed?.productId}`, patch)).status, 200)
  assert.equal((await world.call(market.owner, 'POST', `/erp/products/${gone?.productId}/archive`, {})).status, 200)
  await world.settle()
  const path = `/pos/price-book?shopId=${market.shopId}&since=${before.version}`
  const { body } = await world.call(market.owner, 'GET', path)
  assert.equal(body.data.isFull, false)
  const goods = [...(body.data.goods ?? [])]
  assert.deepEqual(
    goods.map(({ productId, price }) => [productId, price]),
    [[changed?.productId, gbp(4711)]],
  )
  assert.deepEqual(body.data.removed, [gone?.productId])
  const again = await world.call(market.owner, 'GET', path.replace(before.version, String(body.data.version)))
  assert.deepEqual([again.body.data.goods, again.body.data.removed], [[], []])
})

test('a change of a list, a barcode or a price touches its goods and their variants', async () => {
  const { version } = await loadBook(market.shopId)
  const since = async () => {
    await world.settle()
    const { body } = await world.call(market.owner, 'GET', `/pos/price-book?shopId=${market.shopId}&since=${version}`)
    return [...(body.data.goods ?? [])].map(({ sku }) => String(sku)).toSorted()
  }
  const barcode = { code: '4006381333931', productId: market.sold[1]?.productId }
  assert.equal((await world.call(market.owner, 'POST', '/catalog/barcodes', barcode)).status, 201)
  assert.deepEqual(await since(), ['P1'])
  const shirt = await world.call(market.owner, 'GET', '/erp/products?filter[sku]=SHIRT')
  const rename = { price: gbp(1888) }
  const patched = await world.call(market.owner, 'PATCH', `/erp/products/${shirt.body.data[0]?.id}`, rename)
  assert.equal(patched.status, 200)
  assert.deepEqual(await since(), ['P1', 'SHIRT-L', 'SHIRT-M', 'SHIRT-S'])
})

test('a change of everything, or a version that never was, gives the whole book', async () => {
  const { version } = await loadBook(market.shopId)
  const units = await world.call(market.owner, 'GET', '/catalog/units?filter[code]=pack')
  const unit = `/catalog/units/${units.body.data[0]?.id}`
  assert.equal((await world.call(market.owner, 'PATCH', unit, { decimals: 1 })).status, 200)
  await world.settle()
  for (const since of [version, '999.1', 'x']) {
    const path = `/pos/price-book?shopId=${market.shopId}&since=${since}`
    assert.equal((await world.call(market.owner, 'GET', path)).body.data.isFull, true, since)
  }
})

test('a book is of a shop within reach, and a cursor is one that was given', async () => {
  const elsewhere = `/pos/price-book?shopId=${market.otherShopId}`
  assert.equal((await world.call(market.staff, 'GET', elsewhere)).status, 404)
  assert.equal((await world.call(world.person(market.companyId, 'customer'), 'GET', elsewhere)).status, 403)
  const own = `/pos/price-book?shopId=${market.shopId}`
  assert.equal(codeOf(await world.call(market.staff, 'GET', `${own}&cursor=abc`)), 'CURSOR_INVALID')
  assert.equal(codeOf(await world.call(market.staff, 'GET', `${own}&limit=2001`)), 'VALIDATION_FAILED')
  assert.equal((await world.call(market.staff, 'GET', own)).status, 200)
})
