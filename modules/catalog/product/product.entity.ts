import {
  boolean,
  choice,
  defineEntity,
  type EntityDefinition,
  link,
  money,
  note,
  record,
  state,
  tags,
  text,
} from '#kernel'
import { shop } from '#modules/shops'
import { brand } from '../brand/brand.entity.ts'
import { category } from '../category/category.entity.ts'
import { hsnCode, taxCategory } from '../tax-category/tax-category.entity.ts'
import { unit } from '../unit/unit.entity.ts'
import { guardProduct } from './product.guard.ts'

/**
 * What the company buys, keeps and sells. A variant is a product with a parent and a value for each of the parent's
 * options; a product that has options is sold by its variants only. What a variant leaves empty (price, cost, tax
 * category, category) is its parent's. Kind and stock unit stay as created, because stock is counted by them.
 */
export const product = defineEntity('product', {
  label: 'Product',
  plural: 'Products',
  path: '/erp/products',
  shop: 'shop',
  sharedWithoutShop: true,
  fields: {
    sku: text({
      label: 'SKU',
      required: true,
      max: 64,
      pattern: '^\\S(.*\\S)?$',
      unique: true,
      search: true,
      list: 1,
      example: 'HEART-RED',
    }),
    name: text({ label: 'Name', required: true, search: true, list: 2, example: 'Red hanging heart' }),
    description: note({ label: 'Description' }),
    kind: choice(['goods', 'service', 'charge', 'gift_card'], {
      label: 'Kind',
      required: true,
      default: 'goods',
      fixed: true,
      list: 3,
    }),
    stocked: boolean({
      label: 'Kept in stock',
      required: true,
      default: true,
      fixed: true,
      help: 'Only goods are; a service or charge is never.',
    }),
    tracking: choice(['none', 'batch', 'serial'], {
      label: 'Tracked by',
      required: true,
      default: 'none',
      fixed: true,
      help: 'Batch: what comes in names one, what expires first goes first. Serial: each piece has its number.',
    }),
    unit: link({ label: 'Stock unit', to: () => unit, fixed: true, help: 'The piece, unless told.' }),
    price: money({ label: 'Price', min: 0, list: 4, help: 'Of one stock unit, where no price list says otherwise.' }),
    cost: money({ label: 'Cost', min: 0, see: 'catalog.product.cost', help: 'What one stock unit last cost.' }),
    taxCategory: link({ label: 'Tax category', to: () => taxCategory, help: "The company's default, unless told." }),
    hsn: hsnCode("the tax category's, unless told"),
    brand: link({ label: 'Brand', to: () => brand }),
    category: link({ label: 'Category', to: () => category, list: 5 }),
    optionNames: tags({ label: 'Options', max: 5, help: 'What its variants differ in, such as Size and Colour.' }),
    parent: link({ label: 'Variant of', to: (): EntityDefinition => product, fixed: true }),
    options: record({
      label: 'Option values',
      maxBytes: 1024,
      help: 'Of a variant, such as {"Size": "L", "Colour": "Red"}.',
    }),
    tags: tags({ label: 'Tags' }),
    shop: link({ label: 'Sold only at', to: () => shop, help: 'Empty: at every shop.' }),
    status: state(['active', 'archived'], { label: 'Status', list: 6 }),
  },
  transitions: {
    archive: { from: 'active', to: 'archived', says: 'Takes it out of sale; history stays.' },
    restore: { from: 'archived', to: 'active', says: 'Makes it sellable again.' },
  },
  indexes: [['status']],
  checks: {
    stock: "kind = 'goods' or not stocked",
    tracked: "stocked or tracking = 'none'",
    price_range: 'price_amount >= 0',
    cost_range: 'cost_amount >= 0',
  },
  csv: { key: 'sku' },
  guard: guardProduct,
})
