/** The invoices of an order: one for each shipment. */
import { type Context, defineAction, group, list, text } from '#kernel'
import { salesOrder } from '../order/order.entity.ts'
import { wholeOrder } from '../order/order.queries.ts'
import { saleAnswer } from '../sale/sale.answer.ts'
import { documentId } from '../sale/sale.entity.ts'
import { wholeSale } from '../sale/sale.queries.ts'

export const orderInvoices = defineAction('invoice', {
  label: 'Invoices',
  says: 'The invoices of an order, one for each shipment, each a posted sale. None before anything shipped.',
  entity: () => salesOrder,
  method: 'GET',
  path: '/orders/:id/invoice',
  right: 'read',
  input: { id: documentId },
  output: {
    id: documentId,
    number: text({ required: true }),
    invoices: list(group({ ...saleAnswer, customerName: text() }), { required: true, max: 50 }),
  },
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => invoicesOf(context, id),
})

/** At most the latest fifty; an order seldom ships in more parts. */
async function invoicesOf(context: Context, id: string) {
  const { number, shipments } = await wholeOrder(context, id)
  const invoices = await Promise.all(shipments.slice(-50).map(({ saleId }) => wholeSale(context, saleId)))
  return { id, number, invoices }
}
