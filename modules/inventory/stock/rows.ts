/** Stock rows made and locked ahead of a booking. Both travel in one round trip with whatever follows. */
import type { Context } from '#kernel'

/** A product in a warehouse. */
export type Spot = { productId: string; warehouseId: string }

/**
 * Makes the rows that are missing, with nothing on hand. An unknown product is refused with REFERENCE_NOT_FOUND by its
 * foreign key; unknown warehouses are left out. Rows come in lock order, so that two callers never wait for each
 * other.
 */
export async function ensureStock({ sql, companyId, newId, now }: Context, spots: readonly Spot[]): Promise<void> {
  await sql`
    insert into inventory.stock (company_id, id, product_id, warehouse_id, shop_id, value_amount, value_currency,
      allows_negative, layers, created_at, updated_at)
    select w.company_id, s.id, s.product_id, w.id, w.shop_id, 0, w.currency, w.allows_negative,
      case when w.has_layers then '[]'::jsonb end, ${now}, ${now}
    from unnest(${spots.map(() => newId())}::uuid[], ${spots.map((spot) => spot.productId)}::uuid[],
      ${spots.map((spot) => spot.warehouseId)}::uuid[]) as s(id, product_id, warehouse_id)
    join inventory.warehouse w on w.company_id = ${companyId} and w.id = s.warehouse_id
    order by s.product_id, w.id
    on conflict (company_id, warehouse_id, product_id) do nothing`
}

/**
 * Locks rows of all spots in the order of product and warehouse. For transactions that book more than once: the second
 * booking must find its rows locked, or two of them could wait for each other.
 */
export async function lockStock({ sql, companyId }: Context, spots: readonly Spot[]): Promise<void> {
  await sql`
    select from (
      select distinct product_id, warehouse_id
      from unnest(${spots.map((spot) => spot.productId)}::uuid[], ${spots.map((spot) => spot.warehouseId)}::uuid[])
        as s(product_id, warehouse_id)
      order by product_id, warehouse_id) n
    cross join lateral (
      select id from inventory.stock
      where company_id = ${companyId} and warehouse_id = n.warehouse_id and product_id = n.product_id
      for update) s`
}

/**
 * Locks what a shop sells out of, for transactions that take stock more than once. A product without a row has nothing
 * to lock.
 */
export async function lockSellingStock(
  { sql, companyId }: Context,
  { shopId, productIds }: { shopId: string; productIds: readonly string[] },
): Promise<void> {
  await sql`
    select from (
      select distinct product_id from unnest(${[...productIds]}::uuid[]) as p(product_id) order by product_id) n
    join inventory.warehouse w on w.company_id = ${companyId} and w.shop_id = ${shopId} and w.sells_for
    cross join lateral (
      select id from inventory.stock
      where company_id = ${companyId} and warehouse_id = w.id and product_id = n.product_id
      for update) s`
}
