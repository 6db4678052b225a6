'use client'
/** What a customer comes to, over as long as the figures may be asked for at once. */
import { useState } from 'react'
import type { Money } from '#sdk/values'
import { useFeed } from '#web/console/dashboard/feed.tsx'
import { useMay } from '#web/data/me.ts'
import { useList, useRoute } from '#web/data/queries.ts'
import { useFormat } from '#web/ui/format.ts'
import { Skeleton } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

const dayMs = 86_400_000
const longestDays = 730

type Row = { sales: number; returns: number; net: Money; returned: Money; averageTicket: Money | null }

/** The last two years, as days. */
function lastDays(now: number): { from: string; to: string } {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  return { from: day(now - longestDays * dayMs), to: day(now) }
}

export function Figures({ id }: { id: string }) {
  const words = useWords('customer')
  const format = useFormat()
  const may = useMay()
  // Reads the figures again as sales are made.
  useFeed()
  const [days] = useState(() => lastDays(Date.now()))
  const mayReport = may('analytics.report')
  const report = useRoute(
    'analytics',
    'POST /analytics/reports',
    {
      body: {
        measures: ['sales', 'returns', 'net', 'returned', 'averageTicket'],
        ...days,
        filters: { customerIds: [id] },
      },
    },
    { enabled: mayReport },
  )
  const latest = useList('sales.sale', may('sales.sale.read') ? '/erp/sales' : undefined, {
    limit: 1,
    sort: '-soldAt',
    filter: { customerId: id },
  })
  if (!mayReport || report.isError) return null
  const row = report.data?.rows?.[0] as Row | undefined
  const last = latest.data?.data[0]
  const tiles: [string, string][] = [
    [words('net'), row ? format.money(row.net) : ''],
    [words('sales'), row ? format.decimal(row.sales) : ''],
    [words('average'), row?.averageTicket ? format.money(row.averageTicket) : '–'],
    [words('returned'), row ? format.money(row.returned) : ''],
    [words('last'), last ? format.date(String(last.businessDate)) : '–'],
  ]
  return (
    <section aria-label={words('figures')}>
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-5">
        {tiles.map(([name, value]) => (
          <div key={name} className="rounded-xl border bg-surface px-4 py-3">
            <dt className="text-[0.8125rem] text-muted">{name}</dt>
            <dd className="mt-0.5 truncate font-semibold text-lg tabular-nums">
              {report.data ? value : <Skeleton className="h-6 w-20" />}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1.5 text-muted text-xs">{words('figuresSince', { day: format.date(days.from) })}</p>
    </section>
  )
}
