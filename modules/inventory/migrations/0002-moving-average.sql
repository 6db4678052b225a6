-- Moving average cost, exact to the minor unit. Plain SQL functions: PostgreSQL writes them into the calling statement.
-- Quantities are in stock units, values in minor units of the company's currency. Halves are rounded up.

-- The part of `total` that falls between two positions on the way from 0 to `whole`; the parts add up to the total.
create function inventory.cost_share(total numeric, whole numeric, since numeric, upto numeric)
returns numeric language sql immutable parallel safe return
  div(2 * total * upto + whole, 2 * whole) - div(2 * total * since + whole, 2 * whole);

-- What `quantity` costs that leaves. The last unit takes all that is left of the value; what goes below zero is costed
-- at the last known unit cost.
create function inventory.cost_out(on_hand numeric, value numeric, unit_cost numeric, quantity numeric)
returns numeric language sql immutable parallel safe return
  case
    when quantity = 0 then 0
    when on_hand <= 0 then round(unit_cost * quantity)
    when quantity >= on_hand then value + round(unit_cost * (quantity - on_hand))
    else div(2 * value * quantity + on_hand, 2 * on_hand)
  end;

-- What `quantity` is worth that comes in without a cost of its own: the average, else the last known unit cost, else
-- the given one, else nothing.
create function inventory.cost_in(on_hand numeric, value numeric, unit_cost numeric, given numeric, quantity numeric)
returns numeric language sql immutable parallel safe return
  case
    when on_hand > 0 then div(2 * value * quantity + on_hand, 2 * on_hand)
    else round(coalesce(nullif(unit_cost, 0), given, 0) * quantity)
  end;

-- The value after `quantity` came in at `cost`. Where stock was below zero, what is still missing stays at its last
-- known cost and what is left above zero is worth its part of the receipt; the difference is the true-up.
create function inventory.value_in(on_hand numeric, value numeric, quantity numeric, cost numeric)
returns numeric language sql immutable parallel safe return
  case
    when on_hand >= 0 then value + cost
    when on_hand + quantity <= 0 then round(value * (on_hand + quantity) / on_hand)
    else div(2 * cost * (on_hand + quantity) + quantity, 2 * quantity)
  end;

-- The unit cost after goods came in: the average, or what they cost where all of them filled a hole.
create function inventory.unit_cost_in(
  on_hand numeric, value numeric, unit_cost numeric, quantity numeric, cost numeric)
returns numeric language sql immutable parallel safe return
  case
    when quantity <= 0 then unit_cost
    when on_hand > 0 then round(value / on_hand, 6)
    else round(cost / quantity, 6)
  end;

-- Each shop sells out of one warehouse.
create unique index one_selling_warehouse_per_shop on inventory.warehouse (company_id, shop_id) where sells_for;
-- Low and empty stock is found without reading the rest. Only a crossing touches this index, so that selling does not.
create index low_stock on inventory.stock (company_id, shop_id, id) where low_since is not null;
-- Few moves take goods back; the others leave this index alone.
create index goods_that_came_back on inventory.move (company_id, reverses) where reverses is not null;
create index live_until on inventory.reservation (company_id, expires_at) where state = 'live';

-- Hot rows: their next versions find room on the same page.
alter table inventory.stock set (fillfactor = 50);
