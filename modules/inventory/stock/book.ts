/**
 * The one way in which stock changes: a booking. One statement locks the rows, decides, changes them and posts the
 * moves, for all lines or none.
 */
import type { Context, Decimal } from '#kernel'
import type { Tracking } from '../lot/lot.rules.ts'
import type { MoveKind } from '../move/move.entity.ts'
import { bookingRow } from './book.statement.ts'
import type { StockDocument } from './book.types.ts'

/**
 * A line to book. `quantity` is signed. With a `value` (minor units, signed alike) it moves at that value; without one
 * it leaves at cost, or comes in at the average (at `fallbackUnitCost`, in minor units, where there is
 * none).
 */
export type BookingLine = {
  lineId: string
  productId: string
  warehouseId: string
  quantity: Decimal
  kind: MoveKind
  value?: number | undefined
  fallbackUnitCost?: number | undefined
  reverses?: string | undefined
}

export type Booking = StockDocument & { lines: readonly BookingLine[] }

export type Place = { id: string; shopId: string | null; currency: string }
/** A product whose lines cannot be booked: too little of it is available, or it has no row in the warehouse. */
export type Shortage = {
  productId: string
  warehouseId: string | null
  wanted: Decimal
  available: Decimal
}
export type BookedMove = { lineId: string; productId: string; warehouseId: string; quantity: Decimal; value: number }
/** A stock row before and after. `trueUp` is what its value lost beside the lines, in minor units. */
export type StockChange = {
  id: string
  productId: string
  warehouseId: string
  shopId: string | null
  onHand: Decimal
  available: Decimal
  availableBefore: Decimal
  reorderPoint: Decimal | null
  tracking: Tracking | null
  trueUp: number
}
/** When `short` is not empty, nothing was booked. */
export type BookingResult = { places: Place[]; short: Shortage[]; moves: BookedMove[]; stocks: StockChange[] }

/**
 * Books lines. Rows are locked in the order of product and warehouse, so that two bookings never wait for each other;
 * the locked values are the latest ones, whoever changed them since the statement began. A missing row is a shortage.
 */
export async function book(context: Context, booking: Booking): Promise<BookingResult> {
  const [row] = await bookingRow(context, booking)
  return { places: row?.places ?? [], short: row?.short ?? [], moves: row?.moves ?? [], stocks: row?.stocks ?? [] }
}
