create schema catalog;

create table catalog.unit (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  name text not null,
  decimals integer not null default 0,
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint unit_pkey primary key (company_id, id),
  constraint unit_code_key unique (company_id, code),
  constraint unit_code_check check (char_length(code) <= 16),
  constraint unit_name_check check (char_length(name) <= 60)
);

create table catalog.brand (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  description text,
  search_text text generated always as (lower(coalesce(name, ''))) stored,
  constraint brand_pkey primary key (company_id, id),
  constraint brand_name_key unique (company_id, name),
  constraint brand_name_check check (char_length(name) <= 120),
  constraint brand_description_check check (char_length(description) <= 4000)
);

create table catalog.category (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  parent_id uuid,
  position integer,
  path text[] not null default '{}'::text[],
  search_text text generated always as (lower(coalesce(name, ''))) stored,
  constraint category_pkey primary key (company_id, id),
  constraint category_parent_id_name_key unique (company_id, parent_id, name),
  constraint category_name_check check (char_length(name) <= 120)
);

create table catalog.tax_category (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  name text not null,
  is_default boolean not null default false,
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint tax_category_pkey primary key (company_id, id),
  constraint tax_category_code_key unique (company_id, code),
  constraint tax_category_code_check check (char_length(code) <= 32),
  constraint tax_category_name_check check (char_length(name) <= 120)
);

create table catalog.tax_rate (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  tax_category_id uuid not null,
  code text not null,
  label text not null,
  percent numeric not null,
  valid_from date not null,
  valid_to date,
  source text,
  constraint tax_rate_pkey primary key (company_id, id),
  constraint tax_rate_code_check check (char_length(code) <= 32),
  constraint tax_rate_label_check check (char_length(label) <= 60),
  constraint tax_rate_source_check check (char_length(source) <= 400),
  constraint tax_rate_percent_range_check check (percent >= 0),
  constraint tax_rate_dates_check check (valid_to is null or valid_to >= valid_from)
);

create table catalog.product (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sku text not null,
  name text not null,
  description text,
  kind text not null default 'goods',
  stocked boolean not null default true,
  unit_id uuid,
  price_amount bigint,
  price_currency text,
  cost_amount bigint,
  cost_currency text,
  tax_category_id uuid,
  brand_id uuid,
  category_id uuid,
  option_names text[],
  parent_id uuid,
  options jsonb,
  tags text[],
  shop_id uuid,
  status text not null default 'active',
  search_text text generated always as (lower(coalesce(sku, '') || ' ' || coalesce(name, ''))) stored,
  constraint product_pkey primary key (company_id, id),
  constraint product_sku_key unique (company_id, sku),
  constraint product_sku_check check (char_length(sku) <= 64),
  constraint product_name_check check (char_length(name) <= 200),
  constraint product_description_check check (char_length(description) <= 4000),
  constraint product_kind_check check (kind in ('goods', 'service', 'charge')),
  constraint product_status_check check (status in ('active', 'archived')),
  constraint product_price_check check ((price_amount is null) = (price_currency is null)),
  constraint product_cost_check check ((cost_amount is null) = (cost_currency is null)),
  constraint product_stock_check check (kind = 'goods' or not stocked),
  constraint product_price_range_check check (price_amount >= 0),
  constraint product_cost_range_check check (cost_amount >= 0)
);

create table catalog.unit_conversion (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  product_id uuid,
  unit_id uuid not null,
  base_id uuid not null,
  factor numeric not null,
  constraint unit_conversion_pkey primary key (company_id, id),
  constraint unit_conversion_product_id_unit_id_base_id_key unique (company_id, product_id, unit_id, base_id),
  constraint unit_conversion_units_check check (unit_id <> base_id),
  constraint unit_conversion_factor_check check (factor > 0)
);

create table catalog.barcode (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  product_id uuid not null,
  unit_id uuid,
  kind text,
  search_text text generated always as (lower(coalesce(code, ''))) stored,
  constraint barcode_pkey primary key (company_id, id),
  constraint barcode_code_key unique (company_id, code),
  constraint barcode_code_check check (char_length(code) <= 64),
  constraint barcode_kind_check check (kind in ('ean13', 'ean8', 'upc', 'code128', 'other'))
);

create table catalog.price_list (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  currency text not null,
  includes_tax boolean not null default false,
  customer_id text,
  customer_group_id text,
  shop_id uuid,
  channel text,
  valid_from date,
  valid_to date,
  status text not null default 'draft',
  search_text text generated always as (lower(coalesce(name, ''))) stored,
  constraint price_list_pkey primary key (company_id, id),
  constraint price_list_name_key unique (company_id, name),
  constraint price_list_name_check check (char_length(name) <= 120),
  constraint price_list_currency_check check (char_length(currency) <= 3),
  constraint price_list_customer_id_check check (char_length(customer_id) <= 36),
  constraint price_list_customer_group_id_check check (char_length(customer_group_id) <= 36),
  constraint price_list_channel_check check (char_length(channel) <= 32),
  constraint price_list_status_check check (status in ('draft', 'active', 'archived')),
  constraint price_list_dates_check check (valid_from is null or valid_to is null or valid_to >= valid_from)
);

