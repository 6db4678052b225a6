/** Holds goods for the open lines of an order. */
import type { Component } from '#engines/sale'
import type { Context, Decimal } from '#kernel'
import { lockSellingStock, reserveStock, sellingWarehouse, stockOf } from '#modules/inventory'
import { withRefusedLines } from '../sale/refused-lines.ts'
import { takenOf } from '../sale/stock-lines.ts'
import { sourceOf } from './order-source.ts'
import { shareOut } from './share-out.rules.ts'

/** A line as far as holding its goods needs it; `quantity` in its unit, `place` where its refusals point to. */
export type LineToHold = {
  id: string
  place: number
  productId: string
  stocked: boolean
  components?: readonly Component[] | null
  quantity: Decimal
  factor: Decimal
  decimals: number
}
export type Holding = {
  orderId: string
  shopId: string
  lines: readonly LineToHold[]
  /** Holds what is there; otherwise all or nothing. */
  allowsBackOrder: boolean
  /** Of the shop, where the caller has read it already. */
  warehouseId?: string | undefined
}
/** What is held of each line, in its unit; lines without goods are not in here. */
export type Held = ReadonlyMap<string, Decimal>

/**
 * Promises the lines' goods inside the order's own transaction, so that an order whose goods are not there does not
 * come to be. Refuses OUT_OF_STOCK naming the lines, and NO_SELLING_WAREHOUSE.
 */
export async function reserveLines(context: Context, holding: Holding): Promise<Held> {
  const stocked = holding.lines.filter((line) => takenOf(line).length > 0)
  if (stocked.length === 0) return new Map()
  const warehouseId = holding.warehouseId ?? (await sellingWarehouse(context, holding.shopId))
  const wanted = holding.allowsBackOrder ? await available(context, holding.shopId, stocked) : stocked
  if (wanted.length === 0) return new Map()
  const parts = wanted.flatMap((line) => takenOf(line).map((part) => ({ ...part, place: line.place })))
  await withRefusedLines(
    reserveStock(context, {
      lines: parts.map(({ productId, quantity }) => ({ productId, warehouseId, quantity })),
      heldFor: sourceOf(holding.orderId),
    }),
    (index, detail, rest) => ({ ...detail, field: `lines.${parts[index]?.place ?? index}${rest}` }),
  )
  return new Map(wanted.map(({ id, quantity }) => [id, quantity]))
}

/** What of the lines can be held now: their rows are locked, so that it still can be when it is. */
async function available(context: Context, shopId: string, lines: readonly LineToHold[]): Promise<LineToHold[]> {
  const productIds = lines.flatMap((line) => takenOf(line).map(({ productId }) => productId))
  const [, stocks] = await Promise.all([
    lockSellingStock(context, { shopId, productIds }),
    stockOf(context, { shopId, productIds }),
  ])
  return shareOut(lines, new Map(stocks.map((each) => [each.productId, each.available])))
}
