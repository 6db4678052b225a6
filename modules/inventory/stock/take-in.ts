/** Stock that comes back without a sale that says what it cost. */
import type { Context, Decimal } from '#kernel'
import { productsForStock } from '#modules/catalog'
import { holesOf, receiveLots, unknownLot } from '../lot/receive-lots.ts'
import { refuse } from '../refusals.ts'
import { book } from './book.ts'
import type { BookedLine, StockDocument } from './book.types.ts'
import { ensureStock } from './rows.ts'
import { emitUpdated } from './stock.events.ts'

/** `quantity` above zero, in the product's stock unit. `lineId` is the document line's id. */
export type TakeInLine = { lineId: string; productId: string; quantity: Decimal }

/**
 * Takes goods into the shop's selling warehouse at what such goods are worth there now: the average, else the last
 * known unit cost, else the product's cost. `cost` is net of the true-up of stock below zero. Refuses
 * NO_SELLING_WAREHOUSE. Emits inventory.updated.
 */
export async function takeInStock(
  context: Context,
  { shopId, lines, ...document }: StockDocument & { shopId: string; lines: readonly TakeInLine[] },
): Promise<{ lines: BookedLine[] }> {
  if (lines.length === 0) return { lines: [] }
  const ids = lines.map(({ productId }) => productId)
  const [warehouseId, products] = await Promise.all([sellingWarehouse(context, shopId), productsForStock(context, ids)])
  const received = lines.flatMap((line) => {
    const tracking = products.get(line.productId)?.tracking ?? 'none'
    return tracking === 'none' ? [] : [{ ...line, warehouseId, tracking, code: unknownLot }]
  })
  const booked = lines.map((line) => {
    const fallbackUnitCost = products.get(line.productId)?.cost?.amount
    return { ...line, warehouseId, kind: 'return' as const, fallbackUnitCost }
  })
  const [, { moves, stocks }] = await Promise.all([
    ensureStock(context, booked),
    book(context, { ...document, lines: booked }),
  ])
  await receiveLots(context, { ...document, lots: received, holes: holesOf(stocks, booked) })
  emitUpdated(context, document.source, stocks)
  const trueUps = new Map(stocks.map(({ productId, trueUp }) => [productId, trueUp]))
  return {
    lines: moves.map(({ lineId, productId, value }) => {
      const trueUp = trueUps.get(productId) ?? 0
      trueUps.delete(productId)
      return { lineId, productId, warehouseId, cost: value - trueUp }
    }),
  }
}

/** The warehouse out of which a shop sells. Refuses NO_SELLING_WAREHOUSE. */
export async function sellingWarehouse(context: Pick<Context, 'sql' | 'companyId'>, shopId: string): Promise<string> {
  const id = await findSellingWarehouse(context, shopId)
  if (id === undefined) throw refuse('NO_SELLING_WAREHOUSE')
  return id
}

/** The same for who may do without: undefined where none sells for the shop. */
export async function findSellingWarehouse(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  shopId: string,
): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    select id from inventory.warehouse where company_id = ${companyId} and shop_id = ${shopId} and sells_for`
  return row?.id
}
