'use client'
import type { ReactNode } from 'react'
import { useMay } from '#web/data/me.ts'
import { Tile } from '#web/stock/level-tiles.tsx'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Product } from './product.ts'
import { SalesChart } from './sales-chart.tsx'
import { useProductSales } from './use-product-sales.ts'

/** How it sold in the last thirty days. */
export function SalesPane({ product }: { product: Product }) {
  const words = useWords('product')
  const format = useFormat()
  const may = useMay()
  const { totals, days, period, error, retry } = useProductSales(product.id)
  if (error) return <Failure error={error} retry={retry} />
  if (!totals || !days || !period) return <SkeletonRows rows={4} />
  const figures: [string, ReactNode][] = [
    [words('sales.units'), format.decimal(totals.units)],
    [words('sales.count'), format.decimal(totals.sales)],
    [words('sales.net'), format.money(totals.net) || '–'],
    [words('sales.returned'), format.money(totals.returned) || '–'],
    ...(may('catalog.product.cost')
      ? [[words('sales.margin'), format.money(totals.margin) || '–'] as [string, ReactNode]]
      : []),
  ]
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-5">
        {figures.map(([label, value]) => (
          <Tile key={label} label={label} value={value} />
        ))}
      </dl>
      <Card title={words('sales.byDay', { from: format.date(period.from), to: format.date(period.to) })}>
        {days.length === 0 ? <Empty title={words('sales.none')} /> : <SalesChart days={days} period={period} />}
      </Card>
    </div>
  )
}
