'use client'
import { Check } from 'lucide-react'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { explain, explainOffers } from './price-cart.ts'
import { PromotionTraceList } from './promotion-trace.tsx'

/** Why this price: what was considered, best first, and why the others were not taken. */
export function PriceTraceList({ lineKey }: { lineKey: string }) {
  const words = useWords('till')
  const format = useFormat()
  const label = useLabel()
  const till = useTill()
  const { cart } = useStore(till.desk.state)
  const pricing = till.pricing()
  const price = pricing && explain(cart, lineKey, pricing)
  if (!price) return null
  // Lines are named by their place, so that the trace finds this one.
  let place = 0
  const trace = explainOffers(cart, { ...pricing, newId: () => cart.lines[place++]?.key ?? '' })
  const rows = price.trace.map((step, index) => ({ step, key: `${index} ${step.list ?? ''} ${step.line ?? ''}` }))
  return (
    <section aria-label={words('trace.title')} className="min-w-0">
      <h3 className="mb-2 font-medium">{words('trace.title')}</h3>
      <ol className="flex flex-col gap-1.5">
        {rows.map(({ step, key }) => (
          <li
            key={key}
            className={classes('flex gap-2 rounded-md border px-3 py-2', step.chosen && 'border-accent bg-accent-soft')}
          >
            <span className="w-4 shrink-0 pt-0.5">
              {step.chosen && <Check aria-label={words('trace.chosen')} className="size-4 text-accent-ink" />}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block break-words">{step.said}</span>
              <span className="block text-muted text-xs">{label(step.why)}</span>
            </span>
            {step.price && <span className="shrink-0 tabular-nums">{format.money(step.price)}</span>}
          </li>
        ))}
      </ol>
      <PromotionTraceList trace={trace} lineKey={lineKey} currency={till.currency} />
    </section>
  )
}
