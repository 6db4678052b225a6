/** The one statement behind `productsForSale`. */

import type { GoodsForGst } from '#engines/gst'
import type { PricedProduct, PriceList } from '#engines/price'
import type { RatesByCategory } from '#engines/tax'
import type { Context, Money, Sql } from '#kernel'
import { goodsForGst } from '../tax-category/goods-for-gst.ts'
import { pieceCode } from '../unit/unit.guard.ts'
import type { ProductsForSaleRequest } from './for-sale.queries.ts'

/** Goods as they are stored, with what a variant takes from its parent. `line` is the position of the reference. */
export type FoundGoods = {
  line: number
  id: string
  parentId: string | null
  /** The one shop that sells it. */
  shopId: string | null
  sku: string
  name: string
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  stocked: boolean
  status: string
  /** It has options, so its variants are sold and it is not. */
  isTemplate: boolean
  stockUnit: string
  /** The unit of the line, by its code. */
  asked: string
  decimals: number | null
  units: { unit: string; factor: string }[]
  price: Money | null
  /** Of a bundle, for one stock unit of it. */
  components: { productId: string; quantity: string }[] | null
  taxCategory: string | null
  /** Null where nothing is said of them for GST. */
  gst: GoodsForGst | null
  /** From the nearest to the root. */
  categoryIds: string[]
}
type StoredGoods = Omit<FoundGoods, 'units'> & { unitId: string | null }
type Conversion = { productId: string | null; baseId: string; unit: string; factor: string }
type Rows = Omit<Found, 'goods'> & { goods: StoredGoods[]; conversions: Conversion[] }
export type Found = { goods: FoundGoods[]; lists: PriceList[]; rates: RatesByCategory }

/**
 * Reads goods, their units, the prices that may hold for them and their tax rates. Every step begins at the goods asked
 * for and follows an index, so the cost does not grow with the number of products or of prices. Conditions that should
 * use an index must be leakproof to PostgreSQL, or row security keeps them out of it: `case` is, `coalesce` is not.
 */
export async function findGoods({ sql, companyId }: Context, request: ProductsForSaleRequest): Promise<Found> {
  const [found] = await sql<Rows[]>`
    with ${askedFor(sql, companyId, request)}, ${goods(sql, companyId, request)},
      ${listsInForce(sql, companyId, request)}, ${prices(sql, companyId)}
    select ${goodsAsJson(sql, companyId)} as goods, ${conversionsAsJson(sql, companyId)} as conversions,
      ${listsAsJson(sql, companyId, request.date)} as lists, ${ratesAsJson(sql, companyId, request.date)} as rates`
  const { goods: rows, conversions, lists, rates } = found ?? { goods: [], conversions: [], lists: [], rates: {} }
  return { goods: rows.map((row) => ({ ...row, units: unitsOf(row, conversions) })), lists, rates }
}

/** The references, and what the barcodes among them stand for. */
const askedFor = (sql: Sql, companyId: string, { refs }: ProductsForSaleRequest) => sql`
  asked as materialized (
    select r.line, coalesce(r."productId", b.product_id) as product_id, r.sku, r.unit, b.unit_id as scanned_unit_id
    from jsonb_to_recordset(${sql.json(
      refs.map(({ productId, sku, barcode, unit }, line) => {
        return { line, productId, sku, barcode, unit }
      }),
    )})
        as r(line int, "productId" uuid, sku text, barcode text, unit text)
      left join lateral (
        select product_id, unit_id from catalog.barcode
        where company_id = ${companyId} and code = r.barcode and r."productId" is null and r.sku is null limit 1
      ) b on true
  )`

