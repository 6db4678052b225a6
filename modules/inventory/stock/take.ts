/** Stock that a sale takes: the till's hot path. */
import { type Context, compareDecimal } from '#kernel'
import { takeLots } from '../lot/take-lots.ts'
import { refuse } from '../refusals.ts'
import { refuseShort } from './book.outcome.ts'
import type { BookedLine, StockDocument, TakeLine } from './book.types.ts'
import { ensureStock } from './rows.ts'
import { emitUpdated, type StockFigures } from './stock.events.ts'
import { type TakenRow, takeRows } from './take.statement.ts'

type Taking = StockDocument & {
  shopId: string
  lines: readonly TakeLine[]
  /** The goods have left already: stock goes below zero if it must. */
  hasLeft?: boolean
}

/**
 * Takes goods out of the shop's selling warehouse at cost, all lines or none, in one statement (tracked goods in two
 * more). Demand for one product is summed before the check. Refuses OUT_OF_STOCK naming the lines (unless the company
 * lets stock go below zero, or the goods have left already), NO_SELLING_WAREHOUSE, and as `takeLots` does. `oversold`
 * are products that went below what the company allows. Emits inventory.updated, low_stock and out_of_stock.
 */
export async function takeStock(
  context: Context,
  taking: Taking,
): Promise<{ lines: BookedLine[]; oversold: string[] }> {
  const { lines, source } = taking
  if (lines.length === 0) return { lines: [], oversold: [] }
  if (lines.some(({ quantity }) => compareDecimal(quantity, '0') <= 0)) {
    throw new RangeError('Only quantities above zero can be taken.')
  }
  const rows = await takeOrOpen(context, taking)
  if (rows.some(({ warehouseId }) => warehouseId === null)) throw refuse('NO_SELLING_WAREHOUSE')
  refuseShort(rows.flatMap(shortageOf), lines)
  const tracked = lines.flatMap((line, index) => trackedNeed(line, rows[index], index))
  const fieldOf = (index: number) => `lines.${tracked[index]?.index ?? index}`
  await takeLots(context, { ...taking, needs: tracked, isSale: true, fieldOf })
  emitUpdated(context, source, stocksOf(rows))
  return {
    lines: rows.map(({ lineId, productId, warehouseId, cost }) => ({
      lineId,
      productId,
      warehouseId: warehouseId ?? '',
      cost,
    })),
    oversold: [...new Set(rows.filter(({ isOversold }) => isOversold).map(({ productId }) => productId))],
  }
}

/** Where stock may fall below zero, a product that was never there gets its row first. */
async function takeOrOpen(context: Context, taking: Taking): Promise<TakenRow[]> {
  const rows = await takeRows(context, taking)
  const missing = rows.flatMap(({ productId, warehouseId, stockId, mayGoNegative }) =>
    warehouseId && mayGoNegative && !stockId ? [{ productId, warehouseId }] : [],
  )
  if (missing.length === 0) return rows
  const [, again] = await Promise.all([ensureStock(context, missing), takeRows(context, taking)])
  return again
}

/** What must come out of batches: nothing of most goods, which costs them no statement. */
function trackedNeed(line: TakeLine, row: TakenRow | undefined, index: number) {
  if (!row?.tracking) return []
  return [{ ...line, warehouseId: row.warehouseId ?? '', tracking: row.tracking, index }]
}

const shortageOf = ({ isShort, productId, warehouseId, wanted, availableBefore: available }: TakenRow) =>
  isShort ? [{ productId, warehouseId, wanted, available }] : []

/** One for each product. */
function stocksOf(rows: readonly TakenRow[]): StockFigures[] {
  const byProduct = new Map<string, StockFigures>()
  for (const { stockId, warehouseId, productId, shopId, onHand, available, availableBefore, reorderPoint } of rows) {
    byProduct.set(productId, {
      id: stockId ?? '',
      warehouseId: warehouseId ?? '',
      productId,
      shopId,
      onHand,
      available,
      availableBefore,
      reorderPoint,
    })
  }
  return [...byProduct.values()]
}
