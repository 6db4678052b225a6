create table payments.gateway_connection (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  gateway text not null,
  active boolean default true,
  public_id text,
  secret_key text,
  webhook_secret text,
  old_webhook_secret text,
  webhook_id text,
  webhook_url text,
  location_id text,
  api_version text,
  base_url text,
  search_text text generated always as (lower(coalesce(name, ''))) stored,
  constraint gateway_connection_pkey primary key (company_id, id),
  constraint gateway_connection_name_key unique (company_id, name),
  constraint gateway_connection_name_check check (char_length(name) <= 80),
  constraint gateway_connection_gateway_check check (gateway in ('test')),
  constraint gateway_connection_public_id_check check (char_length(public_id) <= 200),
  constraint gateway_connection_webhook_id_check check (char_length(webhook_id) <= 64),
  constraint gateway_connection_webhook_url_check check (char_length(webhook_url) <= 2000),
  constraint gateway_connection_location_id_check check (char_length(location_id) <= 64),
  constraint gateway_connection_api_version_check check (char_length(api_version) <= 40),
  constraint gateway_connection_base_url_check check (char_length(base_url) <= 2000)
);

create table payments.payment_intent (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  connection_id uuid not null,
  gateway text not null,
  shop_id uuid not null,
  customer_id uuid,
  state text not null default 'new',
  amount_amount bigint not null,
  amount_currency text not null,
  authorised_amount bigint not null,
  authorised_currency text not null,
  captured_amount bigint not null,
  captured_currency text not null,
  refunded_amount bigint not null,
  refunded_currency text not null,
  capture text not null,
  description text,
  reference text,
  payment_reference text,
  method text,
  failure_code text,
  failure_text text,
  exception text,
  unknown_since timestamptz,
  search_text text generated always as (lower(coalesce(reference, '') || ' ' || coalesce(payment_reference, ''))) stored,
  constraint payment_intent_pkey primary key (company_id, id),
  constraint payment_intent_connection_id_reference_key unique (company_id, connection_id, reference),
  constraint payment_intent_gateway_check check (gateway in ('test')),
  constraint payment_intent_state_check check (state in ('new', 'open', 'action', 'processing', 'authorised', 'captured', 'voided', 'failed', 'unknown', 'review')),
  constraint payment_intent_capture_check check (capture in ('automatic', 'manual')),
  constraint payment_intent_description_check check (char_length(description) <= 200),
  constraint payment_intent_reference_check check (char_length(reference) <= 200),
  constraint payment_intent_payment_reference_check check (char_length(payment_reference) <= 200),
  constraint payment_intent_method_check check (char_length(method) <= 80),
  constraint payment_intent_failure_code_check check (char_length(failure_code) <= 100),
  constraint payment_intent_failure_text_check check (char_length(failure_text) <= 500),
  constraint payment_intent_exception_check check (char_length(exception) <= 500),
  constraint payment_intent_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint payment_intent_authorised_check check ((authorised_amount is null) = (authorised_currency is null)),
  constraint payment_intent_captured_check check ((captured_amount is null) = (captured_currency is null)),
  constraint payment_intent_refunded_check check ((refunded_amount is null) = (refunded_currency is null)),
  constraint payment_intent_captured_within_authorised_check check (captured_amount <= authorised_amount and authorised_amount >= 0),
  constraint payment_intent_refunded_within_captured_check check (refunded_amount between 0 and captured_amount),
  constraint payment_intent_one_currency_check check (amount_currency = all(array[authorised_currency, captured_currency, refunded_currency]))
);

create table payments.gateway_operation (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  intent_id uuid not null,
  shop_id uuid not null,
  kind text not null,
  amount_amount bigint not null,
  amount_currency text not null,
  state text not null default 'sent',
  reference text,
  failure_code text,
  failure_text text,
  looks integer not null,
  look_at timestamptz,
  settled_at timestamptz,
  constraint gateway_operation_pkey primary key (company_id, id),
  constraint gateway_operation_kind_check check (kind in ('create', 'charge', 'capture', 'release', 'refund')),
  constraint gateway_operation_state_check check (state in ('sent', 'succeeded', 'refused', 'unknown', 'review')),
  constraint gateway_operation_reference_check check (char_length(reference) <= 200),
  constraint gateway_operation_failure_code_check check (char_length(failure_code) <= 100),
  constraint gateway_operation_failure_text_check check (char_length(failure_text) <= 500),
  constraint gateway_operation_amount_check check ((amount_amount is null) = (amount_currency is null))
);

