'use client'
import { compareDecimal } from '#engines/ground'
import type { SalesSaleReadAnswer } from '#sdk/sales'
import { RecordLink } from '#web/console/value.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { useFormat } from '#web/ui/format.ts'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { leftOf } from './returnable.rules.ts'

type Line = SalesSaleReadAnswer['lines'][number]

/** What was sold, with price and tax as they were then, and what of it came back. */
export function SaleLines({ lines }: { lines: readonly Line[] }) {
  const words = useWords('sale')
  const format = useFormat()
  const discountColumn: Column<Line> = {
    ...{ name: 'discount', head: words('discount'), isFigure: true },
    cell: ({ discount, promotions }) =>
      discount && discount.amount > 0 ? (
        <>
          {format.money({ ...discount, amount: 0 - discount.amount })}
          <span className="block text-muted text-xs">{(promotions ?? []).map(({ name }) => name).join(', ')}</span>
        </>
      ) : null,
  }
  const columns: Column<Line>[] = [
    {
      ...{ name: 'name', head: words('goods'), className: 'min-w-48' },
      cell: ({ productId, name, sku }) => (
        <>
          {productId ? <RecordLink entity="catalog.product" id={productId} title={name} /> : name}
          <span className="block text-muted text-xs">{sku}</span>
        </>
      ),
    },
    {
      ...{ name: 'quantity', head: words('quantity'), isFigure: true },
      cell: ({ quantity, unit }) => (
        <>
          {format.decimal(quantity)} <span className="text-muted text-xs">{unit}</span>
        </>
      ),
    },
    { name: 'price', head: words('unitPrice'), isFigure: true, cell: ({ unitPrice }) => format.money(unitPrice) },
    ...(lines.some(({ discount }) => discount && discount.amount > 0) ? [discountColumn] : []),
    {
      ...{ name: 'taxes', head: words('tax'), isFigure: true },
      cell: ({ tax, taxes }) => (
        <>
          {format.money(tax)}
          <span className="block text-muted text-xs">
            {taxes.map(({ percent }) => format.percent(percent)).join(', ')}
          </span>
        </>
      ),
    },
    { name: 'gross', head: words('total'), isFigure: true, cell: ({ gross }) => format.money(gross) },
    { name: 'back', head: words('cameBack'), className: 'whitespace-nowrap', cell: (line) => <CameBack line={line} /> },
  ]
  return <Table caption={words('lines')} columns={columns} rows={lines} keyOf={({ id }) => id} />
}

function CameBack({ line }: { line: Line }) {
  const words = useWords('sale')
  const format = useFormat()
  const { returned } = line
  if (!returned || compareDecimal(returned, '0') === 0) {
    return <span className="text-muted">{words('canComeBack', { left: format.decimal(leftOf(line)) })}</span>
  }
  return (
    <span className="inline-flex items-center gap-2">
      <Badge tone="warn">{words('returned', { count: format.decimal(returned) })}</Badge>
      <span className="text-muted">{words('canComeBack', { left: format.decimal(leftOf(line)) })}</span>
    </span>
  )
}
