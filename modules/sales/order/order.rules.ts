/** What an order's states follow from, and what may be done with it. Pure; amounts in minor units. */
import { addDecimal, compareDecimal, type Decimal, type RefusalDetail, refuse } from '#kernel'
import {
  type FulfilmentState,
  fulfilmentMachine,
  type Machine,
  type OrderState,
  orderMachine,
  type PaymentState,
  paymentMachine,
} from './order.states.ts'

/** The money of an order. `applied`: what of the money received was used for invoices. */
export type OrderMoney = {
  total: number
  cancelled: number
  invoiced: number
  credited: number
  captured: number
  refunded: number
  applied: number
}
/** How far a line is, in its own unit. */
export type LineProgress = {
  quantity: Decimal
  open: Decimal
  reserved: Decimal
  shipped: Decimal
  cancelled: Decimal
  comingBack: Decimal
  returned: Decimal
}

/** What the customer owes in all: what was ordered, less what was cancelled and what came back. */
export const dueOf = ({ total, cancelled, credited }: OrderMoney): number => total - cancelled - credited
/** What was received and not paid back. */
export const paidOf = ({ captured, refunded }: OrderMoney): number => captured - refunded
/** What was received and neither invoiced nor paid back: the deposit. */
export const heldOf = (money: OrderMoney): number => paidOf(money) - money.applied
/** What was received beyond what is due. */
export const owedOf = (money: OrderMoney): number => Math.max(0, paidOf(money) - dueOf(money))

/** An order is paid when what was received and kept covers what is due. */
export function paymentStateOf(money: OrderMoney): PaymentState {
  if (money.captured === 0) return money.total === 0 ? 'paid' : 'unpaid'
  const paid = paidOf(money)
  if (paid === 0) return 'refunded'
  if (paid === dueOf(money)) return 'paid'
  return paid < dueOf(money) ? 'part_paid' : 'owed'
}

const sum = (lines: readonly LineProgress[], of: 'open' | 'shipped' | 'returned'): Decimal =>
  lines.reduce((total, line) => addDecimal(total, line[of]), '0')
const isAbove = (a: Decimal, b: Decimal): boolean => compareDecimal(a, b) > 0

/** `isDelivered`: every shipment has arrived. */
export function fulfilmentStateOf(lines: readonly LineProgress[], isDelivered: boolean): FulfilmentState {
  const [open, shipped, returned] = [sum(lines, 'open'), sum(lines, 'shipped'), sum(lines, 'returned')]
  if (!isAbove(shipped, '0')) return 'unfulfilled'
  if (isAbove(open, '0')) return 'part_shipped'
  if (compareDecimal(returned, shipped) === 0) return 'returned'
  if (isAbove(returned, '0')) return 'part_returned'
  return isDelivered ? 'delivered' : 'shipped'
}

/**
 * The states that an order takes one after the other once its lines stand as they do: it is cancelled when nothing is
 * left of it, shipped when nothing is open, returned when all that shipped came back. None where it stays.
 */
export function followingStates(status: OrderState, lines: readonly LineProgress[]): OrderState[] {
  const [open, shipped, returned] = [sum(lines, 'open'), sum(lines, 'shipped'), sum(lines, 'returned')]
  const isOpen = isAbove(open, '0')
  const hasShipped = isAbove(shipped, '0')
  const steps: OrderState[] = []
  const last = () => steps.at(-1) ?? status
  if (!isOpen && !hasShipped && orderMachine[status].includes('cancelled')) return ['cancelled']
  if (hasShipped && status === 'confirmed') steps.push('processing')
  if (hasShipped && !isOpen && last() === 'processing') steps.push('shipped')
  if (hasShipped && !isOpen && compareDecimal(returned, shipped) === 0 && orderMachine[last()].includes('returned')) {
    steps.push('returned')
  }
  return steps
}

/** A step of one of the machines; `from` null where the order begins. */
export type Step =
  | { machine: 'order'; from: OrderState | null; to: OrderState }
  | { machine: 'payment'; from: PaymentState | null; to: PaymentState }
  | { machine: 'fulfilment'; from: FulfilmentState | null; to: FulfilmentState }

type States = { status: OrderState; paymentStatus: PaymentState; fulfilmentStatus: FulfilmentState }

