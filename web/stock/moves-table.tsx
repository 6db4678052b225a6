'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { InventoryMove } from '#sdk/inventory'
import { recordPage } from '#web/console/pages.ts'
import { RecordLink, sentence } from '#web/console/value.tsx'
import { client } from '#web/data/client.ts'
import { useDescription } from '#web/data/description.ts'
import { useMay } from '#web/data/me.ts'
import { Button } from '#web/ui/button.tsx'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { useSourceTitles } from './source-titles.ts'

export type MovesWanted = { warehouseId?: string; shopId?: string; productId?: string; kind?: string }
const pageSize = 50

/** The ledger of stock, the latest first; each move leads to the document that it comes from. */
export function MovesTable({ wanted }: { wanted: MovesWanted }) {
  const words = useWords('stock')
  const { warehouseId, shopId, productId, kind } = wanted
  const moves = useInfiniteQuery({
    queryKey: ['inventory.move', 'ledger', wanted],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.call('GET /inventory/moves', {
        query: {
          ...{ limit: pageSize, include: 'titles', sort: '-at' },
          filter: {
            ...(warehouseId ? { warehouseId } : {}),
            ...(shopId ? { shopId } : {}),
            ...(productId ? { productId } : {}),
            ...(kind ? { kind } : {}),
          },
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        signal,
      }),
    getNextPageParam: ({ pagination }) => pagination.nextCursor ?? undefined,
  })
  const rows = moves.data?.pages.flatMap(({ data }) => data) ?? []
  const columns = useColumns(rows, productId !== undefined)
  if (moves.isError) return <Failure error={moves.error} retry={moves.refetch} />
  if (!moves.data) return <SkeletonRows />
  if (rows.length === 0) return <Empty title={words('noMoves')}>{words('noMovesSays')}</Empty>
  return (
    <>
      <Table caption={words('moves')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      {moves.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button isBusy={moves.isFetchingNextPage} onClick={() => void moves.fetchNextPage()}>
            {words('earlier')}
          </Button>
        </div>
      )}
    </>
  )
}

function useColumns(rows: readonly InventoryMove[], isOfOneProduct: boolean): Column<InventoryMove>[] {
  const words = useWords('stock')
  const label = useLabel()
  const format = useFormat()
  const may = useMay()
  const titleOf = useSourceTitles(rows)
  const product: Column<InventoryMove> = {
    ...{ name: 'product', head: words('product'), className: 'min-w-44' },
    cell: ({ productId, titles }) => <RecordLink entity="catalog.product" id={productId} title={titles?.productId} />,
  }
  return [
    { name: 'at', head: words('at'), className: 'whitespace-nowrap', cell: ({ at }) => format.moment(at) },
    { name: 'kind', head: words('kind'), cell: ({ kind }) => label(sentence(kind)) },
    ...(isOfOneProduct ? [] : [product]),
    {
      name: 'warehouse',
      head: words('warehouse'),
      cell: ({ titles, warehouseId }) => titles?.warehouseId ?? warehouseId,
    },
    {
      ...{ name: 'quantity', head: words('quantity'), isFigure: true },
      cell: ({ quantity }) => <Signed value={quantity} />,
    },
    ...(may('catalog.product.cost')
      ? [
          {
            name: 'value',
            head: words('value'),
            isFigure: true,
            cell: ({ value }: InventoryMove) => format.money(value),
          },
        ]
      : []),
    {
      ...{ name: 'source', head: words('document'), className: 'whitespace-nowrap' },
      cell: (row) => <SourceLink source={row.source} id={row.sourceId} title={titleOf(row)} />,
    },
  ]
}

/** A change with its sign: what came in and what went out are told apart without colours too. */
export function Signed({ value }: { value: string }) {
  const format = useFormat()
  const isOut = value.startsWith('-')
  return (
    <span dir="ltr" className={classes('tabular-nums', isOut ? 'text-bad-ink' : 'text-good-ink')}>
      {isOut || value === '0' ? '' : '+'}
      {format.decimal(value)}
    </span>
  )
}

function SourceLink({ source, id, title }: { source: string; id: string; title: string | undefined }) {
  const label = useLabel()
  const entity = useDescription().data?.entities.find(({ name }) => name === source)
  const shown = `${label(entity?.label ?? source)} ${title && title !== id ? title : `…${id.slice(-6)}`}`
  if (!entity?.verbs.includes('read')) return <span className="text-muted">{shown}</span>
  return (
    <Link href={recordPage(source, id)} className="text-accent-ink hover:underline">
      {shown}
    </Link>
  )
}
