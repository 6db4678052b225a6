create table inventory.cost_correction (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  at timestamptz not null,
  business_date date not null,
  move_id uuid not null,
  product_id uuid not null,
  warehouse_id uuid not null,
  shop_id uuid,
  before_amount bigint not null,
  before_currency text not null,
  after_amount bigint not null,
  after_currency text not null,
  held numeric not null,
  stock_change_amount bigint not null,
  stock_change_currency text not null,
  expense_amount bigint not null,
  expense_currency text not null,
  reason text not null,
  note text not null,
  constraint cost_correction_pkey primary key (company_id, id),
  constraint cost_correction_reason_check check (char_length(reason) <= 40),
  constraint cost_correction_note_check check (char_length(note) <= 400),
  constraint cost_correction_before_check check ((before_amount is null) = (before_currency is null)),
  constraint cost_correction_after_check check ((after_amount is null) = (after_currency is null)),
  constraint cost_correction_stock_change_check check ((stock_change_amount is null) = (stock_change_currency is null)),
  constraint cost_correction_expense_check check ((expense_amount is null) = (expense_currency is null)),
  constraint cost_correction_adds_up_check check (after_amount - before_amount = stock_change_amount + expense_amount)
);

alter table inventory.cost_correction add constraint cost_correction_move_id_fkey foreign key (company_id, move_id) references inventory.move (company_id, id);

alter table inventory.cost_correction add constraint cost_correction_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.cost_correction add constraint cost_correction_warehouse_id_fkey foreign key (company_id, warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.cost_correction add constraint cost_correction_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

create index cost_correction_move_id_at_idx on inventory.cost_correction (company_id, move_id, at);

create index cost_correction_product_id_idx on inventory.cost_correction (company_id, product_id);

create index cost_correction_warehouse_id_idx on inventory.cost_correction (company_id, warehouse_id);

create index cost_correction_shop_id_idx on inventory.cost_correction (company_id, shop_id);

create trigger cost_correction_immutable before update or delete or truncate on inventory.cost_correction
  for each statement execute function public.refuse_change();

-- cost_share for a total of either sign; a share of minus what the total is, is minus its share.
create function inventory.signed_share(total numeric, whole numeric, since numeric, upto numeric)
returns numeric language sql immutable parallel safe return
  sign(total) * inventory.cost_share(abs(total), whole, since, upto);

-- Layers of which those between `since` and `upto` are worth so much more together, or less; none below nothing.
create function inventory.layers_revalued(layers jsonb, since numeric, upto numeric, delta numeric)
returns jsonb language sql immutable parallel safe return
  case
    when layers is null or upto <= since then layers
    else (
      select jsonb_agg(jsonb_build_object('quantity', trim_scale(l.held)::text, 'value', (l.value + greatest(-l.value,
        case when l.upto <= layers_revalued.since or l.since >= layers_revalued.upto then 0
          else inventory.signed_share(delta, layers_revalued.upto - layers_revalued.since,
            greatest(l.since, layers_revalued.since) - layers_revalued.since,
            least(l.upto, layers_revalued.upto) - layers_revalued.since) end))::bigint) order by l.nth)
      from inventory.layers_of(layers) l)
  end;
