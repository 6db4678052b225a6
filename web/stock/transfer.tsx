'use client'
/** Goods carried from one warehouse to another. */
import { useState } from 'react'
import { RecordLink } from '#web/console/value.tsx'
import { useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import { Booked } from './booked.tsx'
import { useDraft } from './draft.ts'
import { GoodsLines } from './goods-lines.tsx'
import { faultsOf, filledLines, type GoodsLine, newLine, withScanned } from './lines.rules.ts'
import { NoteField, ProblemNote } from './note-field.tsx'
import { useOnHand } from './on-hand.ts'
import { afterOf, OnHandNote } from './on-hand-note.tsx'
import { useRequestKey } from './request-key.ts'
import { ReviewDialog } from './review-dialog.tsx'
import { ScanBox } from './scan-box.tsx'
import { useFaults } from './use-faults.ts'
import { useWarehouses, WarehouseSelect } from './warehouses.tsx'

type Draft = { from: string; to: string; lines: GoodsLine[]; note: string }
const empty: Draft = { from: '', to: '', lines: [newLine([])], note: '' }

export function Transfer() {
  const words = useWords('stock')
  const [draft, keep] = useDraft<Draft>('transfer', empty)
  const [isReviewed, setReviewed] = useState(false)
  const [booked, setBooked] = useState<{ id: string; count: number } | undefined>()
  const { key, answered } = useRequestKey()
  const faults = useFaults()
  const transfer = useAct(
    'POST /inventory/transfers',
    'inventory.stock',
    'inventory.move',
    'inventory.transfer',
    'analytics',
  )
  const { from, to, lines, note } = draft
  const onHand = useOnHand(
    from,
    lines.map(({ productId }) => productId),
  )
  const change = (part: Partial<Draft>) => {
    keep({ ...draft, ...part })
    faults.clear()
  }
  const check = () => {
    const filled = filledLines(lines)
    const kept = filled.length > 0 ? filled : lines
    keep({ ...draft, lines: kept })
    const more = {
      ...(from ? {} : { fromWarehouseId: words('chooseWarehouse') }),
      ...(to
        ? to === from
          ? { toWarehouseId: words('transfer.same') }
          : {}
        : { toWarehouseId: words('chooseWarehouse') }),
    }
    if (faults.show(faultsOf(kept, 'some'), more)) setReviewed(true)
  }
  const book = () =>
    transfer.mutate(
      {
        key,
        body: {
          ...{ fromWarehouseId: from, toWarehouseId: to },
          lines: lines.map(({ productId, quantity }) => ({ productId: productId ?? '', quantity: String(quantity) })),
          ...(note.trim() ? { note: note.trim() } : {}),
        },
      },
      {
        onSuccess: ({ id }) => {
          setBooked({ id, count: lines.length })
          keep(empty)
        },
        onError: faults.refuse,
        onSettled: (_, error) => {
          setReviewed(false)
          answered(error)
        },
      },
    )
  if (booked) {
    return (
      <Booked
        text={words('transfer.done', { count: booked.count })}
        entity="inventory.transfer"
        id={booked.id}
        onNew={() => setBooked(undefined)}
      />
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-4">
        <Places draft={draft} change={change} errorAt={faults.errorAt} />
        <ScanBox onFound={(good) => change({ lines: withScanned(lines, good, '1') })} />
      </div>
      <GoodsLines
        lines={lines}
        onChange={(next) => change({ lines: next })}
        quantityLabel={words('quantity')}
        errorAt={faults.errorAt}
        isDisabled={transfer.isPending}
        note={(line) => <OnHandNote onHand={onHand} line={line} isLeaving />}
      />
      <NoteField value={note} onChange={(text) => change({ note: text })} />
      <ProblemNote text={faults.problem} />
      <div className="flex justify-end border-t pt-4">
        <Button look="primary" onClick={check} isBusy={transfer.isPending}>
          {words('transfer.review')}
        </Button>
      </div>
      {isReviewed && (
        <TransferReview
          draft={draft}
          onHand={onHand}
          isBusy={transfer.isPending}
          onBook={book}
          onClose={() => setReviewed(false)}
        />
      )}
    </div>
  )
}

type PlacesProps = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  errorAt: (path: string) => string | undefined
}

function Places({ draft: { from, to }, change, errorAt }: PlacesProps) {
  const words = useWords('stock')
  return (
    <>
      <WarehouseSelect
        label={words('transfer.from')}
        value={from}
        error={errorAt('fromWarehouseId')}
        onChange={(next) => change({ from: next })}
        className="w-56"
      />
      <WarehouseSelect
        label={words('transfer.to')}
        value={to}
        error={errorAt('toWarehouseId')}
        onChange={(next) => change({ to: next })}
        className="w-56"
      />
    </>
  )
}

function TransferReview({
  draft: { from, to, lines },
  onHand,
  ...dialog
}: {
  draft: Draft
  onHand: ReturnType<typeof useOnHand>
  isBusy: boolean
  onBook: () => void
  onClose: () => void
}) {
  const words = useWords('stock')
  const format = useFormat()
  const warehouses = useWarehouses() ?? []
  const nameOf = (id: string) => warehouses.find((each) => each.id === id)?.name ?? ''
  const rows = lines.flatMap(({ key, productId, title, quantity }) => {
    if (!productId || typeof quantity !== 'string') return []
    const before = onHand?.get(productId)?.onHand ?? '0'
    return [
      {
        key,
        name: <RecordLink entity="catalog.product" id={productId} title={title} />,
        before: format.decimal(before),
        change: format.decimal(quantity),
        after: format.decimal(afterOf(before, quantity, true)),
      },
    ]
  })
  return (
    <ReviewDialog
      title={words('transfer.ask', { count: rows.length, from: nameOf(from), to: nameOf(to) })}
      says={words('transfer.asks', { from: nameOf(from) })}
      rows={rows}
      verb={words('transfer.do')}
      {...dialog}
    />
  )
}
