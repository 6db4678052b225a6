'use client'
/** Correcting what a warehouse holds: each line a difference with its reason, seen before it is booked. */
import { useState } from 'react'
import type { InventoryAdjustmentAdjustAnswer } from '#sdk/inventory'
import type { BodyOf } from '#web/data/queries.ts'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { AdjustLineMore } from './adjust-line.tsx'
import { type AdjustDraft, adjustBody, emptyAdjust, useAdjustReview } from './adjust-review.tsx'
import { Adjusted } from './adjusted.tsx'
import { GoodsLines } from './goods-lines.tsx'
import { faultsOf, withScanned } from './lines.rules.ts'
import { NoteField, ProblemNote } from './note-field.tsx'
import { useOnHand } from './on-hand.ts'
import { OnHandNote } from './on-hand-note.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { ScanBox } from './scan-box.tsx'
import { useStockWork } from './use-stock-work.ts'
import { WarehouseSelect } from './warehouses.tsx'

export type Booking = { answer: InventoryAdjustmentAdjustAnswer; body: BodyOf<'POST /inventory/adjust'> }

export function Adjust() {
  const words = useWords('stock')
  const [booking, setBooking] = useState<Booking | undefined>()
  const adjust = useAct(
    'POST /inventory/adjust',
    'inventory.stock',
    'inventory.move',
    'inventory.adjustment',
    'analytics',
  )
  const work = useStockWork<AdjustDraft>({
    name: 'adjust',
    empty: emptyAdjust,
    faultsOf: (lines) => faultsOf(lines, 'any', { needsReason: true }),
    missing: ({ warehouseId }): Record<string, string> =>
      warehouseId ? {} : { warehouseId: words('chooseWarehouse') },
    book: async (draft, key) => {
      const body = adjustBody(draft)
      setBooking({ answer: await adjust.mutateAsync({ body, key }), body })
    },
  })
  const { draft, change, errorAt } = work
  const { warehouseId, lines, note } = draft
  const onHand = useOnHand(
    warehouseId,
    lines.map(({ productId }) => productId),
  )
  const review = useAdjustReview(draft, onHand)
  if (booking) return <Adjusted booking={booking} onNew={() => setBooking(undefined)} />
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-4">
        <WarehouseSelect
          label={words('warehouse')}
          value={warehouseId}
          error={errorAt('warehouseId')}
          onChange={(next) => change({ warehouseId: next })}
          className="w-64"
        />
        <ScanBox onFound={(good) => change({ lines: withScanned(lines, good, null) })} />
      </div>
      <GoodsLines
        lines={lines}
        onChange={(next) => change({ lines: next })}
        quantityLabel={words('difference')}
        errorAt={errorAt}
        isDisabled={work.isBusy}
        more={(line, set, index) => <AdjustLineMore {...{ line, set, index }} errorAt={errorAt} />}
        note={(line) => <OnHandNote onHand={onHand} line={line} />}
      />
      <NoteField value={note} onChange={(text) => change({ note: text })} />
      <ProblemNote text={work.problem} />
      <div className="flex justify-end gap-2 border-t pt-4">
        <Button look="primary" onClick={work.check} isBusy={work.isBusy}>
          {words('adjust.review')}
        </Button>
      </div>
      {work.isReviewed && (
        <ReviewDialog
          title={words('adjust.ask', { count: review.rows.length })}
          says={words('adjust.asks', { warehouse: review.warehouse })}
          rows={review.rows}
          verb={words('adjust.do')}
          isBusy={work.isBusy}
          onBook={work.book}
          onClose={work.endReview}
        />
      )}
    </div>
  )
}
