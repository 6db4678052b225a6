/** Stock that somebody should look at. */
import { type Context, Page } from '#kernel'
import { productLabels } from '#modules/catalog'

type Alert = { productId: string }

type Asked = { shopId?: string | undefined; limit: number; page: number }

/**
 * Low and empty stock within the caller's reach, of one shop where it is given, longest first: `level` is `out` when
 * nothing can be sold and `low` at or below the reorder point.
 */
export async function lowStock(context: Context, { shopId, limit, page }: Asked): Promise<Page> {
  const { sql, companyId, scope, actor } = context
  const isShop = scope === 'shop' || scope === 'own'
  const where = sql`
    company_id = ${companyId} and low_since is not null
      and (${!isShop} or shop_id = any(${[...actor.shopIds]}::uuid[]))
      ${shopId === undefined ? sql`` : sql`and shop_id = ${shopId}`}`
  const [rows, counted] = await Promise.all([
    sql<Alert[]>`
      select id, product_id as "productId", warehouse_id as "warehouseId", shop_id as "shopId", on_hand as "onHand",
        reserved, available, reorder_point as "reorderPoint", low_since as "lowSince",
        case when available <= 0 then 'out' else 'low' end as level
      from inventory.stock where ${where}
      order by low_since, id limit ${limit} offset ${(page - 1) * limit}`,
    sql<{ count: number }[]>`
      select count(*)::int as count from (select from inventory.stock where ${where} limit 10001) s`,
  ])
  const labels = await productLabels(
    context,
    rows.map(({ productId }) => productId),
  )
  const total = counted[0]?.count ?? 0
  const isCapped = total > 10_000
  return new Page(
    rows.map((row) => ({ ...row, ...labels.get(row.productId) })),
    { page, limit, total: isCapped ? null : total, totalPages: isCapped ? null : Math.ceil(total / limit) },
  )
}
