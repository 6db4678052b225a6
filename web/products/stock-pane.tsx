'use client'
import type { InventoryStock } from '#sdk/inventory'
import { useMay } from '#web/data/me.ts'
import { levelOf } from '#web/stock/level.rules.ts'
import { LevelBadge } from '#web/stock/level-badge.tsx'
import { MovesTable } from '#web/stock/moves-table.tsx'
import { ReorderPoint } from '#web/stock/reorder-point.tsx'
import { buttonClasses } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Product } from './product.ts'
import { useProductStock } from './use-product-stock.ts'

/** Where it lies, and how it got there. */
export function StockPane({ product }: { product: Product }) {
  const words = useWords('stock')
  const own = useWords('product')
  const may = useMay()
  const stock = useProductStock(product.id)
  const columns = usePlaceColumns(product)
  return (
    <div className="flex flex-col gap-4">
      <Card
        isFlush
        title={own('stockByPlace')}
        action={
          may('inventory.adjustment.adjust') && (
            <Link href="/stock?tab=adjust" className={buttonClasses('plain', 'sm')}>
              {words('tabs.adjust')}
            </Link>
          )
        }
      >
        {stock.isError ? (
          <Failure error={stock.error} retry={stock.refetch} />
        ) : !stock.data ? (
          <SkeletonRows rows={2} />
        ) : stock.data.data.length === 0 ? (
          <Empty title={own('nowhere')}>{own('nowhereSays')}</Empty>
        ) : (
          <Table caption={own('stockByPlace')} columns={columns} rows={stock.data.data} keyOf={({ id }) => id} />
        )}
      </Card>
      {may('inventory.move.read') && (
        <Card isFlush title={words('moves')}>
          <MovesTable wanted={{ productId: product.id }} />
        </Card>
      )}
    </div>
  )
}

function usePlaceColumns({ id: productId, name }: Product): Column<InventoryStock>[] {
  const words = useWords('stock')
  const format = useFormat()
  const may = useMay()
  const figure = (field: 'onHand' | 'reserved' | 'available'): Column<InventoryStock> => ({
    ...{ name: field, head: words(field), isFigure: true },
    cell: (row) => format.decimal(row[field]),
  })
  return [
    {
      name: 'warehouse',
      head: words('warehouse'),
      cell: ({ titles, warehouseId }) => titles?.warehouseId ?? warehouseId,
    },
    figure('onHand'),
    figure('reserved'),
    figure('available'),
    { name: 'level', head: words('state'), cell: (row) => <LevelBadge level={levelOf(row)} /> },
    {
      ...{ name: 'point', head: words('reorderPoint'), isFigure: true },
      cell: ({ warehouseId, reorderPoint, titles }) => (
        <ReorderPoint
          {...{ productId, warehouseId, value: reorderPoint }}
          name={`${name}, ${titles?.warehouseId ?? ''}`}
        />
      ),
    },
    ...(may('catalog.product.cost')
      ? [
          {
            name: 'value',
            head: words('value'),
            isFigure: true,
            cell: ({ value }: InventoryStock) => format.money(value),
          },
        ]
      : []),
  ]
}
