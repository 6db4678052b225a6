/** How a price came about, as it is answered: what was considered, in order, and why it was taken or not. */
import { type PromotionTrace, promotionKinds } from '#engines/promotion'
import { boolean, choice, group, list, type Money, money, text } from '#kernel'

/** Where list prices can come from, best first; then what was skipped. */
export const priceTrace = () =>
  list(
    group({
      step: text({ required: true }),
      said: text({ required: true }),
      list: text(),
      line: text(),
      price: money(),
      chosen: boolean({ required: true }),
      why: text({ required: true }),
    }),
    { label: 'Steps', help: 'Best first, then what was skipped', required: true, max: 1000 },
  )

/** Every promotion in the order in which it was considered, with what it took off which line. */
export const promotionTrace = () =>
  list(
    group({
      promotionId: text({ required: true }),
      name: text({ required: true }),
      kind: choice(promotionKinds, { required: true }),
      coupon: text(),
      applied: boolean({ required: true }),
      why: text({ required: true }),
      amount: money({ required: true }),
      shares: list(group({ line: text({ required: true }), amount: money({ required: true }) }), {
        required: true,
        max: 1000,
      }),
    }),
    { label: 'Promotions', help: 'In the order in which they were considered', required: true, max: 5000 },
  )

/** The trace with its amounts as money. */
export const inWords = (trace: readonly PromotionTrace[], currency: string) => {
  const inMoney = (amount: number): Money => ({ amount, currency })
  return trace.map(({ amount, shares, ...rest }) => ({
    ...rest,
    amount: inMoney(amount),
    shares: shares.map(({ key, amount }) => ({ line: key, amount: inMoney(amount) })),
  }))
}