create table payments.gateway_movement (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  connection_id uuid not null,
  intent_id uuid not null,
  shop_id uuid not null,
  kind text not null,
  amount_amount bigint not null,
  amount_currency text not null,
  reference text not null,
  moved_at timestamptz not null,
  search_text text generated always as (lower(coalesce(reference, ''))) stored,
  constraint gateway_movement_pkey primary key (company_id, id),
  constraint gateway_movement_connection_id_kind_reference_key unique (company_id, connection_id, kind, reference),
  constraint gateway_movement_kind_check check (kind in ('capture', 'refund')),
  constraint gateway_movement_reference_check check (char_length(reference) <= 200),
  constraint gateway_movement_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint gateway_movement_positive_check check (amount_amount > 0)
);

alter table payments.payment_intent add constraint payment_intent_connection_id_fkey foreign key (company_id, connection_id) references payments.gateway_connection (company_id, id);

alter table payments.payment_intent add constraint payment_intent_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table payments.payment_intent add constraint payment_intent_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table payments.gateway_operation add constraint gateway_operation_intent_id_fkey foreign key (company_id, intent_id) references payments.payment_intent (company_id, id);

alter table payments.gateway_operation add constraint gateway_operation_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table payments.gateway_movement add constraint gateway_movement_connection_id_fkey foreign key (company_id, connection_id) references payments.gateway_connection (company_id, id);

alter table payments.gateway_movement add constraint gateway_movement_intent_id_fkey foreign key (company_id, intent_id) references payments.payment_intent (company_id, id);

alter table payments.gateway_movement add constraint gateway_movement_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

create index gateway_connection_search_text_trigram_idx on payments.gateway_connection using gin (company_id, search_text gin_trgm_ops);

create index gateway_connection_search_text_words_idx on payments.gateway_connection using gin (to_tsvector('simple', search_text));

create index payment_intent_state_idx on payments.payment_intent (company_id, state);

create index payment_intent_payment_reference_idx on payments.payment_intent (company_id, payment_reference);

create index payment_intent_shop_id_idx on payments.payment_intent (company_id, shop_id);

create index payment_intent_customer_id_idx on payments.payment_intent (company_id, customer_id);

create index payment_intent_search_text_trigram_idx on payments.payment_intent using gin (company_id, search_text gin_trgm_ops);

create index payment_intent_search_text_words_idx on payments.payment_intent using gin (to_tsvector('simple', search_text));

create index gateway_operation_intent_id_idx on payments.gateway_operation (company_id, intent_id);

create index gateway_operation_shop_id_idx on payments.gateway_operation (company_id, shop_id);

create index gateway_movement_intent_id_idx on payments.gateway_movement (company_id, intent_id);

create index gateway_movement_shop_id_idx on payments.gateway_movement (company_id, shop_id);

create index gateway_movement_search_text_trigram_idx on payments.gateway_movement using gin (company_id, search_text gin_trgm_ops);

create index gateway_movement_search_text_words_idx on payments.gateway_movement using gin (to_tsvector('simple', search_text));

create trigger gateway_movement_immutable before update or delete or truncate on payments.gateway_movement
  for each statement execute function public.refuse_change();

-- An intent has one operation that is not settled at most, whoever asks and how often: no refund goes out twice at once.
create unique index one_open_operation on payments.gateway_operation (company_id, intent_id)
  where state in ('sent', 'unknown');
create index operations_to_look_for on payments.gateway_operation (company_id, look_at)
  where state in ('sent', 'unknown');

-- The books of the test gateway, which stands for an outside system: nothing refers to them.
create table payments.test_payment (
  company_id uuid not null,
  intent_id uuid not null,
  made_at timestamptz not null,
  reference text not null,
  status text not null check (status in ('open', 'action', 'authorised', 'captured', 'voided')),
  currency text not null,
  authorised bigint not null,
  captured bigint not null,
  source text,
  refunds jsonb not null,
  primary key (company_id, intent_id)
);
