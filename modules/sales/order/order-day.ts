/** The trading date of an order's shop now, and what its documents are numbered by. */
import { businessDate, type Context, fiscalYearOf, msOf } from '#kernel'
import { companySettings } from '#modules/companies'
import { shopOfDocument } from '#modules/shops'
import type { SeriesKey } from '../number-series/next-number.ts'

export type OrderDay = { date: string; seriesOf: (kind: 'invoice' | 'order_credit') => SeriesKey }

export async function orderDay(context: Context, shopId: string): Promise<OrderDay> {
  const [settings, place] = await Promise.all([companySettings(context), shopOfDocument(context, shopId)])
  const date = businessDate(msOf(context.now), place.timeZone, place.dayStart)
  const fiscalYear = fiscalYearOf(date, settings.fiscalYearStartMonth)
  return { date, seriesOf: (kind) => ({ scope: shopId, kind, fiscalYear, code: place.shopCode, shopId }) }
}
