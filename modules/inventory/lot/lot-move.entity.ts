import { code, date, defineEntity, instant, link, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { warehouse } from '../warehouse/warehouse.entity.ts'
import { lot } from './lot.entity.ts'

/** One change of a batch's stock, posted for good: a batch's stock is the sum of its moves, and they are its trace. */
export const lotMove = defineEntity('lotMove', {
  label: 'Move of a batch',
  plural: 'Moves of batches',
  path: '/inventory/lot-moves',
  shop: 'shop',
  without: ['create'],
  immutable: true,
  fields: {
    at: instant({ label: 'At', required: true, list: 1 }),
    businessDate: date({ label: 'Business date', required: true }),
    lot: link({ label: 'Batch or serial number', to: () => lot, required: true, list: 2 }),
    product: link({ label: 'Product', to: () => product, required: true, list: 3 }),
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true, list: 4 }),
    shop: link({ label: 'Shop', to: () => shop }),
    quantity: quantity({ label: 'Quantity', required: true, list: 5, help: 'Above zero came in, below went out.' }),
    source: code({ label: 'Document', required: true, help: 'The address of its entity, such as sales.sale.' }),
    sourceId: code({ label: 'Document id', required: true }),
    sourceLineId: code({ label: 'Document line id' }),
    reverses: code({ label: 'Takes back', help: 'The sold line whose goods came back.' }),
  },
  indexes: [['lot', 'at'], ['sourceLineId'], ['sourceId'], ['reverses']],
  checks: { moves_something: 'quantity <> 0' },
})
