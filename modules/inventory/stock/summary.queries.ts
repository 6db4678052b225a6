/** Stock at a glance: what each warehouse holds, what is low, and what nobody buys. For figures about the business. */
import type { Context, Decimal } from '#kernel'

/** `shops` narrows to the warehouses of these shops; null is every warehouse, depots too. */
type Reach = { shops: readonly string[] | null }
type Reader = Pick<Context, 'sql' | 'companyId'>

/** How many of the stock rows are low (something is left) and out (nothing can be sold). */
export async function countLowStock(
  { sql, companyId }: Reader,
  { shops }: Reach,
): Promise<{ low: number; out: number }> {
  const [row] = await sql<{ low: number; out: number }[]>`
    select count(*) filter (where available > 0)::int as low, count(*) filter (where available <= 0)::int as out
    from inventory.stock
    where company_id = ${companyId} and low_since is not null
      and (${shops === null} or shop_id = any(${[...(shops ?? [])]}::uuid[]))`
  return { low: row?.low ?? 0, out: row?.out ?? 0 }
}

/** What a warehouse holds. `value` in minor units of `currency`; `products` of which some are there. */
export type WarehouseStock = {
  warehouseId: string
  code: string
  name: string
  shopId: string | null
  currency: string
  products: number
  value: number
  low: number
  out: number
}

/** The warehouses with what they hold, by code; at most 500. */
export async function warehouseStock({ sql, companyId }: Reader, { shops }: Reach): Promise<WarehouseStock[]> {
  return sql<WarehouseStock[]>`
    select w.id as "warehouseId", w.code, w.name, w.shop_id as "shopId", w.currency,
      count(*) filter (where s.on_hand <> 0)::int as products, coalesce(sum(s.value_amount), 0)::bigint as value,
      count(*) filter (where s.low_since is not null and s.available > 0)::int as low,
      count(*) filter (where s.low_since is not null and s.available <= 0)::int as out
    from inventory.warehouse w
    left join inventory.stock s on s.company_id = w.company_id and s.warehouse_id = w.id
    where w.company_id = ${companyId} and (${shops === null} or w.shop_id = any(${[...(shops ?? [])]}::uuid[]))
    group by w.company_id, w.id order by w.code, w.id limit 500`
}

/** Goods that lie there. `value` in minor units of the company's currency; `lastSoldAt` null where never. */
export type IdleStock = {
  productId: string
  warehouseId: string
  onHand: Decimal
  value: number
  lastSoldAt: string | null
}

/** What lay there before an instant and was not sold since, the dearest first. */
export async function idleStock(
  { sql, companyId }: Reader,
  { shops, since, limit }: Reach & { since: string; limit: number },
): Promise<IdleStock[]> {
  return sql<IdleStock[]>`
    select s.product_id as "productId", s.warehouse_id as "warehouseId", s.on_hand as "onHand",
      s.value_amount as value, (
        select max(m.at) from inventory.move m
        where m.company_id = s.company_id and m.product_id = s.product_id and m.warehouse_id = s.warehouse_id
          and m.kind = 'sale') as "lastSoldAt"
    from inventory.stock s
    where s.company_id = ${companyId} and s.on_hand > 0
      and (${shops === null} or s.shop_id = any(${[...(shops ?? [])]}::uuid[]))
      and exists (
        select from inventory.move m
        where m.company_id = s.company_id and m.product_id = s.product_id and m.warehouse_id = s.warehouse_id
          and m.at < ${since})
      and not exists (
        select from inventory.move m
        where m.company_id = s.company_id and m.product_id = s.product_id and m.warehouse_id = s.warehouse_id
          and m.at >= ${since} and m.kind = 'sale')
    order by s.value_amount desc, s.id limit ${limit}`
}
