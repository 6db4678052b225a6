-- First in, first out beside the moving average. Where a stock row has layers, they are what is left of each receipt,
-- oldest first: [{"quantity": "8", "value": 80}], the value in minor units. They stand in the row, so that its lock
-- is theirs. Plain SQL functions, as for the average; without layers each does what the average does.

alter table inventory.stock add column layers jsonb;
alter table inventory.warehouse add column has_layers boolean default false;

-- Layers as rows; a layer reaches from `since` to `upto` in the order in which goods leave.
create function inventory.layers_of(layers jsonb)
returns table (nth bigint, held numeric, value numeric, since numeric, upto numeric)
language sql immutable parallel safe
begin atomic
  select l.nth, l.held, l.value, sum(l.held) over (order by l.nth) - l.held,
    sum(l.held) over (order by l.nth)
  from (
    select e.nth, (e.layer ->> 'quantity')::numeric as held, (e.layer ->> 'value')::numeric as value
    from jsonb_array_elements(layers) with ordinality as e(layer, nth)) l;
end;

-- What the first `going` of a layer's goods cost; the layer's last unit takes what is left of its value.
create function inventory.layer_cost(held numeric, value numeric, going numeric)
returns numeric language sql immutable parallel safe return
  case when going >= held then value else div(2 * value * going + held, 2 * held) end;

-- What `going` costs that leaves: out of the oldest layers, else as cost_out has it.
create function inventory.cost_of_going(
  layers jsonb, on_hand numeric, value numeric, unit_cost numeric, going numeric)
returns numeric language sql immutable parallel safe return
  case
    when layers is null or going >= on_hand then inventory.cost_out(on_hand, value, unit_cost, going)
    else (
      select coalesce(sum(inventory.layer_cost(l.held, l.value, going - l.since)), 0)
      from inventory.layers_of(layers) l where l.since < going)
  end;

-- The layers after `going` left.
create function inventory.layers_left(layers jsonb, going numeric)
returns jsonb language sql immutable parallel safe return
  case
    when layers is null or going = 0 then layers
    else (
      select coalesce(jsonb_agg(jsonb_build_object(
        'quantity', trim_scale(l.upto - greatest(l.since, going))::text,
        'value', (l.value - case when l.since < going then inventory.layer_cost(l.held, l.value, going - l.since)
          else 0 end)::bigint) order by l.nth), '[]'::jsonb)
      from inventory.layers_of(layers) l where l.upto > going)
  end;

-- The layers after `quantity` came in by `receipts`. What stands above zero after a hole was filled is one layer of
-- the value that value_in leaves.
create function inventory.layers_with(
  layers jsonb, on_hand numeric, quantity numeric, value_after numeric, receipts jsonb)
returns jsonb language sql immutable parallel safe return
  case
    when layers is null then null
    when on_hand >= 0 then layers || coalesce(receipts, '[]'::jsonb)
    when on_hand + quantity > 0 then jsonb_build_array(jsonb_build_object(
      'quantity', trim_scale(on_hand + quantity)::text, 'value', value_after::bigint))
    else '[]'::jsonb
  end;
