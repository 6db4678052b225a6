/** What the books are told where value is promised or ends without a sale or a return. */
import type { Context } from '#kernel'

export type ValueAccount = 'gift_card' | 'store_credit' | 'points'
/** `grant`: given without payment. `expiry`: ended. `points`: earned, spent or taken back, at what they are worth. */
export type ValueEffect = 'grant' | 'expiry' | 'points'

/** `stored_value.adjusted`: `value` in minor units, above zero where the company owes more. */
export type ValueAdjusted = {
  id: string
  account: ValueAccount
  effect: ValueEffect
  value: number
  currency: string
  businessDate: string
  shopId: string | null
  customerId: string | null
  memo: string
}

/** Emits it, unless nothing is owed more or less. */
export function emitAdjusted(context: Context, about: { entity: string; id: string }, data: ValueAdjusted): void {
  if (data.value === 0) return
  context.emit('stored_value.adjusted', { ...about, shopId: data.shopId, data: { ...data } })
}
