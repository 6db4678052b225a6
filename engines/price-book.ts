/**
 * Prices a cart from a price book: goods, lists, rates and settings as a till keeps them. The figures are those that
 * the server comes to from its database, to the byte, because both end in `draftSale`.
 */
import type { Decimal } from '../kernel/decimal.ts'
import type { Money } from '../kernel/money.ts'
import { refuse } from '../kernel/refusal.ts'
import type { CalendarDate } from '../kernel/time.ts'
import type { Buyer, Delivery, GoodsForGst } from './gst/shapes.ts'
import { priceOf } from './price/price-of.ts'
import type { Price, PriceList, PriceListLine } from './price/shapes.ts'
import type { GivenCoupon, Promotion, PromotionTrace } from './promotion/shapes.ts'
import {
  type CartLine,
  type Draft,
  type DraftFacts,
  draftSale,
  explainSale,
  type GoodsForSale,
  type SaleSettings,
} from './sale/draft.ts'
import type { TaxRate } from './tax.ts'

/** A line of a price list that names the goods themselves (`variant` only where they are one) or their parent. */
export type BookPrice = Omit<PriceListLine, 'productId' | 'variantId' | 'categoryId'> & {
  readonly list: string
  readonly of: 'product' | 'variant'
}

/** Another unit in which goods are sold: one of it holds `factor` stock units. */
export type BookUnit = { readonly unit: string; readonly factor: Decimal; readonly decimals: number }

/** Goods as a price book holds them. `unit` is the stock unit, `price` of one of it; `categoryIds` nearest first. */
export type BookGoods = {
  readonly productId: string
  readonly parentId: string | null
  readonly sku: string
  readonly name: string
  readonly kind: GoodsForSale['kind']
  readonly stocked: boolean
  readonly unit: string
  readonly decimals: number
  readonly units: readonly BookUnit[]
  /** `unit` null: the stock unit. */
  readonly barcodes: readonly { readonly code: string; readonly unit: string | null }[]
  readonly taxCategory: string
  readonly categoryIds: readonly string[]
  readonly price: Money | null
  readonly gst?: GoodsForGst | null
  readonly prices: readonly BookPrice[]
}

/** `lines` are those for categories and for all goods; lines that name goods are with the goods. */
export type BookList = PriceList
export type BookRate = TaxRate & { readonly taxCategory: string; readonly cess?: Decimal | null }
/** What is beside the goods. */
export type PriceBook = {
  readonly lists: readonly BookList[]
  readonly rates: readonly BookRate[]
  readonly settings: SaleSettings
  /** Those that may hold at the shop. A book of before there were any has none. */
  readonly promotions?: readonly Promotion[]
}

/** A line of a cart; without a unit it is in the stock unit. */
export type BookLine = CartLine & { readonly goods: BookGoods; readonly unit?: string | null | undefined }

export type BookCart = {
  book: PriceBook
  lines: readonly BookLine[]
  shopId: string
  customer?: { id: string; groupId: string | null; gst?: Buyer | null | undefined } | null | undefined
  /** Where the goods go, for GST; over the counter unless told. */
  delivery?: Delivery | undefined
  /** The shop's trading date. */
  date: CalendarDate
  /** What the shop's wall shows, such as "2026-12-01T17:05", for promotions of certain hours. */
  clock?: string | null | undefined
  /** Coupons that the server has checked. */
  coupons?: readonly GivenCoupon[] | undefined
  /** Names the lines; ids must rise, as they do on the server. */
  newId: () => string
}

/**
 * The draft of a cart. Refuses VALIDATION_FAILED for a unit that goods are not sold by and for a quantity finer than
 * its unit, PRICE_MISSING, TAX_RATE_MISSING and CURRENCY_MISMATCH, each naming `lines.<i>`.
 */
export const priceCart = (cart: BookCart): Draft => draftSale(factsOf(cart))

/** What became of every promotion in the cart, as they were considered. Refuses as `priceCart` does. */
export const explainPromotions = (cart: BookCart): readonly PromotionTrace[] =>
  explainSale(factsOf(cart)).document.promotions

function factsOf({ book, lines, shopId, customer, delivery, date, clock, coupons, newId }: BookCart): DraftFacts {
  return {
    requests: lines,
    goods: {
      products: lines.map(soldAs),
      lists: listsFor(book, lines),
      rates: Object.groupBy(book.rates, ({ taxCategory }) => taxCategory) as Record<string, BookRate[]>,
    },
    settings: book.settings,
    shopId,
    customer: customer ?? undefined,
    delivery,
    date,
    newId,
    ...{ clock, coupons, promotions: book.promotions },
  }
}

/** How one line of the cart came to its price: what was considered, best first. Refuses as `priceCart` does. */
export function explainLine(cart: Omit<BookCart, 'newId'>, index: number): Price {
  const { book, lines, shopId, customer, date } = cart
  const line = lines[index]
  if (!line) throw new RangeError(`The cart has no line ${index}.`)
  const { priced, unit } = soldAs(line, index)
  return priceOf({
    product: { ...priced, includesTax: book.settings.pricesIncludeTax },
    ...{ quantity: line.quantity, unit, lists: listsFor(book, lines), shop: shopId, date, field: `lines.${index}` },
    override: line.unitPrice ? { price: line.unitPrice, reason: line.priceReason ?? '' } : null,
    customer: customer?.id ?? null,
    customerGroups: customer?.groupId ? [customer.groupId] : [],
    currency: book.settings.currency,
  })
}

/** Goods in the unit of the line. */
function soldAs({ goods, unit: asked }: BookLine, index: number): GoodsForSale {
  const { productId, parentId, sku, name, kind, stocked, unit: stockUnit, units, price, categoryIds, gst } = goods
  const unit = asked ?? stockUnit
  const sold = unit === stockUnit ? { factor: '1', decimals: goods.decimals } : units.find((each) => each.unit === unit)
  if (!sold) {
    const message = `${sku} is not sold by ${unit}. Use ${[stockUnit, ...units.map((each) => each.unit)].join(' or ')}.`
    throw refuse('VALIDATION_FAILED', [{ field: `lines.${index}.unit`, message }])
  }
  return {
    ...{ productId, sku, name, kind, stocked, unit, stockUnit },
    decimals: sold.decimals,
    factorToStockUnit: sold.factor,
    gst,
    priced: {
      ...{ id: parentId ?? productId, variantId: parentId && productId },
      ...{ categoryIds, unit: stockUnit, units, price, taxCategory: goods.taxCategory },
    },
  }
}

/** The lists with the lines that speak of the cart's goods; a parent's line stands once, however many variants. */
function listsFor({ lists }: PriceBook, lines: readonly BookLine[]): PriceList[] {
  const byList = new Map<string, Map<string, PriceListLine>>()
  for (const { goods } of lines) {
    for (const { list, of, ...price } of goods.prices) {
      const known = byList.get(list) ?? new Map<string, PriceListLine>()
      byList.set(list, known)
      const named = of === 'variant' ? { variantId: goods.productId } : { productId: goods.parentId ?? goods.productId }
      known.set(price.id, { ...price, ...named })
    }
  }
  return lists.map((list) => ({ ...list, lines: [...list.lines, ...(byList.get(list.id)?.values() ?? [])] }))
}
