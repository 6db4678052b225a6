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
import { useDraft } from './draft.ts'
import { GoodsLines } from './goods-lines.tsx'
import { faultsOf, filledLines, withScanned } from './lines.rules.ts'
import { NoteField, ProblemNote } from './note-field.tsx'
import { useOnHand } from './on-hand.ts'
import { OnHandNote } from './on-hand-note.tsx'
import { useRequestKey } from './request-key.ts'
import { ReviewDialog } from './review-dialog.tsx'
import { ScanBox } from './scan-box.tsx'
import { useFaults } from './use-faults.ts'
import { WarehouseSelect } from './warehouses.tsx'

export type Booking = { answer: InventoryAdjustmentAdjustAnswer; body: BodyOf<'POST /inventory/adjust'> }

export function Adjust() {
  const words = useWords('stock')
  const [draft, keep] = useDraft<AdjustDraft>('adjust', emptyAdjust)
  const [isReviewed, setReviewed] = useState(false)
  const [booking, setBooking] = useState<Booking | undefined>()
  const { key, answered } = useRequestKey()
  const faults = useFaults()
  const adjust = useAct(
    'POST /inventory/adjust',
    'inventory.stock',
    'inventory.move',
    'inventory.adjustment',
    'analytics',
  )
  const { warehouseId, lines, note } = draft
  const onHand = useOnHand(
    warehouseId,
    lines.map(({ productId }) => productId),
  )
  const review = useAdjustReview(draft, onHand)
  const change = (part: Partial<AdjustDraft>) => {
    keep({ ...draft, ...part })
    faults.clear()
  }
  const check = () => {
    const filled = filledLines(lines)
    const kept = filled.length > 0 ? filled : lines
    keep({ ...draft, lines: kept })
    const more: Record<string, string> = warehouseId ? {} : { warehouseId: words('chooseWarehouse') }
    if (faults.show(faultsOf(kept, 'any', { needsReason: true }), more)) setReviewed(true)
  }
  const book = () => {
    const body = adjustBody(draft)
    adjust.mutate(
      { body, key },
      {
        onSuccess: (answer) => {
          setBooking({ answer, body })
          keep(emptyAdjust)
        },
        onError: faults.refuse,
        onSettled: (_, error) => {
          setReviewed(false)
          answered(error)
        },
      },
    )
  }
  if (booking) return <Adjusted booking={booking} onNew={() => setBooking(undefined)} />
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-4">
        <WarehouseSelect
          label={words('warehouse')}
          value={warehouseId}
          error={faults.errorAt('warehouseId')}
          onChange={(next) => change({ warehouseId: next })}
          className="w-64"
        />
        <ScanBox onFound={(good) => change({ lines: withScanned(lines, good, null) })} />
      </div>
      <GoodsLines
        lines={lines}
        onChange={(next) => change({ lines: next })}
        quantityLabel={words('difference')}
        errorAt={faults.errorAt}
        isDisabled={adjust.isPending}
        more={(line, set, index) => <AdjustLineMore {...{ line, set, index }} errorAt={faults.errorAt} />}
        note={(line) => <OnHandNote onHand={onHand} line={line} />}
      />
      <NoteField value={note} onChange={(text) => change({ note: text })} />
      <ProblemNote text={faults.problem} />
      <div className="flex justify-end gap-2 border-t pt-4">
        <Button look="primary" onClick={check} isBusy={adjust.isPending}>
          {words('adjust.review')}
        </Button>
      </div>
      {isReviewed && (
        <ReviewDialog
          title={words('adjust.ask', { count: review.rows.length })}
          says={words('adjust.asks', { warehouse: review.warehouse })}
          rows={review.rows}
          verb={words('adjust.do')}
          isBusy={adjust.isPending}
          onBook={book}
          onClose={() => setReviewed(false)}
        />
      )}
    </div>
  )
}
