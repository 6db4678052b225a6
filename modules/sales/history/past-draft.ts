/** Prices and taxes lines of the past: at the prices of the file, at the tax of their day. */
import { priceDocument } from '#engines/price'
import { type Draft, draftOf } from '#engines/sale'
import { type Context, type Decimal, parseDecimal } from '#kernel'
import { type HistoryRow, isAbroad } from './history.rules.ts'
import type { PastDocument } from './past-document.ts'

/** The lines as a document is posted, in their order. Refuses TAX_RATE_MISSING and quantities finer than the unit. */
export function pastDraft(context: Context, past: PastDocument, lines: readonly HistoryRow[]): Draft {
  const { goods, rows, settings, businessDate, shopId } = past
  const given = lines.map((row, index) => {
    const product = goods.products[rows.findIndex((each) => each.row === row.row)]
    if (!product) throw new Error(`row ${row.row} has no goods`)
    return { row, product, quantity: quantityOf(row, index, product.decimals) }
  })
  const document = priceDocument({
    lines: given.map(({ row, product, quantity }) => ({
      key: context.newId(),
      product: {
        ...product.priced,
        taxCategory: isAbroad(row.country, settings.country) ? null : product.priced.taxCategory,
      },
      quantity,
      unit: product.unit,
      override: { price: row.unitPrice, includesTax: true },
    })),
    lists: [],
    rates: goods.rates,
    shop: shopId,
    currency: settings.currency,
    date: businessDate,
    rounding: settings.taxRounding,
  })
  return draftOf(
    document,
    given.map(({ row, product }) => {
      const name = row.description?.trim() || product.name
      return { ...product, name, priceReason: `As on ${row.number}` }
    }),
  )
}

const quantityOf = ({ quantity }: HistoryRow, index: number, decimals: number): Decimal =>
  parseDecimal(quantity, { scale: decimals, field: `lines.${index}.quantity` })
