import { defineAction, group, integer, link, list, refuse } from '#kernel'
import { bundleParts, product } from '#modules/catalog'
import { warehouse } from '../warehouse/warehouse.entity.ts'
import { wholeBundles } from './bundles.queries.ts'
import { stock } from './stock.entity.ts'

/** Says how many bundles could be sold. */
export const bundleAvailability = defineAction('bundleAvailability', {
  label: 'Bundles available',
  says: 'How many whole bundles the available stock of a warehouse is enough for, and what runs out first.',
  entity: () => stock,
  method: 'GET',
  path: '/inventory/bundles',
  permission: 'inventory.stock.read',
  input: { product: link({ label: 'Bundle', to: () => product, required: true }) },
  output: {
    product: link({ to: () => product, required: true }),
    warehouses: list(
      group({
        warehouse: link({ to: () => warehouse, required: true }),
        available: integer({ required: true }),
        shortOf: link({ to: () => product, required: true }),
      }),
      { required: true, max: 200 },
    ),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, { productId }) => {
    const parts = await bundleParts(context, [productId])
    if (parts.length === 0) {
      throw refuse('NOT_FOUND', [{ field: 'productId', message: 'This is no bundle: it has no components.' }])
    }
    return { productId, warehouses: await wholeBundles(context, parts) }
  },
})
