'use client'
import { subtractDecimal } from '#engines/ground'
import { RecordLink } from '#web/console/value.tsx'
import { useMay } from '#web/data/me.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import type { CountDraft } from './count.tsx'
import { Signed } from './moves-table.tsx'
import { useOnHand } from './on-hand.ts'
import { useWarehouses } from './warehouses.tsx'

export type CountRow = {
  productId: string
  title: string | undefined
  before: string
  counted: string
  difference: string
  /** About what the difference is worth. */
  value?: { amount: number; currency: string } | undefined
}

/** What was counted beside what should be there. */
export function CountReview({
  draft: { warehouseId, lines },
  isBusy,
  onBook,
  onBack,
}: {
  draft: CountDraft
  isBusy: boolean
  onBook: () => void
  onBack: () => void
}) {
  const words = useWords('stock')
  const onHand = useOnHand(
    warehouseId,
    lines.map(({ productId }) => productId),
  )
  const warehouse = useWarehouses()?.find(({ id }) => id === warehouseId)
  const rows = lines.flatMap(({ productId, title, quantity }): CountRow[] => {
    if (!productId || typeof quantity !== 'string') return []
    const row = onHand?.get(productId)
    const before = row?.onHand ?? '0'
    const difference = subtractDecimal(quantity, before)
    const unitCost = row?.unitCost
    // Shown and not booked: the server works out what it is worth.
    const amount = unitCost ? Math.round(Number(unitCost) * Number(difference)) : 0
    const currency = warehouse?.currency
    const value = unitCost && currency && amount !== 0 ? { amount, currency } : undefined
    return [{ productId, title, before, counted: quantity, difference, value }]
  })
  const differing = rows.filter(({ difference }) => difference !== '0').length
  return (
    <Card isFlush title={words('count.ask', { warehouse: warehouse?.name ?? '' })}>
      {onHand ? <CountTable rows={rows} /> : <SkeletonRows />}
      <footer className="flex flex-wrap items-center gap-3 border-t p-4">
        <p role="status" className="min-w-48 flex-1 text-muted">
          {onHand && words('count.asks', { count: differing })}
        </p>
        <Button onClick={onBack} disabled={isBusy}>
          {words('count.back')}
        </Button>
        <Button look="primary" onClick={onBook} isBusy={isBusy} disabled={!onHand}>
          {words('count.do')}
        </Button>
      </footer>
    </Card>
  )
}

export function CountTable({ rows }: { rows: readonly CountRow[] }) {
  const words = useWords('stock')
  const format = useFormat()
  const may = useMay()
  const columns: Column<CountRow>[] = [
    {
      ...{ name: 'product', head: words('product'), className: 'min-w-44' },
      cell: ({ productId, title }) => <RecordLink entity="catalog.product" id={productId} title={title} />,
    },
    { name: 'before', head: words('count.expected'), isFigure: true, cell: ({ before }) => format.decimal(before) },
    { name: 'counted', head: words('count.counted'), isFigure: true, cell: ({ counted }) => format.decimal(counted) },
    {
      ...{ name: 'difference', head: words('difference'), isFigure: true },
      cell: ({ difference }) =>
        difference === '0' ? <span className="text-muted">0</span> : <Signed value={difference} />,
    },
    ...(may('catalog.product.cost')
      ? [{ name: 'value', head: words('value'), isFigure: true, cell: ({ value }: CountRow) => format.money(value) }]
      : []),
  ]
  return <Table caption={words('tabs.count')} columns={columns} rows={rows} keyOf={({ productId }) => productId} />
}
