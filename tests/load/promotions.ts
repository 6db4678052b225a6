/**
 * What promotions cost a till: a cart of 50 lines priced with 1,000 active promotions, beside the same cart without
 * any, in one run of `node tests/load/promotions.ts`. The engine has no I/O, so a browser runs the same files.
 */
import { type BookCart, type BookGoods, priceCart } from '#engines/price-book'
import { type Promotion, weekdays } from '#engines/promotion'

const batches = 25
/** Carts in a batch: the clock of a thread is coarser than one of them. */
const batch = 20
const goods = Array.from(
  { length: 500 },
  (_, index): BookGoods => ({
    ...{ productId: `product-${index}`, parentId: null, sku: `S${index}`, name: `Goods ${index}`, kind: 'goods' },
    ...{ stocked: true, unit: 'pcs', decimals: 0, units: [], barcodes: [], taxCategory: 'std' },
    ...{ categoryIds: [`category-${index % 40}`, 'all'], prices: [] },
    price: { amount: 199 + ((index * 7919) % 5000), currency: 'GBP' },
  }),
)
const rates = [
  { id: 'r', code: 'VAT', label: 'VAT 20%', percent: '20', validFrom: '2020-01-01', validTo: null, taxCategory: 'std' },
]

const plain = (index: number): Promotion => ({
  ...{ id: `promotion-${String(index).padStart(4, '0')}`, name: `Promotion ${index}`, priority: index % 10 },
  ...{ kind: 'percent', percent: '2', exclusive: false, needsCoupon: false, goods: [], rewards: [], parts: [] },
  ...{ customerIds: [], customerGroupIds: [], shopIds: [], channels: [], days: [] },
})

/** As a retailer has them: most for some products, others for categories, hours, groups, baskets and sets. */
function usual(index: number): Promotion {
  const product = { productId: `product-${(index * 13) % 500}` }
  const category = { categoryId: `category-${index % 40}` }
  const of = plain(index)
  const amount = { amount: 400, currency: 'GBP' }
  switch (index % 10) {
    case 0:
      return { ...of, kind: 'buy_x_get_y', percent: null, buyQuantity: 2, getQuantity: 1, goods: [category] }
    case 1:
      return { ...of, kind: 'bundle', percent: null, amount, parts: [{ ...category, quantity: 3 }] }
    case 2:
      return { ...of, days: [weekdays[index % 7] ?? 'monday'], timeFrom: '17:00', timeTo: '19:00', goods: [category] }
    case 3:
      return { ...of, customerGroupIds: [`group-${index % 5}`], goods: [category] }
    case 4:
      return { ...of, kind: 'fixed', percent: null, amount, minSpend: { amount: 2_000_000, currency: 'GBP' } }
    default:
      return { ...of, goods: [product, { productId: `product-${(index * 17) % 500}` }] }
  }
}

const cartWith = (promotions: readonly Promotion[]): Omit<BookCart, 'newId'> => ({
  book: { lists: [], rates, promotions, settings: { currency: 'GBP', pricesIncludeTax: true, taxRounding: 'line' } },
  lines: Array.from({ length: 50 }, (_, index) => ({
    goods: goods[(index * 11) % 500] as BookGoods,
    quantity: String(1 + (index % 4)),
  })),
  ...{ shopId: 'shop', customer: { id: 'customer', groupId: 'group-1' }, date: '2026-12-01' },
  clock: '2026-12-01T17:30',
})

/** Of this thread alone, in milliseconds: what else the machine does meanwhile is not the engine's. */
const cpuTime = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Processor time of one cart in milliseconds: the median batch and the slowest. */
function time(cart: Omit<BookCart, 'newId'>): { median: number; slowest: number; applied: number } {
  const price = () => {
    let line = 0
    return priceCart({ ...cart, newId: () => `line-${String(line++).padStart(3, '0')}` })
  }
  for (let run = 0; run < 30; run += 1) price()
  const took = Array.from({ length: batches }, () => {
    const start = cpuTime()
    for (let run = 0; run < batch; run += 1) price()
    return (cpuTime() - start) / batch
  }).sort((a, b) => a - b)
  const [median = 0, slowest = 0] = [took[Math.floor(batches / 2)], took.at(-1)]
  return { median, slowest, applied: price().promotions.length }
}

const thousand = Array.from({ length: 1000 }, (_, index) => index)
/** As the server and the price book hand them over: in the order in which they are applied. */
const inOrder = (all: readonly Promotion[]) => all.toSorted((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
const without = time(cartWith([]))
const rows = [
  ['no promotions', without],
  ['1,000 as a retailer has them', time(cartWith(inOrder(thousand.map(usual))))],
  ['1,000 that each hit all 50 lines', time(cartWith(inOrder(thousand.map(plain))))],
] as const
console.log('a cart of 50 lines, ms of processor    median  slowest    ratio  applied')
for (const [name, { median, slowest, applied }] of rows) {
  const figures = [median.toFixed(2), slowest.toFixed(2), (median / without.median).toFixed(1), String(applied)]
  console.log(`${name.padEnd(36)}${figures.map((figure) => figure.padStart(9)).join('')}`)
}
