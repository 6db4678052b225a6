import { date, defineEntity, link, money, quantity } from '#kernel'
import { category } from '../category/category.entity.ts'
import { product } from '../product/product.entity.ts'
import { unit } from '../unit/unit.entity.ts'
import { priceList } from './price-list.entity.ts'
import { guardPriceListLine } from './price-list.guard.ts'

/**
 * One price of a list: for a product (or one variant of it), for a category with all below it, or, with neither, for
 * all goods. Several lines may speak of the same goods; the price engine's order of precedence decides.
 */
export const priceListLine = defineEntity('priceListLine', {
  label: 'Price list line',
  plural: 'Price list lines',
  resource: 'settings',
  fields: {
    list: link({ label: 'Price list', to: () => priceList, required: true, fixed: true, list: 1 }),
    product: link({ label: 'Product', to: () => product, list: 2 }),
    category: link({ label: 'Category', to: () => category, list: 3 }),
    unit: link({ label: 'Unit', to: () => unit, list: 4, help: 'What the price is of. Empty: the stock unit.' }),
    minQuantity: quantity({ label: 'From quantity', min: '0', list: 5, help: 'In the unit of the price.' }),
    price: money({ label: 'Price', required: true, min: 0, list: 6 }),
    validFrom: date({ label: 'Valid from' }),
    validTo: date({ label: 'Valid to' }),
  },
  checks: {
    goods: 'product_id is null or category_id is null',
    dates: 'valid_from is null or valid_to is null or valid_to >= valid_from',
    price_range: 'price_amount >= 0',
  },
  guard: guardPriceListLine,
})
