/** Whether a promotion is for this buyer, at this place, now. Each answers why not, or undefined. */

import { addDays } from '../../kernel/time.ts'
import { reasons } from './reasons.ts'
import { type Promotion, type PromotionContext, type Weekday, weekdays } from './shapes.ts'

/** Why the promotion is not for this document, whatever lies in the cart; undefined where it is. */
export function whyNotHere(promotion: Promotion, context: PromotionContext): string | undefined {
  return whyNotThem(promotion, context) ?? whyNotNow(promotion, context) ?? whyOtherMoney(promotion, context)
}

const names = (list: readonly string[], one: string | null | undefined): boolean =>
  list.length === 0 || (one !== null && one !== undefined && list.includes(one))

function whyNotThem(promotion: Promotion, context: PromotionContext): string | undefined {
  const { customer, customerGroups = [], shop, channel } = context
  if (!names(promotion.shopIds, shop)) return reasons.shop
  if (!names(promotion.channels, channel)) return reasons.channel
  if (!names(promotion.customerIds, customer)) return reasons.customer
  const groups = promotion.customerGroupIds
  if (groups.length > 0 && !groups.some((id) => customerGroups.includes(id))) return reasons.group
  return undefined
}

function whyNotNow(promotion: Promotion, { date, clock }: PromotionContext): string | undefined {
  const { validFrom, validTo, days, timeFrom = null, timeTo = null } = promotion
  if ((validFrom && validFrom > date) || (validTo && validTo < date)) return reasons.date
  if (days.length === 0 && timeFrom === null && timeTo === null) return undefined
  if (!clock) return reasons.clock
  const [today = '', now = ''] = clock.split('T')
  const from = timeFrom ?? '00:00'
  const to = timeTo ?? '24:00'
  const isOverMidnight = from > to
  if (isOverMidnight ? now < from && now >= to : now < from || now >= to) return reasons.hours
  const day = isOverMidnight && now < to ? addDays(today, -1) : today
  return days.length > 0 && !days.includes(weekdayOf(day)) ? reasons.days : undefined
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(date: string): Weekday {
  const days = Math.floor(Date.parse(`${date}T00:00:00.000Z`) / 86_400_000)
  return weekdays[(((days + 3) % 7) + 7) % 7] ?? 'monday'
}

function whyOtherMoney({ amount, maxDiscount, minSpend }: Promotion, { currency }: PromotionContext) {
  const isForeign = [amount, maxDiscount, minSpend].some((money) => money && money.currency !== currency)
  return isForeign ? reasons.currency : undefined
}
