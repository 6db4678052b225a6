/** What a document needs to know of goods to price and tax them: one statement for all its lines. */

import type { PriceList } from '#engines/price'
import type { GoodsForSale } from '#engines/sale'
import type { RatesByCategory } from '#engines/tax'
import { type Context, type RefusalDetail, refuse } from '#kernel'
import { companySettings } from '#modules/companies'
import { catalogRefusals } from '../refusals.ts'
import { ensureStandardTaxes } from '../standards.ts'
import { type Found, type FoundGoods, findGoods, pricedProduct } from './for-sale.statement.ts'

/** Names goods by one of the three; `unit` is a unit's code, by default the barcode's or else the stock unit. */
export type ProductRef = {
  productId?: string | undefined
  sku?: string | undefined
  barcode?: string | undefined
  unit?: string | undefined
}

export type ProductsForSaleRequest = {
  refs: readonly ProductRef[]
  /** Where it is sold: goods of other shops do not exist there. Null: goods of every shop, such as for an export. */
  shopId: string | null
  customerId?: string | null | undefined
  /** Of several documents at once: lists of any of these customers, beside `customerId`. */
  customerIds?: readonly string[] | undefined
  /** Left out when not known yet: the lists of all groups are given, and the engine takes the right ones. */
  customerGroupId?: string | null | undefined
  channel?: string | null | undefined
  /** Rates and prices in force within one day of it are given, so the UTC date serves for any shop's trading date. */
  date: string
  /** Left out when not known yet: lists of all currencies are given. */
  currency?: string | undefined
}

/** Goods as a line sells them. */
export type ProductForSale = GoodsForSale

/** The lines in the order of the references, with what `priceDocument` takes beside them. */
export type ProductsForSale = { products: ProductForSale[]; lists: PriceList[]; rates: RatesByCategory }

/**
 * Finds goods with their candidate prices and tax rates. Refuses, naming `lines.<i>`: REFERENCE_NOT_FOUND for goods
 * that are unknown or sold at other shops only, PRODUCT_NOT_SELLABLE for archived goods and products with variants,
 * VALIDATION_FAILED for a unit that the product is not sold by, TAX_CATEGORY_MISSING.
 */
export async function productsForSale(context: Context, request: ProductsForSaleRequest): Promise<ProductsForSale> {
  const { goods, lists, rates } = await findTaxedGoods(context, request)
  const byLine = new Map(goods.map((one) => [one.line, one]))
  const missing = request.refs.flatMap((ref, line) => (byLine.has(line) ? [] : [missingDetail(ref, line)]))
  if (missing.length > 0) throw refuse('REFERENCE_NOT_FOUND', missing)
  goods.sort((a, b) => a.line - b.line)
  refuseUnsellable(goods)
  return { products: goods.map(toProduct), lists, rates }
}

/** Goods that somebody has sold already, whatever the catalog says of them now. */
export type GoodsOfTicket = {
  sold: ProductForSale
  /** False for archived goods and products with variants. */
  isSellable: boolean
  /** False where they are not sold by the unit that was asked for; `sold` is then in the stock unit. */
  hasUnit: boolean
}

/** Finds goods like `productsForSale` and refuses nothing: what is not there is undefined. */
export async function goodsOfTickets(
  context: Context,
  request: ProductsForSaleRequest,
): Promise<Omit<ProductsForSale, 'products'> & { goods: (GoodsOfTicket | undefined)[] }> {
  const { goods, lists, rates } = await findTaxedGoods(context, request)
  const byLine = new Map(goods.map((one) => [one.line, one]))
  return { goods: request.refs.map((_, line) => ofTicket(byLine.get(line))), lists, rates }
}

function ofTicket(found: FoundGoods | undefined): GoodsOfTicket | undefined {
  if (!found) return undefined
  const { asked, stockUnit, units, status, isTemplate } = found
  const hasUnit = asked === stockUnit || units.some(({ unit }) => unit === asked)
  const sold = toProduct(hasUnit ? found : { ...found, asked: stockUnit })
  return { sold, hasUnit, isSellable: status === 'active' && !isTemplate }
}

/** A company that sells before its tax categories were made gets them now: a sale must not go untaxed by accident. */
async function findTaxedGoods(context: Context, request: ProductsForSaleRequest): Promise<Found> {
  const found = await findGoods(context, request)
  if (found.goods.every(({ taxCategory }) => taxCategory !== null)) return found
  const { country } = await companySettings(context)
  return (await ensureStandardTaxes(context, country)) ? findGoods(context, request) : found
}

function missingDetail(ref: ProductRef, line: number): RefusalDetail {
  const name = (['productId', 'sku', 'barcode'] as const).find((each) => ref[each] !== undefined)
  return {
    field: `lines.${line}${name ? `.${name}` : ''}`,
    message: name ? 'does not exist' : 'Name a product, SKU or barcode.',
  }
}

function refuseUnsellable(goods: readonly FoundGoods[]): void {
  const unsellable = goods.flatMap(({ line, sku, status, isTemplate }) => {
    const field = `lines.${line}`
    if (status !== 'active') return [{ field, message: `${sku} is archived. Restore it to sell it.` }]
    return isTemplate ? [{ field, message: `${sku} is sold by its variants. Name one of them.` }] : []
  })
  if (unsellable.length > 0) throw catalogRefusals.refuse('PRODUCT_NOT_SELLABLE', unsellable)
  const untaxed = goods.filter(({ taxCategory }) => taxCategory === null)
  if (untaxed.length > 0) {
    const details = untaxed.map(({ line, sku }) => ({ field: `lines.${line}`, message: `${sku} has no tax category.` }))
    throw catalogRefusals.refuse('TAX_CATEGORY_MISSING', details)
  }
}

function toProduct(goods: FoundGoods): ProductForSale {
  const { line, id, sku, name, kind, stocked, stockUnit, asked, units, components } = goods
  const factor = asked === stockUnit ? '1' : units.find(({ unit }) => unit === asked)?.factor
  if (factor === undefined) {
    const message = `${sku} is not sold by ${asked}. Use ${[stockUnit, ...units.map(({ unit }) => unit)].join(' or ')}.`
    throw refuse('VALIDATION_FAILED', [{ field: `lines.${line}.unit`, message }])
  }
  return {
    productId: id,
    sku,
    name,
    kind,
    stocked: stocked || components !== null,
    ...(components ? { components } : {}),
    unit: asked,
    decimals: goods.decimals ?? 0,
    stockUnit,
    factorToStockUnit: factor,
    gst: goods.gst,
    priced: { ...pricedProduct(goods), taxCategory: goods.taxCategory ?? '' },
  }
}
