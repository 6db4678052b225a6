'use client'
import type { AnalyticsDashboardAnswer } from '#sdk/analytics'
import { Card } from '#web/ui/card.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Empty, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

const barColours = `[&::-moz-progress-bar]:bg-chart-1
  [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-chart-1`

/** Each shop's part of this month, the largest first. */
export function ShopRevenue({ rows }: { rows: AnalyticsDashboardAnswer['revenueByShop'] | undefined }) {
  const words = useWords('dashboard')
  const format = useFormat()
  const sorted = (rows ?? []).toSorted((a, b) => b.net.amount - a.net.amount)
  const largest = Math.max(1, sorted[0]?.net.amount ?? 0)
  return (
    <Card title={words('byShop')}>
      {rows === undefined ? (
        <SkeletonRows rows={3} />
      ) : sorted.length === 0 ? (
        <Empty title={words('noSales')} />
      ) : (
        <ul className="flex flex-col gap-3">
          {sorted.map(({ shopId, name, net }) => (
            <li key={shopId}>
              <div className="flex justify-between gap-3">
                <span className="truncate">{name}</span>
                <span className="tabular-nums">{format.money(net)}</span>
              </div>
              <progress
                aria-label={name ?? shopId}
                max={largest}
                value={Math.max(0, net.amount)}
                className={`mt-1 h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken ${barColours}`}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
