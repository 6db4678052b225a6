import { choice, defineAction, group, instant, integer, link, list, quantity, text } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { warehouse } from '../warehouse/warehouse.entity.ts'
import { lowStock } from './alerts.queries.ts'
import { setReorderPoints } from './reorder.ts'
import { stock } from './stock.entity.ts'

/** Lists what is low or gone. */
export const alerts = defineAction('alerts', {
  label: 'Low stock',
  says: 'Lists stock at or below its reorder point and stock of which nothing can be sold, the longest first.',
  entity: () => stock,
  method: 'GET',
  path: '/inventory/alerts',
  permission: 'inventory.stock.read',
  input: {
    shop: link({ label: 'Shop', to: () => shop, help: 'All in reach where none is given' }),
    limit: integer({ label: 'Limit', min: 1, max: 200, default: 50 }),
    page: integer({ label: 'Page', min: 1, max: 10_000, default: 1 }),
  },
  answersList: true,
  output: {
    product: link({ to: () => product, required: true }),
    warehouse: link({ to: () => warehouse, required: true }),
    sku: text({ required: true }),
    name: text({ required: true }),
    onHand: quantity({ required: true }),
    reserved: quantity({ required: true }),
    available: quantity({ required: true }),
    reorderPoint: quantity(),
    lowSince: instant({ required: true }),
    level: choice(['low', 'out'], { required: true }),
  },
  run: (context, { shopId, limit = 50, page = 1 }) => lowStock(context, { shopId, limit, page }),
})

/** Says from where on stock is low. */
export const reorderPoints = defineAction('setReorderPoints', {
  label: 'Set reorder points',
  says: 'Says from where on stock of a product counts as low in a warehouse. Without a point it is never low.',
  entity: () => stock,
  method: 'PATCH',
  path: '/inventory/reorder-points',
  input: {
    lines: list(
      group({
        product: link({ label: 'Product', to: () => product, required: true }),
        warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true }),
        reorderPoint: quantity({ label: 'Reorder point', min: '0' }),
      }),
      { label: 'Lines', required: true, min: 1, max: 500 },
    ),
  },
  refuses: ['REFERENCE_NOT_FOUND'],
  emits: ['inventory.low_stock'],
  example: {
    lines: [
      {
        productId: '01890a5d-ac96-774b-bcce-b302099a8058',
        warehouseId: '01890a5d-ac96-774b-bcce-b302099a8057',
        reorderPoint: '10',
      },
    ],
  },
  run: (context, { lines }) =>
    setReorderPoints(
      context,
      lines.map(({ reorderPoint = null, ...spot }) => ({ ...spot, reorderPoint })),
    ),
})
