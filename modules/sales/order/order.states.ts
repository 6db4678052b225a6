/** The three machines of an order. What is not listed here does not happen. */

export const orderStates = [
  'quote',
  'pending',
  'confirmed',
  'processing',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'returned',
] as const
export type OrderState = (typeof orderStates)[number]

/** `owed`: more was paid than is due, such as after a cancellation; it is to be paid back. */
export const paymentStates = ['unpaid', 'part_paid', 'paid', 'owed', 'refunded'] as const
export type PaymentState = (typeof paymentStates)[number]

export const fulfilmentStates = [
  'unfulfilled',
  'part_shipped',
  'shipped',
  'delivered',
  'part_returned',
  'returned',
] as const
export type FulfilmentState = (typeof fulfilmentStates)[number]

/** From each state to those that may follow it. */
export type Machine<S extends string> = Readonly<Record<S, readonly S[]>>

/** An order is cancelled before anything of it ships, and returned after. */
export const orderMachine: Machine<OrderState> = {
  quote: ['pending', 'cancelled'],
  pending: ['confirmed', 'cancelled'],
  confirmed: ['processing', 'cancelled'],
  processing: ['shipped', 'cancelled'],
  shipped: ['delivered', 'returned'],
  delivered: ['completed', 'returned'],
  completed: ['returned'],
  cancelled: [],
  returned: [],
}

export const paymentMachine: Machine<PaymentState> = {
  unpaid: ['part_paid', 'paid'],
  part_paid: ['paid', 'owed', 'refunded'],
  paid: ['owed', 'refunded'],
  owed: ['paid', 'refunded'],
  refunded: [],
}

export const fulfilmentMachine: Machine<FulfilmentState> = {
  unfulfilled: ['part_shipped', 'shipped'],
  part_shipped: ['shipped', 'delivered', 'part_returned', 'returned'],
  shipped: ['delivered', 'part_returned', 'returned'],
  delivered: ['part_returned', 'returned'],
  part_returned: ['returned'],
  returned: [],
}
