'use client'
import type { ReactNode } from 'react'
import type { AnalyticsDashboardAnswer } from '#sdk/analytics'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Skeleton } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { listPage } from '../pages.ts'

/** Figures beside the sales: how many, how large, and what runs out. */
export function SmallTiles({ dashboard }: { dashboard: AnalyticsDashboardAnswer | undefined }) {
  const words = useWords('dashboard')
  const format = useFormat()
  if (!dashboard) return <Skeleton className="h-20" />
  const { sales, inventory } = dashboard
  return (
    <dl className="grid grid-cols-2 gap-4 md:grid-cols-3">
      <Tile name={words('orders')} value={format.decimal(sales?.today?.sales ?? 0)} />
      <Tile
        name={words('averageTicket')}
        value={format.money(sales?.month?.averageTicket) || '–'}
        says={words('averageTicketSays')}
      />
      {inventory && (
        <Tile
          name={words('lowStock')}
          value={
            <Link href={listPage('inventory.stock')} className="hover:underline">
              {format.decimal(inventory.lowStock)}
            </Link>
          }
          says={words('lowStockSays', { count: inventory.outOfStock })}
        />
      )}
    </dl>
  )
}

function Tile({ name, value, says }: { name: string; value: ReactNode; says?: string }) {
  return (
    <div className="rounded-xl border bg-surface px-4 py-3">
      <dt className="text-[0.8125rem] text-muted">{name}</dt>
      <dd className="font-semibold text-lg tabular-nums">{value}</dd>
      {says && <dd className="text-muted text-xs">{says}</dd>}
    </div>
  )
}
