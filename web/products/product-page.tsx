'use client'
/** Everything about one product: what it is, what it costs whom, where it lies, how it sells, what happened to it. */
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { listPage } from '#web/console/pages.ts'
import { RecordActions } from '#web/console/record/record-actions.tsx'
import { RecordFields } from '#web/console/record/record-fields.tsx'
import { Timeline } from '#web/console/record/timeline.tsx'
import { type TitledRecord, useEntityRecord } from '#web/console/record/use-entity-record.ts'
import { WhoElse } from '#web/console/record/who-else.tsx'
import { RecordLink, sentence } from '#web/console/value.tsx'
import { type EntityDescription, useDescription } from '#web/data/description.ts'
import { useLive } from '#web/data/live.tsx'
import { useMay } from '#web/data/me.ts'
import { useStockLive } from '#web/stock/use-stock-live.ts'
import { Badge, toneOf } from '#web/ui/badge.tsx'
import { PageHead } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { PricesPane } from './prices-pane.tsx'
import type { Product } from './product.ts'
import { ProductTiles } from './product-tiles.tsx'
import { StockPane } from './stock-pane.tsx'
import { UnitsPane } from './units-pane.tsx'
import { VariantsPane } from './variants-pane.tsx'

const loading = () => <SkeletonRows />
const SalesPane = dynamic(() => import('./sales-pane.tsx').then((module) => module.SalesPane), { loading })

const name = 'catalog.product'
/** Offered within the panes. */
const ownActions = ['catalog.product.variants', 'catalog.product.price']

export function ProductPage({ id }: { id: string }) {
  const words = useWords('ui')
  const description = useDescription()
  const entity = description.data?.entities.find((each) => each.name === name)
  const record = useEntityRecord(entity, id)
  useStockLive()
  useLive([`record:${name}:${id}`])
  if (description.isError) return <Failure error={description.error} retry={description.refetch} />
  if (record.isError) {
    return (
      <>
        <Trail />
        <Failure error={record.error} retry={record.refetch} />
      </>
    )
  }
  if (description.data && !entity) return <Empty title={words('denied')}>{words('deniedSays')}</Empty>
  if (!entity || !record.data) return <SkeletonRows />
  return (
    <>
      <Head entity={entity} record={record.data} />
      <ProductTiles product={record.data as TitledRecord & Product} />
      <Panes entity={entity} record={record.data} />
    </>
  )
}

const Trail = () => {
  const label = useLabel()
  return (
    <Link href={listPage(name)} className="hover:text-ink hover:underline">
      {label('Products')}
    </Link>
  )
}

function Head({ entity, record }: { entity: EntityDescription; record: TitledRecord }) {
  const words = useWords('product')
  const label = useLabel()
  const { sku, name: title, status, parentId, titles } = record as TitledRecord & Product
  return (
    <PageHead
      trail={<Trail />}
      title={
        <span className="flex min-w-0 items-center gap-2.5">
          <span className="truncate">{title}</span>
          <Badge tone={toneOf(status)}>{label(sentence(status))}</Badge>
        </span>
      }
      says={
        <>
          <span className="font-mono text-[0.8125rem]">{sku}</span>
          {parentId && (
            <>
              {' · '}
              {words.rich('variantOf', {
                name: () => <RecordLink entity={entity.name} id={parentId} title={titles?.parentId} />,
              })}
            </>
          )}
        </>
      }
      actions={
        <>
          <WhoElse entity={entity.name} id={record.id} />
          <RecordActions entity={entity} record={record} except={ownActions} />
        </>
      }
    />
  )
}

function Panes({ entity, record }: { entity: EntityDescription; record: TitledRecord }) {
  const words = useWords('product')
  const may = useMay()
  const product = record as TitledRecord & Product
  const [open, setOpen] = useState('stock')
  const panes = [
    ...(product.stocked && may('inventory.stock.read')
      ? [{ id: 'stock' as const, content: <StockPane product={product} /> }]
      : []),
    { id: 'facts' as const, content: <RecordFields entity={entity} record={record} /> },
    { id: 'prices' as const, content: <PricesPane product={product} /> },
    ...(product.parentId ? [] : [{ id: 'variants' as const, content: <VariantsPane product={product} /> }]),
    { id: 'units' as const, content: <UnitsPane product={product} /> },
    ...(may('analytics.report') ? [{ id: 'sales' as const, content: <SalesPane product={product} /> }] : []),
    { id: 'timeline' as const, content: <Timeline entity={entity} id={record.id} /> },
  ]
  return (
    <div className="mt-5">
      <Tabs
        value={panes.some(({ id }) => id === open) ? open : 'facts'}
        onChange={setOpen}
        tabs={panes.map(({ id, content }) => ({ id, label: words(`tabs.${id}`), content }))}
      />
    </div>
  )
}
