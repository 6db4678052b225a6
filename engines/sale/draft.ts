/** What a sale at the till is: prices, taxes and sums of the lines that were asked for. Pure. */
import { type Decimal, parseDecimal } from '../../kernel/decimal.ts'
import type { Money } from '../../kernel/money.ts'
import type { Buyer, Delivery, GoodsForGst, GstDocument, GstLine, Seller } from '../gst/shapes.ts'
import { type PricedDocument, priceDocument } from '../price/document.ts'
import type { PricedProduct, PriceList } from '../price/shapes.ts'
import type { AppliedPromotion, GivenCoupon, Promotion } from '../promotion/shapes.ts'
import type { AppliedRate, LineComponent, RatesByCategory, TaxRounding } from '../tax.ts'
import { gstOfSale } from './gst-of-sale.ts'

/**
 * Goods as a line sells them. `productId` is what is sold and kept in stock; `priced.id` is the parent's of a variant,
 * so that prices of the parent hold for it. `taxCategory` is a key of the rates. Quantities of the line are in `unit`,
 * of which one holds `factorToStockUnit` stock units, and have at most `decimals` decimals.
 */
export type GoodsForSale = {
  productId: string
  sku: string
  name: string
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  stocked: boolean
  /** Of a bundle: what one stock unit of it takes from stock in its place. */
  components?: readonly Component[]
  unit: string
  decimals: number
  stockUnit: string
  factorToStockUnit: Decimal
  /** For the price engine; `includesTax` of the product's own price comes from the settings. */
  priced: PricedProduct & { taxCategory: string }
  /** What they are for GST; absent where nothing is said of it. */
  gst?: GoodsForGst | null | undefined
}

/** Goods in a bundle, in their own stock unit. */
export type Component = { productId: string; quantity: Decimal }

/** What was asked for of the goods at the same position. */
export type CartLine = { quantity: Decimal; unitPrice?: Money | undefined; priceReason?: string | undefined }

/** The tax of one line by rate, in minor units; with the components of the rate, where it has any. */
export type LineTax = {
  code: string
  percent: string
  net: number
  amount: number
  components?: LineComponent[] | undefined
}

/** A line as it is posted. Amounts in minor units of the draft's currency; `factor` is stock units in one unit. */
export type DraftLine = {
  id: string
  position: number
  productId: string
  sku: string
  name: string
  kind: GoodsForSale['kind']
  stocked: boolean
  components?: readonly Component[]
  quantity: Decimal
  unit: string
  decimals: number
  factor: Decimal
  unitPrice: number
  includesTax: boolean
  priceStep: string
  priceList: string | null
  priceReason: string | null
  /** What promotions took off unit price times quantity: the line's frozen share, as `promotions` adds up to it. */
  discount: number
  promotions: AppliedPromotion[]
  net: number
  tax: number
  gross: number
  taxes: LineTax[]
  gst: GstLine | null
}

type TaxComponent = { code: string; label: string; tax: Money }
/** The tax of a document at one rate; `code` null outside the scope of tax. */
export type TaxTotal = {
  code: string | null
  label: string | null
  percent: Decimal | null
  net: Money
  tax: Money
  components: TaxComponent[]
}

/** A document before it is written; net + tax = total, and these and the discount are each the sum of its lines. */
export type Draft = {
  currency: string
  rounding: TaxRounding
  lines: DraftLine[]
  taxes: TaxTotal[]
  discount: number
  /** What each promotion took off, in the order in which they were applied. */
  promotions: AppliedPromotion[]
  net: number
  tax: number
  total: number
  /** Null where the company is not registered for GST. */
  gst: GstDocument | null
}

/**
 * How the company prices: its currency, whether own prices contain tax, how tax is rounded, and the registration for
 * GST that the shop sells under.
 */
export type SaleSettings = {
  currency: string
  pricesIncludeTax: boolean
  taxRounding: TaxRounding
  gst?: Seller | null | undefined
}

/** Lines and goods stand in the same order; `newId` names each line. */
export type DraftFacts = {
  requests: readonly CartLine[]
  goods: { products: readonly GoodsForSale[]; lists: readonly PriceList[]; rates: RatesByCategory }
  settings: SaleSettings
  shopId: string
  customer: { id: string; groupId: string | null; gst?: Buyer | null | undefined } | undefined
  /** Where the goods go, for GST; over the counter unless told. */
  delivery?: Delivery | undefined
  /** The shop's trading date. */
  date: string
  newId: () => string
  /** What the shop's wall shows, such as "2026-12-01T17:05"; without it promotions of certain hours do not hold. */
  clock?: string | null | undefined
  promotions?: readonly Promotion[] | undefined
  /** Coupons that somebody has checked. */
  coupons?: readonly GivenCoupon[] | undefined
}

