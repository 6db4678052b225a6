/** What a sale at the till is: prices, taxes and sums of the lines that were asked for. Pure. */
import { priceDocument } from '#engines/price'
import { type Decimal, type Money, parseDecimal, type RefusalDetail, refuse } from '#kernel'
import type { ProductForSale, ProductsForSale } from '#modules/catalog'
import type { CompanySettings } from '#modules/companies'
import { salesRefusals } from '../refusals.ts'
import type { EventTax } from './sale.events.ts'

/** A line as the till asks for it; goods are named by exactly one of the three. */
export type LineRequest = {
  productId?: string | undefined
  sku?: string | undefined
  barcode?: string | undefined
  quantity: Decimal
  unit?: string | undefined
  unitPrice?: Money | undefined
  priceReason?: string | undefined
}

/**
 * Refuses what can be refused without looking anything up: VALIDATION_FAILED for a line that names no goods or names
 * them twice, or sells nothing; PRICE_OVERRIDE_FORBIDDEN for a price by hand without the right or the reason.
 */
export function checkRequest(lines: readonly LineRequest[], mayOverride: boolean): void {
  const details = lines.flatMap((line, index): RefusalDetail[] => {
    const names = [line.productId, line.sku, line.barcode].filter((name) => name !== undefined)
    const field = `lines.${index}`
    if (names.length !== 1) return [{ field, message: 'Name exactly one of productId, sku and barcode.' }]
    if (line.quantity.startsWith('-') || !/[1-9]/.test(line.quantity)) {
      return [{ field: `${field}.quantity`, message: 'must be more than 0; what comes back is a return of its sale' }]
    }
    if (line.priceReason !== undefined && line.unitPrice === undefined) {
      return [{ field: `${field}.priceReason`, message: 'is for a price by hand; send unitPrice with it' }]
    }
    return []
  })
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
  const forbidden = lines.flatMap(({ unitPrice, priceReason }, index): RefusalDetail[] => {
    if (unitPrice === undefined || (mayOverride && priceReason?.trim())) return []
    const message = mayOverride ? 'Say why in priceReason.' : 'Ask somebody who may set prices by hand.'
    return [{ field: `lines.${index}.unitPrice`, message }]
  })
  if (forbidden.length > 0) throw salesRefusals.refuse('PRICE_OVERRIDE_FORBIDDEN', forbidden)
}

/** A line as it is posted. Amounts in minor units of the draft's currency; `factor` is stock units in one unit. */
export type DraftLine = {
  id: string
  position: number
  productId: string
  sku: string
  name: string
  kind: ProductForSale['kind']
  stocked: boolean
  quantity: Decimal
  unit: string
  decimals: number
  factor: Decimal
  unitPrice: number
  includesTax: boolean
  priceStep: string
  priceList: string | null
  priceReason: string | null
  net: number
  tax: number
  gross: number
  taxes: EventTax[]
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

/** A document before it is written; net + tax = total, each the sum of its lines. */
export type Draft = {
  currency: string
  rounding: CompanySettings['taxRounding']
  lines: DraftLine[]
  taxes: TaxTotal[]
  net: number
  tax: number
  total: number
}

export type DraftFacts = {
  requests: readonly LineRequest[]
  goods: ProductsForSale
  settings: Pick<CompanySettings, 'currency' | 'pricesIncludeTax' | 'taxRounding'>
  shopId: string
  customer: { id: string; groupId: string | null } | undefined
  /** The shop's trading date. */
  date: string
  newId: () => string
}

/** Prices and taxes the lines. Refuses VALIDATION_FAILED for a quantity finer than its unit, and as the engines do. */
export function draftSale({ requests, goods, settings, shopId, customer, date, newId }: DraftFacts): Draft {
  const { currency, taxRounding, pricesIncludeTax } = settings
  const lines = requests.map((request, index) => {
    const product = mustHave(goods.products[index])
    const quantity = parseDecimal(request.quantity, { scale: product.decimals, field: `lines.${index}.quantity` })
    return { id: newId(), request, product, quantity }
  })
  const document = priceDocument({
    lines: lines.map(({ id, request, product, quantity }) => ({
      key: id,
      product: { ...product.priced, includesTax: pricesIncludeTax },
      quantity,
      unit: product.unit,
      override: request.unitPrice ? { price: request.unitPrice, reason: request.priceReason ?? '' } : null,
    })),
    lists: goods.lists,
    rates: goods.rates,
    customer: customer?.id ?? null,
    customerGroups: customer?.groupId ? [customer.groupId] : [],
    shop: shopId,
    currency,
    date,
    rounding: taxRounding,
  })
  return draftOf(
    document,
    lines.map(({ product, request }) => ({ ...product, priceReason: request.priceReason ?? null })),
  )
}

/** What a posted line keeps of its goods. */
export type LineGoods = Omit<ProductForSale, 'stockUnit' | 'priced'> & { priceReason: string | null }

/** A priced document with its goods, line by line, as it is posted. */
export function draftOf(document: ReturnType<typeof priceDocument>, goods: readonly LineGoods[]): Draft {
  const { totals, currency, rounding, taxes } = document
  return {
    currency,
    rounding,
    lines: document.lines.map((line, index): DraftLine => {
      const { productId, sku, name, kind, stocked, unit, decimals, factorToStockUnit, priceReason } = mustHave(
        goods[index],
      )
      const { key, quantity, unitPrice, includesTax, priceStep, priceList, rate, net, tax, gross } = line
      return {
        id: key,
        position: index + 1,
        ...{ productId, sku, name, kind, stocked, quantity, unit, decimals, factor: factorToStockUnit },
        ...{ unitPrice: unitPrice.amount, includesTax, priceStep, priceList, priceReason },
        ...{ net: net.amount, tax: tax.amount, gross: gross.amount },
        taxes: rate ? [{ code: rate.code, percent: rate.percent, net: net.amount, amount: tax.amount }] : [],
      }
    }),
    taxes: taxes.map(({ rate, components, net, tax }) => ({
      code: rate?.code ?? null,
      label: rate?.label ?? null,
      percent: rate?.percent ?? null,
      ...{ net, tax, components },
    })),
    net: totals.net.amount,
    tax: totals.tax.amount,
    total: totals.gross.amount,
  }
}

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a line of the document has no goods')
  return value
}
