/** Sends goods of an order off: they leave stock at what they cost now, and what left is invoiced. */
import { type Context, compareDecimal } from '#kernel'
import { endReservationsOf } from '#modules/inventory'
import { type OrderWithLines, settleOrder } from '../order/order.record.ts'
import { followingStates, heldOf, mustBeOneOf, type Wanted } from '../order/order.rules.ts'
import { orderDay } from '../order/order-day.ts'
import { sourceOf } from '../order/order-source.ts'
import { reserveLines } from '../order/reserve-lines.ts'
import { salesRefusals } from '../refusals.ts'
import { postSale } from '../sale/post-sale.ts'
import { insertShipment, type ParcelFacts } from './insert-shipment.ts'
import { partsToShip, type Shipped, shipParts } from './shipping.rules.ts'

export type Shipping = ParcelFacts & { id?: string | undefined; wanted?: readonly Wanted[] | undefined }

/**
 * Ships parts of a locked order, or all that can. Its reservation is consumed and the goods are taken in one
 * transaction, so that nobody gets them in between; what stays open is held again. The invoice is paid out of what was
 * received: refuses ORDER_PAYMENT_DUE where that does not cover it, EXCEEDS_OPEN and INVALID_TRANSITION. Emits
 * `shipment.created`, the sale's events and an event for each step of the order.
 */
export async function shipOrder(
  context: Context,
  before: OrderWithLines,
  { id = context.newId(), wanted, ...parcel }: Shipping,
): Promise<OrderWithLines> {
  const { order } = before
  mustBeOneOf(order.status, ['confirmed', 'processing'], 'shipped')
  const shipped = shipParts(before, partsToShip(before.lines, wanted), context.newId)
  mustBeCovered(before, shipped)
  const saleId = context.newId()
  await moveGoods(context, { before, shipped, saleId })
  await insertShipment(context, { ...{ id, saleId, order, shipped }, ...parcel })
  const { total } = shipped.draft
  return settleOrder(context, {
    before,
    money: { invoiced: order.invoiced + total, applied: order.applied + total },
    lines: shipped.lines,
    undelivered: before.undelivered + 1,
    path: followingStates(order.status, shipped.lines),
  })
}

function mustBeCovered({ order }: OrderWithLines, { draft }: Shipped): void {
  const missing = draft.total - heldOf(order)
  if (missing <= 0) return
  const message = `${missing} (minor units of ${order.currency}) are missing to ship this; record a payment first.`
  throw salesRefusals.refuse('ORDER_PAYMENT_DUE', [{ field: 'lines', message, missing }])
}

/** Out of the reservation, out of stock and into the invoice; then the rest is held again, its rows being locked. */
async function moveGoods(
  context: Context,
  { before, shipped, saleId }: { before: OrderWithLines; shipped: Shipped; saleId: string },
): Promise<void> {
  const { order } = before
  const { draft } = shipped
  const { date, seriesOf } = await orderDay(context, order.shopId)
  await endReservationsOf(context, sourceOf(order.id), 'consumed')
  await postSale(context, {
    ...{ id: saleId, draft, shopId: order.shopId, registerId: null, customerId: order.customerId },
    ...{ businessDate: date, soldAt: context.now, change: 0, series: seriesOf('invoice') },
    tenders: draft.total > 0 ? [{ method: 'deposit', amount: { amount: draft.total, currency: draft.currency } }] : [],
    note: `Order ${order.number}`,
  })
  await reserveLines(context, {
    ...{ orderId: order.id, shopId: order.shopId, allowsBackOrder: false },
    lines: shipped.lines
      .map((line, place) => ({ ...line, place, quantity: line.reserved }))
      .filter(({ reserved }) => compareDecimal(reserved, '0') > 0),
  })
}
