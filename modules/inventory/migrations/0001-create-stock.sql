create schema inventory;

create table inventory.warehouse (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  code text not null,
  shop_id uuid,
  sells_for boolean,
  currency text,
  allows_negative boolean default false,
  search_text text generated always as (lower(coalesce(name, '') || ' ' || coalesce(code, ''))) stored,
  constraint warehouse_pkey primary key (company_id, id),
  constraint warehouse_code_key unique (company_id, code),
  constraint warehouse_name_check check (char_length(name) <= 120),
  constraint warehouse_code_check check (char_length(code) <= 20),
  constraint warehouse_currency_check check (char_length(currency) <= 3),
  constraint warehouse_sells_for_a_shop_check check (not sells_for or shop_id is not null)
);

create table inventory.bin (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  warehouse_id uuid not null,
  code text not null,
  name text,
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint bin_pkey primary key (company_id, id),
  constraint bin_warehouse_id_code_key unique (company_id, warehouse_id, code),
  constraint bin_code_check check (char_length(code) <= 40),
  constraint bin_name_check check (char_length(name) <= 120)
);

create table inventory.stock (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  product_id uuid not null,
  warehouse_id uuid not null,
  shop_id uuid,
  on_hand numeric not null default 0,
  reserved numeric not null default 0,
  available numeric not null default 0,
  value_amount bigint not null,
  value_currency text not null,
  unit_cost numeric not null default 0,
  reorder_point numeric,
  low_since timestamptz,
  allows_negative boolean not null default false,
  constraint stock_pkey primary key (company_id, id),
  constraint stock_warehouse_id_product_id_key unique (company_id, warehouse_id, product_id),
  constraint stock_value_check check ((value_amount is null) = (value_currency is null)),
  constraint stock_available_is_the_rest_check check (available = on_hand - reserved),
  constraint stock_reserved_is_not_negative_check check (reserved >= 0),
  constraint stock_on_hand_is_not_negative_check check (on_hand >= 0 or allows_negative),
  constraint stock_reserved_is_there_check check (reserved <= on_hand or allows_negative),
  constraint stock_value_follows_quantity_check check (case when on_hand = 0 then value_amount = 0 when on_hand > 0 then value_amount >= 0 else value_amount <= 0 end)
);

create table inventory.move (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  at timestamptz not null,
  business_date date not null,
  kind text not null,
  product_id uuid not null,
  warehouse_id uuid not null,
  shop_id uuid,
  quantity numeric not null,
  value_amount bigint not null,
  value_currency text not null,
  source text not null,
  source_id text not null,
  source_line_id text,
  reverses text,
  constraint move_pkey primary key (company_id, id),
  constraint move_kind_check check (kind in ('sale', 'return', 'scrap', 'adjustment', 'opening', 'transfer', 'receipt', 'true-up')),
  constraint move_source_check check (char_length(source) <= 64),
  constraint move_source_id_check check (char_length(source_id) <= 64),
  constraint move_source_line_id_check check (char_length(source_line_id) <= 64),
  constraint move_reverses_check check (char_length(reverses) <= 64),
  constraint move_value_check check ((value_amount is null) = (value_currency is null)),
  constraint move_value_follows_quantity_check check (case kind when 'true-up' then quantity = 0 else quantity <> 0 and sign(quantity) * value_amount >= 0 end)
);

create table inventory.adjustment_reason (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  name text not null,
  effect text not null,
  active boolean default true,
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint adjustment_reason_pkey primary key (company_id, id),
  constraint adjustment_reason_code_key unique (company_id, code),
  constraint adjustment_reason_code_check check (char_length(code) <= 40),
  constraint adjustment_reason_name_check check (char_length(name) <= 120),
  constraint adjustment_reason_effect_check check (effect in ('shrinkage', 'gain', 'opening', 'correction', 'use'))
);

create table inventory.adjustment (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  warehouse_id uuid not null,
  shop_id uuid,
  business_date date not null,
  at timestamptz not null,
  note text,
  constraint adjustment_pkey primary key (company_id, id),
  constraint adjustment_note_check check (char_length(note) <= 4000)
);

create table inventory.adjustment_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  adjustment_id uuid not null,
  shop_id uuid,
  product_id uuid not null,
  reason_id uuid not null,
  quantity numeric not null,
  value_amount bigint not null,
  value_currency text not null,
  constraint adjustment_line_pkey primary key (company_id, id),
  constraint adjustment_line_value_check check ((value_amount is null) = (value_currency is null))
);

create table inventory.transfer (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  from_warehouse_id uuid not null,
  to_warehouse_id uuid not null,
  shop_id uuid,
  business_date date not null,
  at timestamptz not null,
  note text,
  constraint transfer_pkey primary key (company_id, id),
  constraint transfer_note_check check (char_length(note) <= 4000),
  constraint transfer_two_warehouses_check check (from_warehouse_id <> to_warehouse_id)
);

create table inventory.transfer_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  transfer_id uuid not null,
  shop_id uuid,
  product_id uuid not null,
  quantity numeric not null,
  value_amount bigint not null,
  value_currency text not null,
  constraint transfer_line_pkey primary key (company_id, id),
  constraint transfer_line_value_check check ((value_amount is null) = (value_currency is null))
);

create table inventory.reservation (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shop_id uuid,
  state text not null default 'live',
  expires_at timestamptz,
  ended_at timestamptz,
  note text,
  constraint reservation_pkey primary key (company_id, id),
  constraint reservation_state_check check (state in ('live', 'released', 'consumed', 'expired')),
  constraint reservation_note_check check (char_length(note) <= 4000)
);

