// Written by tools/sdk.ts from the registry.

import type { Money } from './values.ts'

export type AnalyticsDashboardAnswer = {
  date: string
  asOf?: string | null
  sales?: {
    today?: {
      from: string
      to: string
      sales: number
      returns: number
      units: string
      net: Money
      tax: Money
      gross: Money
      returned: Money
      averageTicket?: Money | null
      cost?: Money | null
      margin?: Money | null
      marginPercent?: string | null
      before?: {
        from: string
        to: string
        sales: number
        returns: number
        units: string
        net: Money
        tax: Money
        gross: Money
        returned: Money
        averageTicket?: Money | null
        cost?: Money | null
        margin?: Money | null
        marginPercent?: string | null
      } | null
      change?: {
        sales?: string | null
        net?: string | null
      } | null
    } | null
    week?: {
      from: string
      to: string
      sales: number
      returns: number
      units: string
      net: Money
      tax: Money
      gross: Money
      returned: Money
      averageTicket?: Money | null
      cost?: Money | null
      margin?: Money | null
      marginPercent?: string | null
      before?: {
        from: string
        to: string
        sales: number
        returns: number
        units: string
        net: Money
        tax: Money
        gross: Money
        returned: Money
        averageTicket?: Money | null
        cost?: Money | null
        margin?: Money | null
        marginPercent?: string | null
      } | null
      change?: {
        sales?: string | null
        net?: string | null
      } | null
    } | null
    month?: {
      from: string
      to: string
      sales: number
      returns: number
      units: string
      net: Money
      tax: Money
      gross: Money
      returned: Money
      averageTicket?: Money | null
      cost?: Money | null
      margin?: Money | null
      marginPercent?: string | null
      before?: {
        from: string
        to: string
        sales: number
        returns: number
        units: string
        net: Money
        tax: Money
        gross: Money
        returned: Money
        averageTicket?: Money | null
        cost?: Money | null
        margin?: Money | null
        marginPercent?: string | null
      } | null
      change?: {
        sales?: string | null
        net?: string | null
      } | null
    } | null
  } | null
  inventory?: {
    lowStock: number
    outOfStock: number
  } | null
  customers?: {
    total: number
    new: number
  } | null
  bestSellers?: {
    productId: string
    sku?: string | null
    name?: string | null
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
  }[] | null
  revenueByShop?: {
    shopId: string
    name?: string | null
    sales: number
    returns: number
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    averageTicket?: Money | null
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
  }[] | null
  days?: {
    date: string
    sales?: number | null
    net?: Money | null
    gross?: Money | null
  }[] | null
}

export type AnalyticsSalesAnswer = {
  from: string
  to: string
  asOf?: string | null
  totals?: {
    sales: number
    returns: number
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    averageTicket?: Money | null
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
  } | null
  before?: {
    from: string
    to: string
    sales: number
    returns: number
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    averageTicket?: Money | null
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
  } | null
  change?: {
    sales?: string | null
    net?: string | null
  } | null
  rows?: {
    key: string
    label?: string | null
    sales: number
    returns: number
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    averageTicket?: Money | null
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
    payments?: number | null
    refunds?: number | null
    paid?: Money | null
    refunded?: Money | null
  }[] | null
}

export type AnalyticsInventoryAnswer = {
  from: string
  to: string
  asOf?: string | null
  totals?: {
    products?: number | null
    lowStock?: number | null
    outOfStock?: number | null
    value?: Money | null
  } | null
  warehouses?: {
    warehouseId?: string | null
    code?: string | null
    name?: string | null
    shopId?: string | null
    products?: number | null
    lowStock?: number | null
    outOfStock?: number | null
    value?: Money | null
  }[] | null
  turnover?: {
    costOfGoods: Money
    timesAYear?: string | null
    daysOfStock?: string | null
  } | null
  slowMovers?: {
    productId?: string | null
    sku?: string | null
    name?: string | null
    warehouseId?: string | null
    onHand?: string | null
    lastSoldAt?: string | null
    value?: Money | null
  }[] | null
}

export type AnalyticsCustomersAnswer = {
  from: string
  to: string
  asOf?: string | null
  customers?: number | null
  newCustomers?: number | null
  returningCustomers?: number | null
  averageNet?: Money | null
  known?: {
    sales: number
    returns: number
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    averageTicket?: Money | null
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
  } | null
  unknown?: {
    sales?: number | null
  } | null
  before?: {
    from: string
    to: string
    customers?: number | null
    newCustomers?: number | null
    returningCustomers?: number | null
  } | null
  top?: {
    customerId: string
    name?: string | null
    sales: number
    returns: number
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    averageTicket?: Money | null
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
  }[] | null
}

