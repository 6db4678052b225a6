import { date, defineEntity, instant, link, money, note, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { adjustmentReason } from '../reason/reason.entity.ts'
import { warehouse } from '../warehouse/warehouse.entity.ts'

/** A posted correction of what a warehouse holds: opening stock, losses, finds. */
export const adjustment = defineEntity('adjustment', {
  label: 'Stock adjustment',
  plural: 'Stock adjustments',
  shop: 'shop',
  without: ['create'],
  immutable: true,
  fields: {
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true, list: 1 }),
    shop: link({ label: 'Shop', to: () => shop }),
    businessDate: date({ label: 'Business date', required: true, list: 2 }),
    at: instant({ label: 'At', required: true, list: 3 }),
    note: note({ label: 'Note', list: 4 }),
  },
})

/** One product of an adjustment. */
export const adjustmentLine = defineEntity('adjustmentLine', {
  label: 'Stock adjustment line',
  plural: 'Stock adjustment lines',
  shop: 'shop',
  without: ['create'],
  immutable: true,
  fields: {
    adjustment: link({ label: 'Adjustment', to: () => adjustment, required: true, list: 1 }),
    shop: link({ label: 'Shop', to: () => shop }),
    product: link({ label: 'Product', to: () => product, required: true, list: 2 }),
    reason: link({ label: 'Reason', to: () => adjustmentReason, required: true, list: 3 }),
    quantity: quantity({ label: 'Quantity', required: true, list: 4 }),
    value: money({ label: 'Value', required: true, see: 'catalog.product.cost' }),
  },
})