create table inventory.reservation_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  reservation_id uuid not null,
  shop_id uuid,
  product_id uuid not null,
  warehouse_id uuid not null,
  quantity numeric not null,
  constraint reservation_line_pkey primary key (company_id, id)
);

alter table inventory.warehouse add constraint warehouse_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.bin add constraint bin_warehouse_id_fkey foreign key (company_id, warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.stock add constraint stock_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.stock add constraint stock_warehouse_id_fkey foreign key (company_id, warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.stock add constraint stock_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.move add constraint move_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.move add constraint move_warehouse_id_fkey foreign key (company_id, warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.move add constraint move_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.adjustment add constraint adjustment_warehouse_id_fkey foreign key (company_id, warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.adjustment add constraint adjustment_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.adjustment_line add constraint adjustment_line_adjustment_id_fkey foreign key (company_id, adjustment_id) references inventory.adjustment (company_id, id);

alter table inventory.adjustment_line add constraint adjustment_line_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.adjustment_line add constraint adjustment_line_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.adjustment_line add constraint adjustment_line_reason_id_fkey foreign key (company_id, reason_id) references inventory.adjustment_reason (company_id, id);

alter table inventory.transfer add constraint transfer_from_warehouse_id_fkey foreign key (company_id, from_warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.transfer add constraint transfer_to_warehouse_id_fkey foreign key (company_id, to_warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.transfer add constraint transfer_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.transfer_line add constraint transfer_line_transfer_id_fkey foreign key (company_id, transfer_id) references inventory.transfer (company_id, id);

alter table inventory.transfer_line add constraint transfer_line_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.transfer_line add constraint transfer_line_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.reservation add constraint reservation_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.reservation_line add constraint reservation_line_reservation_id_fkey foreign key (company_id, reservation_id) references inventory.reservation (company_id, id);

alter table inventory.reservation_line add constraint reservation_line_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.reservation_line add constraint reservation_line_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.reservation_line add constraint reservation_line_warehouse_id_fkey foreign key (company_id, warehouse_id) references inventory.warehouse (company_id, id);

create index warehouse_shop_id_idx on inventory.warehouse (company_id, shop_id);

create index warehouse_search_text_trigram_idx on inventory.warehouse using gin (company_id, search_text gin_trgm_ops);

create index warehouse_search_text_words_idx on inventory.warehouse using gin (to_tsvector('simple', search_text));

create index bin_search_text_trigram_idx on inventory.bin using gin (company_id, search_text gin_trgm_ops);

create index bin_search_text_words_idx on inventory.bin using gin (to_tsvector('simple', search_text));

create index stock_product_id_idx on inventory.stock (company_id, product_id);

create index stock_shop_id_idx on inventory.stock (company_id, shop_id);

create index move_product_id_warehouse_id_at_idx on inventory.move (company_id, product_id, warehouse_id, at);

create index move_source_id_idx on inventory.move (company_id, source_id);

create index move_source_line_id_idx on inventory.move (company_id, source_line_id);

create index move_warehouse_id_idx on inventory.move (company_id, warehouse_id);

create index move_shop_id_idx on inventory.move (company_id, shop_id);

create trigger move_immutable before update or delete or truncate on inventory.move
  for each statement execute function public.refuse_change();

create index adjustment_reason_search_text_trigram_idx on inventory.adjustment_reason using gin (company_id, search_text gin_trgm_ops);

create index adjustment_reason_search_text_words_idx on inventory.adjustment_reason using gin (to_tsvector('simple', search_text));

create index adjustment_warehouse_id_idx on inventory.adjustment (company_id, warehouse_id);

create index adjustment_shop_id_idx on inventory.adjustment (company_id, shop_id);

create trigger adjustment_immutable before update or delete or truncate on inventory.adjustment
  for each statement execute function public.refuse_change();

create index adjustment_line_adjustment_id_idx on inventory.adjustment_line (company_id, adjustment_id);

create index adjustment_line_shop_id_idx on inventory.adjustment_line (company_id, shop_id);

create index adjustment_line_product_id_idx on inventory.adjustment_line (company_id, product_id);

create index adjustment_line_reason_id_idx on inventory.adjustment_line (company_id, reason_id);

create trigger adjustment_line_immutable before update or delete or truncate on inventory.adjustment_line
  for each statement execute function public.refuse_change();

create index transfer_from_warehouse_id_idx on inventory.transfer (company_id, from_warehouse_id);

create index transfer_to_warehouse_id_idx on inventory.transfer (company_id, to_warehouse_id);

create index transfer_shop_id_idx on inventory.transfer (company_id, shop_id);

create trigger transfer_immutable before update or delete or truncate on inventory.transfer
  for each statement execute function public.refuse_change();

create index transfer_line_transfer_id_idx on inventory.transfer_line (company_id, transfer_id);

create index transfer_line_shop_id_idx on inventory.transfer_line (company_id, shop_id);

create index transfer_line_product_id_idx on inventory.transfer_line (company_id, product_id);

create trigger transfer_line_immutable before update or delete or truncate on inventory.transfer_line
  for each statement execute function public.refuse_change();

create index reservation_shop_id_idx on inventory.reservation (company_id, shop_id);

create index reservation_line_reservation_id_idx on inventory.reservation_line (company_id, reservation_id);

create index reservation_line_shop_id_idx on inventory.reservation_line (company_id, shop_id);

create index reservation_line_product_id_idx on inventory.reservation_line (company_id, product_id);

create index reservation_line_warehouse_id_idx on inventory.reservation_line (company_id, warehouse_id);

create trigger reservation_line_immutable before update or delete or truncate on inventory.reservation_line
  for each statement execute function public.refuse_change();