/** The steps between two moments of an order, each listed in its machine; throws an Error where one is not. */
export function stepsBetween(before: States, path: readonly OrderState[], after: States): Step[] {
  const steps: Step[] = []
  let from = before.status
  for (const to of path) {
    mustBeListed('order', orderMachine, from, to)
    steps.push({ machine: 'order', from, to })
    from = to
  }
  if (before.paymentStatus !== after.paymentStatus) {
    mustBeListed('payment', paymentMachine, before.paymentStatus, after.paymentStatus)
    steps.push({ machine: 'payment', from: before.paymentStatus, to: after.paymentStatus })
  }
  if (before.fulfilmentStatus !== after.fulfilmentStatus) {
    mustBeListed('fulfilment', fulfilmentMachine, before.fulfilmentStatus, after.fulfilmentStatus)
    steps.push({ machine: 'fulfilment', from: before.fulfilmentStatus, to: after.fulfilmentStatus })
  }
  return steps
}

function mustBeListed<S extends string>(name: string, machine: Machine<S>, from: S, to: S): void {
  if (!machine[from].includes(to)) throw new Error(`the ${name} machine has no step from ${from} to ${to}`)
}

/** Each step is exactly one event. */
export function eventOf({ machine, from, to }: Step): string {
  if (machine === 'payment') return 'order.payment_updated'
  if (machine === 'fulfilment') return to === 'shipped' ? 'order.fulfilled' : 'order.fulfilment_updated'
  if (to === 'quote') return 'order.quoted'
  if (to === 'pending') return 'order.created'
  if (from === null) throw new Error(`an order does not begin as ${to}`)
  return `order.${to}`
}

/** Refuses INVALID_TRANSITION, saying where the order may go instead. */
export function mustBeAbleTo(status: OrderState, to: OrderState): void {
  const next = orderMachine[status]
  if (next.includes(to)) return
  const rest = next.length > 0 ? `It may become ${next.join(' or ')}.` : 'Nothing follows.'
  throw refuse('INVALID_TRANSITION', [
    { field: 'status', message: `is ${status}, which ${to} does not follow. ${rest}` },
  ])
}

/** Refuses INVALID_TRANSITION for an order that is not in one of the states. */
export function mustBeOneOf(status: OrderState, allowed: readonly OrderState[], what: string): void {
  if (allowed.includes(status)) return
  const message = `is ${status}; only orders that are ${allowed.join(', ')} can be ${what}.`
  throw refuse('INVALID_TRANSITION', [{ field: 'status', message }])
}

/** How much of which line. */
export type Wanted = { orderLineId: string; quantity: Decimal }

/**
 * Checks quantities against the lines' limits: REFERENCE_NOT_FOUND for a line of another order, VALIDATION_FAILED for
 * one named twice, and what `exceeds` makes of more than the limit; all naming `lines.<i>`.
 */
export function checkWanted<L extends { id: string; decimals: number }>(
  wanted: readonly Wanted[],
  lines: ReadonlyMap<string, L>,
  check: { limit: (line: L) => Decimal; exceeds: (details: RefusalDetail[]) => Error },
): void {
  const seen = new Set<string>()
  const unknown: RefusalDetail[] = []
  const invalid: RefusalDetail[] = []
  const exceeding: RefusalDetail[] = []
  for (const [index, { orderLineId, quantity }] of wanted.entries()) {
    const line = lines.get(orderLineId)
    if (!line) {
      unknown.push({ field: `lines.${index}.orderLineId`, message: 'is no line of this order' })
      continue
    }
    if (seen.has(orderLineId)) {
      invalid.push({ field: `lines.${index}.orderLineId`, message: 'is named twice; add the quantities up' })
    }
    seen.add(orderLineId)
    const field = `lines.${index}.quantity`
    if (!isAbove(quantity, '0')) invalid.push({ field, message: 'must be more than 0' })
    if (decimalsOf(quantity) > line.decimals) invalid.push({ field, message: `has at most ${line.decimals} decimals` })
    const limit = check.limit(line)
    if (isAbove(quantity, limit)) exceeding.push({ field, message: `At most ${limit}.`, most: limit })
  }
  if (unknown.length > 0) throw refuse('REFERENCE_NOT_FOUND', unknown)
  if (invalid.length > 0) throw refuse('VALIDATION_FAILED', invalid)
  if (exceeding.length > 0) throw check.exceeds(exceeding)
}

const decimalsOf = (value: Decimal): number => addDecimal(value, '0').split('.')[1]?.length ?? 0