/** One row a line, completed by the parent where a variant leaves something empty. */
const goods = (sql: Sql, companyId: string, { shopId }: ProductsForSaleRequest) => sql`
  piece as materialized (
    select id from catalog.unit where company_id = ${companyId} and code = ${pieceCode}
  ), goods as materialized (
    select asked.line, p.id, p.parent_id, p.shop_id, p.sku, p.name, p.kind, p.stocked, p.status,
      coalesce(cardinality(p.option_names), 0) > 0 as is_template,
      coalesce(p.unit_id, (select id from piece)) as unit_id, coalesce(stock.code, ${pieceCode}) as stock_unit,
      coalesce(asked.unit, scanned.code, stock.code, ${pieceCode}) as unit,
      case when p.price_amount is null then parent.price_amount else p.price_amount end as price_amount,
      case when p.price_amount is null then parent.price_currency else p.price_currency end as price_currency,
      coalesce(p.tax_category_id, parent.tax_category_id, (
        select id from catalog.tax_category where company_id = ${companyId} and is_default limit 1
      )) as tax_category_id,
      coalesce(p.hsn, parent.hsn) as hsn,
      case when c.id is null then '{}' else array[c.id::text] || c.path end as category_ids
    from asked
      join lateral (
        select * from catalog.product
        where company_id = ${companyId} and id = asked.product_id
        union all
        select * from catalog.product
        where company_id = ${companyId} and sku = asked.sku and asked.product_id is null
        limit 1
      ) p on p.shop_id is null or ${shopId}::uuid is null or p.shop_id = ${shopId}
      left join catalog.product parent on parent.company_id = ${companyId} and parent.id = p.parent_id
      left join catalog.category c on c.company_id = ${companyId}
        and c.id = case when p.category_id is null then parent.category_id else p.category_id end
      left join catalog.unit stock on stock.company_id = ${companyId} and stock.id = p.unit_id
      left join catalog.unit scanned on scanned.company_id = ${companyId} and scanned.id = asked.scanned_unit_id
  )`

/** Lists that may hold for the customer, shop and channel around the date. */
function listsInForce(sql: Sql, companyId: string, request: ProductsForSaleRequest) {
  const { shopId, customerId = null, customerIds, customerGroupId, channel = null, date, currency = null } = request
  const isOneOfThem = customerIds ? sql`or customer_id = any(${[...customerIds]}::text[])` : sql``
  return sql`
    list as materialized (
      select * from catalog.price_list
      where company_id = ${companyId} and status = 'active'
        and (customer_id is null or customer_id = ${customerId} ${isOneOfThem})
        and (${customerGroupId === undefined} or customer_group_id is null
          or customer_group_id = ${customerGroupId ?? null})
        and (shop_id is null or shop_id = ${shopId}) and (channel is null or channel = ${channel})
        and (${currency}::text is null or currency = ${currency})
        and (valid_from is null or valid_from <= ${date}::date + 1)
        and (valid_to is null or valid_to >= ${date}::date - 1)
    )`
}

/** Lines of any list that name the goods, their parents, a category above them, or all goods. */
const prices = (sql: Sql, companyId: string) => sql`
  price as (
    select l.*, g.is_variant
    from (select id, parent_id is not null as is_variant from goods
          union select parent_id, false from goods where parent_id is not null) g
      join catalog.price_list_line l on l.company_id = ${companyId} and l.product_id = g.id
    union all
    select l.*, false
    from (select distinct unnest(category_ids)::uuid as id from goods) g
      join catalog.price_list_line l on l.company_id = ${companyId} and l.category_id = g.id
    union all
    select l.*, false
    from list join catalog.price_list_line l on l.company_id = ${companyId} and l.list_id = list.id
      and l.product_id is null and l.category_id is null
  )`