export type AnalyticsProductsAnswer = {
  from: string
  to: string
  asOf?: string | null
  best?: {
    productId: string
    sku?: string | null
    name?: string | null
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
  }[] | null
  worst?: {
    productId: string
    sku?: string | null
    name?: string | null
    units: string
    net: Money
    tax: Money
    gross: Money
    returned: Money
    cost?: Money | null
    margin?: Money | null
    marginPercent?: string | null
  }[] | null
}

export type AnalyticsReportBody = {
  measures: ('sales' | 'returns' | 'units' | 'net' | 'tax' | 'gross' | 'returned' | 'averageTicket' | 'cost' | 'margin' | 'marginPercent')[]
  dimensions?: ('date' | 'week' | 'month' | 'weekday' | 'shop' | 'hour' | 'product' | 'customer')[]
  from?: string
  to?: string
  filters?: {
    shopIds?: string[]
    productIds?: string[]
    customerIds?: string[]
  }
  sort?: 'sales' | 'returns' | 'units' | 'net' | 'gross' | 'returned' | 'cost' | 'margin'
  ascending?: boolean
  limit?: number
}

export type AnalyticsReportAnswer = {
  from: string
  to: string
  asOf?: string | null
  rows?: Record<string, unknown>[] | null
  isCut: boolean
}

export type AnalyticsInsightsAnswer = {
  date: string
  asOf?: string | null
  facts?: {
    code: string
    text: string
    figures?: Record<string, unknown> | null
  }[] | null
}

export interface AnalyticsRoutes {
  /** Says how today, the week and the month sell against as much of the one before, what sells best, what is low. `analytics.dashboard`, permission `analytics.dashboard`. */
  'GET /analytics/dashboard': {
    params: never
    query: {
      shopId?: string
    }
    body: never
    answer: AnalyticsDashboardAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  'GET /erp/dashboard': AnalyticsRoutes['GET /analytics/dashboard']
  /** Says what was sold in a period and in the one before, grouped as wanted. What was not sold has no row. `analytics.sales`, permission `analytics.sales`. */
  'GET /analytics/sales': {
    params: never
    query: {
      from?: string
      to?: string
      shopId?: string
      groupBy?: 'day' | 'week' | 'month' | 'hour' | 'shop' | 'tender' | 'product'
      limit?: number
    }
    body: never
    answer: AnalyticsSalesAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VALIDATION_FAILED'
  }
  'GET /erp/reports/sales': AnalyticsRoutes['GET /analytics/sales']
  /** Says what the stock of each warehouse is worth, how fast it turns, what is low, and what is not sold. `analytics.inventory`, permission `analytics.inventory`. */
  'GET /analytics/inventory': {
    params: never
    query: {
      from?: string
      to?: string
      shopId?: string
      idleDays?: number
      limit?: number
    }
    body: never
    answer: AnalyticsInventoryAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VALIDATION_FAILED'
  }
  /** Says how many known customers bought in a period, how many for the first time, and who bought the most. `analytics.customers`, permission `analytics.customers`. */
  'GET /analytics/customers': {
    params: never
    query: {
      from?: string
      to?: string
      shopId?: string
      limit?: number
    }
    body: never
    answer: AnalyticsCustomersAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VALIDATION_FAILED'
  }
  /** Says which products brought in the most and which the least of those that moved in a period. `analytics.products`, permission `analytics.products`. */
  'GET /analytics/products': {
    params: never
    query: {
      from?: string
      to?: string
      shopId?: string
      limit?: number
    }
    body: never
    answer: AnalyticsProductsAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VALIDATION_FAILED'
  }
  /** Sums chosen measures of sales by chosen dimensions, at most 1,000 rows. Changes nothing. `analytics.report`, permission `analytics.report`. */
  'POST /analytics/reports': {
    params: never
    query: never
    body: AnalyticsReportBody
    answer: AnalyticsReportAnswer
    isList: false
    refuses: 'VALIDATION_FAILED'
  }
  /** Says what stood out on a day against the same weekday in the four weeks before, and what is low now. `analytics.insights`, permission `analytics.insights`. */
  'GET /insights/daily': {
    params: never
    query: {
      date?: string
      shopId?: string
    }
    body: never
    answer: AnalyticsInsightsAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
}
