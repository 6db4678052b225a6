import { code, date, defineAction, group, integer, link, list, money, note, quantity, text } from '#kernel'
import { product } from '#modules/catalog'
import { figuresField } from '../stock/figures.fields.ts'
import { warehouse } from '../warehouse/warehouse.entity.ts'
import { adjustStock } from './adjust.ts'
import { adjustment } from './adjustment.entity.ts'

/** Corrects what a warehouse holds. */
export const adjust = defineAction('adjust', {
  label: 'Adjust stock',
  says: 'Corrects what a warehouse holds: opening stock, losses, finds. Signed quantities, a reason for each line.',
  entity: () => adjustment,
  path: '/inventory/adjust',
  also: ['/erp/inventory/adjust'],
  status: 201,
  input: {
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true }),
    lines: list(
      group({
        product: link({ label: 'Product', to: () => product, required: true }),
        quantity: quantity({ label: 'Quantity', required: true, help: 'Above zero comes in, below goes out.' }),
        reason: code({ label: 'Reason', required: true, max: 40, help: 'The code of an adjustment reason.' }),
        lot: code({
          label: 'Batch or serial number',
          max: 60,
          help: 'Of tracked goods; what goes is by expiry unless named.',
        }),
        expiresOn: date({ label: 'Expires on', help: 'Of a batch that comes in.' }),
        unitCost: money({ label: 'Unit cost', min: 0, help: 'Of goods that come in; the average unless told.' }),
      }),
      { label: 'Lines', required: true, min: 1, max: 500 },
    ),
    businessDate: date({ label: 'Day', help: 'The day it counts for; today unless told, never a later one.' }),
    note: note({ label: 'Note' }),
  },
  output: {
    id: code({ required: true }),
    warehouse: link({ to: () => warehouse, required: true }),
    businessDate: date({ required: true }),
    currency: code({ required: true }),
    lines: list(
      group({
        product: link({ to: () => product, required: true }),
        quantity: quantity({ required: true }),
        value: integer({ help: 'Minor units; for those who may see costs.' }),
        reason: code({ required: true }),
        effect: text({ required: true }),
      }),
      { required: true, max: 1000 },
    ),
    stock: figuresField,
  },
  refuses: [
    'OUT_OF_STOCK',
    'REFERENCE_NOT_FOUND',
    'CURRENCY_MISMATCH',
    'LOT_REQUIRED',
    'LOT_UNAVAILABLE',
    'LOT_MISMATCH',
  ],
  emits: ['inventory.adjusted', 'inventory.low_stock', 'inventory.out_of_stock'],
  example: {
    warehouseId: '01890a5d-ac96-774b-bcce-b302099a8057',
    lines: [
      {
        productId: '01890a5d-ac96-774b-bcce-b302099a8058',
        quantity: '24',
        reason: 'opening',
        unitCost: { amount: 1250, currency: 'GBP' },
      },
    ],
  },
  run: async (context, input) => {
    const { lines, ...adjusted } = await adjustStock(context, input)
    if (context.may('catalog.product.cost')) return { ...adjusted, lines }
    return { ...adjusted, lines: lines.map(({ value: _, ...line }) => line) }
  },
})
