/** When stock is low or gone. */
import { compareDecimal, type Decimal } from '#kernel'

export type Threshold = 'low_stock' | 'out_of_stock'

/**
 * The thresholds that a change crosses on its way down: what can be sold fell to the reorder point, or to nothing.
 * Staying below says nothing again. Without a reorder point nothing is ever low.
 */
export function thresholdsCrossed({
  before,
  after,
  reorderPoint,
}: {
  before: Decimal
  after: Decimal
  reorderPoint: Decimal | null
}): Threshold[] {
  const falls = (limit: Decimal) => compareDecimal(before, limit) > 0 && compareDecimal(after, limit) <= 0
  const crossed: Threshold[] = []
  if (reorderPoint !== null && falls(reorderPoint)) crossed.push('low_stock')
  if (falls('0')) crossed.push('out_of_stock')
  return crossed
}
