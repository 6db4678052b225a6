import { boolean, code, defineEntity, link, text } from '#kernel'
import { shop } from '#modules/shops'
import { settleWarehouse } from './warehouse.guard.ts'

/** A place where stock is kept and counted. One warehouse of each shop sells for it; a depot belongs to no shop. */
export const warehouse = defineEntity('warehouse', {
  label: 'Warehouse',
  plural: 'Warehouses',
  says: 'A place where stock is kept. Each shop sells out of one of its warehouses.',
  path: '/inventory/warehouses',
  shop: 'shop',
  fields: {
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 1, example: 'High Street, back room' }),
    code: code({ label: 'Code', required: true, max: 20, unique: true, search: true, list: 2, example: 'HS-1' }),
    shop: link({ label: 'Shop', to: () => shop, fixed: true, list: 3, help: 'Empty for a depot.' }),
    sellsFor: boolean({
      label: 'Sells for its shop',
      list: 4,
      help: 'Yes for the first warehouse of a shop, unless told.',
    }),
    currency: text({ label: 'Currency', computed: true, max: 3, help: 'Of the company; stock is valued in it.' }),
    allowsNegative: boolean({ label: 'May fall below zero', computed: true, default: false }),
    hasLayers: boolean({
      label: 'Costs first in, first out',
      help: 'As the company has it; else stock is costed at its moving average.',
      computed: true,
      default: false,
    }),
  },
  checks: { sellsForAShop: 'not sells_for or shop_id is not null' },
  guard: settleWarehouse,
  csv: { key: 'code' },
})
