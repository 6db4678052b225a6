create schema sales;

create table sales.number_series (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  prefix text not null,
  next bigint not null,
  scope text not null,
  kind text not null,
  fiscal_year text not null,
  shop_id uuid,
  constraint number_series_pkey primary key (company_id, id),
  constraint number_series_prefix_key unique (company_id, prefix),
  constraint number_series_scope_kind_fiscal_year_key unique (company_id, scope, kind, fiscal_year),
  constraint number_series_prefix_check check (char_length(prefix) <= 60),
  constraint number_series_scope_check check (char_length(scope) <= 36),
  constraint number_series_kind_check check (char_length(kind) <= 20),
  constraint number_series_fiscal_year_check check (char_length(fiscal_year) <= 9)
);

create table sales.sale (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  number text not null,
  external_number text,
  status text not null default 'completed',
  shop_id uuid not null,
  register_id uuid,
  customer_id uuid,
  cashier_id text not null,
  cashier_name text not null,
  business_date date not null,
  sold_at timestamptz not null,
  net_amount bigint not null,
  net_currency text not null,
  tax_amount bigint not null,
  tax_currency text not null,
  total_amount bigint not null,
  total_currency text not null,
  change_amount bigint not null,
  change_currency text not null,
  taxes jsonb not null,
  tax_rounding text not null,
  country text,
  note text,
  search_text text generated always as (lower(coalesce(number, '') || ' ' || coalesce(external_number, ''))) stored,
  constraint sale_pkey primary key (company_id, id),
  constraint sale_number_key unique (company_id, number),
  constraint sale_external_number_key unique (company_id, external_number),
  constraint sale_number_check check (char_length(number) <= 80),
  constraint sale_external_number_check check (char_length(external_number) <= 64),
  constraint sale_status_check check (status in ('completed')),
  constraint sale_cashier_id_check check (char_length(cashier_id) <= 64),
  constraint sale_cashier_name_check check (char_length(cashier_name) <= 200),
  constraint sale_tax_rounding_check check (char_length(tax_rounding) <= 16),
  constraint sale_country_check check (char_length(country) <= 60),
  constraint sale_note_check check (char_length(note) <= 4000),
  constraint sale_net_check check ((net_amount is null) = (net_currency is null)),
  constraint sale_tax_check check ((tax_amount is null) = (tax_currency is null)),
  constraint sale_total_check check ((total_amount is null) = (total_currency is null)),
  constraint sale_change_check check ((change_amount is null) = (change_currency is null)),
  constraint sale_adds_up_check check (net_amount + tax_amount = total_amount and total_amount >= 0),
  constraint sale_one_currency_check check (tax_currency = net_currency and total_currency = net_currency and change_currency = net_currency)
);

create table sales.sale_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sale_id uuid not null,
  position integer not null,
  product_id uuid not null,
  sku text not null,
  name text not null,
  kind text not null,
  stocked boolean not null,
  quantity numeric not null,
  unit text not null,
  decimals integer not null,
  factor numeric not null,
  unit_price_amount bigint not null,
  unit_price_currency text not null,
  includes_tax boolean not null,
  price_step text not null,
  price_list text,
  price_reason text,
  net_amount bigint not null,
  net_currency text not null,
  tax_amount bigint not null,
  tax_currency text not null,
  gross_amount bigint not null,
  gross_currency text not null,
  taxes jsonb not null,
  constraint sale_line_pkey primary key (company_id, id),
  constraint sale_line_sale_id_position_key unique (company_id, sale_id, position),
  constraint sale_line_sku_check check (char_length(sku) <= 64),
  constraint sale_line_name_check check (char_length(name) <= 200),
  constraint sale_line_kind_check check (kind in ('goods', 'service', 'charge')),
  constraint sale_line_unit_check check (char_length(unit) <= 16),
  constraint sale_line_price_step_check check (char_length(price_step) <= 16),
  constraint sale_line_price_list_check check (char_length(price_list) <= 36),
  constraint sale_line_price_reason_check check (char_length(price_reason) <= 200),
  constraint sale_line_unit_price_check check ((unit_price_amount is null) = (unit_price_currency is null)),
  constraint sale_line_net_check check ((net_amount is null) = (net_currency is null)),
  constraint sale_line_tax_check check ((tax_amount is null) = (tax_currency is null)),
  constraint sale_line_gross_check check ((gross_amount is null) = (gross_currency is null)),
  constraint sale_line_adds_up_check check (net_amount + tax_amount = gross_amount),
  constraint sale_line_quantity_check check (quantity > 0 or (quantity < 0 and kind = 'charge')),
  constraint sale_line_one_currency_check check (tax_currency = net_currency and gross_currency = net_currency and unit_price_currency = net_currency)
);

