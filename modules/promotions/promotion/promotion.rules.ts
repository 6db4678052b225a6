/** What a promotion must say of itself, by its kind. Pure. */
import type { PromotionKind } from '#engines/promotion'
import type { Money, RefusalDetail } from '#kernel'

type GoodsRef = { productId?: string | null; categoryId?: string | null }
/** As it is about to be written; what is not there is empty. */
export type PromotionValues = {
  kind: PromotionKind
  percent?: string | null
  amountOff?: Money | null
  setPrice?: Money | null
  maxDiscount?: Money | null
  minSpend?: Money | null
  buyQuantity?: number | null
  getQuantity?: number | null
  goods?: GoodsRef[] | null
  rewards?: GoodsRef[] | null
  parts?: GoodsRef[] | null
  days?: string[] | null
  validFrom?: string | null
  validTo?: string | null
  timeFrom?: string | null
  timeTo?: string | null
}

/** What each kind cannot be without. */
const needed: Readonly<Record<PromotionKind, readonly (keyof PromotionValues)[]>> = {
  percent: ['percent'],
  fixed: ['amountOff'],
  buy_x_get_y: ['buyQuantity', 'getQuantity'],
  bundle: ['setPrice', 'parts'],
  free_shipping: [],
}
/** What means something to some kinds only; elsewhere it would look as if it did something. */
const kindsOf: Readonly<Partial<Record<keyof PromotionValues, readonly PromotionKind[]>>> = {
  percent: ['percent', 'buy_x_get_y', 'free_shipping'],
  amountOff: ['fixed'],
  setPrice: ['bundle'],
  buyQuantity: ['buy_x_get_y'],
  getQuantity: ['buy_x_get_y'],
  rewards: ['buy_x_get_y', 'free_shipping'],
  parts: ['bundle'],
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** Everything that is wrong with it. `currency` is the company's: every amount is in it. */
export function promotionProblems(next: PromotionValues, currency: string): RefusalDetail[] {
  const kind = next.kind.replaceAll('_', ' ')
  const lacking = needed[next.kind].flatMap((field) =>
    isEmpty(next[field]) ? [{ field, message: `A promotion of the kind "${kind}" needs it.` }] : [],
  )
  const needless = Object.entries(kindsOf).flatMap(([field, kinds]) =>
    isEmpty(next[field as keyof PromotionValues]) || kinds.includes(next.kind)
      ? []
      : [{ field, message: `It does nothing in a promotion of the kind "${kind}". Leave it empty.` }],
  )
  const foreign = (['amountOff', 'setPrice', 'maxDiscount', 'minSpend'] as const).flatMap((field) => {
    const money = next[field]
    return money && money.currency !== currency ? [{ field, message: `Must be in ${currency}.` }] : []
  })
  return [...lacking, ...needless, ...foreign, ...refProblems(next), ...timeProblems(next)]
}

function refProblems({ goods, rewards, parts }: PromotionValues): RefusalDetail[] {
  const lists = { goods, rewards, parts }
  return Object.entries(lists).flatMap(([name, refs]) =>
    (refs ?? []).flatMap(({ productId, categoryId }, index) => {
      const field = `${name}.${index}`
      if (productId && categoryId) return [{ field, message: 'Name a product or a category, not both.' }]
      const isNeeded = name !== 'parts' && !productId && !categoryId
      return isNeeded ? [{ field, message: 'Name a product or a category.' }] : []
    }),
  )
}

function timeProblems({ validFrom, validTo, timeFrom, timeTo, days }: PromotionValues): RefusalDetail[] {
  const isBackwards = validFrom && validTo && validTo < validFrom
  const isNothing = timeFrom && timeTo && timeFrom.slice(0, 5) === timeTo.slice(0, 5)
  return [
    ...(isBackwards ? [{ field: 'validTo', message: 'Must not be before the first day.' }] : []),
    ...(isNothing ? [{ field: 'timeTo', message: 'Must not be the time at which it begins.' }] : []),
    ...(new Set(days ?? []).size < (days ?? []).length ? [{ field: 'days', message: 'Name each day once.' }] : []),
  ]
}
