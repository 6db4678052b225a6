import { boolean, choice, defineEntity, group, instant, integer, link, list, money, quantity, rate } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { warehouse } from '../warehouse/warehouse.entity.ts'

/** The permission without which costs and values are absent; the same as for a product's cost. */
const seesCost = 'catalog.product.cost'

/** What lies in a warehouse of one product. Only moves change it; a product without a row has none there. */
export const stock = defineEntity('stock', {
  label: 'Stock',
  plural: 'Stock',
  says: 'How much of a product a warehouse holds, how much of that is promised, and what it is worth.',
  path: '/inventory',
  also: ['/erp/inventory'],
  shop: 'shop',
  without: ['create', 'update', 'delete'],
  fields: {
    product: link({ label: 'Product', to: () => product, required: true, computed: true, list: 1 }),
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true, computed: true, list: 2 }),
    shop: link({ label: 'Shop', to: () => shop, computed: true }),
    onHand: quantity({ label: 'On hand', required: true, computed: true, default: '0', list: 3 }),
    reserved: quantity({ label: 'Reserved', required: true, computed: true, default: '0', list: 4 }),
    available: quantity({ label: 'Available', required: true, computed: true, default: '0', list: 5 }),
    value: money({ label: 'Value', required: true, computed: true, see: seesCost, help: 'At cost.' }),
    layers: list(group({ quantity: quantity({ required: true }), value: integer({ required: true }) }), {
      label: 'Cost layers',
      help: 'First in, first out: what is left of each receipt, oldest first, its value in minor units.',
      computed: true,
      see: seesCost,
      max: 100_000,
    }),
    unitCost: rate({
      label: 'Unit cost',
      required: true,
      computed: true,
      default: '0',
      see: seesCost,
      help: 'Minor units for one stock unit: the average after the last receipt, kept when nothing is left.',
    }),
    tracking: choice(['batch', 'serial'], { label: 'Tracked by', computed: true, help: 'Empty: not tracked.' }),
    reorderPoint: quantity({ label: 'Reorder point', computed: true, min: '0', list: 6 }),
    lowSince: instant({ label: 'Low since', computed: true }),
    allowsNegative: boolean({ label: 'May fall below zero', required: true, computed: true, default: false }),
  },
  unique: [['warehouse', 'product']],
  checks: {
    availableIsTheRest: 'available = on_hand - reserved',
    reservedIsNotNegative: 'reserved >= 0',
    onHandIsNotNegative: 'on_hand >= 0 or allows_negative',
    reservedIsThere: 'reserved <= on_hand or allows_negative',
    valueFollowsQuantity:
      'case when on_hand = 0 then value_amount = 0 when on_hand > 0 then value_amount >= 0 else value_amount <= 0 end',
  },
})
