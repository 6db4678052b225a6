create schema loyalty;

create table loyalty.gift_card_policy (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  applies_from date not null,
  expiry_months integer,
  grace_days integer not null default 90,
  keeps_rest boolean not null default false,
  constraint gift_card_policy_pkey primary key (company_id, id),
  constraint gift_card_policy_applies_from_key unique (company_id, applies_from)
);

create table loyalty.gift_card (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ending text not null,
  status text not null default 'active',
  initial_amount bigint not null,
  initial_currency text not null,
  balance_amount bigint not null,
  balance_currency text not null,
  issued_on date not null,
  expires_on date,
  customer_id uuid,
  shop_id uuid,
  issued_by_id text not null,
  source_entity text not null,
  source_id text,
  source_line_id text,
  search_text text generated always as (lower(coalesce(ending, ''))) stored,
  constraint gift_card_pkey primary key (company_id, id),
  constraint gift_card_ending_check check (char_length(ending) <= 4),
  constraint gift_card_status_check check (status in ('active', 'blocked', 'expired', 'void')),
  constraint gift_card_issued_by_id_check check (char_length(issued_by_id) <= 64),
  constraint gift_card_source_entity_check check (char_length(source_entity) <= 64),
  constraint gift_card_source_id_check check (char_length(source_id) <= 36),
  constraint gift_card_source_line_id_check check (char_length(source_line_id) <= 36),
  constraint gift_card_initial_check check ((initial_amount is null) = (initial_currency is null)),
  constraint gift_card_balance_check check ((balance_amount is null) = (balance_currency is null)),
  constraint gift_card_balance_range_check check (balance_amount between 0 and initial_amount),
  constraint gift_card_one_currency_check check (balance_currency = initial_currency),
  constraint gift_card_void_is_empty_check check (status <> 'void' or balance_amount = 0)
);

create table loyalty.gift_card_entry (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  gift_card_id uuid not null,
  kind text not null,
  amount_amount bigint not null,
  amount_currency text not null,
  balance_amount bigint not null,
  balance_currency text not null,
  business_date date not null,
  source_entity text not null,
  source_id text,
  paid_for_id text,
  reason text,
  by_name text not null,
  constraint gift_card_entry_pkey primary key (company_id, id),
  constraint gift_card_entry_kind_check check (kind in ('issue', 'redeem', 'refund', 'expiry', 'void', 'correction')),
  constraint gift_card_entry_source_entity_check check (char_length(source_entity) <= 64),
  constraint gift_card_entry_source_id_check check (char_length(source_id) <= 36),
  constraint gift_card_entry_paid_for_id_check check (char_length(paid_for_id) <= 36),
  constraint gift_card_entry_reason_check check (char_length(reason) <= 200),
  constraint gift_card_entry_by_name_check check (char_length(by_name) <= 200),
  constraint gift_card_entry_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint gift_card_entry_balance_check check ((balance_amount is null) = (balance_currency is null)),
  constraint gift_card_entry_one_currency_check check (balance_currency = amount_currency),
  constraint gift_card_entry_moves_check check (amount_amount <> 0)
);

create table loyalty.store_credit (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  customer_id uuid not null,
  balance_amount bigint not null,
  balance_currency text not null,
  constraint store_credit_pkey primary key (company_id, id),
  constraint store_credit_customer_id_key unique (company_id, customer_id),
  constraint store_credit_balance_check check ((balance_amount is null) = (balance_currency is null)),
  constraint store_credit_not_negative_check check (balance_amount >= 0)
);

create table loyalty.store_credit_entry (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  store_credit_id uuid not null,
  kind text not null,
  amount_amount bigint not null,
  amount_currency text not null,
  balance_amount bigint not null,
  balance_currency text not null,
  business_date date not null,
  source_entity text not null,
  source_id text,
  reason text,
  by_name text not null,
  constraint store_credit_entry_pkey primary key (company_id, id),
  constraint store_credit_entry_kind_check check (kind in ('issue', 'redeem', 'refund', 'expiry', 'void', 'correction')),
  constraint store_credit_entry_source_entity_check check (char_length(source_entity) <= 64),
  constraint store_credit_entry_source_id_check check (char_length(source_id) <= 36),
  constraint store_credit_entry_reason_check check (char_length(reason) <= 200),
  constraint store_credit_entry_by_name_check check (char_length(by_name) <= 200),
  constraint store_credit_entry_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint store_credit_entry_balance_check check ((balance_amount is null) = (balance_currency is null)),
  constraint store_credit_entry_one_currency_check check (balance_currency = amount_currency),
  constraint store_credit_entry_moves_check check (amount_amount <> 0)
);

alter table loyalty.gift_card add constraint gift_card_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table loyalty.gift_card add constraint gift_card_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table loyalty.gift_card_entry add constraint gift_card_entry_gift_card_id_fkey foreign key (company_id, gift_card_id) references loyalty.gift_card (company_id, id);

alter table loyalty.store_credit add constraint store_credit_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table loyalty.store_credit_entry add constraint store_credit_entry_store_credit_id_fkey foreign key (company_id, store_credit_id) references loyalty.store_credit (company_id, id);

create index gift_card_source_id_idx on loyalty.gift_card (company_id, source_id);

create index gift_card_status_expires_on_idx on loyalty.gift_card (company_id, status, expires_on);

create index gift_card_customer_id_idx on loyalty.gift_card (company_id, customer_id);

create index gift_card_shop_id_idx on loyalty.gift_card (company_id, shop_id);

create index gift_card_search_text_trigram_idx on loyalty.gift_card using gin (company_id, search_text gin_trgm_ops);

create index gift_card_search_text_words_idx on loyalty.gift_card using gin (to_tsvector('simple', search_text));

create index gift_card_entry_source_id_idx on loyalty.gift_card_entry (company_id, source_id);

create index gift_card_entry_paid_for_id_idx on loyalty.gift_card_entry (company_id, paid_for_id);

create index gift_card_entry_gift_card_id_idx on loyalty.gift_card_entry (company_id, gift_card_id);

create trigger gift_card_entry_immutable before update or delete or truncate on loyalty.gift_card_entry
  for each statement execute function public.refuse_change();

create index store_credit_entry_source_id_idx on loyalty.store_credit_entry (company_id, source_id);

create index store_credit_entry_store_credit_id_idx on loyalty.store_credit_entry (company_id, store_credit_id);

create trigger store_credit_entry_immutable before update or delete or truncate on loyalty.store_credit_entry
  for each statement execute function public.refuse_change();

create index gift_card_source_line_id_idx on loyalty.gift_card (company_id, source_line_id);

-- The right to spend a card: a hash to look it up by, and the code sealed with the keys of the installation, so that the
-- tables alone hand out no card.
create table loyalty.gift_card_code (
  company_id uuid not null,
  gift_card_id uuid not null,
  code_hash text not null,
  sealed text not null,
  primary key (company_id, gift_card_id),
  unique (company_id, code_hash),
  foreign key (company_id, gift_card_id) references loyalty.gift_card (company_id, id)
);
