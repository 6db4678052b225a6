/**
 * Goods as a price book holds them: a page of those that a shop sells, with everything that the statement behind a sale
 * (`product/for-sale.statement.ts`) would find for them. The two are kept equal by a test that prices carts by both.
 */
import type { BookGoods, BookList, BookRate } from '#engines/price-book'
import type { Context, Money, Sql } from '#kernel'
import { goodsForGst } from '../tax-category/goods-for-gst.ts'
import { pieceCode } from '../unit/unit.guard.ts'

export type BookPage = {
  shopId: string
  /** Lists, prices and rates that end before it are left out. */
  from: string
  /** Goods with greater ids. */
  after: string | null
  limit: number
  /** Only these goods. */
  ids?: readonly string[] | undefined
}

type StoredGoods = Omit<BookGoods, 'units' | 'price'> & { unitId: string | null; price: Money | null }
type Conversion = { productId: string | null; baseId: string; unit: string; factor: string; decimals: number }
type Row = { goods: StoredGoods[]; conversions: Conversion[] }

/** The goods in the order of their ids. */
export async function bookGoods(context: Context, page: BookPage): Promise<BookGoods[]> {
  const { sql, companyId } = context
  const [row] = await sql<Row[]>`
    with ${pageOf(sql, companyId, page)}, ${pricesOf(sql, companyId, page)}
    select ${goodsAsJson(sql, companyId)} as goods, ${conversionsAsJson(sql, companyId)} as conversions`
  const { goods, conversions } = row ?? { goods: [], conversions: [] }
  const byOwner = Map.groupBy(conversions, ({ productId }) => productId)
  return goods.map(({ unitId, ...each }) => ({ ...each, units: unitsOf({ ...each, unitId }, byOwner) }))
}

const pageOf = (sql: Sql, companyId: string, { shopId, after, limit, ids }: BookPage) => sql`
  piece as materialized (
    select id, decimals from catalog.unit where company_id = ${companyId} and code = ${pieceCode}
  ), page as materialized (
    select p.id, p.parent_id, p.sku, p.name, p.kind, p.stocked, coalesce(p.unit_id, (select id from piece)) as unit_id,
      case when p.price_amount is null then parent.price_amount else p.price_amount end as price_amount,
      case when p.price_amount is null then parent.price_currency else p.price_currency end as price_currency,
      coalesce(p.tax_category_id, parent.tax_category_id, (
        select id from catalog.tax_category where company_id = ${companyId} and is_default limit 1
      )) as tax_category_id,
      coalesce(p.hsn, parent.hsn) as hsn,
      case when c.id is null then '{}' else array[c.id::text] || c.path end as category_ids
    from catalog.product p
      left join catalog.product parent on parent.company_id = ${companyId} and parent.id = p.parent_id
      left join catalog.category c on c.company_id = ${companyId}
        and c.id = case when p.category_id is null then parent.category_id else p.category_id end
    where p.company_id = ${companyId} and p.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
      and (${ids === undefined} or p.id = any(${[...(ids ?? [])]}::uuid[]))
      and p.status = 'active' and coalesce(cardinality(p.option_names), 0) = 0
      and (p.shop_id is null or p.shop_id = ${shopId})
    order by p.id limit ${limit}
  )`

/** Prices that name the goods or their parents, of lists that may hold at the shop. */
const pricesOf = (sql: Sql, companyId: string, { shopId, from }: BookPage) => sql`
  list as materialized (
    select id from catalog.price_list
    where company_id = ${companyId} and status = 'active' and (shop_id is null or shop_id = ${shopId})
      and (valid_to is null or valid_to >= ${from})
  ), price as materialized (
    select g.id as goods_id, g.of, l.id, l.list_id, l.unit_id, l.min_quantity, l.price_amount, l.price_currency,
      l.valid_from, l.valid_to
    from (
      select id, id as named, case when parent_id is null then 'product' else 'variant' end as of from page
      union all
      select id, parent_id, 'product' from page where parent_id is not null) g
    join catalog.price_list_line l on l.company_id = ${companyId} and l.product_id = g.named
      and (l.valid_to is null or l.valid_to >= ${from})
    where l.list_id in (select id from list)
  )`

