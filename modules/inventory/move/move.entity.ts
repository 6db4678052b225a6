import { choice, code, date, defineEntity, instant, link, money, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { warehouse } from '../warehouse/warehouse.entity.ts'

/**
 * Why stock changed. `scrap` takes returned goods out again that cannot be sold; `true-up` changes a value without a
 * quantity, when goods that were sold before they were there arrive at another cost.
 */
export const moveKinds = ['sale', 'return', 'scrap', 'adjustment', 'opening', 'transfer', 'receipt', 'true-up'] as const
export type MoveKind = (typeof moveKinds)[number]

/** One change of stock, posted for good: stock is the sum of its moves. */
export const move = defineEntity('move', {
  label: 'Stock move',
  plural: 'Stock moves',
  says: 'One change of stock, never changed itself: what lies in a warehouse is the sum of its moves.',
  path: '/inventory/moves',
  shop: 'shop',
  without: ['create'],
  immutable: true,
  fields: {
    at: instant({ label: 'At', required: true, list: 1 }),
    businessDate: date({ label: 'Business date', required: true }),
    kind: choice(moveKinds, { label: 'Kind', required: true, list: 2 }),
    product: link({ label: 'Product', to: () => product, required: true, list: 3 }),
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true, list: 4 }),
    shop: link({ label: 'Shop', to: () => shop }),
    quantity: quantity({ label: 'Quantity', required: true, list: 5, help: 'Above zero came in, below went out.' }),
    value: money({ label: 'Value', required: true, see: 'catalog.product.cost', help: 'Signed like the quantity.' }),
    source: code({ label: 'Document', required: true, help: 'The address of its entity, such as sales.sale.' }),
    sourceId: code({ label: 'Document id', required: true }),
    sourceLineId: code({ label: 'Document line id' }),
    reverses: code({ label: 'Takes back', help: 'The sold line whose goods came back.' }),
  },
  indexes: [['product', 'warehouse', 'at'], ['sourceId'], ['sourceLineId']],
  checks: {
    valueFollowsQuantity:
      "case kind when 'true-up' then quantity = 0 else quantity <> 0 and sign(quantity) * value_amount >= 0 end",
  },
})
