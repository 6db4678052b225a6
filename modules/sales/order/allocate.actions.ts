import { defineAction } from '#kernel'
import { documentId } from '../sale/sale.entity.ts'
import { allocate } from './allocate.ts'
import { orderAnswer } from './order.answer.ts'
import { salesOrder } from './order.entity.ts'
import { wholeOrder } from './order.queries.ts'
import { lockOrder } from './order.record.ts'

export const allocateOrder = defineAction('allocate', {
  label: 'Hold what is there',
  says: 'Holds goods that have come in for what an order still waits for. A job does it every few minutes by itself.',
  entity: () => salesOrder,
  path: '/orders/:id/allocate',
  input: { id: documentId },
  output: orderAnswer,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION', 'NO_SELLING_WAREHOUSE'],
  emits: ['reservation.created', 'inventory.updated'],
  example: {},
  run: async (context, { id }) => {
    await allocate(context, await lockOrder(context, id))
    return wholeOrder(context, id)
  },
})
