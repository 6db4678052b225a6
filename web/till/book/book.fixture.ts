/** Goods to search in: as many as asked for, always the same ones. */
import type { BookGoods } from '#web/till/values.ts'

const first = [
  'White',
  'Red',
  'Blue',
  'Wooden',
  'Vintage',
  'Large',
  'Small',
  'Glass',
  'Café',
  'Metal',
  'Paper',
  'Retro',
]
const second = ['hanging heart', 'lantern', 'mug', 'cushion', 'clock', 'ribbon', 'plate', 'candle', 'frame', 'sign']
const third = ['holder', 'set', 'with star', 'for garden', 'pack', 'in box', 'assorted', 'gift']

const pick = (words: readonly string[], n: number): string => words[n % words.length] ?? ''

export const goodsOf = (count: number): BookGoods[] =>
  Array.from({ length: count }, (_, n): BookGoods => {
    const name = `${pick(first, n)} ${pick(second, Math.floor(n / 7))} ${pick(third, Math.floor(n / 3))} ${n}`
    return {
      ...{ productId: `p${n}`, parentId: null, sku: `SKU-${n}`, name, kind: 'goods', stocked: true },
      ...{ unit: 'pcs', decimals: 0, units: [], taxCategory: 'standard', prices: [] },
      barcodes: [{ code: String(5_000_000_000_000 + n), unit: null }],
      categoryIds: [`c${n % 20}`],
      price: { amount: 100 + (n % 900), currency: 'GBP' },
    }
  })
