/** What happens to a cart. Pure: ids come in, a new cart comes out. */
import { addDecimal, compareDecimal, subtractDecimal } from '#engines/ground'
import type { Cart, CartCoupon, CartLine, Customer, Money } from '#web/till/values.ts'

/** As many as the API takes in one sale. */
export const linesMax = 500

export const emptyCart = (id: string): Cart => ({ id, lines: [], customer: null, note: '' })
export const isEmpty = ({ lines, customer, note }: Cart): boolean => lines.length === 0 && !customer && note === ''

export type Addition = { productId: string; unit?: string | null; quantity?: string; key: string }

/** Adds goods: to the line that has them in that unit without a price by hand, else as a line of their own. */
export function add(cart: Cart, { productId, unit = null, quantity = '1', key }: Addition): Cart {
  const known = cart.lines.find((line) => line.productId === productId && line.unit === unit && !line.unitPrice)
  if (known) return setQuantity(cart, known.key, addDecimal(known.quantity, quantity))
  return { ...cart, lines: [...cart.lines, { key, productId, unit, quantity }] }
}

/** Nothing or less of it takes the line out. */
export function setQuantity(cart: Cart, key: string, quantity: string): Cart {
  return compareDecimal(quantity, '0') > 0 ? change(cart, key, { quantity }) : removeLine(cart, key)
}

/** One more or one less. */
export function step(cart: Cart, key: string, by: 1 | -1): Cart {
  const line = cart.lines.find((each) => each.key === key)
  if (!line) return cart
  return setQuantity(cart, key, by === 1 ? addDecimal(line.quantity, '1') : subtractDecimal(line.quantity, '1'))
}

export const setUnit = (cart: Cart, key: string, unit: string | null): Cart => change(cart, key, { unit })

/** A price by hand with its reason; undefined goes back to the price of the book. */
export function setPrice(cart: Cart, key: string, by: { price: Money; reason: string } | undefined): Cart {
  return {
    ...cart,
    lines: cart.lines.map((line) => {
      if (line.key !== key) return line
      const { unitPrice: _, priceReason: __, ...rest } = line
      return by ? { ...rest, unitPrice: by.price, priceReason: by.reason } : rest
    }),
  }
}

export const removeLine = (cart: Cart, key: string): Cart => ({
  ...cart,
  lines: cart.lines.filter((line) => line.key !== key),
})

/** Puts a line back where it was. */
export function putBack(cart: Cart, line: CartLine, index: number): Cart {
  if (cart.lines.some(({ key }) => key === line.key)) return cart
  return { ...cart, lines: cart.lines.toSpliced(Math.min(index, cart.lines.length), 0, line) }
}

export const setCustomer = (cart: Cart, customer: Customer | null): Cart => ({ ...cart, customer })
export const setNote = (cart: Cart, note: string): Cart => ({ ...cart, note })

/** Once each, and one for each promotion. */
export function addCoupon(cart: Cart, coupon: CartCoupon): Cart {
  const others = (cart.coupons ?? []).filter(
    ({ code, promotionId }) => code !== coupon.code && promotionId !== coupon.promotionId,
  )
  return { ...cart, coupons: [...others, coupon] }
}

export const removeCoupon = (cart: Cart, code: string): Cart => ({
  ...cart,
  coupons: (cart.coupons ?? []).filter((each) => each.code !== code),
})

function change(cart: Cart, key: string, to: Partial<CartLine>): Cart {
  return { ...cart, lines: cart.lines.map((line) => (line.key === key ? { ...line, ...to } : line)) }
}

/** The keys of lines that are new or changed, seen from what was there: what another till did. */
export function changedKeys(before: Cart, after: Cart): string[] {
  const known = new Map(before.lines.map((line) => [line.key, JSON.stringify(line)]))
  return after.lines.filter((line) => known.get(line.key) !== JSON.stringify(line)).map(({ key }) => key)
}
