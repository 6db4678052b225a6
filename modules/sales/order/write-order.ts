/** Writes an order that is decided: goods held, number, document, lines, money and steps travel together. */
import type { Draft } from '#engines/sale'
import type { TenderInput } from '#engines/tender'
import type { Context } from '#kernel'
import type { SeriesKey } from '../number-series/next-number.ts'
import { payableOf, receive } from '../order-payment/receive.ts'
import { insertOrder, insertOrderLines, type NewOrder, setHeld } from './insert-order.ts'
import { insertSteps } from './insert-steps.ts'
import { emitSteps } from './order.events.ts'
import { type OrderMoney, paymentStateOf, type Step, stepsBetween } from './order.rules.ts'
import type { OrderState } from './order.states.ts'
import { reserveLines } from './reserve-lines.ts'

export type OrderToWrite = {
  id: string
  draft: Draft
  series: SeriesKey
  shopId: string
  customerId?: string | undefined
  reference?: string | undefined
  date: string
  hash: string
  warehouseId: string | undefined
  quote?: boolean | undefined
  confirm?: boolean | undefined
  allowsBackOrder?: boolean | undefined
  heldUntil?: string | undefined
  deliverTo?: Record<string, unknown> | undefined
  note?: string | undefined
  tenders: readonly TenderInput[]
  registerId?: string | undefined
}

/** Refuses as `reserveLines` and `receive` do. Emits an event for each step, and what stock and payments emit. */
export async function writeOrder(context: Context, writing: OrderToWrite): Promise<void> {
  const { draft, tenders } = writing
  const { order, money, steps } = newOrderOf(writing)
  const { id, shopId, customerId } = order
  const { currency } = draft
  const numbered = insertOrder(context, order)
  const [number, , , held] = await Promise.all([
    numbered,
    insertOrderLines(context, order),
    insertSteps(context, { orderId: id, steps, from: 0, reason: null }),
    writing.quote ? undefined : hold(context, writing),
    tenders.length > 0
      ? receive(context, {
          order: { id, currency, shopId, customerId, ...money, captured: 0 },
          receipt: { id: context.newId(), tenders, registerId: writing.registerId ?? null, businessDate: writing.date },
          numbered,
        })
      : undefined,
  ])
  if (held) await setHeld(context, held)
  const none = { shipped: '0', cancelled: '0', comingBack: '0', returned: '0' }
  emitSteps(context, {
    order: { ...order, ...money, number, currency },
    lines: draft.lines.map((line) => {
      return { ...line, ...none, open: line.quantity, reserved: held?.get(line.id) ?? '0' }
    }),
    ...{ steps, from: 0, reason: null },
  })
}

const hold = (context: Context, { id, shopId, draft, warehouseId, allowsBackOrder = false }: OrderToWrite) =>
  reserveLines(context, {
    ...{ orderId: id, shopId, warehouseId, allowsBackOrder },
    lines: draft.lines.map((line, place) => ({ ...line, place })),
  })

/** The order as it begins, its money, and the steps that it has taken by then. */
function newOrderOf(writing: OrderToWrite): { order: NewOrder; money: OrderMoney; steps: Step[] } {
  const { draft, tenders, quote = false, confirm = false } = writing
  const none = { cancelled: 0, invoiced: 0, credited: 0, captured: 0, refunded: 0, applied: 0 }
  const unpaid: OrderMoney = { ...none, total: draft.total }
  const money = { ...unpaid, captured: tenders.length > 0 ? payableOf(unpaid, tenders) : 0 }
  const first: OrderState = quote ? 'quote' : 'pending'
  const path: OrderState[] = confirm ? ['confirmed'] : []
  const begun = { status: first, paymentStatus: paymentStateOf(unpaid), fulfilmentStatus: 'unfulfilled' as const }
  const states = { ...begun, status: path.at(-1) ?? first, paymentStatus: paymentStateOf(money) }
  const steps: Step[] = [{ machine: 'order', from: null, to: first }, ...stepsBetween(begun, path, states)]
  const { id, series, shopId, customerId = null, reference = null, date, hash, deliverTo = null, note = null } = writing
  const { heldUntil = null, allowsBackOrder = false } = writing
  const order: NewOrder = {
    ...{ id, version: steps.length, ...states, series, draft, shopId, customerId, reference, businessDate: date },
    ...{ heldUntil, allowsBackOrder, deliverTo, captured: money.captured, requestHash: hash, note },
  }
  return { order, money, steps }
}
