import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goodsOf } from './book.fixture.ts'
import { BookIndex } from './book-index.ts'

const [cafe, lantern, mug] = goodsOf(3).map((goods, n) => ({
  ...goods,
  name: ['Café mug', 'Red lantern', 'Large café lantern'][n] ?? '',
}))
assert.ok(cafe && lantern && mug)
const small = () => {
  const book = new BookIndex()
  book.add([cafe, lantern, mug])
  return book
}
const found = (book: BookIndex, words: string) => book.search({ words }).map(({ name }) => name)

test('words are found without case and accents, in any order, names that begin with them first', () => {
  assert.deepEqual(found(small(), 'CAFE'), ['Café mug', 'Large café lantern'])
  assert.deepEqual(found(small(), 'lantern large'), ['Large café lantern'])
  assert.deepEqual(found(small(), 'xyz'), [])
})

test('a barcode or an SKU finds its goods and its unit', () => {
  const book = small()
  book.add([{ ...cafe, barcodes: [{ code: 'BOX-1', unit: 'box' }] }])
  assert.deepEqual(book.byCode('box-1'), { goods: book.get('p0'), unit: 'box' })
  assert.equal(book.byCode('sku-1')?.goods.productId, 'p1')
  assert.equal(book.byCode(String(5_000_000_000_000)), undefined)
})

test('goods that are replaced or removed are not found under what they were', () => {
  const book = small()
  book.add([{ ...cafe, name: 'Tea pot', sku: 'TP' }])
  book.remove(['p1'])
  assert.deepEqual([found(book, 'mug'), found(book, 'tea'), found(book, 'red')], [[], ['Tea pot'], []])
  assert.deepEqual([book.byCode('SKU-0'), book.byCode('SKU-1'), book.size], [undefined, undefined, 2])
})

test('categories narrow what is found', () => {
  const book = new BookIndex()
  book.add(goodsOf(100))
  const inOne = book.search({ words: '', categoryIds: new Set(['c3']) })
  assert.deepEqual([inOne.length, new Set(inOne.flatMap(({ categoryIds }) => categoryIds))], [5, new Set(['c3'])])
})

test('typing over 100,000 goods is answered in well under 50 ms', (context) => {
  const book = new BookIndex()
  const begun = performance.now()
  const goods = goodsOf(100_000)
  const made = performance.now()
  book.add(goods)
  const indexedMs = performance.now() - made
  const times = []
  for (const words of [
    'w',
    'wh',
    'whi',
    'white h',
    'white hanging 4',
    'mug',
    '9999',
    'zzz',
    'café lantern',
    '',
    'sku-5',
  ]) {
    for (let n = 0; n < 5; n++) {
      const from = performance.now()
      book.search({ words })
      times.push(performance.now() - from)
    }
  }
  times.sort((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)] ?? 0
  const search = `search p50 ${median.toFixed(1)} ms, most ${times.at(-1)?.toFixed(1)} ms`
  const said = `index ${indexedMs.toFixed(0)} ms, ${search}`
  context.diagnostic(`${said} (made in ${(made - begun).toFixed(0)} ms)`)
  assert.ok(median < 50, said)
})