const goodsAsJson = (sql: Sql, companyId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'line', g.line, 'id', g.id, 'parentId', g.parent_id, 'shopId', g.shop_id, 'unitId', g.unit_id,
    'sku', g.sku, 'name', g.name, 'kind', g.kind, 'stocked', g.stocked, 'status', g.status,
    'isTemplate', g.is_template, 'gst', ${goodsForGst(sql)}, 'stockUnit', g.stock_unit,
    'asked', g.unit, 'decimals', sold.decimals, 'taxCategory', g.tax_category_id, 'categoryIds', g.category_ids,
    'components', case when g.kind = 'goods' and not g.stocked then (
      select jsonb_agg(jsonb_build_object('productId', b.component_id, 'quantity', trim_scale(b.quantity)::text)
        order by b.component_id)
      from catalog.bundle_component b where b.company_id = ${companyId} and b.bundle_id = g.id) end,
    'price', case when g.price_amount is not null
      then jsonb_build_object('amount', g.price_amount, 'currency', g.price_currency) end)), '[]')
  from goods g left join catalog.unit sold on sold.company_id = ${companyId} and sold.code = g.unit
    left join catalog.tax_category t on t.company_id = ${companyId} and t.id = g.tax_category_id)`

/** Conversions into the stock units of the goods: general ones, and those of the goods and their parents. */
const conversionsAsJson = (sql: Sql, companyId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'productId', k.product_id, 'baseId', k.base_id, 'unit', u.code, 'factor', trim_scale(k.factor)::text)), '[]')
  from (
    select k.product_id, k.base_id, k.unit_id, k.factor
    from (select distinct unit_id from goods) g
      join catalog.unit_conversion k on k.company_id = ${companyId} and k.base_id = g.unit_id and k.product_id is null
    union all
    select k.product_id, k.base_id, k.unit_id, k.factor
    from (select id from goods union select parent_id from goods) g
      join catalog.unit_conversion k on k.company_id = ${companyId} and k.product_id = g.id
  ) k join catalog.unit u on u.company_id = ${companyId} and u.id = k.unit_id)`

const listsAsJson = (sql: Sql, companyId: string, date: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', list.id, 'name', list.name, 'customerId', list.customer_id, 'customerGroupId', list.customer_group_id,
    'shopId', list.shop_id, 'channel', list.channel, 'currency', list.currency, 'includesTax', list.includes_tax,
    'validFrom', list.valid_from, 'validTo', list.valid_to, 'lines', prices.lines)), '[]')
  from list join (
    select price.list_id, jsonb_agg(jsonb_build_object(
      'id', price.id, 'variantId', case when price.is_variant then price.product_id end,
      'productId', case when not price.is_variant then price.product_id end, 'categoryId', price.category_id,
      'unit', u.code, 'minQuantity', trim_scale(price.min_quantity)::text,
      'price', jsonb_build_object('amount', price.price_amount, 'currency', price.price_currency),
      'validFrom', price.valid_from, 'validTo', price.valid_to)) as lines
    from price left join catalog.unit u on u.company_id = ${companyId} and u.id = price.unit_id
    where (price.valid_from is null or price.valid_from <= ${date}::date + 1)
      and (price.valid_to is null or price.valid_to >= ${date}::date - 1)
    group by price.list_id
  ) prices on prices.list_id = list.id)`

const ratesAsJson = (sql: Sql, companyId: string, date: string) => sql`(
  select coalesce(jsonb_object_agg(each.tax_category_id, each.rates), '{}')
  from (
    select r.tax_category_id, jsonb_agg(jsonb_build_object(
      'id', r.id, 'code', r.code, 'label', r.label, 'percent', trim_scale(r.percent)::text,
      'cess', trim_scale(r.cess)::text, 'validFrom', r.valid_from, 'validTo', r.valid_to)) as rates
    from (select distinct tax_category_id from goods) g
      join catalog.tax_rate r on r.company_id = ${companyId} and r.tax_category_id = g.tax_category_id
    where r.valid_from <= ${date}::date + 1 and (r.valid_to is null or r.valid_to >= ${date}::date - 1)
    group by r.tax_category_id
  ) each)`

/** Goods as the price engine takes them. A variant goes by its parent's id, so that the parent's prices hold for it. */
export function pricedProduct({ id, parentId, categoryIds, stockUnit, units, price }: FoundGoods): PricedProduct {
  return { id: parentId ?? id, variantId: parentId && id, categoryIds, unit: stockUnit, units, price }
}

/** Units that goods are sold by: their own conversions go before their parent's, and those before general ones. */
function unitsOf({ id, parentId, unitId }: StoredGoods, conversions: readonly Conversion[]): FoundGoods['units'] {
  const factors = new Map<string, string>()
  for (const owner of [null, parentId, id]) {
    for (const { productId, baseId, unit, factor } of conversions) {
      if (productId === owner && baseId === unitId) factors.set(unit, factor)
    }
  }
  return [...factors].map(([unit, factor]) => ({ unit, factor }))
}
