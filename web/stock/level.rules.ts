/** How much there is, in a word. */
import { comparePlain } from '#web/console/inputs/numbers.rules.ts'

export type Level = 'out' | 'low' | 'enough'

/** `out` when nothing of it can be sold, `low` at or below its reorder point. */
export function levelOf({ available, reorderPoint }: { available: string; reorderPoint?: string | null }): Level {
  if (comparePlain(available, '0') <= 0) return 'out'
  return reorderPoint !== null && reorderPoint !== undefined && comparePlain(available, reorderPoint) <= 0
    ? 'low'
    : 'enough'
}
