create schema crm;

create table crm.customer_group (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  name text not null,
  description text,
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint customer_group_pkey primary key (company_id, id),
  constraint customer_group_code_key unique (company_id, code),
  constraint customer_group_name_key unique (company_id, name),
  constraint customer_group_code_check check (char_length(code) <= 20),
  constraint customer_group_name_check check (char_length(name) <= 120),
  constraint customer_group_description_check check (char_length(description) <= 4000)
);

create table crm.customer (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text,
  name text not null,
  email text,
  phone text,
  group_id uuid,
  tax_number text,
  country text,
  credit_limit_amount bigint,
  credit_limit_currency text,
  note text,
  status text not null default 'active',
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) stored,
  constraint customer_pkey primary key (company_id, id),
  constraint customer_code_key unique (company_id, code),
  constraint customer_email_key unique (company_id, email),
  constraint customer_code_check check (char_length(code) <= 40),
  constraint customer_name_check check (char_length(name) <= 200),
  constraint customer_email_check check (char_length(email) <= 254),
  constraint customer_phone_check check (char_length(phone) <= 32),
  constraint customer_tax_number_check check (char_length(tax_number) <= 40),
  constraint customer_country_check check (char_length(country) <= 2),
  constraint customer_note_check check (char_length(note) <= 4000),
  constraint customer_status_check check (status in ('active', 'inactive')),
  constraint customer_credit_limit_check check ((credit_limit_amount is null) = (credit_limit_currency is null))
);

create table crm.customer_address (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  customer_id uuid not null,
  kind text not null,
  name text,
  lines text not null,
  city text not null,
  state text,
  postal_code text,
  country text not null,
  phone text,
  is_default boolean not null default false,
  search_text text generated always as (lower(coalesce(lines, '') || ' ' || coalesce(city, '') || ' ' || coalesce(postal_code, ''))) stored,
  constraint customer_address_pkey primary key (company_id, id),
  constraint customer_address_kind_check check (kind in ('billing', 'shipping')),
  constraint customer_address_name_check check (char_length(name) <= 120),
  constraint customer_address_lines_check check (char_length(lines) <= 400),
  constraint customer_address_city_check check (char_length(city) <= 120),
  constraint customer_address_state_check check (char_length(state) <= 120),
  constraint customer_address_postal_code_check check (char_length(postal_code) <= 20),
  constraint customer_address_country_check check (char_length(country) <= 2),
  constraint customer_address_phone_check check (char_length(phone) <= 32)
);

alter table crm.customer add constraint customer_group_id_fkey foreign key (company_id, group_id) references crm.customer_group (company_id, id);

alter table crm.customer_address add constraint customer_address_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

create index customer_group_search_text_trigram_idx on crm.customer_group using gin (company_id, search_text gin_trgm_ops);

create index customer_group_search_text_words_idx on crm.customer_group using gin (to_tsvector('simple', search_text));

create index customer_group_id_idx on crm.customer (company_id, group_id);

create index customer_search_text_trigram_idx on crm.customer using gin (company_id, search_text gin_trgm_ops);

create index customer_search_text_words_idx on crm.customer using gin (to_tsvector('simple', search_text));

create index customer_address_customer_id_idx on crm.customer_address (company_id, customer_id);

create index customer_address_search_text_trigram_idx on crm.customer_address using gin (company_id, search_text gin_trgm_ops);

create index customer_address_search_text_words_idx on crm.customer_address using gin (to_tsvector('simple', search_text));