/** A draft with everything that was considered on the way to it. */
export type SaleExplained = { draft: Draft; document: PricedDocument }

/** Prices and taxes the lines. Refuses VALIDATION_FAILED for a quantity finer than its unit, and as the engines do. */
export const draftSale = (facts: DraftFacts): Draft => explainSale(facts).draft

/** The same with all that was considered on the way to it. */
export function explainSale(facts: DraftFacts): SaleExplained {
  const {
    requests,
    goods,
    settings,
    shopId,
    customer,
    delivery,
    date,
    newId,
    clock = null,
    promotions,
    coupons,
  } = facts
  const { currency, taxRounding, pricesIncludeTax } = settings
  const lines = requests.map((request, index) => {
    const product = mustHave(goods.products[index])
    const quantity = parseDecimal(request.quantity, { scale: product.decimals, field: `lines.${index}.quantity` })
    return { id: newId(), request, product, quantity }
  })
  const { products, rates } = goods
  const gst = gstOfSale({ seller: settings.gst, buyer: customer?.gst, delivery, products, rates, date })
  const document = priceDocument({
    lines: lines.map(({ id, request, product, quantity }) => ({
      key: id,
      product: { ...product.priced, includesTax: pricesIncludeTax, taxCategory: taxCategoryOf(product) },
      quantity,
      unit: product.unit,
      kind: product.kind,
      override: request.unitPrice ? { price: request.unitPrice, reason: request.priceReason ?? '' } : null,
    })),
    lists: goods.lists,
    rates: gst.rates,
    customer: customer?.id ?? null,
    customerGroups: customer?.groupId ? [customer.groupId] : [],
    shop: shopId,
    currency,
    date,
    rounding: taxRounding,
    ...{ clock, promotions: promotions ?? [], coupons: coupons ?? [] },
  })
  const sold = lines.map(({ product, request }) => ({ ...product, priceReason: request.priceReason ?? null }))
  return { draft: gst.keep(draftOf(document, sold)), document }
}

/** A gift card is a multi-purpose voucher: what it buys is taxed when it is spent, the card itself is not. */
const taxCategoryOf = ({ kind, priced }: GoodsForSale): string | null =>
  kind === 'gift_card' ? null : priced.taxCategory

/** What a posted line keeps of its goods. */
export type LineGoods = Omit<GoodsForSale, 'stockUnit' | 'priced' | 'gst'> & { priceReason: string | null }

/** A priced document with its goods, line by line, as it is posted. */
export function draftOf(document: PricedDocument, goods: readonly LineGoods[]): Draft {
  const { totals, currency, rounding, taxes } = document
  return {
    currency,
    rounding,
    lines: document.lines.map((line, index): DraftLine => {
      const { components, ...sold } = mustHave(goods[index])
      const { productId, sku, name, kind, stocked, unit, decimals, factorToStockUnit, priceReason } = sold
      const { key, quantity, unitPrice, includesTax, priceStep, priceList, rate, net, tax, gross, discount } = line
      return {
        id: key,
        position: index + 1,
        ...{ productId, sku, name, kind, stocked, quantity, unit, decimals, factor: factorToStockUnit },
        ...(components ? { components } : {}),
        ...{ unitPrice: unitPrice.amount, includesTax, priceStep, priceList, priceReason },
        ...{ discount: discount.amount, promotions: [...line.promotions] },
        ...{ net: net.amount, tax: tax.amount, gross: gross.amount },
        taxes: rate ? [lineTax(line, rate)] : [],
        gst: null,
      }
    }),
    taxes: taxes.map(({ rate, components, net, tax }) => ({
      code: rate?.code ?? null,
      label: rate?.label ?? null,
      percent: rate?.percent ?? null,
      ...{ net, tax, components },
    })),
    discount: document.lines.reduce((sum, { discount }) => sum + discount.amount, 0),
    promotions: document.promotions
      .filter(({ applied }) => applied)
      .map(({ promotionId, name, coupon, amount }) => ({ promotionId, name, coupon, amount })),
    net: totals.net.amount,
    tax: totals.tax.amount,
    total: totals.gross.amount,
    gst: null,
  }
}

const lineTax = (
  { net, tax, components }: PricedDocument['lines'][number],
  { code, percent }: AppliedRate,
): LineTax => ({
  ...{ code, percent, net: net.amount, amount: tax.amount },
  ...(components.length > 0 ? { components: [...components] } : {}),
})

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a line of the document has no goods')
  return value
}
