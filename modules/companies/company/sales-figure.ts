/** What a sale or a return adds to the figures of its day: the one place where events become figures. */
import type { LoggedEvent } from '#kernel'

/** Amounts in minor units of `currency`; a return counts against them. */
export type SalesFigure = {
  shopId: string
  /** The trading date. */
  date: string
  currency: string
  sales: number
  returns: number
  net: number
  tax: number
  total: number
}

type Document = { shopId: string; businessDate: string; currency: string; net: number; tax: number; total: number }

/** The figure of a `sale.completed` or `sale.returned` event; undefined for every other. */
export function salesFigureOf({ type, data }: Pick<LoggedEvent, 'type' | 'data'>): SalesFigure | undefined {
  if (type === 'sale.completed') return figureOf(data.sale as Document, 1)
  if (type === 'sale.returned') return figureOf(data.creditNote as Document, -1)
  return undefined
}

function figureOf({ shopId, businessDate, currency, net, tax, total }: Document, sign: 1 | -1): SalesFigure {
  const isSale = sign === 1
  return {
    shopId,
    date: businessDate,
    currency,
    sales: isSale ? 1 : 0,
    returns: isSale ? 0 : 1,
    net: sign * net,
    tax: sign * tax,
    total: sign * total,
  }
}
