/** Cancels what is open of an order: its goods are free again, and money that is not due any more goes back. */
import { addDecimal, type Context, compareDecimal, type Decimal, subtractDecimal } from '#kernel'
import { endReservationsOf } from '#modules/inventory'
import { payBack } from '../order-payment/pay-back.ts'
import { salesRefusals } from '../refusals.ts'
import { nextShare } from './line-share.rules.ts'
import { type OrderLine, type OrderWithLines, settleOrder } from './order.record.ts'
import { checkWanted, followingStates, mustBeOneOf, owedOf, type Wanted } from './order.rules.ts'
import { orderDay } from './order-day.ts'
import { sourceOf } from './order-source.ts'
import { reserveLines } from './reserve-lines.ts'

export type Cancelling = {
  reason: string
  /** Everything that is open unless told. */
  wanted?: readonly Wanted[] | undefined
  /** Whether what was received beyond what is due goes back now; otherwise it is owed. */
  refund: boolean
  registerId?: string | null | undefined
}

const isAbove = (a: Decimal, b: Decimal): boolean => compareDecimal(a, b) > 0

/**
 * Cancels parts of a locked order that have not shipped. Refuses INVALID_TRANSITION where nothing can be cancelled any
 * more and EXCEEDS_OPEN. Emits an event for each step, `order_payment.refunded`, and what stock emits.
 */
export async function cancelOrder(
  context: Context,
  before: OrderWithLines,
  cancelling: Cancelling,
): Promise<OrderWithLines> {
  const { order } = before
  mustBeOneOf(order.status, ['quote', 'pending', 'confirmed', 'processing'], 'cancelled')
  const { lines, amount } = cancelLines(before.lines, partsToCancel(before.lines, cancelling.wanted))
  await releaseGoods(context, before, lines)
  const money = { ...order, cancelled: order.cancelled + amount }
  const owed = cancelling.refund ? owedOf(money) : 0
  if (owed > 0) {
    const { date } = await orderDay(context, order.shopId)
    const { reason, registerId } = cancelling
    await payBack(context, { order, amount: owed, businessDate: date, reason, registerId: registerId ?? null })
  }
  const path = followingStates(order.status, lines)
  return settleOrder(context, {
    ...{ before, lines, path, reason: cancelling.reason },
    money: { cancelled: money.cancelled, refunded: order.refunded + owed },
    heldUntil: path.includes('cancelled') ? null : order.heldUntil,
  })
}

function partsToCancel(lines: readonly OrderLine[], wanted: readonly Wanted[] | undefined): readonly Wanted[] {
  if (!wanted) return lines.map(({ id, open }) => ({ orderLineId: id, quantity: open }))
  const exceeds = (details: readonly { field?: string; message: string }[]) =>
    salesRefusals.refuse('EXCEEDS_OPEN', [...details])
  checkWanted(wanted, new Map(lines.map((line) => [line.id, line])), { limit: ({ open }) => open, exceeds })
  return wanted
}

/** The lines after it, and what is not due any more. What is not held is cancelled first. Pure. */
export function cancelLines(
  lines: readonly OrderLine[],
  parts: readonly Wanted[],
): { lines: OrderLine[]; amount: number } {
  const quantities = new Map(parts.map(({ orderLineId, quantity }) => [orderLineId, quantity]))
  let amount = 0
  const after = lines.map((line): OrderLine => {
    const quantity = quantities.get(line.id) ?? '0'
    if (!isAbove(quantity, '0')) return line
    amount += nextShare(line, quantity).gross
    const open = subtractDecimal(line.open, quantity)
    const reserved = isAbove(line.reserved, open) ? open : line.reserved
    return { ...line, open, reserved, cancelled: addDecimal(line.cancelled, quantity) }
  })
  return { lines: after, amount }
}

/** What stays held is held again in the same transaction; the rows are locked in between. */
async function releaseGoods(
  context: Context,
  { order, lines: before }: OrderWithLines,
  lines: OrderLine[],
): Promise<void> {
  if (before.every(({ reserved }) => !isAbove(reserved, '0'))) return
  await endReservationsOf(context, sourceOf(order.id), 'released')
  await reserveLines(context, {
    ...{ orderId: order.id, shopId: order.shopId, allowsBackOrder: false },
    lines: lines
      .map((line, place) => ({ ...line, place, quantity: line.reserved }))
      .filter(({ reserved }) => isAbove(reserved, '0')),
  })
}