const goodsAsJson = (sql: Sql, companyId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'productId', g.id, 'parentId', g.parent_id, 'sku', g.sku, 'name', g.name, 'kind', g.kind, 'stocked', g.stocked,
    'unitId', g.unit_id, 'unit', coalesce(u.code, ${pieceCode}), 'decimals', coalesce(u.decimals, 0),
    'taxCategory', coalesce(g.tax_category_id::text, ''), 'categoryIds', g.category_ids,
    'gst', ${goodsForGst(sql)},
    'price', case when g.price_amount is not null
      then jsonb_build_object('amount', g.price_amount, 'currency', g.price_currency) end,
    'barcodes', coalesce(b.codes, '[]'), 'prices', coalesce(prices.lines, '[]')) order by g.id), '[]')
  from page g
    left join catalog.unit u on u.company_id = ${companyId} and u.id = g.unit_id
    left join catalog.tax_category t on t.company_id = ${companyId} and t.id = g.tax_category_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('code', b.code, 'unit', bu.code) order by b.code) as codes
      from catalog.barcode b left join catalog.unit bu on bu.company_id = ${companyId} and bu.id = b.unit_id
      where b.company_id = ${companyId} and b.product_id = g.id) b on true
    left join (
      select price.goods_id, jsonb_agg(jsonb_build_object(
        'id', price.id, 'list', price.list_id, 'of', price.of, 'unit', pu.code,
        'minQuantity', trim_scale(price.min_quantity)::text,
        'price', jsonb_build_object('amount', price.price_amount, 'currency', price.price_currency),
        'validFrom', price.valid_from, 'validTo', price.valid_to) order by price.id) as lines
      from price left join catalog.unit pu on pu.company_id = ${companyId} and pu.id = price.unit_id
      group by price.goods_id) prices on prices.goods_id = g.id)`

const conversionsAsJson = (sql: Sql, companyId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('productId', k.product_id, 'baseId', k.base_id, 'unit', u.code,
    'factor', trim_scale(k.factor)::text, 'decimals', u.decimals) order by k.id), '[]')
  from (
    select * from catalog.unit_conversion where company_id = ${companyId} and product_id is null
    union all
    select k.* from (select id from page union select parent_id from page) g
      join catalog.unit_conversion k on k.company_id = ${companyId} and k.product_id = g.id
  ) k join catalog.unit u on u.company_id = ${companyId} and u.id = k.unit_id)`

/** Units that goods are sold by: their own conversions go before their parent's, and those before general ones. */
function unitsOf(
  { productId, parentId, unitId }: Pick<StoredGoods, 'productId' | 'parentId' | 'unitId'>,
  conversions: ReadonlyMap<string | null, readonly Conversion[]>,
): BookGoods['units'] {
  const units = new Map<string, BookGoods['units'][number]>()
  for (const owner of new Set([null, parentId, productId])) {
    for (const { baseId, unit, factor, decimals } of conversions.get(owner) ?? []) {
      if (baseId === unitId) units.set(unit, { unit, factor, decimals })
    }
  }
  return [...units.values()]
}

export type BookPrices = { lists: BookList[]; rates: BookRate[] }

/** Price lists with their prices of categories and of all goods, and tax rates; at most 5,000 lists. */
export async function bookPrices(
  { sql, companyId }: Context,
  { shopId, from }: Pick<BookPage, 'shopId' | 'from'>,
): Promise<BookPrices> {
  const [lists, rates] = await Promise.all([
    sql<BookList[]>`
      select l.id, l.name, l.customer_id as "customerId", l.customer_group_id as "customerGroupId",
        l.shop_id as "shopId", l.channel, l.currency, l.includes_tax as "includesTax", l.valid_from as "validFrom",
        l.valid_to as "validTo", coalesce(general.lines, '[]') as lines
      from catalog.price_list l left join (
        select g.list_id, jsonb_agg(jsonb_build_object('id', g.id, 'categoryId', g.category_id, 'unit', u.code,
          'minQuantity', trim_scale(g.min_quantity)::text,
          'price', jsonb_build_object('amount', g.price_amount, 'currency', g.price_currency),
          'validFrom', g.valid_from, 'validTo', g.valid_to) order by g.id) as lines
        from catalog.price_list_line g left join catalog.unit u on u.company_id = ${companyId} and u.id = g.unit_id
        where g.company_id = ${companyId} and g.product_id is null and (g.valid_to is null or g.valid_to >= ${from})
        group by g.list_id) general on general.list_id = l.id
      where l.company_id = ${companyId} and l.status = 'active' and (l.shop_id is null or l.shop_id = ${shopId})
        and (l.valid_to is null or l.valid_to >= ${from})
      order by l.id limit 5000`,
    sql<BookRate[]>`
      select tax_category_id as "taxCategory", id, code, label, trim_scale(percent)::text as percent,
        trim_scale(cess)::text as cess,
        valid_from as "validFrom", valid_to as "validTo"
      from catalog.tax_rate where company_id = ${companyId} and (valid_to is null or valid_to >= ${from})
      order by tax_category_id, id limit 5000`,
  ])
  return { lists: lists.map((row) => ({ ...row })), rates: rates.map((row) => ({ ...row })) }
}
