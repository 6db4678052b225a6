/** What goes into and comes out of a booking of stock. */
import type { Decimal } from '#kernel'
import type { NamedLot } from '../lot/lot.rules.ts'

/** The document that moves stock: the address of its entity, such as `sales.sale`, and its id. */
export type StockSource = { entity: string; id: string }

/** Who moves stock, when (UTC instant), and to which business day it counts (`YYYY-MM-DD`). */
export type StockDocument = { source: StockSource; at: string; businessDate: string }

/** Goods that leave: `quantity` above zero, in the product's stock unit. `lineId` is the document line's id. */
export type TakeLine = {
  lineId: string
  productId: string
  quantity: Decimal
  /** Of tracked goods; by expiry unless named. */
  lots?: readonly NamedLot[] | undefined
}

/**
 * Goods that come back. `originalLineId` is the sold line's id. With `scrapped` they come in and go out again at once:
 * they are not for sale, and the cost of the line is a loss.
 */
export type PutBackLine = {
  lineId: string
  originalLineId: string
  productId: string
  quantity: Decimal
  scrapped?: boolean
  /** Of tracked goods; those that went last unless named. */
  lots?: readonly NamedLot[] | undefined
}

/** A line that was booked. `cost` in minor units of the company's currency, not negative. */
export type BookedLine = { lineId: string; productId: string; warehouseId: string; cost: number }

/** A returned line: `cost` is what stock is worth more, 0 where scrapped; `scrapCost` what was lost, 0 where not. */
export type PutBackResult = BookedLine & { scrapCost: number }
