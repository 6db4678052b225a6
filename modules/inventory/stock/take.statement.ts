/** The statement behind takeStock: a booking of goods that only leave one warehouse, with nothing in it but that. */
import type { Context, Decimal } from '#kernel'
import type { Tracking } from '../lot/lot.rules.ts'
import type { StockDocument, TakeLine } from './book.types.ts'

/** One line with its product's stock row before and after; rows of one product repeat the latter. */
export type TakenRow = {
  lineId: string
  productId: string
  /** Null where no warehouse sells for the shop. */
  warehouseId: string | null
  shopId: string | null
  /** Null where the product has no row in the warehouse. */
  stockId: string | null
  cost: number
  wanted: Decimal
  onHand: Decimal
  available: Decimal
  availableBefore: Decimal
  reorderPoint: Decimal | null
  isShort: boolean
  /** More than is available went, and only because the goods had left already. */
  isOversold: boolean
  mayGoNegative: boolean | null
  /** Null where the product's pieces are not told apart. */
  tracking: Tracking | null
}

type Taking = StockDocument & { shopId: string; lines: readonly TakeLine[]; hasLeft?: boolean }

/** Takes all lines or, when a row says `isShort`, none. Locks row by row, in the order of products. */
export function takeRows(
  { sql, companyId, newId, now }: Context,
  { shopId, source, at, businessDate, lines, hasLeft = false }: Taking,
): Promise<TakenRow[]> {
  return sql<TakenRow[]>`
    with line as materialized (
      select *, sum(quantity) over (partition by product_id order by position) as upto,
        sum(quantity) over (partition by product_id) as going
      from unnest(${lines.map(() => newId())}::uuid[], ${lines.map(({ lineId }) => lineId)}::text[],
        ${lines.map(({ productId }) => productId)}::uuid[], ${lines.map(({ quantity }) => quantity)}::numeric[]
      ) with ordinality as l(move_id, line_id, product_id, quantity, position)
    ), held as materialized (
      select n.*, s.*,
        inventory.cost_of_going(s.layers, s.on_hand, s.value_amount, s.unit_cost, n.going) as cost,
        s.stock_id is null or (s.available < n.going and not n.may_go_negative) as is_short,
        s.available < n.going and not n.allows_negative as is_oversold
      from (
        select l.product_id, l.going, p.*
        from line l
        left join (
          select id as warehouse_id, shop_id, currency, allows_negative or ${hasLeft} as may_go_negative,
            allows_negative
          from inventory.warehouse
          where company_id = ${companyId} and shop_id = ${shopId} and sells_for) p on true
        where l.upto = l.going
        order by l.product_id) n
      left join lateral (
        select id as stock_id, on_hand, reserved, available, value_amount, unit_cost, layers, tracking,
          reorder_point, low_since
        from inventory.stock
        where company_id = ${companyId} and warehouse_id = n.warehouse_id and product_id = n.product_id
        for update) s on true
    ), costed as materialized (
      select l.move_id, l.line_id, l.quantity, l.position, h.*,
        inventory.cost_share(h.cost, h.going, l.upto - l.quantity, l.upto)::bigint as line_cost
      from line l join held h using (product_id)
    ), changed as (
      -- Every column that a check reads comes from the locked values, as in a booking.
      update inventory.stock s set on_hand = h.on_hand - h.going, reserved = h.reserved,
        available = h.available - h.going, value_amount = h.value_amount - h.cost,
        layers = inventory.layers_left(h.layers, h.going), allows_negative = h.may_go_negative,
        low_since = case when h.available - h.going <= coalesce(h.reorder_point, 0)
          then coalesce(h.low_since, ${at}::timestamptz) end,
        version = s.version + 1, updated_at = ${now}
      from held h
      where s.company_id = ${companyId} and s.id = h.stock_id and not exists (select from held where is_short)
    ), moved as (
      insert into inventory.move (company_id, id, at, business_date, kind, product_id, warehouse_id, shop_id, quantity,
        value_amount, value_currency, source, source_id, source_line_id, created_at, updated_at)
      select ${companyId}, move_id, ${at}, ${businessDate}, 'sale', product_id, warehouse_id, shop_id, -quantity,
        -line_cost, currency, ${source.entity}, ${source.id}, line_id, ${now}, ${now}
      from costed where not exists (select from held where is_short)
    )
    select line_id as "lineId", product_id as "productId", warehouse_id as "warehouseId", shop_id as "shopId",
      stock_id as "stockId", line_cost as cost, going as wanted, on_hand - going as "onHand",
      available - going as available, coalesce(available, 0) as "availableBefore", reorder_point as "reorderPoint",
      is_short as "isShort", is_oversold as "isOversold", tracking, may_go_negative as "mayGoNegative"
    from costed order by position`
}
