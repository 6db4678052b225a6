/** The price engine in a browser and in Node, over the same carts: equal to the byte. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { type BookCart, type BookGoods, priceCart } from '../../engines/price-book.ts'
import { promotionsIn } from '../../engines/promotion/promotion.fixture.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { visit } from './browser.ts'

const root = join(import.meta.dirname, '../..')
const origin = 'http://engines.test'
const carts = 10_000
type PlainCart = Omit<BookCart, 'newId'>

test('10,000 random carts come to the same bytes in the browser as in Node', async (context) => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  context.diagnostic(`seed ${seed}`)
  const all = fc.sample(anyCart, { numRuns: carts, seed })
  const { page, end } = await visit()
  await serveEngines(page)
  let refused = 0
  let discounted = 0
  for (let from = 0; from < all.length; from += 500) {
    const part = all.slice(from, from + 500)
    // As one text each way: what a browser is handed as objects is taken apart value by value.
    const answer = page.evaluate(pricedThere, JSON.stringify(part))
    const here = part.map(priced)
    const there = JSON.parse(await answer) as string[]
    for (const [index, bytes] of here.entries()) {
      assert.equal(there[index], bytes, `cart ${from + index} of seed ${seed}`)
      if (bytes.startsWith('{"refused"')) refused += 1
      if (bytes.includes('"promotionId"')) discounted += 1
    }
  }
  context.diagnostic(`${carts - refused} priced, ${refused} refused alike, ${discounted} with promotions`)
  assert.ok(refused < carts / 2)
  assert.ok(discounted > carts / 20)
  await end()
})

function priced(cart: PlainCart): string {
  let line = 0
  try {
    return JSON.stringify(priceCart({ ...cart, newId: () => `line-${String(line++).padStart(4, '0')}` }))
  } catch (error) {
    if (!isRefusal(error)) throw error
    return JSON.stringify({ refused: error.code, details: error.details })
  }
}

/** The same, in the page. */
async function pricedThere(part: string): Promise<string> {
  const load = (path: string) => import(path)
  const [engine, refusals] = await Promise.all([load('/engines/price-book.ts'), load('/kernel/refusal.ts')])
  const answers = (JSON.parse(part) as PlainCart[]).map((cart) => {
    let line = 0
    try {
      return JSON.stringify(engine.priceCart({ ...cart, newId: () => `line-${String(line++).padStart(4, '0')}` }))
    } catch (error) {
      if (!refusals.isRefusal(error)) throw error
      const { code, details } = error as { code: string; details: object }
      return JSON.stringify({ refused: code, details })
    }
  })
  return JSON.stringify(answers)
}

/** An address that is nowhere but in this browser, where the engines lie as they are, without their types. */
async function serveEngines(page: Page): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
    const source = await readFile(join(root, path), 'utf8')
    const body = path.endsWith('.ts') ? stripTypeScriptTypes(source) : source
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto(`${origin}/`)
}

const currency = fc.constantFrom('GBP', 'KWD', 'JPY', 'INR')
const rates = [
  {
    id: 'r1',
    code: 'VAT20',
    label: 'VAT 20%',
    percent: '20',
    validFrom: '2020-01-01',
    validTo: null,
    taxCategory: 'std',
  },
  { id: 'r2', code: 'VAT5', label: 'VAT 5%', percent: '5', validFrom: '2020-01-01', validTo: null, taxCategory: 'low' },
  { id: 'r3', code: 'Z', label: 'Zero', percent: '0', validFrom: '2020-01-01', validTo: null, taxCategory: 'zero' },
]
const decimal = (most: number, scale: number) =>
  fc.integer({ min: 1, max: most * 10 ** scale }).map((units) => {
    const text = String(units).padStart(scale + 1, '0')
    return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`.replace(/\.?0+$/, '')
  })

const goodsIn = (of: string, index: number): fc.Arbitrary<BookGoods> =>
  fc
    .record({
      price: fc.option(fc.integer({ min: 0, max: 999_999 }), { freq: 20 }),
      taxCategory: fc.constantFrom('std', 'low', 'zero'),
      decimals: fc.constantFrom(0, 3),
      factor: decimal(24, 2),
      listed: fc.array(
        fc.record({ list: fc.constantFrom('l0', 'l1', 'l2'), amount: fc.nat(99_999), min: decimal(20, 0) }),
        {
          maxLength: 4,
        },
      ),
    })
    .map(({ price, taxCategory, decimals, factor, listed }) => ({
      ...{ productId: `p${index}`, parentId: index % 3 === 0 ? `parent${index}` : null, sku: `S${index}` },
      ...{
        name: `Goods ${index}`,
        kind: index === 5 ? 'charge' : 'goods',
        stocked: true,
        unit: 'pcs',
        decimals,
        taxCategory,
      },
      units: [{ unit: 'box', factor, decimals: 0 }],
      ...{ barcodes: [], categoryIds: [`c${index % 4}`, 'c-all'] },
      price: price === null ? null : { amount: price, currency: of },
      prices: listed.map(({ list, amount, min }, n) => ({
        ...{ id: `x${index}-${n}`, list, of: index % 3 === 0 && n % 2 === 0 ? 'variant' : 'product', unit: null },
        ...{ minQuantity: n === 0 ? null : min, price: { amount, currency: of }, validFrom: null, validTo: null },
      })),
    }))

const anyCart: fc.Arbitrary<PlainCart> = currency.chain((of) =>
  fc
    .record({
      goods: fc.tuple(...Array.from({ length: 6 }, (_, index) => goodsIn(of, index))),
      lines: fc.array(
        fc.record({
          at: fc.nat(5),
          isBox: fc.boolean(),
          quantity: fc.oneof(decimal(50, 0), decimal(9, 3)),
          byHand: fc.option(fc.nat(50_000), { freq: 8 }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      includesTax: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
      taxRounding: fc.constantFrom('line' as const, 'document' as const),
      customer: fc.option(fc.constant({ id: 'cust', groupId: 'group' })),
      promotions: promotionsIn(of, 12),
      hour: fc.constantFrom('16:59', '17:30', '22:15', '01:30'),
      hasCoupons: fc.boolean(),
    })
    .map(({ goods, lines, includesTax, taxRounding, customer, promotions, hour, hasCoupons }): PlainCart => {
      const list = (n: number, more: object) => ({
        ...{ id: `l${n}`, name: `List ${n}`, currency: of, includesTax: includesTax[n] ?? true, lines: [] },
        ...{ customerId: null, customerGroupId: null, shopId: null, channel: null, validFrom: null, validTo: null },
        ...more,
      })
      return {
        book: {
          lists: [list(0, {}), list(1, { customerGroupId: 'group' }), list(2, { customerId: 'cust' })],
          rates,
          promotions,
          settings: { currency: of, pricesIncludeTax: includesTax[3], taxRounding },
        },
        lines: lines.flatMap(({ at, isBox, quantity, byHand }) => {
          const of1 = goods[at]
          if (!of1) return []
          const isWhole = isBox || of1.decimals === 0
          return [
            {
              ...{ goods: of1, unit: isBox ? 'box' : null },
              quantity: isWhole ? (quantity.split('.')[0] ?? '1').replace(/^0$/, '1') : quantity,
              ...(byHand === null ? {} : { unitPrice: { amount: byHand, currency: of }, priceReason: 'by hand' }),
            },
          ]
        }),
        ...{ shopId: 'shop', customer, date: '2026-11-30', clock: `2026-11-30T${hour}` },
        coupons: hasCoupons ? promotions.map(({ id }) => ({ code: `CODE-${id}`, promotionId: id })) : [],
      }
    }),
)
