import { code, date, defineAction, group, integer, link, list, note, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { adjustment } from '../adjustment/adjustment.entity.ts'
import { warehouse } from '../warehouse/warehouse.entity.ts'
import { countStock } from './count.ts'

/** Books what was counted: the difference to what is on hand at that moment, not to what a list said before. */
export const count = defineAction('count', {
  label: 'Count stock',
  says: 'Books what was counted in a warehouse: differences to what is on hand become an adjustment.',
  entity: () => adjustment,
  path: '/inventory/counts',
  status: 201,
  input: {
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true }),
    lines: list(
      group({
        product: link({ label: 'Product', to: () => product, required: true }),
        counted: quantity({ label: 'Counted', required: true, min: '0' }),
      }),
      { label: 'Lines', required: true, min: 1, max: 500 },
    ),
    note: note({ label: 'Note' }),
  },
  output: {
    id: code({ help: 'Of the adjustment; null where everything was as it should be' }),
    warehouse: link({ to: () => warehouse, required: true }),
    businessDate: date({ help: 'Of the adjustment' }),
    lines: list(
      group({
        product: link({ to: () => product, required: true }),
        before: quantity({ required: true }),
        counted: quantity({ required: true }),
        difference: quantity({ required: true }),
        value: integer({ help: 'Minor units; for those who may see costs' }),
      }),
      { required: true, max: 500 },
    ),
  },
  refuses: ['OUT_OF_STOCK', 'REFERENCE_NOT_FOUND'],
  emits: ['inventory.adjusted', 'inventory.low_stock', 'inventory.out_of_stock'],
  example: {
    warehouseId: '01890a5d-ac96-774b-bcce-b302099a8057',
    lines: [{ productId: '01890a5d-ac96-774b-bcce-b302099a8058', counted: '24' }],
  },
  run: async (context, input) => {
    const { lines, ...counted } = await countStock(context, input)
    if (context.may('catalog.product.cost')) return { ...counted, lines }
    return { ...counted, lines: lines.map(({ value: _, ...line }) => line) }
  },
})
