/** What the log is told when stock changes. */
import type { Context, Decimal } from '#kernel'
import type { StockSource } from './book.types.ts'
import { thresholdsCrossed } from './stock.rules.ts'

/** A stock row before and after a change of what is on hand or promised. */
export type StockFigures = {
  id: string
  productId: string
  warehouseId: string
  shopId: string | null
  onHand: Decimal
  available: Decimal
  availableBefore: Decimal
  reorderPoint: Decimal | null
}

/** Emits inventory.updated with the new figures, and what was crossed. The subject is the document behind it. */
export function emitUpdated(context: Context, source: StockSource, stocks: readonly StockFigures[]): void {
  context.emit('inventory.updated', {
    entity: 'inventory.stock',
    id: source.id,
    shopId: stocks[0]?.shopId ?? null,
    data: { source, lines: figuresOf(stocks) },
  })
  emitThresholds(context, stocks)
}

/** Emits inventory.low_stock and inventory.out_of_stock for the rows that crossed a threshold. */
export function emitThresholds(context: Context, stocks: readonly StockFigures[]): void {
  for (const { id, productId, warehouseId, shopId, onHand, available, availableBefore, reorderPoint } of stocks) {
    for (const threshold of thresholdsCrossed({ before: availableBefore, after: available, reorderPoint })) {
      const data = { productId, warehouseId, shopId, onHand, available, reorderPoint }
      context.emit(`inventory.${threshold}`, { entity: 'inventory.stock', id, shopId, data })
    }
  }
}

/** The new figures as events carry them. */
export const figuresOf = (stocks: readonly StockFigures[]) =>
  stocks.map(({ productId, warehouseId, onHand, available }) => ({ productId, warehouseId, onHand, available }))
