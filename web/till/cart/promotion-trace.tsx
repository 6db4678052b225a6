'use client'
import { Check } from 'lucide-react'
import type { PromotionTrace } from '#engines/promotion'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLabel, useWords } from '#web/words/words.tsx'

/** Each promotion as it was considered, with what it takes off this line, or why it does not. */
export function PromotionTraceList({
  trace,
  lineKey,
  currency,
}: {
  trace: readonly PromotionTrace[]
  lineKey: string | undefined
  currency: string
}) {
  const words = useWords('till')
  const label = useLabel()
  const format = useFormat()
  if (trace.length === 0) return null
  return (
    <section aria-label={words('trace.promotions')} className="mt-3 min-w-0">
      <h3 className="mb-2 font-medium">{words('trace.promotions')}</h3>
      <ol className="flex flex-col gap-1.5">
        {trace.map(({ promotionId, name, coupon, applied, why, shares }) => {
          const share = shares.find(({ key }) => key === lineKey)?.amount ?? 0
          return (
            <li
              key={promotionId}
              className={classes('flex gap-2 rounded-md border px-3 py-2', share > 0 && 'border-accent bg-accent-soft')}
            >
              <span className="w-4 shrink-0 pt-0.5">
                {share > 0 && <Check aria-label={words('trace.chosen')} className="size-4 text-accent-ink" />}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block break-words">
                  {name} {coupon && <span className="font-mono text-xs">{coupon}</span>}
                </span>
                <span className="block text-muted text-xs">
                  {applied && share === 0 ? words('trace.otherLines') : label(why)}
                </span>
              </span>
              {share > 0 && (
                <span className="shrink-0 tabular-nums">{format.money({ amount: 0 - share, currency })}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
