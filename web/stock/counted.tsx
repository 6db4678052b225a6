'use client'
import type { InventoryAdjustmentCountAnswer } from '#sdk/inventory'
import { useWords } from '#web/words/words.tsx'
import { Booked } from './booked.tsx'
import { CountTable } from './count-review.tsx'
import { useWarehouses } from './warehouses.tsx'

/** What was booked, against what was on hand when it was. */
export function Counted({ answer, onNew }: { answer: InventoryAdjustmentCountAnswer; onNew: () => void }) {
  const words = useWords('stock')
  const currency = useWarehouses()?.find(({ id }) => id === answer.warehouseId)?.currency
  const rows = (answer.lines ?? []).map(({ productId, before, counted, difference, value }) => ({
    ...{ productId, title: undefined, before, counted, difference },
    value: value && currency ? { amount: value, currency } : undefined,
  }))
  const differing = rows.filter(({ difference }) => difference !== '0').length
  return (
    <Booked
      text={words('count.done', { count: differing })}
      entity="inventory.adjustment"
      id={answer.id ?? null}
      onNew={onNew}
    >
      <div className="border-t">
        <CountTable rows={rows} />
      </div>
    </Booked>
  )
}
