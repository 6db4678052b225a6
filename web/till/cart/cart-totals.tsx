'use client'
import type { Draft } from '#engines/sale'
import type { CartCoupon } from '#web/till/values.ts'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

/** What promotions take off, and what is left to pay. A coupon that takes nothing off any more says so. */
export function CartTotals({
  draft,
  coupons,
  currency,
}: {
  draft: Draft | undefined
  coupons: readonly CartCoupon[]
  currency: string
}) {
  const words = useWords('till')
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency })
  const idle = draft ? coupons.filter(({ code }) => !draft.promotions.some(({ coupon }) => coupon === code)) : []
  return (
    <dl className="border-t px-4 py-3" aria-live="polite">
      {draft?.promotions.map(({ promotionId, name, coupon, amount }) => (
        <div key={promotionId} className="flex justify-between gap-3 text-good-ink">
          <dt className="min-w-0 break-words">
            {name} {coupon && <span className="font-mono text-xs">{coupon}</span>}
          </dt>
          <dd className="tabular-nums">{money(0 - amount)}</dd>
        </div>
      ))}
      {idle.map(({ code }) => (
        <div key={code} className="text-warn-ink">
          <dt>{words('coupon.idle', { code })}</dt>
        </div>
      ))}
      {draft && (
        <div className="flex justify-between gap-3 text-muted">
          <dt>{words('cart.tax')}</dt>
          <dd className="tabular-nums">{money(draft.tax)}</dd>
        </div>
      )}
      <div className="flex items-baseline justify-between gap-3 font-semibold text-2xl">
        <dt className="text-lg">{words('cart.total')}</dt>
        <dd className="tabular-nums">{money(draft?.total ?? 0)}</dd>
      </div>
    </dl>
  )
}
