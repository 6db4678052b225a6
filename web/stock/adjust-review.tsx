'use client'
/** An adjustment as it will be: what is sent, and what it does to the stock. */
import type { InventoryStock } from '#sdk/inventory'
import type { Money } from '#sdk/values'
import { isEmpty } from '#web/console/inputs/input.ts'
import { RecordLink } from '#web/console/value.tsx'
import type { BodyOf } from '#web/data/queries.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLabel } from '#web/words/words.tsx'
import { useReasons } from './adjust-line.tsx'
import { newLine } from './lines.rules.ts'
import { Signed } from './moves-table.tsx'
import { afterOf } from './on-hand-note.tsx'
import type { ReviewRow } from './review-dialog.tsx'
import type { StockDraft } from './use-stock-work.ts'
import { useWarehouses } from './warehouses.tsx'

export type AdjustDraft = StockDraft & { warehouseId: string }
export const emptyAdjust: AdjustDraft = { warehouseId: '', lines: [newLine([])], note: '' }

export function adjustBody({ warehouseId, lines, note }: AdjustDraft): BodyOf<'POST /inventory/adjust'> {
  return {
    warehouseId,
    lines: lines.map(({ productId, quantity, reason = '', unitCost }) => ({
      ...{ productId: productId ?? '', quantity: String(quantity), reason },
      ...(isEmpty(unitCost) || String(quantity).startsWith('-') ? {} : { unitCost: unitCost as Money }),
    })),
    ...(note.trim() ? { note: note.trim() } : {}),
  }
}

export function useAdjustReview(
  { warehouseId, lines }: AdjustDraft,
  onHand: ReadonlyMap<string, InventoryStock> | undefined,
): { rows: ReviewRow[]; warehouse: string } {
  const format = useFormat()
  const label = useLabel()
  const reasons = useReasons()
  const warehouse = useWarehouses()?.find(({ id }) => id === warehouseId)?.name ?? ''
  const rows = lines.flatMap(({ key, productId, title, quantity, reason }) => {
    if (!productId || typeof quantity !== 'string') return []
    const before = onHand?.get(productId)?.onHand ?? '0'
    return [
      {
        key,
        name: <RecordLink entity="catalog.product" id={productId} title={title} />,
        before: format.decimal(before),
        change: <Signed value={quantity} />,
        after: format.decimal(afterOf(before, quantity)),
        why: label(reasons.find(({ code }) => code === reason)?.name ?? ''),
      },
    ]
  })
  return { rows, warehouse }
}
