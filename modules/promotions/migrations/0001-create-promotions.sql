create schema promotions;

create table promotions.promotion (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  kind text not null,
  status text not null default 'draft',
  percent numeric,
  amount_off_amount bigint,
  amount_off_currency text,
  set_price_amount bigint,
  set_price_currency text,
  buy_quantity integer,
  get_quantity integer,
  sets_max integer,
  max_discount_amount bigint,
  max_discount_currency text,
  min_spend_amount bigint,
  min_spend_currency text,
  min_quantity numeric,
  goods jsonb,
  rewards jsonb,
  parts jsonb,
  priority integer not null default 100,
  exclusive boolean not null default false,
  needs_coupon boolean not null default false,
  valid_from date,
  valid_to date,
  time_from time,
  time_to time,
  days jsonb,
  customers jsonb,
  customer_groups jsonb,
  shops jsonb,
  channels jsonb,
  description text,
  search_text text generated always as (lower(coalesce(name, ''))) stored,
  constraint promotion_pkey primary key (company_id, id),
  constraint promotion_name_key unique (company_id, name),
  constraint promotion_name_check check (char_length(name) <= 120),
  constraint promotion_kind_check check (kind in ('percent', 'fixed', 'buy_x_get_y', 'bundle', 'free_shipping')),
  constraint promotion_status_check check (status in ('draft', 'active', 'archived')),
  constraint promotion_description_check check (char_length(description) <= 4000),
  constraint promotion_amount_off_check check ((amount_off_amount is null) = (amount_off_currency is null)),
  constraint promotion_set_price_check check ((set_price_amount is null) = (set_price_currency is null)),
  constraint promotion_max_discount_check check ((max_discount_amount is null) = (max_discount_currency is null)),
  constraint promotion_min_spend_check check ((min_spend_amount is null) = (min_spend_currency is null)),
  constraint promotion_dates_check check (valid_from is null or valid_to is null or valid_to >= valid_from)
);

create table promotions.coupon (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  promotion_id uuid not null,
  status text not null default 'active',
  uses_max integer,
  uses_per_customer_max integer,
  budget_amount bigint,
  budget_currency text,
  customer_id uuid,
  valid_from date,
  valid_to date,
  comes_back boolean not null default false,
  uses integer not null default 0,
  spent_amount bigint,
  spent_currency text,
  search_text text generated always as (lower(coalesce(code, ''))) stored,
  constraint coupon_pkey primary key (company_id, id),
  constraint coupon_code_key unique (company_id, code),
  constraint coupon_code_check check (char_length(code) <= 40),
  constraint coupon_status_check check (status in ('active', 'paused')),
  constraint coupon_budget_check check ((budget_amount is null) = (budget_currency is null)),
  constraint coupon_spent_check check ((spent_amount is null) = (spent_currency is null)),
  constraint coupon_dates_check check (valid_from is null or valid_to is null or valid_to >= valid_from),
  constraint coupon_within_uses_check check (uses >= 0 and (uses_max is null or uses <= uses_max)),
  constraint coupon_within_budget_check check (budget_amount is null or coalesce(spent_amount, 0) <= budget_amount)
);

create table promotions.coupon_redemption (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  coupon_id uuid not null,
  code text not null,
  sale_id text not null,
  shop_id uuid not null,
  customer_id uuid,
  amount_amount bigint not null,
  amount_currency text not null,
  redeemed_at timestamptz not null,
  given_back_at timestamptz,
  search_text text generated always as (lower(coalesce(code, ''))) stored,
  constraint coupon_redemption_pkey primary key (company_id, id),
  constraint coupon_redemption_coupon_id_sale_id_key unique (company_id, coupon_id, sale_id),
  constraint coupon_redemption_code_check check (char_length(code) <= 40),
  constraint coupon_redemption_sale_id_check check (char_length(sale_id) <= 36),
  constraint coupon_redemption_amount_check check ((amount_amount is null) = (amount_currency is null))
);

alter table promotions.coupon add constraint coupon_promotion_id_fkey foreign key (company_id, promotion_id) references promotions.promotion (company_id, id);

alter table promotions.coupon add constraint coupon_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table promotions.coupon_redemption add constraint coupon_redemption_coupon_id_fkey foreign key (company_id, coupon_id) references promotions.coupon (company_id, id);

alter table promotions.coupon_redemption add constraint coupon_redemption_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table promotions.coupon_redemption add constraint coupon_redemption_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

create index promotion_status_valid_to_idx on promotions.promotion (company_id, status, valid_to);

create index promotion_search_text_trigram_idx on promotions.promotion using gin (company_id, search_text gin_trgm_ops);

create index promotion_search_text_words_idx on promotions.promotion using gin (to_tsvector('simple', search_text));

create index coupon_promotion_id_idx on promotions.coupon (company_id, promotion_id);

create index coupon_customer_id_idx on promotions.coupon (company_id, customer_id);

create index coupon_search_text_trigram_idx on promotions.coupon using gin (company_id, search_text gin_trgm_ops);

create index coupon_search_text_words_idx on promotions.coupon using gin (to_tsvector('simple', search_text));

create index coupon_redemption_sale_id_idx on promotions.coupon_redemption (company_id, sale_id);

create index coupon_redemption_shop_id_idx on promotions.coupon_redemption (company_id, shop_id);

create index coupon_redemption_customer_id_idx on promotions.coupon_redemption (company_id, customer_id);

create index coupon_redemption_search_text_trigram_idx on promotions.coupon_redemption using gin (company_id, search_text gin_trgm_ops);

create index coupon_redemption_search_text_words_idx on promotions.coupon_redemption using gin (to_tsvector('simple', search_text));
