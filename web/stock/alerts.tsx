'use client'
import { useState } from 'react'
import type { InventoryStockAlertsAnswer } from '#sdk/inventory'
import { useShopChoice } from '#web/console/shop.ts'
import { RecordLink } from '#web/console/value.tsx'
import { useRoute } from '#web/data/queries.ts'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { LevelBadge } from './level-badge.tsx'
import { Pages } from './pages.tsx'
import { ReorderPoint } from './reorder-point.tsx'
import { useWarehouses } from './warehouses.tsx'

const pageSize = 50

/** What is low or gone, the longest first, with the point that says so. */
export function Alerts() {
  const words = useWords('stock')
  const { shopId } = useShopChoice()
  const [shown, show] = useState({ shopId, page: 1 })
  // Another shop begins at its first page.
  const page = shown.shopId === shopId ? shown.page : 1
  const alerts = useRoute(
    'inventory.stock',
    'GET /inventory/alerts',
    { query: { limit: pageSize, page, ...(shopId ? { shopId } : {}) } },
    { keep: true },
  )
  const columns = useColumns()
  if (alerts.isError) return <Failure error={alerts.error} retry={alerts.refetch} />
  const rows = alerts.data?.data
  return (
    <Card isFlush>
      {!rows || !alerts.data ? (
        <SkeletonRows />
      ) : rows.length === 0 ? (
        <Empty title={words('noAlerts')}>{words('noAlertsSays')}</Empty>
      ) : (
        <>
          <Table
            caption={words('tabs.alerts')}
            columns={columns}
            rows={rows}
            keyOf={({ productId, warehouseId }) => `${productId} ${warehouseId}`}
          />
          <Pages
            page={page}
            pagination={alerts.data.pagination}
            count={rows.length}
            onChange={(next) => show({ shopId, page: next })}
          />
        </>
      )}
    </Card>
  )
}

function useColumns(): Column<InventoryStockAlertsAnswer>[] {
  const words = useWords('stock')
  const format = useFormat()
  const warehouses = useWarehouses() ?? []
  const nameOf = (id: string) => warehouses.find((each) => each.id === id)?.name ?? ''
  return [
    {
      ...{ name: 'product', head: words('product'), className: 'min-w-48' },
      cell: ({ productId, name, sku }) => (
        <>
          <RecordLink entity="catalog.product" id={productId} title={name} />
          <span className="block text-muted text-xs">{sku}</span>
        </>
      ),
    },
    { name: 'warehouse', head: words('warehouse'), cell: ({ warehouseId }) => nameOf(warehouseId) },
    { name: 'level', head: words('state'), cell: ({ level }) => <LevelBadge level={level} /> },
    { name: 'available', head: words('available'), isFigure: true, cell: ({ available }) => format.decimal(available) },
    {
      ...{ name: 'point', head: words('reorderPoint'), isFigure: true },
      cell: ({ productId, warehouseId, reorderPoint, name }) => (
        <ReorderPoint {...{ productId, warehouseId }} value={reorderPoint} name={`${name}, ${nameOf(warehouseId)}`} />
      ),
    },
    {
      ...{ name: 'since', head: words('since'), className: 'whitespace-nowrap' },
      cell: ({ lowSince }) => format.moment(lowSince),
    },
  ]
}
