'use client'
import { Minus, Plus, X } from 'lucide-react'
import type { DraftLine } from '#engines/sale'
import type { BookGoods, CartLine } from '#web/till/values.ts'
import { Badge } from '#web/ui/badge.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

/** A line of the cart. Its name opens it; the rest changes how many. */
export function CartRow({
  line,
  goods,
  priced,
  currency,
  problem,
  isSelected,
  isFresh,
  onSelect,
  onStep,
  onEdit,
  onRemove,
}: {
  line: CartLine
  goods: BookGoods | undefined
  priced: DraftLine | undefined
  currency: string
  problem: string | undefined
  isSelected: boolean
  isFresh: boolean
  onSelect: () => void
  onStep: (by: 1 | -1) => void
  onEdit: () => void
  onRemove: () => void
}) {
  const words = useWords('till')
  const format = useFormat()
  const name = goods?.name ?? words('cart.unknown')
  const money = (amount: number) => format.money({ amount, currency })
  return (
    <li
      aria-current={isSelected || undefined}
      className={classes(
        'border-b border-s-4 px-2 py-1.5 transition-colors',
        isSelected ? 'border-s-accent bg-accent-soft/50' : 'border-s-transparent',
        isFresh && 'bg-warn-soft',
      )}
    >
      <div className="flex items-start gap-1">
        <button
          type="button"
          onClick={onEdit}
          onFocus={onSelect}
          className="flex min-h-11 min-w-0 flex-1 flex-col justify-center rounded-md px-1.5 text-start"
        >
          <span className="line-clamp-2 break-words font-medium leading-snug">{name}</span>
          <span className="text-muted text-xs tabular-nums">
            {priced &&
              words('cart.each', {
                quantity: format.decimal(line.quantity),
                unit: priced.unit,
                price: money(priced.unitPrice),
              })}
          </span>
          {priced?.promotions.map(({ promotionId, name: offer, amount }) => (
            <span key={promotionId} className="text-good-ink text-xs tabular-nums">
              {offer} {money(0 - amount)}
            </span>
          ))}
        </button>
        <span className="px-1 pt-2.5 font-semibold tabular-nums">{priced ? money(priced.gross) : '–'}</span>
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          size="lg"
          look="plain"
          label={words('cart.less', { name })}
          icon={<Minus aria-hidden className="size-5" />}
          onClick={() => onStep(-1)}
        />
        <button
          type="button"
          aria-label={words('cart.quantity', { name, quantity: format.decimal(line.quantity) })}
          onClick={onEdit}
          className="h-11 min-w-16 rounded-lg border bg-surface px-3 font-semibold text-base tabular-nums"
        >
          {format.decimal(line.quantity)}
        </button>
        <IconButton
          size="lg"
          look="plain"
          label={words('cart.more', { name })}
          icon={<Plus aria-hidden className="size-5" />}
          onClick={() => onStep(1)}
        />
        <span className="flex min-w-0 flex-1 items-center gap-1 px-1">
          {line.unitPrice && <Badge tone="warn">{words('cart.byHand')}</Badge>}
        </span>
        <IconButton
          size="lg"
          label={words('cart.remove', { name })}
          icon={<X aria-hidden className="size-5" />}
          onClick={onRemove}
        />
      </div>
      {problem && (
        <p role="alert" className="px-1.5 pb-1 text-[0.8125rem] text-bad-ink">
          {problem === 'NOT_IN_BOOK' ? words('cart.notInBook') : problem}
        </p>
      )}
    </li>
  )
}
