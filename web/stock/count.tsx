'use client'
/**
 * Counting a warehouse: what is there is typed without seeing what should be, then the differences are looked at, and
 * booked against what is on hand at that moment: what is sold meanwhile is no difference.
 */
import { useState } from 'react'
import type { InventoryAdjustmentCountAnswer } from '#sdk/inventory'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { client } from '#web/data/client.ts'
import { type BodyOf, useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { CountReview } from './count-review.tsx'
import { Counted } from './counted.tsx'
import { GoodsLines } from './goods-lines.tsx'
import { faultsOf, filledLines, type GoodsLine, newLine, withScanned } from './lines.rules.ts'
import { NoteField, ProblemNote } from './note-field.tsx'
import { ScanBox } from './scan-box.tsx'
import { type StockDraft, useStockWork } from './use-stock-work.ts'
import { WarehouseSelect } from './warehouses.tsx'

export type CountDraft = StockDraft & { warehouseId: string }
const empty: CountDraft = { warehouseId: '', lines: [newLine([])], note: '' }
const sheetMost = 200

const countBody = ({ warehouseId, lines, note }: CountDraft): BodyOf<'POST /inventory/counts'> => ({
  warehouseId,
  lines: lines.map(({ productId, quantity }) => ({ productId: productId ?? '', counted: String(quantity) })),
  ...(note.trim() ? { note: note.trim() } : {}),
})

export function Count() {
  const words = useWords('stock')
  const [booked, setBooked] = useState<InventoryAdjustmentCountAnswer | undefined>()
  const count = useAct(
    'POST /inventory/counts',
    'inventory.stock',
    'inventory.move',
    'inventory.adjustment',
    'analytics',
  )
  const work = useStockWork<CountDraft>({
    name: 'count',
    empty,
    faultsOf: (lines) => faultsOf(lines, 'counted'),
    missing: ({ warehouseId }): Record<string, string> =>
      warehouseId ? {} : { warehouseId: words('chooseWarehouse') },
    book: async (draft, key) => setBooked(await count.mutateAsync({ key, body: countBody(draft) })),
  })
  const { draft, change, errorAt } = work
  const { warehouseId, lines, note } = draft
  if (booked) return <Counted answer={booked} onNew={() => setBooked(undefined)} />
  if (work.isReviewed) {
    return <CountReview draft={draft} isBusy={work.isBusy} onBook={work.book} onBack={work.endReview} />
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-muted">{words('count.says')}</p>
      <div className="flex flex-wrap items-start gap-4">
        <WarehouseSelect
          label={words('warehouse')}
          value={warehouseId}
          error={errorAt('warehouseId')}
          onChange={(next) => change({ warehouseId: next })}
          className="w-64"
        />
        <ScanBox onFound={(good) => change({ lines: withScanned(lines, good, '1') })} />
        <SheetButton warehouseId={warehouseId} lines={lines} onFilled={(next) => change({ lines: next })} />
      </div>
      <GoodsLines
        lines={lines}
        onChange={(next) => change({ lines: next })}
        quantityLabel={words('count.counted')}
        // The API names what was counted `counted`; it stands in the place of the quantity.
        errorAt={(path) => errorAt(path) ?? errorAt(path.replace(/quantity$/, 'counted'))}
      />
      <NoteField value={note} onChange={(text) => change({ note: text })} />
      <ProblemNote text={work.problem} />
      <div className="flex justify-end border-t pt-4">
        <Button look="primary" onClick={work.check}>
          {words('count.review')}
        </Button>
      </div>
    </div>
  )
}

/** Puts the goods that lie in the warehouse on the sheet, without how many of them. */
function SheetButton({
  warehouseId,
  lines,
  onFilled,
}: {
  warehouseId: string
  lines: readonly GoodsLine[]
  onFilled: (lines: GoodsLine[]) => void
}) {
  const words = useWords('stock')
  const ui = useWords('ui')
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const fill = async () => {
    setBusy(true)
    try {
      const { data } = await client.call('GET /inventory', {
        query: { limit: sheetMost, include: 'titles', filter: { warehouseId, onHand: { ne: '0' } } },
      })
      const filled = data.reduce(
        (all, { productId, titles }) =>
          withScanned(all, { id: productId, title: titles?.productId ?? productId }, null),
        filledLines(lines),
      )
      if (filled.length > 0) onFilled(filled)
    } catch (error) {
      toast({ kind: 'bad', text: refusalText(error, ui('unreachable')) })
    }
    setBusy(false)
  }
  return (
    <Button className="mt-6" disabled={warehouseId === ''} isBusy={isBusy} onClick={() => void fill()}>
      {words('count.fill', { count: sheetMost })}
    </Button>
  )
}
