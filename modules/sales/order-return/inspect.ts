/** Credits what came back of an order and was accepted. */
import { addDecimal, type Context, compareDecimal } from '#kernel'
import { type OrderLine, settleOrder } from '../order/order.record.ts'
import { followingStates, owedOf } from '../order/order.rules.ts'
import { orderDay } from '../order/order-day.ts'
import { payBack } from '../order-payment/pay-back.ts'
import { subtractLines } from './coming-back.ts'
import { creditParts } from './credit-parts.ts'
import { type Finding, type Found, foundOf, type Invoiced, partsOf } from './inspect.rules.ts'
import { type LockedReturn, moveReturn } from './order-return.record.ts'

export type Inspection = {
  findings: readonly Finding[] | undefined
  /** Whether the money goes back now; otherwise it is owed. */
  refund: boolean
  registerId?: string | undefined
}

/** Refuses as `foundOf`, `creditParts` and `payBack` do. Emits `order_return.closed` and an event for each step. */
export async function inspect(context: Context, locked: LockedReturn, inspection: Inspection): Promise<void> {
  const { before, back } = locked
  const { order } = before
  const found = foundOf(locked.lines, inspection.findings)
  const [invoiced, day] = await Promise.all([invoicedOf(context, order.id), orderDay(context, order.shopId)])
  const parts = partsOf(found, invoiced)
  const { reason } = back
  const credited = parts.length > 0 ? await creditParts(context, { order, day, parts, reason }) : 0
  const money = { ...order, credited: order.credited + credited, applied: order.applied - credited }
  const owed = inspection.refund ? owedOf(money) : 0
  if (owed > 0) {
    const registerId = inspection.registerId ?? null
    await payBack(context, { order, amount: owed, businessDate: day.date, registerId, reason })
  }
  const lines = returnedLines(subtractLines(before.lines, locked.lines), found)
  await writeFindings(context, back.id, found)
  await moveReturn(context, back, { to: 'closed', more: { lines: found, credited, refunded: owed } })
  await settleOrder(context, {
    ...{ before, lines, reason, path: followingStates(order.status, lines) },
    money: { credited: money.credited, applied: money.applied, refunded: order.refunded + owed },
  })
}

/** What is accepted has come back; the rest goes to the customer again. */
function returnedLines(lines: readonly OrderLine[], found: readonly Found[]): OrderLine[] {
  const accepted = new Map(found.map((each) => [each.orderLineId, addDecimal(each.restocked, each.scrapped)]))
  return lines.map((line) => ({ ...line, returned: addDecimal(line.returned, accepted.get(line.id) ?? '0') }))
}

/** The lines of the order's invoices, the oldest first. */
async function invoicedOf({ sql, companyId }: Context, orderId: string): Promise<Invoiced[]> {
  const rows = await sql<Invoiced[]>`
    select l.sale_line_id as "saleLineId", s.sale_id as "saleId", l.order_line_id as "orderLineId",
      trim_scale(l.quantity - coalesce(r.returned, 0)) as returnable
    from sales.shipment s
      join sales.shipment_line l on l.company_id = s.company_id and l.shipment_id = s.id
      left join sales.line_return r on r.company_id = l.company_id and r.sale_line_id = l.sale_line_id
    where s.company_id = ${companyId} and s.sales_order_id = ${orderId} order by s.position, l.id`
  return rows.filter(({ returnable }) => compareDecimal(returnable, '0') > 0)
}

async function writeFindings(
  { sql, companyId, now }: Context,
  returnId: string,
  found: readonly Found[],
): Promise<void> {
  await sql`
    update sales.order_return_line l set restocked = f.restocked, scrapped = f.scrapped, version = version + 1,
      updated_at = ${now}
    from jsonb_to_recordset(${sql.json([...found])}) as f("orderLineId" uuid, restocked numeric, scrapped numeric)
    where l.company_id = ${companyId} and l.order_return_id = ${returnId} and l.order_line_id = f."orderLineId"`
}
