/** Hand-written reads of stock. */
import type { Context, Decimal } from '#kernel'

/** What a shop can sell of a product: the figures of its selling warehouse, in the product's stock unit. */
export type StockOf = { productId: string; warehouseId: string; onHand: Decimal; reserved: Decimal; available: Decimal }

/** Stock of products in a shop's selling warehouse, in one statement. A product without a row has none there. */
export async function stockOf(
  { sql, companyId }: Pick<Context, 'sql' | 'companyId'>,
  { productIds, shopId }: { productIds: readonly string[]; shopId: string },
): Promise<StockOf[]> {
  return sql<StockOf[]>`
    select s.product_id as "productId", s.warehouse_id as "warehouseId", s.on_hand as "onHand", s.reserved, s.available
    from inventory.warehouse w
    join inventory.stock s on s.company_id = w.company_id and s.warehouse_id = w.id
    where w.company_id = ${companyId} and w.shop_id = ${shopId} and w.sells_for
      and s.product_id = any(${[...productIds]}::uuid[])
    order by s.product_id`
}
