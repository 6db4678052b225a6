/** Letting a customer send goods back. */
import {
  addDecimal,
  type Context,
  compareDecimal,
  defineAction,
  group,
  link,
  list,
  quantity,
  subtractDecimal,
  text,
} from '#kernel'
import { salesOrder } from '../order/order.entity.ts'
import { lockOrder, type OrderWithLines, settleOrder } from '../order/order.record.ts'
import { checkWanted, mustBeOneOf, type Wanted } from '../order/order.rules.ts'
import { orderLine } from '../order/order-line.entity.ts'
import { salesRefusals } from '../refusals.ts'
import { chosenId, documentId } from '../sale/sale.entity.ts'
import { returnAnswer, wholeReturn } from './order-return.answer.ts'

export const authoriseReturn = defineAction('return', {
  label: 'Authorise a return',
  says: 'Lets the customer send goods of an order back; they are credited once they are received and inspected.',
  entity: () => salesOrder,
  path: '/orders/:id/return',
  status: 201,
  input: {
    id: documentId,
    reason: text({ label: 'Reason', required: true, max: 400 }),
    lines: list(
      group(
        {
          orderLine: link({ label: 'Line', required: true, to: () => orderLine }),
          quantity: quantity({ label: 'Quantity', required: true, example: '1' }),
          reason: text({ label: 'Reason', max: 200 }),
        },
        { required: true },
      ),
      { label: 'Lines', help: 'All that shipped and has not come back, unless told', min: 1, max: 500 },
    ),
    returnId: chosenId,
  },
  output: returnAnswer,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION', 'REFERENCE_NOT_FOUND', 'RETURN_EXCEEDS_SALE', 'ALREADY_EXISTS'],
  emits: ['order_return.authorised'],
  example: { reason: 'Does not fit' },
  run: async (context, { id, reason, lines, returnId = context.newId() }) => {
    const before = await lockOrder(context, id)
    mustBeOneOf(before.order.status, ['processing', 'shipped', 'delivered', 'completed'], 'returned')
    const wanted = wantedBack(before, lines)
    await insertReturn(context, { id: returnId, before, wanted, reason })
    const coming = new Map(wanted.map((each) => [each.orderLineId, each.quantity]))
    await settleOrder(context, {
      before,
      lines: before.lines.map((line) => ({
        ...line,
        comingBack: addDecimal(line.comingBack, coming.get(line.id) ?? '0'),
      })),
    })
    return wholeReturn(context, returnId)
  },
})

type Back = Wanted & { reason?: string | undefined }

/** Of each line at most what shipped, has not come back and is not on its way. Refuses RETURN_EXCEEDS_SALE. */
function wantedBack({ lines }: OrderWithLines, wanted: readonly Back[] | undefined): readonly Back[] {
  const limit = (line: OrderWithLines['lines'][number]) =>
    subtractDecimal(subtractDecimal(line.shipped, line.returned), line.comingBack)
  const all = lines.map((line) => ({ orderLineId: line.id, quantity: limit(line) }))
  const back = wanted ?? all.filter(({ quantity: each }) => compareDecimal(each, '0') > 0)
  if (back.length === 0) throw salesRefusals.refuse('RETURN_EXCEEDS_SALE')
  const byId = new Map(lines.map((line) => [line.id, line]))
  checkWanted(back, byId, { limit, exceeds: (details) => salesRefusals.refuse('RETURN_EXCEEDS_SALE', details) })
  return back
}

type NewReturn = { id: string; before: OrderWithLines; wanted: readonly Back[]; reason: string }

async function insertReturn(context: Context, { id, before, wanted, reason }: NewReturn): Promise<void> {
  const { sql, companyId, now, newId, actor } = context
  const { order } = before
  const rows = wanted.map((each) => ({ id: newId(), ...each }))
  const [[row]] = await Promise.all([
    sql<{ position: number }[]>`
      insert into sales.order_return (company_id, id, created_at, updated_at, sales_order_id, position, status, shop_id,
        reason, authorised_by)
      select ${companyId}, ${id}, ${now}, ${now}, ${order.id}, coalesce(max(position), 0) + 1, 'authorised',
        ${order.shopId}, ${reason}, ${actor.name}
      from sales.order_return where company_id = ${companyId} and sales_order_id = ${order.id} returning position`,
    sql`
      insert into sales.order_return_line (company_id, id, created_at, updated_at, order_return_id, order_line_id,
        quantity, restocked, scrapped, reason)
      select ${companyId}, l.id, ${now}, ${now}, ${id}, l."orderLineId", l.quantity, 0, 0, l.reason
      from jsonb_to_recordset(${sql.json(rows)}) as l(id uuid, "orderLineId" uuid, quantity numeric, reason text)`,
  ])
  const after = { id, salesOrderId: order.id, orderNumber: order.number, position: row?.position ?? 1 }
  context.emit('order_return.authorised', {
    ...{ entity: 'sales.orderReturn', id, version: 1, shopId: order.shopId },
    data: { after: { ...after, status: 'authorised', reason }, customerId: order.customerId, lines: rows },
  })
}
