'use client'
import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { CatalogProduct } from '#sdk/catalog'
import { listPage } from '#web/console/pages.ts'
import { RecordLink, sentence } from '#web/console/value.tsx'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { Badge, toneOf } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Column, Table } from '#web/ui/table.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { Product } from './product.ts'

const VariantsDialog = dynamic(() => import('./variants-dialog.tsx').then((module) => module.VariantsDialog))
const shownMost = 200

/** The variants by which it is sold, and making more of them. */
export function VariantsPane({ product }: { product: Product }) {
  const words = useWords('product')
  const may = useMay()
  const [isMaking, setMaking] = useState(false)
  const variants = useRoute('catalog.product', 'GET /erp/products', {
    query: { limit: shownMost, sort: 'sku', filter: { parentId: product.id } },
  })
  const columns = useColumns(product.optionNames ?? [])
  const make = may('catalog.product.create') && (
    <Button size="sm" onClick={() => setMaking(true)} icon={<Plus aria-hidden className="size-3.5" />}>
      {words('variants.make')}
    </Button>
  )
  const rows = variants.data?.data
  return (
    <Card isFlush title={words('tabs.variants')} action={rows && rows.length > 0 && make}>
      {variants.isError ? (
        <Failure error={variants.error} retry={variants.refetch} />
      ) : !rows ? (
        <SkeletonRows rows={3} />
      ) : rows.length === 0 ? (
        <Empty title={words('variants.none')} action={make}>
          {words('variants.noneSays')}
        </Empty>
      ) : (
        <>
          <Table caption={words('tabs.variants')} columns={columns} rows={rows} keyOf={({ id }) => id} />
          {(variants.data?.pagination.total ?? 0) > rows.length && (
            <p className="border-t px-4 py-2">
              <Link
                href={`${listPage('catalog.product')}?filter[parentId][eq]=${product.id}`}
                className="font-medium text-accent-ink hover:underline"
              >
                {words('variants.all')}
              </Link>
            </p>
          )}
        </>
      )}
      {isMaking && <VariantsDialog product={product} onClose={() => setMaking(false)} />}
    </Card>
  )
}

function useColumns(options: readonly string[]): Column<CatalogProduct>[] {
  const words = useWords('product')
  const label = useLabel()
  const format = useFormat()
  return [
    {
      name: 'sku',
      head: label('SKU'),
      className: 'whitespace-nowrap font-mono text-[0.8125rem]',
      cell: ({ sku }) => sku,
    },
    {
      ...{ name: 'name', head: label('Name'), className: 'min-w-44' },
      cell: ({ id, name }) => <RecordLink entity="catalog.product" id={id} title={name} />,
    },
    ...options.map(
      (option): Column<CatalogProduct> => ({
        ...{ name: `option ${option}`, head: option },
        cell: (row) => String(row.options?.[option] ?? ''),
      }),
    ),
    {
      ...{ name: 'price', head: label('Price'), isFigure: true },
      cell: ({ price }) =>
        price ? format.money(price) : <span className="text-muted">{words('variants.asParent')}</span>,
    },
    {
      ...{ name: 'status', head: label('Status') },
      cell: ({ status }) => <Badge tone={toneOf(status)}>{label(sentence(status))}</Badge>,
    },
  ]
}
