'use client'
import { X } from 'lucide-react'
import { useState } from 'react'
import { client } from '#web/data/client.ts'
import { useTill } from '#web/till/core/context.tsx'
import { wordsOf } from '#web/till/core/fault.ts'
import { useStore } from '#web/till/core/store.ts'
import type { Till } from '#web/till/core/till.ts'
import type { Cart, CartCoupon } from '#web/till/values.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field, Input } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { addCoupon, removeCoupon } from './cart.rules.ts'

/** Coupons of the cart. The server says whether one holds: how often it was used, no till can know. */
export function CouponDialog({ onClose }: { onClose: () => void }) {
  const words = useWords('till')
  const till = useTill()
  const { cart } = useStore(till.desk.state)
  const { sellsOnline } = useOnline(till)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const given = cart.coupons ?? []
  const keep = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const coupon = await ask(till, cart, code)
      till.desk.change((before) => addCoupon(before, coupon))
      onClose()
    } catch (error) {
      setProblem(wordsOf(error, words('coupon.failed')))
    } finally {
      setBusy(false)
    }
  }
  const why = !sellsOnline ? words('coupon.offline') : cart.lines.length === 0 ? words('coupon.noGoods') : problem
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('coupon.title')}
      width="sm"
      foot={
        <Button
          size="lg"
          look="primary"
          disabled={isBusy || !sellsOnline || cart.lines.length === 0 || code.trim() === ''}
          onClick={keep}
        >
          {words('coupon.add')}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim() !== '' && sellsOnline && !isBusy) void keep()
        }}
      >
        <Field label={words('coupon.code')} error={why}>
          {(described) => (
            <Input
              {...described}
              autoFocus
              autoCapitalize="characters"
              autoComplete="off"
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value.toUpperCase())}
            />
          )}
        </Field>
        <ul aria-label={words('coupon.given')} className="flex flex-col gap-1">
          {given.map((coupon) => (
            <li key={coupon.code} className="flex items-center justify-between gap-2 rounded-md border px-3 py-1">
              <span className="min-w-0 break-words">
                <span className="font-mono">{coupon.code}</span> <span className="text-muted">{coupon.name}</span>
              </span>
              <IconButton
                size="lg"
                label={words('coupon.remove', { code: coupon.code })}
                icon={<X aria-hidden className="size-5" />}
                onClick={() => till.desk.change((before) => removeCoupon(before, coupon.code))}
              />
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  )
}

function useOnline(till: Till): { sellsOnline: boolean } {
  useStore(till.link.state)
  return { sellsOnline: till.link.sellsOnline() }
}

/** Asks with the whole cart, so that a coupon that takes nothing off is refused here and not when money is handed over. */
async function ask(till: Till, cart: Cart, typed: string): Promise<CartCoupon> {
  const code = typed.trim().toUpperCase()
  const draft = till.price(cart).draft
  const body = {
    shopId: till.place.shopId,
    ...(cart.customer ? { customerId: cart.customer.id } : {}),
    lines: cart.lines.map(({ productId, quantity, unitPrice, priceReason }, index) => ({
      ...{ productId, quantity, unit: draft?.lines[index]?.unit },
      ...(unitPrice ? { unitPrice } : {}),
      ...(priceReason ? { priceReason } : {}),
    })),
    coupons: [...(cart.coupons ?? []).map((each) => each.code).filter((each) => each !== code), code],
  }
  const answer = await client.call('POST /erp/sales/price', { body, signal: AbortSignal.timeout(6_000) })
  const found = answer.coupons.find((each) => each.code === code)
  if (!found) throw new Error('the answer does not name the coupon')
  // Promotions may have changed since the book was read; it is by the book that the till prices.
  void till.book.refresh()
  const { promotionId, name } = found
  return { code, promotionId, name }
}
