/** What the ledger reads of other modules' events. Amounts are minor units of the document's currency unless told. */

type Method = 'cash' | 'card' | 'other' | 'deposit' | 'gift_card' | 'store_credit' | 'points'
export type TenderAmount = { method: Method; amount: number }

export type DocumentFacts = {
  id: string
  number: string
  shopId: string | null
  customerId: string | null
  businessDate: string
  currency: string
  net: number
  tax: number
  total: number
}

/** `cost` is in the company's currency: what the goods cost, or what stock is worth more again. */
export type PostedLine = {
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  net: number
  tax: number
  cost: number
  /** Components are the heads of GST (`cgst` ...), which have accounts of their own; other taxes have one. */
  taxes?: { components?: { code: string; amount: number }[] }[]
}

/** `sale.completed`: tenders as handed over, `change` given out of the cash among them. */
export type SaleData = { sale: DocumentFacts; lines: PostedLine[]; tenders: TenderAmount[]; change: number }

/** `sale.returned`: positive amounts; `scrapCost` is what came back and was lost. */
export type ReturnData = {
  creditNote: DocumentFacts
  lines: (PostedLine & { scrapCost: number })[]
  refunds: TenderAmount[]
}

type OrderPayment = {
  id: string
  orderNumber: string
  shopId: string
  customerId: string | null
  businessDate: string
  currency: string
  amount: number
}
/** `order_payment.received`: tenders as handed over; `amount` is what the order was paid. */
export type DepositData = { payment: OrderPayment; tenders: TenderAmount[]; change: number }
/** `order_payment.refunded`: positive amounts. */
export type DepositBackData = { payment: OrderPayment; refunds: TenderAmount[] }

/** `register_session.closed`: `variance` signed, above zero where more was counted than should be there. */
export type SessionData = {
  after: { id: string; shopId: string; businessDate: string; closedByName: string }
  currency: string
  variance: number
}

/** `cash_move.created`: cash that came into a register or left it without a sale. */
export type CashMoveData = {
  after: {
    id: string
    shopId: string
    kind: 'paid_in' | 'paid_out'
    amount: { amount: number; currency: string }
    reason: string
  }
  businessDate: string
}

/** `inventory.adjusted`: `value` signed, above zero where stock is worth more. */
export type AdjustmentData = {
  adjustmentId: string
  businessDate: string
  shopId: string | null
  currency: string
  lines: { value: number; reason: string; effect: 'shrinkage' | 'gain' | 'opening' | 'correction' | 'use' }[]
}

/** `stored_value.adjusted`: `value` signed, above zero where the company owes more. */
export type StoredValueData = {
  account: 'gift_card' | 'store_credit' | 'points'
  effect: 'grant' | 'expiry' | 'points'
  value: number
  currency: string
  businessDate: string
  shopId: string | null
  customerId: string | null
  memo: string
}
