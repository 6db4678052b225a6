/** What a document says of its GST, put beside its prices and taxes. Pure. */
import { rateOn, type TaxRate } from '../tax.ts'
import { type GstRate, isReversed, rateUnder } from './rates.ts'
import { sectionOf, tableOf } from './section.ts'
import type { Buyer, BuyerKind, GoodsForGst, GstDocument, GstLine, Seller, Supply } from './shapes.ts'

/** Goods whose category and kind are known; `gst` absent is plainly taxable and has no HSN code. */
export type GoodsOfCategory = { readonly taxCategory: string; readonly gst?: GoodsForGst | null | undefined }
export type RateTable = Readonly<Record<string, readonly GstRate[]>>

/** Nobody who is registered, and no address. */
export const unnamedBuyer: Buyer = { gstin: null, kind: 'unregistered', state: null }
/** Who buys, by what their record says; a GSTIN without a kind is a regular registration. */
export const buyerOf = (record: {
  readonly gstin?: string | null
  readonly gstKind?: BuyerKind | null
  readonly gstState?: string | null
}): Buyer => ({
  gstin: record.gstin ?? null,
  kind: record.gstKind ?? (record.gstin ? 'regular' : 'unregistered'),
  state: record.gstState ?? null,
})

const plainGoods: GoodsForGst = { hsn: null, supply: 'taxable', reverseCharge: false }

/** The dated rates as they are charged under the supply, by category. */
export function ratesUnder(
  supply: Supply,
  rates: RateTable,
  goods: readonly GoodsOfCategory[],
): Record<string, TaxRate[]> {
  const kinds = new Map(goods.map(({ taxCategory, gst }) => [taxCategory, gst ?? undefined]))
  return Object.fromEntries(
    Object.entries(rates).map(([category, dated]) => [
      category,
      dated.map((rate) => rateUnder(supply, rate, kinds.get(category))),
    ]),
  )
}

type Posted = {
  readonly total: number
  readonly date: string
  /** In the order of the lines. */
  readonly goods: readonly GoodsOfCategory[]
  readonly rates: RateTable
}

/**
 * What a document and its lines keep: the supply, the table of the return that tells of it, and the rates as the table
 * of the day has them, whatever was charged. Refuses TAX_RATE_MISSING.
 */
export function gstOfPosted(
  supply: Supply,
  { total, date, goods, rates }: Posted,
): { document: GstDocument; lines: GstLine[] } {
  const { stateHead: _head, ...kept } = supply
  const section = sectionOf(supply, { total, date })
  const lines = goods.map(({ taxCategory, gst }): GstLine => {
    const { percent, cess }: GstRate = rateOn(rates[taxCategory] ?? [], date)
    const { hsn, supply: kind, reverseCharge } = gst ?? plainGoods
    const of = { hsn, supply: kind, reverseCharge }
    return { ...of, rate: percent, cess: cess ?? '0', table: tableOf({ ...kept, section }, of) }
  })
  return { document: { ...kept, section, reverseCharge: lines.some((line) => isReversed(supply, line)) }, lines }
}

/** The registration that a shop sells under: its own, or the company's. Null where the company has none. */
export function sellerAt(
  company: Seller | null,
  shop: { readonly gstin?: string | null; readonly lut?: Seller['lut'] },
): Seller | null {
  if (!company || !shop.gstin) return company
  return { ...company, gstin: shop.gstin, lut: shop.gstin === company.gstin ? company.lut : (shop.lut ?? null) }
}
