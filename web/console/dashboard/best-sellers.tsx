'use client'
import type { AnalyticsDashboardAnswer } from '#sdk/analytics'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { recordPage } from '../pages.ts'

/** What sold most this month, each a way to its page. */
export function BestSellers({ rows }: { rows: AnalyticsDashboardAnswer['bestSellers'] | undefined }) {
  const words = useWords('dashboard')
  const format = useFormat()
  return (
    <Card title={words('bestSellers')} isFlush>
      {rows === undefined ? (
        <SkeletonRows rows={5} />
      ) : !rows?.length ? (
        <Empty title={words('noSales')}>{words('noSalesSays')}</Empty>
      ) : (
        <ol>
          {rows.slice(0, 8).map(({ productId, name, sku, units, net }) => (
            <li key={productId} className="flex items-baseline gap-3 border-b px-4 py-2 last:border-0">
              <Link
                href={recordPage('catalog.product', productId)}
                // A name of the other direction is cut at its own end.
                dir="auto"
                className="min-w-0 flex-1 truncate hover:underline rtl:text-right"
              >
                {name ?? sku}
              </Link>
              <span className="text-muted text-xs tabular-nums">
                {words('units', { count: format.decimal(units) })}
              </span>
              <span className="tabular-nums">{format.money(net)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
