/** Holds goods for what an order still waits for. */
import { addDecimal, type Context, compareDecimal, subtractDecimal } from '#kernel'
import { type OrderWithLines, settleOrder } from './order.record.ts'
import { mustBeOneOf } from './order.rules.ts'
import { reserveLines } from './reserve-lines.ts'

/** Holds what is there of a locked order's open goods. Refuses INVALID_TRANSITION for an order that holds nothing. */
export async function allocate(context: Context, before: OrderWithLines): Promise<OrderWithLines> {
  const { order, lines } = before
  mustBeOneOf(order.status, ['pending', 'confirmed', 'processing'], 'allocated')
  const waiting = lines
    .map((line, place) => ({ ...line, place, quantity: subtractDecimal(line.open, line.reserved) }))
    .filter(({ quantity }) => compareDecimal(quantity, '0') > 0)
  const { id: orderId, shopId } = order
  const held = await reserveLines(context, { orderId, shopId, lines: waiting, allowsBackOrder: true })
  if (held.size === 0) return before
  const after = lines.map((line) => ({ ...line, reserved: addDecimal(line.reserved, held.get(line.id) ?? '0') }))
  return settleOrder(context, { before, lines: after })
}
