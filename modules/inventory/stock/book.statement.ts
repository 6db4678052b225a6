/**
 * The statement behind a booking, in the order in which it thinks: what is asked for, what that does to the locked
 * rows, what is written, what is answered. The parts are one text for PostgreSQL, which prepares it once.
 */
import type { Context } from '#kernel'
import type { Booking, BookingLine, BookingResult } from './book.ts'

/** A part that found nothing is null. */
export type BookingRow = { [K in keyof BookingResult]: BookingResult[K] | null }

/** Books lines, all or none. */
export function bookingRow(context: Context, booking: Booking): Promise<BookingRow[]> {
  const { sql } = context
  return sql<BookingRow[]>`
    with ${askedFor(context, booking)}, ${decided(context)}, ${written(context, booking)}
    ${answer(context)}`
}

/** The lines with their warehouses, and what they ask of each stock row: what comes in, what goes out at average. */
function askedFor({ sql, companyId, newId }: Context, { lines }: Booking) {
  const column = <T>(of: (line: BookingLine) => T | undefined) => lines.map((line) => of(line) ?? null)
  const warehouseIds = [...new Set(lines.map((line) => line.warehouseId))]
  return sql`
    place as materialized (
      select id, shop_id, currency, allows_negative from inventory.warehouse
      where company_id = ${companyId} and id = any(${warehouseIds}::uuid[])
    ), line as materialized (
      select l.*, p.id as place_id, p.allows_negative
      from unnest(${lines.map(() => newId())}::uuid[], ${column((line) => line.lineId)}::text[],
        ${column((line) => line.productId)}::uuid[], ${column((line) => line.warehouseId)}::uuid[],
        ${column((line) => line.quantity)}::numeric[], ${column((line) => line.kind)}::text[],
        ${column((line) => line.value?.toString())}::numeric[],
        ${column((line) => line.fallbackUnitCost?.toString())}::numeric[], ${column((line) => line.reverses)}::text[]
      ) with ordinality as l(
        move_id, line_id, product_id, warehouse_id, quantity, kind, value, given_cost, reverses, position)
      left join place p on p.id = l.warehouse_id
    ), need as materialized (
      select product_id, place_id, allows_negative,
        coalesce(sum(quantity) filter (where value is not null or quantity > 0), 0) as coming,
        coalesce(-sum(quantity) filter (where value is null and quantity < 0), 0) as going
      from line group by product_id, place_id, allows_negative)`
}

/** The rows, locked row by row in the order of the outer query, and what the lines make of them. */
function decided({ sql, companyId }: Context) {
  return sql`
    held as materialized (
      select n.product_id, n.place_id, n.coming, n.going, n.allows_negative as place_allows, s.*
      from (select * from need order by product_id, place_id) n
      cross join lateral (
        select id, on_hand, reserved, available, value_amount, unit_cost, layers, tracking, reorder_point,
          low_since, allows_negative
        from inventory.stock
        where company_id = ${companyId} and warehouse_id = n.place_id and product_id = n.product_id
        for update) s
    ), short as materialized (
      select n.product_id, n.place_id, n.going,
        coalesce(h.available, 0) + n.coming as available
      from need n left join held h using (product_id, place_id)
      where h.id is null or (n.going > 0 and not n.allows_negative and h.available + n.coming < n.going)
    ), priced as materialized (
      select l.*, h.id as stock_id, case
          when l.value is not null then l.value
          when l.quantity > 0 then inventory.cost_in(h.on_hand, h.value_amount, h.unit_cost, l.given_cost, l.quantity)
        end as own_value
      from line l join held h using (product_id, place_id)
    ), total as materialized (
      select h.*, w.shop_id, w.currency, i.value as coming_value, h.on_hand + h.coming - h.going as on_hand_after,
        a.value as value_between, c.unit_cost as unit_cost_after, b.layers as layers_between, o.cost,
        h.value_amount + i.value - a.value as true_up
      from held h
      join place w on w.id = h.place_id
      join (select stock_id, coalesce(sum(own_value), 0) as value from priced group by stock_id) i on i.stock_id = h.id
      cross join lateral (
        select inventory.value_in(h.on_hand, h.value_amount, h.coming, i.value) as value) a
      cross join lateral (
        select inventory.unit_cost_in(h.on_hand + h.coming, a.value, h.unit_cost, h.coming, i.value) as unit_cost) c
      cross join lateral (
        select inventory.layers_with(h.layers, h.on_hand, h.coming, a.value, (
          select jsonb_agg(jsonb_build_object('quantity', trim_scale(quantity)::text, 'value', value) order by position)
          from (
            -- What comes in and goes out again in one line, as scrap does, leaves no layer.
            select sum(quantity) as quantity, sum(own_value)::bigint as value, min(position) as position
            from priced where stock_id = h.id and own_value is not null
            group by line_id having sum(quantity) > 0) receipt)) as layers) b
      cross join lateral (
        select inventory.cost_of_going(b.layers, h.on_hand + h.coming, a.value, c.unit_cost, h.going) as cost) o
    ), costed as materialized (
      select p.*, t.shop_id, t.currency, coalesce(p.own_value, -inventory.cost_share(t.cost, t.going,
          p.gone + p.quantity, p.gone)) as move_value
      from (select *, sum(-quantity) filter (where own_value is null)
          over (partition by stock_id order by position) as gone from priced) p
      join total t on t.id = p.stock_id)`
}

