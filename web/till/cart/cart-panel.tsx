'use client'
import { CircleUser, NotebookPen, ShoppingCart, TicketPercent, Trash2, Users } from 'lucide-react'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import { KeyHint } from '#web/till/parts/key-hint.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { classes } from '#web/ui/classes.ts'
import { useFormat } from '#web/ui/format.ts'
import { Empty } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import { putBack, removeLine, setCustomer, step } from './cart.rules.ts'
import { CartRow } from './cart-row.tsx'
import { CartTotals } from './cart-totals.tsx'
import type { PricedCart } from './price-cart.ts'

export type CartDialog = 'customer' | 'note' | 'held' | 'line' | 'coupon'

/** The cart with what it comes to. */
export function CartPanel({
  priced,
  open,
  onPay,
  onExact,
}: {
  priced: PricedCart
  open: (what: CartDialog) => void
  onPay: () => void
  onExact: () => void
}) {
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  const toast = useToast()
  const { cart, selected, fresh, shared } = useStore(till.desk.state)
  const { draft, problems, general } = priced
  const currency = till.currency
  const hasCoupons = (cart.coupons ?? []).length > 0
  const isClaimed = Boolean(shared?.claimedById && shared.claimedById !== till.place.registerId)
  const remove = (key: string) => {
    const index = cart.lines.findIndex((line) => line.key === key)
    const line = cart.lines[index]
    if (!line) return
    till.desk.change((before) => removeLine(before, key))
    const name = till.book.index.get(line.productId)?.name ?? ''
    const undo = () => till.desk.change((before) => putBack(before, line, index), line.key)
    toast({ text: words('cart.removed', { name }), action: { label: words('cart.undo'), run: undo } })
  }
  return (
    <aside aria-label={words('cart.label')} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <header className="flex items-center gap-1 border-b p-2">
        <Button
          size="lg"
          look="quiet"
          className="min-w-0 flex-1 justify-start"
          icon={<CircleUser aria-hidden className="size-5 shrink-0" />}
          onClick={() => open('customer')}
        >
          <span className="truncate">{cart.customer?.name ?? words('cart.customer')}</span>
          <KeyHint name="F3" />
        </Button>
        {cart.customer && (
          <IconButton
            size="lg"
            label={words('cart.noCustomer')}
            icon={<Trash2 aria-hidden className="size-4.5" />}
            onClick={() => till.desk.change((before) => setCustomer(before, null))}
          />
        )}
        <IconButton
          size="lg"
          label={words('coupon.title')}
          icon={<TicketPercent aria-hidden className={classes('size-5', hasCoupons && 'text-accent')} />}
          onClick={() => open('coupon')}
        />
        <IconButton
          size="lg"
          label={words('cart.note')}
          icon={<NotebookPen aria-hidden className={classes('size-5', cart.note && 'text-accent')} />}
          onClick={() => open('note')}
        />
      </header>
      {shared && (
        <p className="flex items-center gap-2 border-b bg-accent-soft px-4 py-2 text-accent-ink" role="status">
          <Users aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 truncate">
            {words(isClaimed ? 'cart.claimed' : 'cart.shared', { name: shared.name ?? words('held.nameless') })}
          </span>
        </p>
      )}
      <ul className="min-h-0 flex-1 overflow-y-auto" aria-label={words('cart.lines')}>
        {cart.lines.length === 0 && (
          <li>
            <Empty title={words('cart.empty')} icon={<ShoppingCart aria-hidden className="size-5" />}>
              {words('cart.emptySays')}
            </Empty>
          </li>
        )}
        {cart.lines.map((line, index) => (
          <CartRow
            key={line.key}
            line={line}
            goods={till.book.index.get(line.productId)}
            priced={draft?.lines[index]}
            currency={currency}
            problem={problems.get(line.key)}
            isSelected={line.key === selected}
            isFresh={fresh.includes(line.key)}
            onSelect={() => till.desk.select(line.key)}
            onStep={(by) => till.desk.change((before) => step(before, line.key, by), line.key)}
            onEdit={() => {
              till.desk.select(line.key)
              open('line')
            }}
            onRemove={() => remove(line.key)}
          />
        ))}
      </ul>
      <CartTotals draft={draft} coupons={cart.coupons ?? []} currency={currency} />
      {general && <p className="px-4 pb-2 text-bad-ink">{general}</p>}
      <footer className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-2 border-t p-3">
        <Button size="lg" onClick={() => open('held')}>
          {words('cart.hold')}
          <KeyHint name="F4" />
        </Button>
        <Button size="lg" disabled={!draft || isClaimed} onClick={onExact}>
          {words('cart.exact')}
          <KeyHint name="F8" />
        </Button>
        <Button size="lg" look="primary" className="px-3 text-lg" disabled={!draft || isClaimed} onClick={onPay}>
          {draft
            ? words('cart.payAmount', { amount: format.money({ amount: draft.total, currency }) })
            : words('cart.pay')}
          <KeyHint name="F9" />
        </Button>
      </footer>
    </aside>
  )
}
