'use client'
import { memo, useMemo } from 'react'
import { explain } from '#web/till/cart/price-cart.ts'
import { useTill } from '#web/till/core/context.tsx'
import { useStore } from '#web/till/core/store.ts'
import type { BookGoods, Customer, Money } from '#web/till/values.ts'
import { useFormat } from '#web/ui/format.ts'
import { useWords } from '#web/words/words.tsx'

/** Goods to touch, with what one of them costs this customer. */
export const Tiles = memo(function Tiles({
  goods,
  onAdd,
}: {
  goods: readonly BookGoods[]
  onAdd: (goods: BookGoods) => void
}) {
  const words = useWords('till')
  const format = useFormat()
  const till = useTill()
  const { customer } = useStore(till.desk.state).cart
  const { head } = useStore(till.book.state)
  const prices = useMemo(
    () => (head ? goods.map((each) => priceOfOne(till, each, customer)) : []),
    [till, goods, customer, head],
  )
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-2">
      {goods.map((each, index) => (
        <li key={each.productId}>
          <button
            type="button"
            onClick={() => onAdd(each)}
            className="flex h-26 w-full flex-col rounded-lg border bg-surface p-3 text-start hover:border-line-strong hover:bg-sunken active:border-accent active:bg-accent-soft"
          >
            <span className="line-clamp-3 break-words font-medium leading-[1.2]">{each.name}</span>
            <span className="flex-1" />
            <span className="mt-1 flex w-full items-baseline justify-between gap-2">
              <span className="min-w-0 truncate font-mono text-muted text-xs">{each.sku}</span>
              <span className="shrink-0 font-semibold tabular-nums">
                {prices[index] ? format.money(prices[index]) : words('goods.noPrice')}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
})

function priceOfOne(till: ReturnType<typeof useTill>, goods: BookGoods, customer: Customer | null): Money | undefined {
  const pricing = till.pricing()
  if (!pricing) return undefined
  const line = { key: 'one', productId: goods.productId, unit: null, quantity: '1' }
  return explain({ id: '', lines: [line], customer, note: '' }, 'one', pricing)?.unitPrice
}
