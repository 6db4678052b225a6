'use client'
/** How a product sold lately, day by day. */
import type { Money } from '#sdk/values'
import { useMay } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'

export type SalesDay = {
  date: string
  units: string
  sales: number
  net: Money
  returned: Money
  margin?: Money | null
}

/** Of the last thirty days, by the day of the company; the API's own words for the period are in `data`. */
export function useProductSales(productId: string, { enabled = true } = {}) {
  const may = useMay()
  const margin = may('catalog.product.cost') ? (['margin'] as const) : []
  const body = {
    measures: ['units' as const, 'sales' as const, 'net' as const, 'returned' as const, ...margin],
    filters: { productIds: [productId] },
  }
  const totals = useRoute('analytics', 'POST /analytics/reports', { body: { ...body, limit: 1 } }, { enabled })
  const days = useRoute(
    'analytics',
    'POST /analytics/reports',
    { body: { ...body, dimensions: ['date'], limit: 31 } },
    { enabled },
  )
  return {
    error: totals.error ?? days.error,
    retry: () => void Promise.all([totals.refetch(), days.refetch()]),
    period: totals.data && { from: totals.data.from, to: totals.data.to },
    totals: totals.data && (((totals.data.rows ?? [])[0] ?? nothing) as SalesDay),
    days: days.data && ((days.data.rows ?? []) as SalesDay[]),
  }
}

/** What was never sold has no row. */
const nothing = { units: '0', sales: 0 }
