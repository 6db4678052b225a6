'use client'
/** Goods carried from one warehouse to another. */
import { useState } from 'react'
import { RecordLink } from '#web/console/value.tsx'
import { type BodyOf, useAct } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'
import { Booked } from './booked.tsx'
import { GoodsLines } from './goods-lines.tsx'
import { faultsOf, newLine, withScanned } from './lines.rules.ts'
import { NoteField, ProblemNote } from './note-field.tsx'
import { useOnHand } from './on-hand.ts'
import { afterOf, OnHandNote } from './on-hand-note.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { ScanBox } from './scan-box.tsx'
import { type StockDraft, useStockWork } from './use-stock-work.ts'
import { useWarehouses, WarehouseSelect } from './warehouses.tsx'

type Draft = StockDraft & { from: string; to: string }
const empty: Draft = { from: '', to: '', lines: [newLine([])], note: '' }

const transferBody = ({ from, to, lines, note }: Draft): BodyOf<'POST /inventory/transfers'> => ({
  ...{ fromWarehouseId: from, toWarehouseId: to },
  lines: lines.map(({ productId, quantity }) => ({ productId: productId ?? '', quantity: String(quantity) })),
  ...(note.trim() ? { note: note.trim() } : {}),
})

export function Transfer() {
  const words = useWords('stock')
  const [booked, setBooked] = useState<{ id: string; count: number } | undefined>()
  const transfer = useAct(
    'POST /inventory/transfers',
    'inventory.stock',
    'inventory.move',
    'inventory.transfer',
    'analytics',
  )
  const work = useStockWork<Draft>({
    name: 'transfer',
    empty,
    faultsOf: (lines) => faultsOf(lines, 'some'),
    missing: ({ from, to }) => ({
      ...(from ? {} : { fromWarehouseId: words('chooseWarehouse') }),
      ...(to ? {} : { toWarehouseId: words('chooseWarehouse') }),
      ...(to && to === from ? { toWarehouseId: words('transfer.same') } : {}),
    }),
    book: async (draft, key) => {
      const { id } = await transfer.mutateAsync({ key, body: transferBody(draft) })
      setBooked({ id, count: draft.lines.length })
    },
  })
  const { draft, change, errorAt } = work
  const { from, lines, note } = draft
  const onHand = useOnHand(
    from,
    lines.map(({ productId }) => productId),
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
        <Places draft={draft} change={change} errorAt={errorAt} />
        <ScanBox onFound={(good) => change({ lines: withScanned(lines, good, '1') })} />
      </div>
      <GoodsLines
        lines={lines}
        onChange={(next) => change({ lines: next })}
        quantityLabel={words('quantity')}
        errorAt={errorAt}
        isDisabled={work.isBusy}
        note={(line) => <OnHandNote onHand={onHand} line={line} isLeaving />}
      />
      <NoteField value={note} onChange={(text) => change({ note: text })} />
      <ProblemNote text={work.problem} />
      <div className="flex justify-end border-t pt-4">
        <Button look="primary" onClick={work.check} isBusy={work.isBusy}>
          {words('transfer.review')}
        </Button>
      </div>
      {work.isReviewed && (
        <TransferReview
          draft={draft}
          onHand={onHand}
          isBusy={work.isBusy}
          onBook={work.book}
          onClose={work.endReview}
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
