import { code, defineAction, money, note, quantity } from '#kernel'
import { correctCost } from './correct-cost.ts'
import { costCorrection } from './cost-correction.entity.ts'

const { before, after, stockChange, expense } = costCorrection.fields

/** Puts right what a receipt cost, however long ago it was. */
export const correctCosts = defineAction('correct', {
  label: 'Correct a cost',
  says: 'Puts right what a receipt cost: what is still there changes its value, the rest is expensed today.',
  entity: () => costCorrection,
  path: '/inventory/moves/:id/correct-cost',
  status: 201,
  input: {
    id: code({ label: 'Receipt', required: true, pattern: '^[0-9a-f-]{36}$', help: 'A move that brought goods in.' }),
    unitCost: money({ label: 'Unit cost', required: true, min: 0, help: 'What one stock unit cost in truth.' }),
    note: note({ label: 'Why', required: true, min: 1, max: 400 }),
  },
  output: {
    id: code({ required: true }),
    held: quantity({ required: true }),
    ...{ before, after, stockChange, expense },
  },
  refuses: ['NOT_FOUND', 'COST_NOT_CORRECTABLE', 'CURRENCY_MISMATCH'],
  emits: ['inventory.adjusted'],
  example: { unitCost: { amount: 1190, currency: 'GBP' }, note: "The supplier's bill says 11.90" },
  run: (context, input) => correctCost(context, input),
})
