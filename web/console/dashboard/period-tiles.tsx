'use client'
import { ArrowDownRight, ArrowUpRight } from 'lucide-react'
import type { AnalyticsDashboardAnswer } from '#sdk/analytics'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { Skeleton } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

const periods = ['today', 'week', 'month'] as const
type Sales = NonNullable<AnalyticsDashboardAnswer['sales']>

/** Net sales of today, this week and this month, each against the period before. `isFresh` lights them up for a moment. */
export function PeriodTiles({ sales, isFresh }: { sales: Sales | null | undefined; isFresh: boolean }) {
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
      {periods.map((period) => (
        <Tile key={period} period={period} figures={sales?.[period]} isFresh={isFresh} />
      ))}
    </div>
  )
}

type TileProps = { period: (typeof periods)[number]; figures: Sales['today']; isFresh: boolean }

function Tile({ period, figures, isFresh }: TileProps) {
  const words = useWords('dashboard')
  const format = useFormat()
  return (
    <section
      aria-label={words(period)}
      className={classes(
        'rounded-xl border bg-surface p-4 transition-colors duration-700',
        isFresh && 'border-accent bg-accent-soft',
      )}
    >
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-medium text-muted">{words(period)}</h2>
        {figures?.change?.net && <Change percent={figures.change.net} />}
      </div>
      {figures ? (
        <>
          <p data-figure={period} className="mt-1 font-semibold text-2xl tabular-nums tracking-tight">
            {format.money(figures.net)}
          </p>
          <p className="mt-1 text-[0.8125rem] text-muted">
            {words('sales', { count: figures.sales })}
            {figures.before && ` · ${words('before', { period, amount: format.money(figures.before.net) })}`}
          </p>
        </>
      ) : (
        <Skeleton className="mt-2 h-12" />
      )}
    </section>
  )
}

function Change({ percent }: { percent: string }) {
  const words = useWords('dashboard')
  const format = useFormat()
  const isDown = percent.startsWith('-')
  const Arrow = isDown ? ArrowDownRight : ArrowUpRight
  const text = format.percent(percent)
  return (
    <span
      className={classes(
        'inline-flex items-center gap-0.5 font-medium text-xs',
        isDown ? 'text-bad-ink' : 'text-good-ink',
      )}
    >
      <Arrow aria-hidden className="size-3.5 rtl:-scale-x-100" />
      <span className="sr-only">{words('change', { change: text })}</span>
      <span aria-hidden>{text}</span>
    </span>
  )
}
