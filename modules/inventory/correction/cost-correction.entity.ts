import { code, date, defineEntity, instant, link, money, note, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { shop } from '#modules/shops'
import { move } from '../move/move.entity.ts'
import { warehouse } from '../warehouse/warehouse.entity.ts'

const seesCost = 'catalog.product.cost'

/** A receipt whose cost turned out to be another. Nothing that was posted changes: the difference is posted. */
export const costCorrection = defineEntity('costCorrection', {
  label: 'Correction of a cost',
  plural: 'Corrections of costs',
  says: 'What a receipt cost, put right afterwards: what is still there is worth more or less, the rest was expensed.',
  path: '/inventory/cost-corrections',
  shop: 'shop',
  without: ['create'],
  immutable: true,
  fields: {
    at: instant({ label: 'At', required: true, list: 1 }),
    businessDate: date({ label: 'Business date', required: true }),
    move: link({ label: 'Receipt', to: () => move, required: true }),
    product: link({ label: 'Product', to: () => product, required: true, list: 2 }),
    warehouse: link({ label: 'Warehouse', to: () => warehouse, required: true, list: 3 }),
    shop: link({ label: 'Shop', to: () => shop }),
    before: money({ label: 'Value before', required: true, see: seesCost, list: 4 }),
    after: money({ label: 'Value after', required: true, see: seesCost, list: 5 }),
    held: quantity({ label: 'Still there', required: true, help: 'Of what came in, when the cost was put right.' }),
    stockChange: money({ label: 'Stock is worth more by', required: true, see: seesCost }),
    expense: money({ label: 'Expensed', required: true, see: seesCost, help: 'For what had gone already.' }),
    reason: code({ label: 'Reason of the receipt', required: true, max: 40 }),
    note: note({ label: 'Why', required: true, max: 400 }),
  },
  indexes: [['move', 'at']],
  checks: { adds_up: 'after_amount - before_amount = stock_change_amount + expense_amount' },
})
