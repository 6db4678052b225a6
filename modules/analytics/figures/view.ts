/** What a caller may look at, and in which money and days it is told. */
import { businessDate, type CalendarDate, type Context, msOf, refuse } from '#kernel'
import { companySettings } from '#modules/companies'
import { shopsAmong } from '#modules/shops'
import { type Shown, seesCost } from './figures.rules.ts'

export type View = Shown & {
  timeZone: string
  /** Today in the company's zone. */
  today: CalendarDate
  /** The shops that may be seen; null is the whole company. */
  shops: string[] | null
  /** The last sale or return that is counted; null before the first. */
  asOf: string | null
}

/** In one round trip. Refuses NOT_FOUND for a shop that is missing or beyond the caller's reach. */
export async function viewFor(context: Context, shopId?: string | undefined): Promise<View> {
  const { sql, companyId, now } = context
  if (shopId) context.requireShop(shopId)
  const [{ currency, timeZone }, progress, found] = await Promise.all([
    companySettings(context),
    sql<{ asOf: string }[]>`
      select counted_to as "asOf" from analytics.progress where company_id = ${companyId}`,
    shopId ? shopsAmong(sql, companyId, [shopId]) : undefined,
  ])
  if (shopId && !found?.length) throw refuse('NOT_FOUND', [{ field: 'shopId', message: 'There is no such shop.' }])
  return {
    currency,
    timeZone,
    today: businessDate(msOf(now), timeZone),
    shops: found ?? shopsInReach(context),
    costs: context.may(seesCost),
    asOf: progress[0]?.asOf ?? null,
  }
}

function shopsInReach({ scope, actor }: Pick<Context, 'scope' | 'actor'>): string[] | null {
  if (scope === 'all' || scope === 'company') return null
  return scope === 'shop' ? [...actor.shopIds] : []
}
