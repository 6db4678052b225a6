/** What is promised of the stock on hand: the only place that changes it. */
import type { Context, Decimal } from '#kernel'
import type { Place, Shortage } from '../stock/book.ts'
import type { StockFigures } from '../stock/stock.events.ts'

/** `quantity` above zero is promised, below zero is free again. */
export type HoldLine = { productId: string; warehouseId: string; quantity: Decimal }
export type HoldResult = { places: Place[]; short: Shortage[]; stocks: StockFigures[] }

/**
 * Changes what is promised, all lines or none, in one statement. Rows are locked as in a booking. More than is
 * available is never promised, also where stock may fall below zero. When `short` is not empty, nothing was changed.
 */
export async function hold(context: Context, lines: readonly HoldLine[]): Promise<HoldResult> {
  const { sql, companyId, now } = context
  const [row] = await sql<{ [K in keyof HoldResult]: HoldResult[K] | null }[]>`
    with need as materialized (
      select product_id, warehouse_id, sum(quantity) as wanted
      from unnest(${lines.map((line) => line.productId)}::uuid[], ${lines.map((line) => line.warehouseId)}::uuid[],
        ${lines.map((line) => line.quantity)}::numeric[]) as l(product_id, warehouse_id, quantity)
      group by product_id, warehouse_id
    ), held as materialized (
      select s.*, n.wanted
      from (select * from need order by product_id, warehouse_id) n
      cross join lateral (
        select id, product_id, warehouse_id, shop_id, on_hand, reserved, available, value_amount, reorder_point,
          low_since, allows_negative
        from inventory.stock
        where company_id = ${companyId} and warehouse_id = n.warehouse_id and product_id = n.product_id
        for update) s
    ), short as materialized (
      select n.*, coalesce(h.available, 0) as available
      from need n left join held h using (product_id, warehouse_id)
      where n.wanted > 0 and coalesce(h.available, 0) < n.wanted
    ), changed as (
      -- As in a booking, every column that a check reads comes from the locked values.
      update inventory.stock s set on_hand = h.on_hand, value_amount = h.value_amount,
        allows_negative = h.allows_negative, reserved = h.reserved + h.wanted, available = h.available - h.wanted,
        low_since = case when h.available - h.wanted <= coalesce(h.reorder_point, 0)
          then coalesce(h.low_since, ${now}::timestamptz) end,
        version = s.version + 1, updated_at = ${now}
      from held h
      where s.company_id = ${companyId} and s.id = h.id and not exists (select from short)
    )
    select
      (select jsonb_agg(jsonb_build_object('id', id, 'shopId', shop_id, 'currency', currency)) from inventory.warehouse
        where company_id = ${companyId} and id in (select warehouse_id from need)) as places,
      (select jsonb_agg(jsonb_build_object('productId', product_id, 'warehouseId', warehouse_id,
        'wanted', trim_scale(wanted)::text, 'available', trim_scale(available)::text)) from short) as short,
      (select jsonb_agg(jsonb_build_object('id', id, 'productId', product_id, 'warehouseId', warehouse_id,
        'shopId', shop_id, 'onHand', trim_scale(on_hand)::text, 'available', trim_scale(available - wanted)::text,
        'availableBefore', trim_scale(available)::text, 'reorderPoint', trim_scale(reorder_point)::text))
        from held) as stocks`
  return { places: row?.places ?? [], short: row?.short ?? [], stocks: row?.stocks ?? [] }
}
