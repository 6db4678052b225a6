/** What the log is told of orders. Amounts in minor units; versions are the order's. */
import type { Context } from '#kernel'
import { dueOf, eventOf, type LineProgress, type OrderMoney, paidOf, type Step } from './order.rules.ts'
import type { FulfilmentState, OrderState, PaymentState } from './order.states.ts'

type OrderFacts = OrderMoney & {
  id: string
  number: string
  status: OrderState
  paymentStatus: PaymentState
  fulfilmentStatus: FulfilmentState
  shopId: string
  customerId: string | null
  businessDate: string
  currency: string
  heldUntil: string | null
}
type LineFacts = LineProgress & {
  id: string
  productId: string
  sku: string
  name: string
  unit: string
  gross: number
}

/** Every event of an order: where it stands after the step. Lines come with the steps of the order itself. */
export type OrderEventData = {
  order: OrderFacts & { due: number; paid: number }
  change: { machine: Step['machine']; from: string | null; to: string; reason: string | null }
  lines?: LineFacts[]
}

type Told = {
  order: OrderFacts
  lines: readonly LineFacts[]
  steps: readonly Step[]
  /** The version before the first of the steps. */
  from: number
  reason: string | null
}

/** One event for each step. */
export function emitSteps(context: Context, { order, lines, steps, from, reason }: Told): void {
  for (const [index, step] of steps.entries()) {
    const data: OrderEventData = {
      order: factsOf(order),
      change: { ...step, reason },
      ...(step.machine === 'order' && { lines: lines.map(lineFactsOf) }),
    }
    context.emit(eventOf(step), {
      ...{ entity: 'sales.salesOrder', id: order.id, version: from + index + 1, shopId: order.shopId },
      data,
    })
  }
}

function factsOf(order: OrderFacts): OrderEventData['order'] {
  const { id, number, status, paymentStatus, fulfilmentStatus, shopId, customerId, businessDate, currency } = order
  const { total, cancelled, invoiced, credited, captured, refunded, applied, heldUntil } = order
  return {
    ...{ id, number, status, paymentStatus, fulfilmentStatus, shopId, customerId, businessDate, currency, heldUntil },
    ...{ total, cancelled, invoiced, credited, captured, refunded, applied, due: dueOf(order), paid: paidOf(order) },
  }
}

const lineFactsOf = (line: LineFacts): LineFacts => {
  const { id, productId, sku, name, unit, gross, quantity, open, reserved, shipped, cancelled, comingBack, returned } =
    line
  return { id, productId, sku, name, unit, gross, quantity, open, reserved, shipped, cancelled, comingBack, returned }
}
