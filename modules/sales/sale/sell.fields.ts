/** What is asked for of a cart, and how its lines are answered: by selling it, and by asking what it would come to. */
import type { DraftLine } from '#engines/sale'
import { code, group, link, list, money, quantity, text } from '#kernel'
import { product } from '#modules/catalog'
import { namedLots } from '#modules/inventory'

/** A till's cart; larger documents are orders. */
const linesMax = 500

const line = group(
  {
    product: link({ label: 'Product', to: () => product }),
    sku: text({ label: 'SKU', max: 64 }),
    barcode: text({ label: 'Barcode', max: 64 }),
    quantity: quantity({ label: 'Quantity', required: true, example: '2' }),
    unit: code({ label: 'Unit', help: "The barcode's or the stock unit, unless told", max: 16 }),
    lots: namedLots(),
    unitPrice: money({ label: 'Price by hand', help: 'Needs a permission and a reason', min: 0 }),
    priceReason: text({ label: 'Reason for the price' }),
  },
  { required: true },
)

export const askedLines = () => list(line, { label: 'Lines', required: true, min: 1, max: linesMax })

/** Codes as a customer hands them over. */
export const couponCodes = () => list(text({ max: 40 }), { label: 'Coupons', help: 'Codes, in any case', max: 5 })

/** A line of a draft as it is answered. */
export function lineInMoney(each: DraftLine, inMoney: (amount: number) => { amount: number; currency: string }) {
  const { id, position, productId, sku, name, kind, quantity, unit, includesTax, priceStep, taxes, gst } = each
  return {
    ...{ id, position, productId, sku, name, kind, quantity, unit, includesTax, priceStep, taxes, gst },
    ...{ unitPrice: inMoney(each.unitPrice), discount: inMoney(each.discount), promotions: each.promotions },
    ...{ net: inMoney(each.net), tax: inMoney(each.tax), gross: inMoney(each.gross) },
  }
}
