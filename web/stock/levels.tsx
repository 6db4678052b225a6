'use client'
import { useEffect, useState } from 'react'
import type { InventoryStock } from '#sdk/inventory'
import { useRested } from '#web/console/inputs/link-search.ts'
import { useShopChoice } from '#web/console/shop.ts'
import { RecordLink } from '#web/console/value.tsx'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { Card } from '#web/ui/card.tsx'
import { Field, Input, Select } from '#web/ui/field.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useWords } from '#web/words/words.tsx'
import { type StockAddress, useStockAddress } from './address.ts'
import { levelOf } from './level.rules.ts'
import { LevelBadge } from './level-badge.tsx'
import { LevelTiles } from './level-tiles.tsx'
import { Pages } from './pages.tsx'
import { ReorderPoint } from './reorder-point.tsx'
import { WarehouseSelect } from './warehouses.tsx'

const pageSize = 50
/** Of the products that match the words; more would not be looked through. */
const foundMost = 100
const orders = { recent: '-updatedAt', least: 'available', most: '-onHand', worth: '-value', low: 'lowSince' } as const
type Order = keyof typeof orders

/** What lies where, how much of it can be sold, and what it is worth. */
export function Levels() {
  const words = useWords('stock')
  const { address, change } = useStockAddress()
  const columns = useLevelColumns()
  const { list, isNoneFound } = useLevels(address)
  const rows = list.data?.data
  return (
    <div className="flex flex-col gap-4">
      <LevelTiles warehouseId={address.warehouse} show={(show) => change({ show })} />
      <Card isFlush>
        <LevelFilters />
        {list.isError ? (
          <Failure error={list.error} retry={list.refetch} />
        ) : isNoneFound || rows?.length === 0 ? (
          <Empty title={words('nothingMatches')}>{words('nothingMatchesSays')}</Empty>
        ) : !rows || !list.data ? (
          <SkeletonRows />
        ) : (
          <>
            <Table caption={words('levels')} columns={columns} rows={rows} keyOf={({ id }) => id} />
            <Pages
              page={address.page}
              pagination={list.data.pagination}
              count={rows.length}
              onChange={(page) => change({ page })}
            />
          </>
        )}
      </Card>
    </div>
  )
}

function useLevels({ warehouse, words, show, order, page }: StockAddress) {
  const { shopId } = useShopChoice()
  const q = words.trim()
  const found = useRoute(
    'catalog.product',
    'GET /erp/products',
    { query: { q, limit: foundMost } },
    { enabled: q !== '', keep: true },
  )
  const ids = found.data?.data.map(({ id }) => id) ?? []
  const isNoneFound = q !== '' && found.data !== undefined && ids.length === 0
  const query = {
    ...{
      page,
      limit: pageSize,
      include: 'titles' as const,
      sort: orders[(order || 'recent') as Order] ?? '-updatedAt',
    },
    filter: {
      ...(warehouse ? { warehouseId: warehouse } : shopId ? { shopId } : {}),
      ...(show === 'low' ? { lowSince: { empty: false } } : {}),
      ...(show === 'out' ? { available: { lte: '0' } } : {}),
      ...(show === 'there' ? { onHand: { ne: '0' } } : {}),
      ...(q ? { productId: { in: ids } } : {}),
    },
  }
  const enabled = q === '' || ids.length > 0
  return { list: useRoute('inventory.stock', 'GET /inventory', { query }, { enabled, keep: true }), isNoneFound }
}

function LevelFilters() {
  const words = useWords('stock')
  const may = useMay()
  const { address, change } = useStockAddress()
  const [typed, setTyped] = useState(address.words)
  const rested = useRested(typed)
  useEffect(() => {
    const now = new URLSearchParams(location.search)
    if (rested !== (now.get('words') ?? '') && (now.get('tab') ?? 'levels') === 'levels')
      change({ words: rested }, { replaces: true })
  }, [rested, change])
  const worth = may('catalog.product.cost')
  return (
    <div className="flex flex-wrap items-center gap-2 border-b p-3">
      <Field label={words('find')} isLabelHidden className="min-w-40 flex-1 basis-52">
        {(described) => (
          <Input
            {...described}
            type="search"
            maxLength={100}
            placeholder={words('find')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <WarehouseSelect
        label={words('warehouse')}
        isLabelHidden
        all={words('allWarehouses')}
        value={address.warehouse}
        onChange={(warehouse) => change({ warehouse })}
        className="w-44"
      />
      <Field label={words('show')} isLabelHidden className="w-36">
        {(described) => (
          <Select {...described} value={address.show} onChange={(event) => change({ show: event.target.value })}>
            <option value="">{words('showAll')}</option>
            {(['low', 'out', 'there'] as const).map((show) => (
              <option key={show} value={show}>
                {words(`shown.${show}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words('order')} isLabelHidden className="w-44">
        {(described) => (
          <Select {...described} value={address.order} onChange={(event) => change({ order: event.target.value })}>
            <option value="">{words('orders.recent')}</option>
            {(['least', 'most', ...(worth ? (['worth'] as const) : []), 'low'] as const).map((order) => (
              <option key={order} value={order}>
                {words(`orders.${order}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}

function useLevelColumns(): Column<InventoryStock>[] {
  const words = useWords('stock')
  const format = useFormat()
  const may = useMay()
  const figure = (name: 'onHand' | 'reserved' | 'available'): Column<InventoryStock> => ({
    ...{ name, head: words(name), isFigure: true },
    cell: (row) => format.decimal(row[name]),
  })
  return [
    {
      ...{ name: 'product', head: words('product'), className: 'min-w-48' },
      cell: ({ productId, titles }) => <RecordLink entity="catalog.product" id={productId} title={titles?.productId} />,
    },
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
      cell: ({ productId, warehouseId, reorderPoint, titles }) => (
        <ReorderPoint
          {...{ productId, warehouseId, value: reorderPoint }}
          name={`${titles?.productId ?? ''}, ${titles?.warehouseId ?? ''}`}
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
