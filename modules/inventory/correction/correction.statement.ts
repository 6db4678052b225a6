/** The statement behind a correction: one look at the locked row, whatever was posted since. */
import type { Context, Decimal } from '#kernel'

type Correcting = {
  id: string
  moveId: string
  /** Minor units, of all that came in. */
  before: number
  after: number
  businessDate: string
  note: string
  reason: string
}

/** `stockChange` and `expense` in minor units; together they are what the receipt cost more. */
export type Corrected = { id: string; held: Decimal; stockChange: number; expense: number }

/** Relies on the caller's lock on the stock row. */
export async function correctionRow(
  { sql, companyId, newId, now }: Context,
  { id, moveId, before, after, businessDate, note, reason }: Correcting,
): Promise<Corrected> {
  const [row] = await sql<Corrected[]>`
    with receipt as materialized (
      select m.*, s.id as stock_id, s.on_hand, s.value_amount as stock_value, s.layers
      from inventory.move m
      join inventory.stock s on s.company_id = ${companyId} and s.product_id = m.product_id
        and s.warehouse_id = m.warehouse_id
      where m.company_id = ${companyId} and m.id = ${moveId}
    ), reach as materialized (
      -- From where to where what came in lies among the layers; at moving average as much of it is there as can be.
      select r.*, greatest(r.upto - r.quantity, 0) as since
      from (
        select receipt.*, least(greatest(on_hand - case when layers is null then 0 else (
          select coalesce(sum(y.quantity), 0) from inventory.move y
          where y.company_id = ${companyId} and y.product_id = receipt.product_id
            and y.warehouse_id = receipt.warehouse_id and y.quantity > 0
            and (y.created_at, y.id) > (receipt.created_at, receipt.id)) end, 0), greatest(on_hand, 0)) as upto
        from receipt) r
    ), change as materialized (
      select h.*, h.upto - h.since as held, n.layers as layers_after,
        case when h.layers is null
          then greatest(inventory.signed_share(${after - before}, h.quantity, 0, h.upto - h.since), -h.stock_value)
          else (select coalesce(sum(value), 0) from inventory.layers_of(n.layers)) - (
            select coalesce(sum(value), 0) from inventory.layers_of(h.layers))
        end as stock_change
      from reach h
      cross join lateral (
        select inventory.layers_revalued(h.layers, h.since, h.upto,
          inventory.signed_share(${after - before}, h.quantity, 0, h.upto - h.since)) as layers) n
    ), changed as (
      update inventory.stock s set value_amount = s.value_amount + c.stock_change, layers = c.layers_after,
        unit_cost = case when s.on_hand > 0 then round((s.value_amount + c.stock_change) / s.on_hand, 6)
          else s.unit_cost end,
        version = s.version + 1, updated_at = ${now}
      from change c
      where s.company_id = ${companyId} and s.id = c.stock_id and c.stock_change <> 0
    ), moved as (
      insert into inventory.move (company_id, id, at, business_date, kind, product_id, warehouse_id, shop_id, quantity,
        value_amount, value_currency, source, source_id, created_at, updated_at)
      select ${companyId}, ${newId()}, ${now}, ${businessDate}, 'true-up', product_id, warehouse_id, shop_id, 0,
        stock_change, value_currency, 'inventory.costCorrection', ${id}, ${now}, ${now}
      from change where stock_change <> 0
    )
    insert into inventory.cost_correction (company_id, id, at, business_date, move_id, product_id, warehouse_id,
      shop_id, before_amount, before_currency, after_amount, after_currency, held, stock_change_amount,
      stock_change_currency, expense_amount, expense_currency, reason, note, created_at, updated_at)
    select ${companyId}, ${id}, ${now}, ${businessDate}, ${moveId}, product_id, warehouse_id, shop_id, ${before},
      value_currency, ${after}, value_currency, held, stock_change, value_currency,
      ${after - before} - stock_change, value_currency, ${reason}, ${note}, ${now}, ${now}
    from change
    returning id, trim_scale(held)::text as held, stock_change_amount as "stockChange", expense_amount as expense`
  if (!row) throw new Error(`the receipt ${moveId} has no stock`)
  return row
}
