import { defineEntity, link, rate } from '#kernel'
import { product } from '../product/product.entity.ts'
import { unit } from './unit.entity.ts'

/**
 * How many base units one unit holds: a box is 12 pieces. With a product it holds for that product only, and goes
 * before the general one. It serves products whose stock unit is the base.
 */
export const unitConversion = defineEntity('unitConversion', {
  label: 'Unit conversion',
  plural: 'Unit conversions',
  fields: {
    product: link({ label: 'Product', to: () => product, fixed: true, list: 1, help: 'Empty: for all products.' }),
    unit: link({ label: 'Unit', to: () => unit, required: true, fixed: true, list: 2 }),
    base: link({ label: 'Base unit', to: () => unit, required: true, fixed: true, list: 3 }),
    factor: rate({ label: 'Factor', required: true, min: '0.000001', list: 4, example: '12' }),
  },
  unique: [['product', 'unit', 'base']],
  checks: { units: 'unit_id <> base_id', factor: 'factor > 0' },
})