create table catalog.price_list_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  list_id uuid not null,
  product_id uuid,
  category_id uuid,
  unit_id uuid,
  min_quantity numeric,
  price_amount bigint not null,
  price_currency text not null,
  valid_from date,
  valid_to date,
  constraint price_list_line_pkey primary key (company_id, id),
  constraint price_list_line_price_check check ((price_amount is null) = (price_currency is null)),
  constraint price_list_line_goods_check check (product_id is null or category_id is null),
  constraint price_list_line_dates_check check (valid_from is null or valid_to is null or valid_to >= valid_from),
  constraint price_list_line_price_range_check check (price_amount >= 0)
);

alter table catalog.category add constraint category_parent_id_fkey foreign key (company_id, parent_id) references catalog.category (company_id, id);

alter table catalog.tax_rate add constraint tax_rate_tax_category_id_fkey foreign key (company_id, tax_category_id) references catalog.tax_category (company_id, id);

alter table catalog.product add constraint product_unit_id_fkey foreign key (company_id, unit_id) references catalog.unit (company_id, id);

alter table catalog.product add constraint product_tax_category_id_fkey foreign key (company_id, tax_category_id) references catalog.tax_category (company_id, id);

alter table catalog.product add constraint product_brand_id_fkey foreign key (company_id, brand_id) references catalog.brand (company_id, id);

alter table catalog.product add constraint product_category_id_fkey foreign key (company_id, category_id) references catalog.category (company_id, id);

alter table catalog.product add constraint product_parent_id_fkey foreign key (company_id, parent_id) references catalog.product (company_id, id);

alter table catalog.product add constraint product_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table catalog.unit_conversion add constraint unit_conversion_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table catalog.unit_conversion add constraint unit_conversion_unit_id_fkey foreign key (company_id, unit_id) references catalog.unit (company_id, id);

alter table catalog.unit_conversion add constraint unit_conversion_base_id_fkey foreign key (company_id, base_id) references catalog.unit (company_id, id);

alter table catalog.barcode add constraint barcode_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table catalog.barcode add constraint barcode_unit_id_fkey foreign key (company_id, unit_id) references catalog.unit (company_id, id);

alter table catalog.price_list add constraint price_list_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table catalog.price_list_line add constraint price_list_line_list_id_fkey foreign key (company_id, list_id) references catalog.price_list (company_id, id);

alter table catalog.price_list_line add constraint price_list_line_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table catalog.price_list_line add constraint price_list_line_category_id_fkey foreign key (company_id, category_id) references catalog.category (company_id, id);

alter table catalog.price_list_line add constraint price_list_line_unit_id_fkey foreign key (company_id, unit_id) references catalog.unit (company_id, id);

create index unit_search_text_trigram_idx on catalog.unit using gin (company_id, search_text gin_trgm_ops);

create index unit_search_text_words_idx on catalog.unit using gin (to_tsvector('simple', search_text));

create index brand_search_text_trigram_idx on catalog.brand using gin (company_id, search_text gin_trgm_ops);

create index brand_search_text_words_idx on catalog.brand using gin (to_tsvector('simple', search_text));

create index category_search_text_trigram_idx on catalog.category using gin (company_id, search_text gin_trgm_ops);

create index category_search_text_words_idx on catalog.category using gin (to_tsvector('simple', search_text));

create index tax_category_search_text_trigram_idx on catalog.tax_category using gin (company_id, search_text gin_trgm_ops);

create index tax_category_search_text_words_idx on catalog.tax_category using gin (to_tsvector('simple', search_text));

create index tax_rate_tax_category_id_idx on catalog.tax_rate (company_id, tax_category_id);

create index product_status_idx on catalog.product (company_id, status);

create index product_unit_id_idx on catalog.product (company_id, unit_id);

create index product_tax_category_id_idx on catalog.product (company_id, tax_category_id);

create index product_brand_id_idx on catalog.product (company_id, brand_id);

create index product_category_id_idx on catalog.product (company_id, category_id);

create index product_parent_id_idx on catalog.product (company_id, parent_id);

create index product_shop_id_idx on catalog.product (company_id, shop_id);

create index product_search_text_trigram_idx on catalog.product using gin (company_id, search_text gin_trgm_ops);

create index product_search_text_words_idx on catalog.product using gin (to_tsvector('simple', search_text));

create index unit_conversion_unit_id_idx on catalog.unit_conversion (company_id, unit_id);

create index unit_conversion_base_id_idx on catalog.unit_conversion (company_id, base_id);

create index barcode_product_id_idx on catalog.barcode (company_id, product_id);

create index barcode_unit_id_idx on catalog.barcode (company_id, unit_id);

create index barcode_search_text_trigram_idx on catalog.barcode using gin (company_id, search_text gin_trgm_ops);

create index barcode_search_text_words_idx on catalog.barcode using gin (to_tsvector('simple', search_text));

create index price_list_shop_id_idx on catalog.price_list (company_id, shop_id);

create index price_list_search_text_trigram_idx on catalog.price_list using gin (company_id, search_text gin_trgm_ops);

create index price_list_search_text_words_idx on catalog.price_list using gin (to_tsvector('simple', search_text));

create index price_list_line_list_id_idx on catalog.price_list_line (company_id, list_id);

create index price_list_line_product_id_idx on catalog.price_list_line (company_id, product_id);

create index price_list_line_category_id_idx on catalog.price_list_line (company_id, category_id);

create index price_list_line_unit_id_idx on catalog.price_list_line (company_id, unit_id);