/**
 * The new rows and the moves, unless something is short. Every column that a check reads comes from the locked values:
 * PostgreSQL checks a row with the other columns as they were when the statement began, before it sees their latest.
 */
function written({ sql, companyId, now }: Context, { source, at, businessDate }: Booking) {
  return sql`
    changed as (
      update inventory.stock s set on_hand = t.on_hand_after, reserved = t.reserved,
        available = t.on_hand_after - t.reserved,
        value_amount = t.value_between - t.cost, unit_cost = t.unit_cost_after,
        layers = inventory.layers_left(t.layers_between, t.going),
        allows_negative = t.place_allows or (t.on_hand_after < 0 and t.allows_negative),
        low_since = case when t.on_hand_after - t.reserved <= coalesce(t.reorder_point, 0)
          then coalesce(t.low_since, ${at}::timestamptz) end,
        version = s.version + 1, updated_at = ${now}
      from total t
      where s.company_id = ${companyId} and s.id = t.id and not exists (select from short)
    ), moved as (
      insert into inventory.move (company_id, id, at, business_date, kind, product_id, warehouse_id, shop_id, quantity,
        value_amount, value_currency, source, source_id, source_line_id, reverses, created_at, updated_at)
      select ${companyId}, m.move_id, ${at}, ${businessDate}, m.kind, m.product_id, m.place_id, m.shop_id, m.quantity,
        m.value, m.currency, ${source.entity}, ${source.id}, m.line_id, m.reverses, ${now}, ${now}
      from (
        select move_id, kind, product_id, place_id, shop_id, quantity, move_value as value, currency, line_id, reverses
        from costed
        union all
        select gen_random_uuid(), 'true-up', product_id, place_id, shop_id, 0, -true_up, currency, null, null
        from total where true_up <> 0
      ) m where not exists (select from short))`
}

function answer({ sql }: Context) {
  return sql`
    select
      (select jsonb_agg(jsonb_build_object('id', id, 'shopId', shop_id, 'currency', currency)) from place) as places,
      (select jsonb_agg(jsonb_build_object('productId', product_id, 'warehouseId', place_id,
        'wanted', trim_scale(going)::text, 'available', trim_scale(available)::text)) from short) as short,
      (select jsonb_agg(jsonb_build_object('lineId', line_id, 'productId', product_id, 'warehouseId', place_id,
        'quantity', trim_scale(quantity)::text, 'value', move_value) order by position) from costed) as moves,
      (select jsonb_agg(jsonb_build_object('id', id, 'productId', product_id, 'warehouseId', place_id,
        'shopId', shop_id, 'onHand', trim_scale(on_hand_after)::text,
        'available', trim_scale(on_hand_after - reserved)::text, 'availableBefore', trim_scale(available)::text,
        'reorderPoint', trim_scale(reorder_point)::text, 'tracking', tracking,
        'trueUp', true_up)) from total) as stocks`
}
