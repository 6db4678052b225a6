import type { Method } from '#engines/tender'

type Facts = {
  id: string
  orderId: string
  orderNumber: string
  shopId: string
  customerId: string | null
  businessDate: string
  currency: string
  /** Minor units. */
  amount: number
}

/** `order_payment.received`, version 1. Tenders are as handed over, change given out of the cash among them. */
export type OrderPaymentReceivedData = {
  payment: Facts
  tenders: { method: Method; amount: number }[]
  change: number
}

/** `order_payment.refunded`, version 1: by which methods it went back. */
export type OrderPaymentRefundedData = { payment: Facts; refunds: { method: Method; amount: number }[] }
