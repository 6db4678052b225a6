import { boolean, defineEntity, link, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { warehouse } from '../warehouse/warehouse.entity.ts'
import { lot } from './lot.entity.ts'

/** How much of a batch lies in a warehouse; of a serial number one piece, in one warehouse. */
export const lotStock = defineEntity('lotStock', {
  label: 'Stock of a batch',
  plural: 'Stock by batch',
  path: '/inventory/lot-stock',
  shop: 'shop',
  without: ['create', 'update', 'delete'],
  fields: {
    lot: link({ label: 'Batch or serial number', to: () => lot, required: true, computed: true, list: 1 }),
    product: link({ label: 'Product', to: () => product, required: true, computed: true, list: 2 }),
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true, computed: true, list: 3 }),
    shop: link({ label: 'Shop', to: () => shop, computed: true }),
    onHand: quantity({ label: 'On hand', required: true, computed: true, default: '0', list: 4 }),
    isSerial: boolean({ label: 'One piece', required: true, computed: true, default: false }),
  },
  unique: [['lot', 'warehouse']],
  indexes: [['product', 'warehouse']],
  checks: {
    not_negative: 'on_hand >= 0',
    one_piece: 'not is_serial or on_hand in (0, 1)',
  },
})
