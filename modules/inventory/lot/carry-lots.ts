/** Batches that a transfer took out of one warehouse arrive in the other. */
import type { Context } from '#kernel'
import type { StockDocument } from '../stock/book.types.ts'

/** Call after `takeLots` of the same document. */
export async function carryLots(
  { sql, companyId, now }: Context,
  { source, at, businessDate, from, to }: StockDocument & { from: string; to: string },
): Promise<void> {
  await sql`
    with carried as materialized (
      select m.lot_id, m.product_id, m.source_line_id, -sum(m.quantity) as quantity
      from inventory.lot_move m
      where m.company_id = ${companyId} and m.source_id = ${source.id} and m.warehouse_id = ${from}
      group by m.lot_id, m.product_id, m.source_line_id
    ), filled as (
      insert into inventory.lot_stock as s (company_id, id, lot_id, product_id, warehouse_id, shop_id, on_hand,
        is_serial, created_at, updated_at)
      select ${companyId}, gen_random_uuid(), c.lot_id, c.product_id, w.id, w.shop_id, c.quantity, o.is_serial,
        ${now}, ${now}
      from (select lot_id, product_id, sum(quantity) as quantity from carried group by lot_id, product_id) c
      join inventory.warehouse w on w.company_id = ${companyId} and w.id = ${to}
      join inventory.lot_stock o on o.company_id = ${companyId} and o.lot_id = c.lot_id and o.warehouse_id = ${from}
      on conflict (company_id, lot_id, warehouse_id) do update set on_hand = s.on_hand + excluded.on_hand,
        version = s.version + 1, updated_at = ${now}
    ), moved as (
      insert into inventory.lot_move (company_id, id, at, business_date, lot_id, product_id, warehouse_id, shop_id,
        quantity, source, source_id, source_line_id, created_at, updated_at)
      select ${companyId}, gen_random_uuid(), ${at}, ${businessDate}, c.lot_id, c.product_id, w.id, w.shop_id,
        c.quantity, ${source.entity}, ${source.id}, c.source_line_id, ${now}, ${now}
      from carried c join inventory.warehouse w on w.company_id = ${companyId} and w.id = ${to}
    )
    update inventory.stock s set tracking = o.tracking
    from (select distinct product_id from carried) c
    join inventory.stock o on o.company_id = ${companyId} and o.warehouse_id = ${from} and o.product_id = c.product_id
    where s.company_id = ${companyId} and s.warehouse_id = ${to} and s.product_id = c.product_id
      and s.tracking is distinct from o.tracking`
}
