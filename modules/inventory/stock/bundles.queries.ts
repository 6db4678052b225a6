/** What stock is enough for. */
import type { Context } from '#kernel'
import type { BundlePart } from '#modules/catalog'

type Enough = { warehouseId: string; available: number; shortOfId: string }

/** Whole bundles of one kind by warehouse within the caller's reach, the most first; `shortOf` is used up first. */
export async function wholeBundles(context: Context, parts: readonly BundlePart[]): Promise<Enough[]> {
  const { sql, companyId, scope, actor } = context
  const isShop = scope === 'shop' || scope === 'own'
  return sql<Enough[]>`
    select warehouse_id as "warehouseId", enough::int as available, component_id as "shortOfId"
    from (
      select distinct on (w.id) w.id as warehouse_id, p.component_id,
        floor(greatest(coalesce(s.available, 0), 0) / p.quantity) as enough
      from inventory.warehouse w
        cross join unnest(${parts.map(({ componentId }) => componentId)}::uuid[],
          ${parts.map(({ quantity }) => quantity)}::numeric[]) as p(component_id, quantity)
        left join inventory.stock s
          on s.company_id = ${companyId} and s.warehouse_id = w.id and s.product_id = p.component_id
      where w.company_id = ${companyId} and (${!isShop} or w.shop_id = any(${[...actor.shopIds]}::uuid[]))
      order by w.id, enough, p.component_id) each
    order by enough desc, warehouse_id limit 200`
}
