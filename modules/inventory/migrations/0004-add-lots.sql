create table inventory.lot (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  product_id uuid not null,
  code text not null,
  expires_on date,
  note text,
  status text not null default 'active',
  search_text text generated always as (lower(coalesce(code, ''))) stored,
  constraint lot_pkey primary key (company_id, id),
  constraint lot_product_id_code_key unique (company_id, product_id, code),
  constraint lot_code_check check (char_length(code) <= 60),
  constraint lot_note_check check (char_length(note) <= 4000),
  constraint lot_status_check check (status in ('active', 'blocked'))
);

create table inventory.lot_stock (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lot_id uuid not null,
  product_id uuid not null,
  warehouse_id uuid not null,
  shop_id uuid,
  on_hand numeric not null default 0,
  is_serial boolean not null default false,
  constraint lot_stock_pkey primary key (company_id, id),
  constraint lot_stock_lot_id_warehouse_id_key unique (company_id, lot_id, warehouse_id),
  constraint lot_stock_not_negative_check check (on_hand >= 0),
  constraint lot_stock_one_piece_check check (not is_serial or on_hand in (0, 1))
);

create table inventory.lot_move (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  at timestamptz not null,
  business_date date not null,
  lot_id uuid not null,
  product_id uuid not null,
  warehouse_id uuid not null,
  shop_id uuid,
  quantity numeric not null,
  source text not null,
  source_id text not null,
  source_line_id text,
  reverses text,
  constraint lot_move_pkey primary key (company_id, id),
  constraint lot_move_source_check check (char_length(source) <= 64),
  constraint lot_move_source_id_check check (char_length(source_id) <= 64),
  constraint lot_move_source_line_id_check check (char_length(source_line_id) <= 64),
  constraint lot_move_reverses_check check (char_length(reverses) <= 64),
  constraint lot_move_moves_something_check check (quantity <> 0)
);

alter table inventory.stock add column tracking text;

alter table inventory.stock add constraint stock_tracking_check check (tracking in ('batch', 'serial'));

alter table inventory.lot add constraint lot_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.lot_stock add constraint lot_stock_lot_id_fkey foreign key (company_id, lot_id) references inventory.lot (company_id, id);

alter table inventory.lot_stock add constraint lot_stock_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.lot_stock add constraint lot_stock_warehouse_id_fkey foreign key (company_id, warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.lot_stock add constraint lot_stock_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table inventory.lot_move add constraint lot_move_lot_id_fkey foreign key (company_id, lot_id) references inventory.lot (company_id, id);

alter table inventory.lot_move add constraint lot_move_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table inventory.lot_move add constraint lot_move_warehouse_id_fkey foreign key (company_id, warehouse_id) references inventory.warehouse (company_id, id);

alter table inventory.lot_move add constraint lot_move_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

create index lot_search_text_trigram_idx on inventory.lot using gin (company_id, search_text gin_trgm_ops);

create index lot_search_text_words_idx on inventory.lot using gin (to_tsvector('simple', search_text));

create index lot_stock_product_id_warehouse_id_idx on inventory.lot_stock (company_id, product_id, warehouse_id);

create index lot_stock_warehouse_id_idx on inventory.lot_stock (company_id, warehouse_id);

create index lot_stock_shop_id_idx on inventory.lot_stock (company_id, shop_id);

create index lot_move_lot_id_at_idx on inventory.lot_move (company_id, lot_id, at);

create index lot_move_source_line_id_idx on inventory.lot_move (company_id, source_line_id);

create index lot_move_source_id_idx on inventory.lot_move (company_id, source_id);

create index lot_move_reverses_idx on inventory.lot_move (company_id, reverses);

create index lot_move_product_id_idx on inventory.lot_move (company_id, product_id);

create index lot_move_warehouse_id_idx on inventory.lot_move (company_id, warehouse_id);

create index lot_move_shop_id_idx on inventory.lot_move (company_id, shop_id);

create trigger lot_move_immutable before update or delete or truncate on inventory.lot_move
  for each statement execute function public.refuse_change();

-- A piece with a serial number is in one place.
create unique index serial_in_one_place on inventory.lot_stock (company_id, lot_id) where is_serial and on_hand > 0;
