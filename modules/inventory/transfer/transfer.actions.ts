import { code, date, defineAction, group, link, list, note, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { namedLots } from '../lot/lots.fields.ts'
import { figuresField } from '../stock/figures.fields.ts'
import { warehouse } from '../warehouse/warehouse.entity.ts'
import { transfer } from './transfer.entity.ts'
import { transferStock } from './transfer.ts'

/** Carries goods from one warehouse to another. */
export const transferGoods = defineAction('transfer', {
  label: 'Transfer stock',
  says: 'Carries goods from one warehouse to another, at once on both sides and at what they cost.',
  entity: () => transfer,
  path: '/inventory/transfers',
  status: 201,
  input: {
    fromWarehouse: link({ label: 'From warehouse', to: () => warehouse, required: true }),
    toWarehouse: link({ label: 'To warehouse', to: () => warehouse, required: true }),
    lines: list(
      group({
        product: link({ label: 'Product', to: () => product, required: true }),
        quantity: quantity({ label: 'Quantity', required: true, min: '0.000001' }),
        lots: namedLots(),
      }),
      { label: 'Lines', required: true, min: 1, max: 500 },
    ),
    note: note({ label: 'Note' }),
  },
  output: { id: code({ required: true }), businessDate: date({ required: true }), stock: figuresField },
  refuses: ['OUT_OF_STOCK', 'REFERENCE_NOT_FOUND', 'LOT_REQUIRED', 'LOT_UNAVAILABLE'],
  emits: ['inventory.transferred', 'inventory.adjusted', 'inventory.low_stock', 'inventory.out_of_stock'],
  example: {
    fromWarehouseId: '01890a5d-ac96-774b-bcce-b302099a8057',
    toWarehouseId: '01890a5d-ac96-774b-bcce-b302099a8059',
    lines: [{ productId: '01890a5d-ac96-774b-bcce-b302099a8058', quantity: '6' }],
  },
  run: (context, input) => transferStock(context, input),
})
