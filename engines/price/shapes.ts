/** What the price engine reads and answers: plain JSON both ways. */
import type { Decimal } from '../../kernel/decimal.ts'
import type { Money } from '../../kernel/money.ts'
import type { CalendarDate } from '../../kernel/time.ts'

/** A unit in which the product is sold; one of it holds `factor` base units. */
export type SaleUnit = { readonly unit: string; readonly factor: Decimal }

/**
 * The product being priced. `variantId` when it is one variant of a product. `categoryIds` from the nearest category
 * to the root. `price` is the product's own price of one base unit, used when no list has one.
 */
export type PricedProduct = {
  readonly id: string
  readonly variantId?: string | null
  readonly categoryIds?: readonly string[]
  readonly unit: string
  readonly units?: readonly SaleUnit[]
  readonly price?: Money | null
  readonly includesTax?: boolean
}

/**
 * One price in a list: for a variant, a product, a category or, with none of them, for all goods. The price is of one
 * `unit` (default: the product's base unit) from `minQuantity` of that unit on. Both dates are included.
 */
export type PriceListLine = {
  readonly id: string
  readonly variantId?: string | null
  readonly productId?: string | null
  readonly categoryId?: string | null
  readonly unit?: string | null
  readonly minQuantity?: Decimal | null
  readonly price: Money
  readonly validFrom?: CalendarDate | null
  readonly validTo?: CalendarDate | null
}

/**
 * A price list. Whom it is for decides its step: a customer (contract), a customer group, a shop or channel, or, with
 * none of them, everybody (base). A list with several of these needs all of them to match, and has the most personal
 * step.
 */
export type PriceList = {
  readonly id: string
  readonly name: string
  readonly customerId?: string | null
  readonly customerGroupId?: string | null
  readonly shopId?: string | null
  readonly channel?: string | null
  readonly currency: string
  readonly includesTax: boolean
  readonly validFrom?: CalendarDate | null
  readonly validTo?: CalendarDate | null
  readonly lines: readonly PriceListLine[]
}

/** Who buys, where and when. `currency` is the document's, `date` the shop's trading date. */
export type PriceContext = {
  readonly lists: readonly PriceList[]
  readonly customer?: string | null
  readonly customerGroups?: readonly string[]
  readonly shop?: string | null
  readonly channel?: string | null
  readonly currency: string
  readonly date: CalendarDate
}

/** A price set by hand. The caller has checked the permission. */
export type PriceOverride = { readonly price: Money; readonly includesTax?: boolean; readonly reason?: string }

export type PriceRequest = PriceContext & {
  readonly product: PricedProduct
  readonly quantity: Decimal
  /** Default: the product's base unit. */
  readonly unit?: string | null
  readonly override?: PriceOverride | null
  /** Where the line stands in the caller's document, such as `lines.0`, for refusals. */
  readonly field?: string
}

/** Where a price can come from, in order of precedence. */
export const priceSteps = ['override', 'customer', 'group', 'channel', 'base', 'product'] as const
export type PriceStep = (typeof priceSteps)[number]

/**
 * One consideration on the way to the price: `said` is what the source offers, `why` the reason why it was taken or
 * not. `price` is of one requested unit. Best first; then what was skipped.
 */
export type PriceTrace = {
  readonly step: PriceStep
  readonly said: string
  readonly list?: string
  readonly line?: string
  readonly price?: Money
  readonly chosen: boolean
  readonly why: string
}

/** The price of one `unit`. */
export type Price = {
  readonly unitPrice: Money
  readonly unit: string
  readonly includesTax: boolean
  readonly step: PriceStep
  readonly list: string | null
  readonly line: string | null
  readonly trace: PriceTrace[]
}
