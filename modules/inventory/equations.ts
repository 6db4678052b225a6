import type { Equation } from '#kernel'

const spot = `'product ' || s.product_id || ' in warehouse ' || s.warehouse_id as what`

/** What must hold over all stock, always. */
export const equations: readonly Equation[] = [
  {
    name: 'stock-is-its-moves',
    says: 'What is on hand is the sum of the moves, and so is its value.',
    sql: `
      select coalesce(s.company_id, m.company_id) as company_id,
        'product ' || coalesce(s.product_id, m.product_id) || ' in warehouse '
          || coalesce(s.warehouse_id, m.warehouse_id) as what,
        s.on_hand, m.quantity as moved, s.value_amount as value, m.value as moved_value
      from inventory.stock s
      full join (
        select company_id, product_id, warehouse_id, sum(quantity) as quantity, sum(value_amount) as value
        from inventory.move group by company_id, product_id, warehouse_id) m
        using (company_id, product_id, warehouse_id)
      where coalesce(s.on_hand, 0) <> coalesce(m.quantity, 0) or coalesce(s.value_amount, 0) <> coalesce(m.value, 0)`,
  },
  {
    name: 'layers-are-the-stock',
    says: 'Where goods are costed first in, first out, their layers are what is on hand, in quantity and value.',
    sql: `
      select s.company_id, ${spot}, s.on_hand, l.quantity as in_layers, s.value_amount as value,
        l.value as value_of_layers
      from inventory.stock s
      cross join lateral (
        select coalesce(sum(held), 0) as quantity, coalesce(sum(value), 0) as value
        from inventory.layers_of(s.layers)) l
      where s.layers is not null
        and (l.quantity <> greatest(s.on_hand, 0)
          or l.value <> case when s.on_hand > 0 then s.value_amount else 0 end)`,
  },
  {
    name: 'batches-are-the-stock',
    says: 'Where goods are tracked, their batches add up to what is on hand, and each is the sum of its moves.',
    sql: `
      select s.company_id, ${spot}, s.on_hand, b.quantity as in_batches, m.quantity as moved
      from inventory.stock s
      cross join lateral (
        select coalesce(sum(on_hand), 0) as quantity from inventory.lot_stock l
        where l.company_id = s.company_id and l.product_id = s.product_id and l.warehouse_id = s.warehouse_id) b
      cross join lateral (
        select coalesce(sum(quantity), 0) as quantity from inventory.lot_move l
        where l.company_id = s.company_id and l.product_id = s.product_id and l.warehouse_id = s.warehouse_id) m
      where s.tracking is not null and (b.quantity <> greatest(s.on_hand, 0) or m.quantity <> b.quantity)`,
  },
  {
    name: 'available-is-the-rest',
    says: 'What is available is what is on hand and not reserved.',
    sql: `
      select s.company_id, ${spot}, s.on_hand, s.reserved, s.available
      from inventory.stock s where s.available <> s.on_hand - s.reserved`,
  },
  {
    name: 'reserved-is-promised',
    says: 'What is reserved is the sum of the live reservations.',
    sql: `
      select s.company_id, ${spot}, s.reserved, coalesce(r.quantity, 0) as promised
      from inventory.stock s
      left join (
        select l.company_id, l.product_id, l.warehouse_id, sum(l.quantity) as quantity
        from inventory.reservation_line l
        join inventory.reservation r on r.company_id = l.company_id and r.id = l.reservation_id and r.state = 'live'
        group by l.company_id, l.product_id, l.warehouse_id) r using (company_id, product_id, warehouse_id)
      where s.reserved <> coalesce(r.quantity, 0)`,
  },
  {
    name: 'transfers-keep-value',
    says: 'What a transfer takes from one warehouse arrives in the other, to the minor unit.',
    sql: `
      select company_id, 'transfer ' || source_id as what, sum(quantity) as quantity, sum(value_amount) as value
      from inventory.move where source = 'inventory.transfer' and kind = 'transfer'
      group by company_id, source_id having sum(quantity) <> 0 or sum(value_amount) <> 0`,
  },
]
