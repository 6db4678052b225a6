import type { ProductsForSale } from '#modules/catalog'
import type { CompanySettings } from '#modules/companies'
import type { SeriesKey } from '../number-series/next-number.ts'
import type { HistoryRow } from './history.rules.ts'

/** What every document of the past needs to know. `products` are in the order of the document's rows. */
export type PastDocument = {
  rows: readonly HistoryRow[]
  settings: CompanySettings
  goods: ProductsForSale
  shopId: string
  businessDate: string
  at: string
  series: (kind: SeriesKey['kind']) => SeriesKey
}
