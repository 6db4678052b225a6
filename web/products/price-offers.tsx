'use client'
import { Badge } from '#web/ui/badge.tsx'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { PriceAnswer } from './use-price.ts'

/** What promotions make of the price, each with what it takes off or why it does not, and what is left. */
export function PriceOffers({ price }: { price: PriceAnswer }) {
  const words = useWords('product')
  const label = useLabel()
  const format = useFormat()
  const { promotions, amount, discount, due } = price
  if (promotions.length === 0) return null
  return (
    <>
      <h3 className="mt-4 mb-2 font-medium text-muted text-[0.8125rem]">{words('price.promotions')}</h3>
      <ol className="flex flex-col divide-y rounded-lg border">
        {promotions.map((offer) => (
          <li
            key={offer.promotionId}
            className={classes('flex flex-wrap items-baseline gap-x-3 px-3 py-2', offer.applied && 'bg-good-soft')}
          >
            <span className="min-w-40 flex-1">
              <span className={classes(offer.applied && 'font-medium text-good-ink')}>{offer.name}</span>
              <span className={classes('block text-[0.8125rem]', offer.applied ? 'text-good-ink' : 'text-muted')}>
                {label(offer.why)}
              </span>
            </span>
            {offer.applied && (
              <>
                <span className="tabular-nums">
                  {format.money({ ...offer.amount, amount: 0 - offer.amount.amount })}
                </span>
                <Badge tone="good">{words('price.chosen')}</Badge>
              </>
            )}
          </li>
        ))}
      </ol>
      {discount.amount > 0 && (
        <p className="mt-3 flex flex-wrap items-baseline gap-x-2">
          <span className="text-muted line-through tabular-nums">{format.money(amount)}</span>
          <span className="font-semibold text-lg tabular-nums">{format.money(due)}</span>
        </p>
      )}
    </>
  )
}
