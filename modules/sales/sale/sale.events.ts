/**
 * What the events of sales carry: everything that listeners need. Amounts are minor units of the document's currency.
 */
import type { LineTax } from '#engines/sale'
import type { Method } from '#engines/tender'
import type { RefundShare } from '#modules/payments'

export type EventTax = LineTax
export type EventLine = {
  id: string
  productId: string
  sku: string
  name: string
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  quantity: string
  unit: string
  /** What promotions took off; net, tax and gross are what is left. */
  discount: number
  net: number
  tax: number
  gross: number
  taxes: EventTax[]
  /** What the goods cost; of a return, what stock is worth more again. */
  cost: number
}

export type SaleFacts = {
  id: string
  number: string
  kind: 'sale'
  shopId: string
  /** Null for imported history. */
  registerId: string | null
  customerId: string | null
  cashierId: string
  businessDate: string
  soldAt: string
  currency: string
  net: number
  tax: number
  total: number
}
/** `sale.completed`, version 2; `sale.created`, version 1, carries `sale` alone. Tenders are as handed over. */
export type SaleCompletedData = {
  sale: SaleFacts
  lines: EventLine[]
  tenders: { method: Method; amount: number }[]
  change: number
}

export type ReturnedLine = EventLine & { saleLineId: string | null; restocked: boolean; scrapCost: number }
/** `sale.returned`, version 1 of a credit note. Amounts are positive. */
export type SaleReturnedData = {
  creditNote: {
    id: string
    number: string
    /** Null where it names no sale, or several. */
    saleId: string | null
    shopId: string
    registerId: string | null
    customerId: string | null
    businessDate: string
    currency: string
    net: number
    tax: number
    total: number
    discount: number
  }
  lines: ReturnedLine[]
  refunds: RefundShare[]
}
