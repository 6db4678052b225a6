/** GST of a sale, where the company is registered for it: decided before prices are taxed, kept after. Pure. */
import { gstOfPosted, type RateTable, ratesUnder, unnamedBuyer } from '../gst/document.ts'
import type { Buyer, Delivery, Seller, Supply } from '../gst/shapes.ts'
import { supplyOf } from '../gst/supply.ts'
import type { RatesByCategory } from '../tax.ts'
import type { Draft, GoodsForSale } from './draft.ts'

/** `seller` null: GST is not the company's tax, and nothing of it is decided or kept. */
export type GstFacts = {
  seller: Seller | null | undefined
  buyer?: Buyer | null | undefined
  delivery?: Delivery | null | undefined
  products: readonly GoodsForSale[]
  rates: RatesByCategory
  date: string
}

/** Rates as they are charged, and what puts the GST of the document into its draft. Refuses as `supplyOf` does. */
export function gstOfSale(facts: GstFacts): { rates: RatesByCategory; keep: (draft: Draft) => Draft } {
  const { seller, buyer, delivery, products, rates, date } = facts
  if (!seller) return { rates, keep: (draft) => draft }
  const isService = products.every(({ kind }) => kind === 'service')
  const supply = supplyOf({ seller, buyer: buyer ?? unnamedBuyer, delivery: delivery ?? {}, date, isService })
  return {
    rates: ratesUnder(supply, rates, products.map(categoryOf)),
    keep: (draft) => withGst(draft, { supply, products, rates, date }),
  }
}

const categoryOf = ({ priced, gst }: GoodsForSale) => ({ taxCategory: priced.taxCategory, gst })

type Kept = { supply: Supply; products: readonly GoodsForSale[]; rates: RateTable; date: string }

/** The draft with what its lines and the whole of it keep. Goods stand in the order of the lines. */
function withGst(draft: Draft, { supply, products, rates, date }: Kept): Draft {
  const goods = products.map(categoryOf)
  const { document, lines } = gstOfPosted(supply, { total: draft.total, date, goods, rates })
  return { ...draft, lines: draft.lines.map((line, index) => ({ ...line, gst: lines[index] ?? null })), gst: document }
}