create table sales.credit_note (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  number text not null,
  external_number text,
  sale_id uuid,
  shop_id uuid not null,
  register_id uuid,
  customer_id uuid,
  cashier_id text not null,
  cashier_name text not null,
  business_date date not null,
  returned_at timestamptz not null,
  net_amount bigint not null,
  net_currency text not null,
  tax_amount bigint not null,
  tax_currency text not null,
  total_amount bigint not null,
  total_currency text not null,
  taxes jsonb not null,
  note text,
  search_text text generated always as (lower(coalesce(number, '') || ' ' || coalesce(external_number, ''))) stored,
  constraint credit_note_pkey primary key (company_id, id),
  constraint credit_note_number_key unique (company_id, number),
  constraint credit_note_external_number_key unique (company_id, external_number),
  constraint credit_note_number_check check (char_length(number) <= 80),
  constraint credit_note_external_number_check check (char_length(external_number) <= 64),
  constraint credit_note_cashier_id_check check (char_length(cashier_id) <= 64),
  constraint credit_note_cashier_name_check check (char_length(cashier_name) <= 200),
  constraint credit_note_note_check check (char_length(note) <= 4000),
  constraint credit_note_net_check check ((net_amount is null) = (net_currency is null)),
  constraint credit_note_tax_check check ((tax_amount is null) = (tax_currency is null)),
  constraint credit_note_total_check check ((total_amount is null) = (total_currency is null)),
  constraint credit_note_adds_up_check check (net_amount + tax_amount = total_amount and total_amount >= 0),
  constraint credit_note_one_currency_check check (tax_currency = net_currency and total_currency = net_currency)
);

create table sales.credit_note_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  credit_note_id uuid not null,
  position integer not null,
  sale_line_id uuid,
  product_id uuid not null,
  sku text not null,
  name text not null,
  kind text not null,
  quantity numeric not null,
  unit text not null,
  net_amount bigint not null,
  net_currency text not null,
  tax_amount bigint not null,
  tax_currency text not null,
  gross_amount bigint not null,
  gross_currency text not null,
  taxes jsonb not null,
  restocked boolean not null,
  reason text,
  constraint credit_note_line_pkey primary key (company_id, id),
  constraint credit_note_line_credit_note_id_position_key unique (company_id, credit_note_id, position),
  constraint credit_note_line_sku_check check (char_length(sku) <= 64),
  constraint credit_note_line_name_check check (char_length(name) <= 200),
  constraint credit_note_line_kind_check check (kind in ('goods', 'service', 'charge')),
  constraint credit_note_line_unit_check check (char_length(unit) <= 16),
  constraint credit_note_line_reason_check check (char_length(reason) <= 200),
  constraint credit_note_line_net_check check ((net_amount is null) = (net_currency is null)),
  constraint credit_note_line_tax_check check ((tax_amount is null) = (tax_currency is null)),
  constraint credit_note_line_gross_check check ((gross_amount is null) = (gross_currency is null)),
  constraint credit_note_line_adds_up_check check (net_amount + tax_amount = gross_amount and gross_amount >= 0),
  constraint credit_note_line_quantity_check check (quantity > 0),
  constraint credit_note_line_one_currency_check check (tax_currency = net_currency and gross_currency = net_currency)
);

alter table sales.number_series add constraint number_series_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table sales.sale add constraint sale_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table sales.sale add constraint sale_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table sales.sale add constraint sale_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table sales.sale_line add constraint sale_line_sale_id_fkey foreign key (company_id, sale_id) references sales.sale (company_id, id);

alter table sales.sale_line add constraint sale_line_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table sales.credit_note add constraint credit_note_sale_id_fkey foreign key (company_id, sale_id) references sales.sale (company_id, id);

alter table sales.credit_note add constraint credit_note_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table sales.credit_note add constraint credit_note_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table sales.credit_note add constraint credit_note_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table sales.credit_note_line add constraint credit_note_line_credit_note_id_fkey foreign key (company_id, credit_note_id) references sales.credit_note (company_id, id);

alter table sales.credit_note_line add constraint credit_note_line_sale_line_id_fkey foreign key (company_id, sale_line_id) references sales.sale_line (company_id, id);

alter table sales.credit_note_line add constraint credit_note_line_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

create index number_series_shop_id_idx on sales.number_series (company_id, shop_id);

create index sale_business_date_idx on sales.sale (company_id, business_date);

create index sale_shop_id_sold_at_idx on sales.sale (company_id, shop_id, sold_at);

create index sale_register_id_idx on sales.sale (company_id, register_id);

create index sale_customer_id_idx on sales.sale (company_id, customer_id);

create index sale_search_text_trigram_idx on sales.sale using gin (company_id, search_text gin_trgm_ops);

create index sale_search_text_words_idx on sales.sale using gin (to_tsvector('simple', search_text));

create trigger sale_immutable before update or delete or truncate on sales.sale
  for each statement execute function public.refuse_change();

create index sale_line_product_id_idx on sales.sale_line (company_id, product_id);

create trigger sale_line_immutable before update or delete or truncate on sales.sale_line
  for each statement execute function public.refuse_change();

create index credit_note_business_date_idx on sales.credit_note (company_id, business_date);

create index credit_note_sale_id_idx on sales.credit_note (company_id, sale_id);

create index credit_note_shop_id_idx on sales.credit_note (company_id, shop_id);

create index credit_note_register_id_idx on sales.credit_note (company_id, register_id);

create index credit_note_customer_id_idx on sales.credit_note (company_id, customer_id);

create index credit_note_search_text_trigram_idx on sales.credit_note using gin (company_id, search_text gin_trgm_ops);

create index credit_note_search_text_words_idx on sales.credit_note using gin (to_tsvector('simple', search_text));

create trigger credit_note_immutable before update or delete or truncate on sales.credit_note
  for each statement execute function public.refuse_change();

create index credit_note_line_sale_line_id_idx on sales.credit_note_line (company_id, sale_line_id);

create index credit_note_line_product_id_idx on sales.credit_note_line (company_id, product_id);

create trigger credit_note_line_immutable before update or delete or truncate on sales.credit_note_line
  for each statement execute function public.refuse_change();
