import { date, defineEntity, instant, link, money, note, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { warehouse } from '../warehouse/warehouse.entity.ts'

/** Goods carried from one warehouse to another, posted at once on both sides. */
export const transfer = defineEntity('transfer', {
  label: 'Stock transfer',
  plural: 'Stock transfers',
  path: '/inventory/transfers',
  shop: 'shop',
  without: ['create'],
  immutable: true,
  fields: {
    fromWarehouse: link({ label: 'From warehouse', to: () => warehouse, required: true, list: 1 }),
    toWarehouse: link({ label: 'To warehouse', to: () => warehouse, required: true, list: 2 }),
    shop: link({ label: 'Shop', to: () => shop, help: 'Of the warehouse that the goods left.' }),
    businessDate: date({ label: 'Business date', required: true, list: 3 }),
    at: instant({ label: 'At', required: true, list: 4 }),
    note: note({ label: 'Note' }),
  },
  checks: { twoWarehouses: 'from_warehouse_id <> to_warehouse_id' },
})

/** One product of a transfer; what it is worth leaves one side and arrives at the other. */
export const transferLine = defineEntity('transferLine', {
  label: 'Stock transfer line',
  plural: 'Stock transfer lines',
  shop: 'shop',
  without: ['create'],
  immutable: true,
  fields: {
    transfer: link({ label: 'Transfer', to: () => transfer, required: true, list: 1 }),
    shop: link({ label: 'Shop', to: () => shop }),
    product: link({ label: 'Product', to: () => product, required: true, list: 2 }),
    quantity: quantity({ label: 'Quantity', required: true, list: 3 }),
    value: money({ label: 'Value', required: true, see: 'catalog.product.cost' }),
  },
})
